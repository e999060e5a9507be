import { FormerNumbers } from '../../core/register/journal/former-numbers.ts';
import type { Outcome } from '../../core/outcome.ts';
import { loadStored, parseSetting } from './register-memory.ts';
import { readMarks, tellsOfComplaints } from './sheet-marks.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

/** The setting that a restore leaves where anything stays that tells of complaints by their numbers. */
export const FORMER = 'redress.former';

/** What a register that was taken back has left. */
export interface FormerRegister {
  /** Sheets that tell of its complaints and that a new register does not read. */
  sheets: string[];
  /** Copies of ledgers, made before registers were built in them. */
  copies: string[];
  /** Null: its numbers are not known any more. */
  numbers: FormerNumbers | null;
}

export const NO_FORMER: FormerRegister = { sheets: [], copies: [], numbers: null };

/** Looks what a former register has left, in a workbook where none stands. */
export function readFormer(): Promise<Outcome<FormerRegister, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const numbers = loadFormer(context);
    const { all } = await readMarks(context);
    return {
      sheets: all.filter(({ mark }) => tellsOfComplaints(mark)).map(({ name }) => name),
      copies: all.filter(({ mark }) => mark?.startsWith('backup ')).map(({ name }) => name),
      numbers: numbers(),
    };
  });
}

/** Queues the numbers of a register that is about to be taken back. What is known of one before it stays, as far as it says more. */
export async function rememberFormer(context: Excel.RequestContext, rows: FormerNumbers['rows']): Promise<void> {
  const loaded = loadFormer(context);
  const stored = loadStored(context);
  await context.sync();
  const before = loaded();
  const known = Object.keys(rows).length > 0 ? rows : (before?.rows ?? {});
  const given = { ...before?.given };
  for (const [series, count] of Object.entries(stored()?.numbersGiven ?? {}))
    given[series] = Math.max(count, given[series] ?? 0);
  const former: FormerNumbers = { schemaVersion: 1, given, rows: known };
  context.workbook.settings.add(FORMER, JSON.stringify(former));
}

function loadFormer(context: Excel.RequestContext): () => FormerNumbers | null {
  const setting = context.workbook.settings.getItemOrNullObject(FORMER).load('value');
  return () => parseSetting(FormerNumbers, setting);
}
