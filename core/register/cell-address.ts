/** The letters of a column counted from 0: 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The address of a cell by indexes from 0: `cellAddress(4, 2)` → `C5`. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A reference that keeps its column and follows its row: `rowReference(4, 2)` → `$C5`. */
export function rowReference(row: number, column: number): string {
  return `$${columnLetters(column)}${row + 1}`;
}
