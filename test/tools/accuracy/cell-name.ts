/** `AB12` as row and column from 0; null when it is no cell. */
export function readCellName(cell: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d*)$/.exec(cell);
  if (match === null) return null;
  return { row: Number(match[2]) - 1, column: readColumnName(match[1] ?? '') };
}

/** `A` is 0, `AB` 27. */
export function readColumnName(name: string): number {
  return Array.from(name).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Row and column from 0 as `AB12`. */
export function cellName(row: number, column: number | null): string {
  let name = '';
  for (let left = (column ?? -1) + 1; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return `${name}${row + 1}`;
}
