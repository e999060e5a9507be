import { allSteps, type Steps } from '../steps.ts';
import { gatherSheets } from './gather-sheets.ts';
import { readLedgerInSteps } from './read-ledger.ts';
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
  return allSteps(chooseLedgerInSteps(sheets, wanted));
}

/** As `chooseLedger`, some rows at a time, so that a page stays usable. */
export function* chooseLedgerInSteps(sheets: readonly SheetReading[], wanted?: string): Steps<LedgerChoice> {
  if (wanted !== undefined) return yield* wantedLedger(sheets, wanted);
  const { gathered, read, refusals } = yield* gatherSheets(sheets);
  const members = new Set(gathered.flatMap((sheet) => sheet.gathered?.sheets ?? []));
  const whole: LedgerReading[] = [];
  for (const sheet of gathered) {
    const reading = yield* readLedgerInSteps(sheet);
    if (reading.ok) whole.push(reading.ledger);
  }
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

function* wantedLedger(sheets: readonly SheetReading[], wanted: string): Steps<LedgerChoice> {
  const fold = (name: string) => name.trim().toLowerCase();
  const named = (all: readonly SheetReading[]) =>
    all.find(({ name }) => name === wanted) ?? all.find(({ name }) => fold(name) === fold(wanted));
  const own = named(sheets);
  const { gathered } = own === undefined ? yield* gatherSheets(sheets) : { gathered: [] };
  const sheet = own ?? named(gathered);
  if (sheet === undefined)
    return { ledgers: [], gathered: [], refusals: [{ ok: false, code: 'noSuchSheet', sheet: wanted }] };
  const reading = yield* readLedgerInSteps(sheet);
  return reading.ok
    ? { ledgers: [reading.ledger], gathered, refusals: [] }
    : { ledgers: [], gathered, refusals: [reading] };
}
