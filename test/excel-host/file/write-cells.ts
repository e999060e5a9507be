import { toFileForm } from '../formula/file-form.ts';
import { cellName } from '../model/address.ts';
import { CellError, type Cell } from '../model/cell-value.ts';
import type { Sheet } from '../model/workbook.ts';
import { encodeAttribute, encodeXml } from '../xml/xml-tree.ts';
import { encodeEscapes, type SharedStrings } from './shared-strings.ts';

/** The rows of a changed sheet as <sheetData>; cells that nobody wrote go out with the XML they came with. */
export function writeCells(sheet: Sheet, strings: SharedStrings): string {
  const rows = [...sheet.grid.rows.keys()].sort((a, b) => a - b);
  let text = '<sheetData>';
  for (const row of rows) {
    const record = sheet.grid.rows.get(row);
    if (!record) continue;
    const attributes = Object.entries(record.attributes)
      .map(([name, value]) => ` ${name}="${encodeAttribute(value)}"`)
      .join('');
    let cells = '';
    for (const column of [...record.cells.keys()].sort((a, b) => a - b)) {
      const cell = record.cells.get(column);
      if (cell) cells += writeCell(sheet, row, column, cell, strings);
    }
    if (cells === '' && attributes === '') continue;
    text += `<row r="${row + 1}"${attributes}${cells === '' ? '/>' : `>${cells}</row>`}`;
  }
  return `${text}</sheetData>`;
}

function writeCell(sheet: Sheet, row: number, column: number, cell: Cell, strings: SharedStrings): string {
  const style = cell.style === 0 ? '' : ` s="${cell.style}"`;
  const open = `<c r="${cellName(row, column)}"${style}`;
  if (cell.raw) return `${open}${cell.raw.attributes}${cell.raw.inner === '' ? '/>' : `>${cell.raw.inner}</c>`}`;
  if (cell.formula !== null) {
    const own = sheet.tables.find(
      ({ area }) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    );
    const formula = encodeXml(toFileForm(cell.formula.slice(1), own?.name ?? null));
    const { type, text } = cachedValue(cell);
    return `${open}${type}><f>${formula}</f>${text === '' ? '' : `<v>${text}</v>`}</c>`;
  }
  const { value } = cell;
  if (value === null || value === '') return style === '' ? '' : `${open}/>`;
  if (typeof value === 'string') return `${open} t="s"><v>${strings.indexOf(value)}</v></c>`;
  const { type, text } = cachedValue(cell);
  return `${open}${type}><v>${text}</v></c>`;
}

function cachedValue({ value }: Cell): { type: string; text: string } {
  if (value === null) return { type: '', text: '' };
  if (typeof value === 'number') return { type: '', text: String(value) };
  if (typeof value === 'boolean') return { type: ' t="b"', text: value ? '1' : '0' };
  if (value instanceof CellError) return { type: ' t="e"', text: encodeXml(value.code) };
  return { type: ' t="str"', text: encodeXml(encodeEscapes(value)) };
}
