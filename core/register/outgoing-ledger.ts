import * as z from 'zod';
import { fieldKind, type Field } from '../complaint/field.ts';
import { LedgerColumn, type LedgerReading } from './ledger-reading.ts';
import { sheetGrid } from './sheet-grid.ts';
import { CellValue, type SheetReading } from './sheet-reading.ts';

/** A column of somebody's ledger, as far as it must be known to write rows for it. */
export const OutgoingColumn = z.strictObject({
  header: z.string().max(1_000),
  fields: LedgerColumn.shape.fields,
  part: LedgerColumn.shape.part,
  /** How the column is filled in: its dates, numbers and choices; of other text only the signs. Never a customer's words. */
  samples: z.array(CellValue).max(40),
});
export type OutgoingColumn = z.infer<typeof OutgoingColumn>;

/** The columns of a ledger that was opened once, left to right, gaps included, so that rows can be pasted under it. */
export const OutgoingLedger = z.strictObject({
  file: z.string().max(300),
  sheet: z.string().max(300),
  date1904: z.boolean(),
  columns: z.array(OutgoingColumn).min(1).max(500),
});
export type OutgoingLedger = z.infer<typeof OutgoingLedger>;

const MOST_SAMPLES = 40;
const MOST_LENGTH = 20;

/**
 * What to remember of a ledger: header, order and manner of its columns, from the first column that its header has to the
 * last. Dates, amounts and short choices are remembered as they stand; of anything else only the signs between its parts.
 */
export function outgoingLedger(file: string, sheet: SheetReading, ledger: LedgerReading): OutgoingLedger {
  const grid = sheetGrid(sheet);
  const numbers = ledger.columns.map(({ column }) => column);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  const columns = Array.from({ length: last - first + 1 }, (_, index): OutgoingColumn => {
    const known = ledger.columns.find(({ column }) => column === first + index);
    if (known === undefined) return { header: '', fields: [], part: 'whole', samples: [] };
    const { header, fields, part, column } = known;
    const cells = ledger.dataRows.map((row) => grid.value(row, column));
    return { header: header.slice(0, 1_000), fields, part, samples: samplesOf(fields, cells) };
  });
  return { file: file.slice(0, 300), sheet: sheet.name.slice(0, 300), date1904: sheet.date1904, columns };
}

function samplesOf(fields: readonly Field[], cells: readonly CellValue[]): CellValue[] {
  const filled = cells.filter((cell) => cell !== '' && String(cell).trim() !== '');
  const [only] = fields;
  if (only === undefined) return [];
  const kind = fields.length === 1 ? fieldKind(only) : 'text';
  if (kind === 'time') return filled.slice(-MOST_SAMPLES).map(shortened);
  if (kind === 'choice') return byFrequency(filled.filter((cell) => String(cell).length <= MOST_LENGTH));
  if (kind === 'amount') return filled.slice(-MOST_SAMPLES).map((cell) => (typeof cell === 'number' ? 1 : 'x'));
  return fields.length < 2 ? [] : byFrequency(filled.map(signsOf));
}

/** A day as it is written, without what stands behind it. */
function shortened(cell: CellValue): CellValue {
  return typeof cell === 'string' ? cell.slice(0, MOST_LENGTH) : cell;
}

/** `王芳 / 138…` → `x / x` */
function signsOf(cell: CellValue): string {
  return String(cell)
    .replace(/[\p{L}\p{N}\p{M}]+/gu, 'x')
    .slice(0, MOST_LENGTH);
}

/** Each once, the most usual first. */
function byFrequency(cells: readonly CellValue[]): CellValue[] {
  const counts = new Map<CellValue, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_SAMPLES)
    .map(([cell]) => cell);
}
