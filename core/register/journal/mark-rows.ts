import { ROWS_A_STEP, type Steps } from '../../steps.ts';
import type { RegisterPlan } from '../register-plan.ts';
import { rowMark } from './row-mark.ts';

/** The rows that a plan writes, each as `<complaint number> <mark>`, by which a restore tells what people have changed since. */
export function* markRows({ placement, columns, rows, firstAdded }: RegisterPlan): Steps<string[]> {
  const isInPlace = placement.kind === 'inPlace';
  const written = isInPlace ? columns.slice(firstAdded) : columns;
  const numberAt = written.findIndex(({ role }) => role === 'number');
  const marks: string[] = [];
  for (const row of rows) {
    if (marks.length % ROWS_A_STEP === 0) yield { done: marks.length, of: rows.length };
    const number = row[numberAt] ?? '';
    const text = typeof number === 'object' ? '' : String(number).replace(/^'/, '');
    marks.push(`${text} ${rowMark(written, row, { ownColumns: !isInPlace })}`);
  }
  return marks;
}
