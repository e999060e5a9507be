import type { SheetCells, SheetStructure } from './sheet-structure.ts';

/** Days between the two ways of counting. */
const SHIFT = 1_462;
const DAY_1900 = Date.UTC(1899, 11, 30);
const MILLISECONDS_A_DAY = 86_400_000;

/**
 * Whether the workbook counts days from 1904. Only a preview API says so; but a date cell tells: the year that it shows
 * is four years later than its serial number means otherwise. No date cell with a year: 1900, since nothing depends on it.
 */
export async function countsFrom1904(
  context: Excel.RequestContext,
  parts: SheetStructure[],
  cells: SheetCells[],
): Promise<boolean> {
  const witness = findDate(parts, cells);
  if (witness === null) return false;
  const cell = witness.sheet.getCell(witness.row, witness.column).load('text');
  await context.sync();
  const shown = /\d{4}/.exec(cell.text[0]?.[0] ?? '')?.[0];
  const year = new Date(DAY_1900 + (witness.serial + SHIFT) * MILLISECONDS_A_DAY).getUTCFullYear();
  return shown !== undefined && Number(shown) === year && year !== yearFrom1900(witness.serial);
}

function yearFrom1900(serial: number): number {
  return new Date(DAY_1900 + serial * MILLISECONDS_A_DAY).getUTCFullYear();
}

function findDate(parts: SheetStructure[], cells: SheetCells[]) {
  for (const [index, { sheet, used }] of parts.entries()) {
    const found = cells[index];
    if (used === null || found === undefined) continue;
    for (const [r, row] of found.numberFormats.entries())
      for (const [c, format] of row.entries()) {
        const serial = found.values[r]?.[c];
        if (typeof serial === 'number' && serial > 366 && serial < 100_000 && /yyyy/i.test(format) && /m/i.test(format))
          return { sheet, row: used.row + r, column: used.column + c, serial };
      }
  }
  return null;
}
