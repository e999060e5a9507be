import { readLedger } from './read-ledger.ts';
import type { LedgerReading, LedgerRefusal } from './ledger-reading.ts';
import type { SheetReading } from './sheet-reading.ts';

/** The ledgers of a workbook, best first, and why its other sheets are none. */
export interface LedgerChoice {
  ledgers: LedgerReading[];
  refusals: (LedgerRefusal | { ok: false; code: 'noSuchSheet'; sheet: string })[];
}

/**
 * Reads every sheet and puts the likeliest ledger first (score, then number of complaints). With `wanted` only that sheet
 * counts (compared without case and outer blanks): it is the one ledger, or the one refusal.
 */
export function chooseLedger(sheets: readonly SheetReading[], wanted?: string): LedgerChoice {
  if (wanted !== undefined) return wantedLedger(sheets, wanted);
  const readings = sheets.map(readLedger);
  const ledgers = readings.flatMap((reading) => (reading.ok ? [reading.ledger] : []));
  const refusals = readings.filter((reading) => !reading.ok);
  return {
    ledgers: [...ledgers].sort(
      (left, right) => right.score - left.score || right.dataRows.length - left.dataRows.length,
    ),
    refusals,
  };
}

function wantedLedger(sheets: readonly SheetReading[], wanted: string): LedgerChoice {
  const fold = (name: string) => name.trim().toLowerCase();
  const sheet = sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => fold(name) === fold(wanted));
  if (sheet === undefined) return { ledgers: [], refusals: [{ ok: false, code: 'noSuchSheet', sheet: wanted }] };
  const reading = readLedger(sheet);
  return reading.ok ? { ledgers: [reading.ledger], refusals: [] } : { ledgers: [], refusals: [reading] };
}
