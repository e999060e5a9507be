import type { CellValue, SheetReading } from './sheet-reading.ts';

/** The value of a cell by its row and column on the sheet, from 0; `''` outside the used range. */
export function valueAt(sheet: SheetReading, row: number, column: number): CellValue {
  return at(sheet, sheet.values, row, column) ?? '';
}

/** The formula of a cell, `''` where it has none. */
export function formulaAt(sheet: SheetReading, row: number, column: number): string {
  return at(sheet, sheet.formulas, row, column) ?? '';
}

/** The number format of a cell; `General` outside the used range. */
export function formatAt(sheet: SheetReading, row: number, column: number): string {
  return at(sheet, sheet.numberFormats, row, column) ?? 'General';
}

/** True when a cell holds anything that a reader sees. */
export function isFilled(sheet: SheetReading, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  return formulaAt(sheet, row, column) !== '' || (typeof value === 'string' ? value.trim() !== '' : true);
}

/** The number format that most numbers of a column have in these rows; null when it holds no numbers. */
export function usualNumberFormat(sheet: SheetReading, rows: readonly number[], column: number): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (typeof valueAt(sheet, row, column) !== 'number') continue;
    const format = formatAt(sheet, row, column);
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  let best: { format: string | null; count: number } = { format: null, count: 0 };
  for (const [format, count] of counts) if (count > best.count) best = { format, count };
  return best.format;
}

/** True when a cell holds text, which no formula of ours takes for a time. */
export function holdsText(sheet: SheetReading, row: number, column: number): boolean {
  const value = valueAt(sheet, row, column);
  return typeof value === 'string' && value.trim() !== '';
}

/** A width in characters that shows most of a column: Chinese characters count two; between 8 and 40. */
export function fittingWidth(texts: readonly string[]): number {
  const lengths = texts.map(displayLength).sort((a, b) => a - b);
  const most = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  return Math.min(40, Math.max(8, most + 2));
}

/** The longest line in columns of a fixed-width font. */
export function displayLength(text: string): number {
  return Math.max(0, ...text.split('\n').map((line) => line.length + (line.match(WIDE)?.length ?? 0)));
}

/** Signs that take two columns: everything from the East Asian radicals on. */
const WIDE = /[\u2E80-\uFFEF]/g;

function at<T>(sheet: SheetReading, grid: readonly (readonly T[])[], row: number, column: number): T | undefined {
  if (sheet.used === null) return undefined;
  return grid[row - sheet.used.row]?.[column - sheet.used.column];
}
