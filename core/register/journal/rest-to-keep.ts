import type { CellValue } from '../sheet-reading.ts';
import type { KeptSheet } from './plan-restore.ts';

/**
 * What of `kept` does not stand on its sheet yet, laid out for that sheet: columns are found by their headings, those that
 * are missing come behind. `standing` are the sheet's rows, headings first. A row stands there already when one row holds
 * all that it holds, whatever row of the ledger both came from; nothing that stands is changed.
 */
export function restToKeep(
  { header, rows, formats }: Omit<KeptSheet, 'name'>,
  standing: readonly (readonly CellValue[])[],
): Omit<KeptSheet, 'name'> {
  const [first = [], ...held] = standing;
  const headings = [...first.map(String), ...header.filter((name) => !first.includes(name))];
  const source = headings.map((name) => header.indexOf(name));
  const laid = rows.map((row) => source.map((at) => row[at] ?? ''));
  // The first column tells the row of the ledger, which changes when rows move.
  const holds = (one: readonly CellValue[], row: readonly CellValue[]) =>
    row.every((value, at) => at === 0 || value === '' || value === one[at]);
  return {
    header: headings,
    rows: laid.filter((row) => !held.some((one) => holds(one, row))),
    formats: source.map((at) => formats[at] ?? null),
  };
}
