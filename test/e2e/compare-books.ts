import { read, utils, type CellObject, type WorkSheet } from 'xlsx';

const OPTIONS = { cellFormula: true, cellNF: true, cellStyles: true } as const;

/** What a user sees changed: one line for each cell, width, merge or sheet of `before` that is not the same in `after`. */
export function differences(before: Uint8Array, after: Uint8Array): string[] {
  const old = read(before, OPTIONS);
  const now = read(after, OPTIONS);
  return old.SheetNames.flatMap((name) => {
    const [was, is] = [old.Sheets[name], now.Sheets[name]];
    if (was === undefined) return [];
    return is === undefined ? [`the sheet ${name} is gone`] : sheetDifferences(name, was, is);
  });
}

function sheetDifferences(name: string, was: WorkSheet, is: WorkSheet): string[] {
  const area = utils.decode_range(was['!ref'] ?? 'A1');
  const found: string[] = [];
  for (let row = area.s.r; row <= area.e.r; row += 1) {
    for (let column = area.s.c; column <= area.e.c; column += 1) {
      const address = utils.encode_cell({ r: row, c: column });
      const [old, now] = [was[address] as CellObject | undefined, is[address] as CellObject | undefined];
      if (look(old) !== look(now)) found.push(`${name}!${address}: ${look(old)} → ${look(now)}`);
    }
  }
  const widths = (sheet: WorkSheet): string =>
    JSON.stringify((sheet['!cols'] ?? []).slice(0, area.e.c + 1).map((column) => column.width));
  if (widths(was) !== widths(is)) found.push(`${name}: column widths`);
  const merges = (sheet: WorkSheet): string =>
    JSON.stringify((sheet['!merges'] ?? []).map((merge) => utils.encode_range(merge)).sort());
  if (merges(was) !== merges(is)) found.push(`${name}: merged cells`);
  return found;
}

/** Formulas count by their text: their values are calculated anew. */
function look(cell: CellObject | undefined): string {
  if (cell === undefined) return '';
  const content = cell.f === undefined ? [cell.t, cell.v] : [cell.f];
  return JSON.stringify([...content, cell.z, (cell as { s?: unknown }).s]);
}
