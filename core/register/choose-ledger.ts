import { gatherSheets } from './gather-sheets.ts';
import { readLedger } from './read-ledger.ts';
import type { LedgerReading, LedgerRefusal } from './ledger-reading.ts';
import type { SheetReading } from './sheet-reading.ts';

/** The ledgers of a workbook, best first, and why its other sheets are none. */
export interface LedgerChoice {
  ledgers: LedgerReading[];
  /** The sheets that do not stand in the workbook but were gathered from it; some of the ledgers are theirs. */
  gathered: SheetReading[];
  refusals: (LedgerRefusal | { ok: false; code: 'noSuchSheet'; sheet: string })[];
}

/**
 * Reads every sheet and puts the likeliest ledger first: rows gathered from several sheets before each of these, then by
 * score and number of complaints. With `wanted` only that sheet counts (compared without case and outer blanks): it is
 * the one ledger, or the one refusal.
 */
export function chooseLedger(sheets: readonly SheetReading[], wanted?: string): LedgerChoice {
  if (wanted !== undefined) return wantedLedger(sheets, wanted);
  const { gathered, read, refusals } = gatherSheets(sheets);
  const members = new Set(gathered.flatMap((sheet) => sheet.gathered?.sheets ?? []));
  const whole = gathered.map(readLedger).flatMap((reading) => (reading.ok ? [reading.ledger] : []));
  const single = read.map(({ ledger }) => ledger);
  return {
    ledgers: [
      ...[...whole, ...single.filter(({ sheet }) => !members.has(sheet))].sort(byLikelihood),
      ...single.filter(({ sheet }) => members.has(sheet)).sort(byLikelihood),
    ],
    gathered,
    refusals: refusals.filter(({ sheet }) => !members.has(sheet)),
  };
}

function byLikelihood(left: LedgerReading, right: LedgerReading): number {
  return right.score - left.score || right.dataRows.length - left.dataRows.length;
}

function wantedLedger(sheets: readonly SheetReading[], wanted: string): LedgerChoice {
  const fold = (name: string) => name.trim().toLowerCase();
  const named = (all: readonly SheetReading[]) =>
    all.find(({ name }) => name === wanted) ?? all.find(({ name }) => fold(name) === fold(wanted));
  const own = named(sheets);
  const { gathered } = own === undefined ? gatherSheets(sheets) : { gathered: [] };
  const sheet = own ?? named(gathered);
  if (sheet === undefined)
    return { ledgers: [], gathered: [], refusals: [{ ok: false, code: 'noSuchSheet', sheet: wanted }] };
  const reading = readLedger(sheet);
  return reading.ok
    ? { ledgers: [reading.ledger], gathered, refusals: [] }
    : { ledgers: [], gathered, refusals: [reading] };
}
