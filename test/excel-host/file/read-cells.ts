import { columnIndex } from '../model/address.ts';
import { CellError, type Cell, type CellValue } from '../model/cell-value.ts';
import type { Sheet } from '../model/workbook.ts';
import { translateFormula } from '../formula/translate.ts';
import { fromFileForm } from '../formula/file-form.ts';
import { without } from '../model/without.ts';
import { decodeXml, parseAttributes } from '../xml/xml-tree.ts';
import { decodeEscapes, stringItemText } from './shared-strings.ts';

interface SharedFormula {
  row: number;
  column: number;
  formula: string;
}

/** Reads the rows inside <sheetData> into the sheet's grid; cells keep their XML so that untouched ones go back unchanged. */
export function readCells(sheet: Sheet, sheetData: string, strings: readonly string[]): void {
  const shared = new Map<string, SharedFormula>();
  let nextRow = 0;
  for (const [, rowSource = '', inner = ''] of sheetData.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const { r, ...attributes } = without(parseAttributes(rowSource), 'spans');
    const row = r === undefined ? nextRow : Number(r) - 1;
    nextRow = row + 1;
    const record = sheet.grid.row(row);
    record.attributes = attributes;
    let nextColumn = 0;
    for (const [, cellSource = '', cellInner = ''] of inner.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const reference = /\br="([A-Za-z]+)/.exec(cellSource)?.[1];
      const column = reference === undefined ? nextColumn : columnIndex(reference);
      nextColumn = column + 1;
      const cell = readCell(cellSource, cellInner, strings, shared, row, column);
      if (cell.formula !== null) sheet.hasFormulas = true;
      record.cells.set(column, cell);
    }
  }
}

function readCell(
  source: string,
  inner: string,
  strings: readonly string[],
  shared: Map<string, SharedFormula>,
  row: number,
  column: number,
): Cell {
  const type = /\bt="(\w+)"/.exec(source)?.[1] ?? 'n';
  const style = Number(/\bs="(\d+)"/.exec(source)?.[1] ?? '0');
  const attributes = source.replace(/\s\b(?:r|s)="[^"]*"/g, '').trimEnd();
  const value = readValue(type, inner, strings);
  const formulaMatch = /<f\b([^>]*?)(?:\/>|>([\s\S]*?)<\/f>)/.exec(inner);
  if (!formulaMatch) return { value, formula: null, style, raw: { attributes, inner } };
  const formulaAttributes = parseAttributes(formulaMatch[1] ?? '');
  const text = fromFileForm(decodeEscapes(decodeXml(formulaMatch[2] ?? '')));
  const group = formulaAttributes['si'];
  if (formulaAttributes['t'] !== 'shared' || group === undefined) {
    // A cell of an array or data table keeps its XML; without text it only shows its value.
    return { value, formula: text === '' ? null : `=${text}`, style, raw: { attributes, inner } };
  }
  if (text !== '') shared.set(group, { row, column, formula: text });
  const master = shared.get(group);
  const formula = master ? translateFormula(master.formula, row - master.row, column - master.column) : text;
  // No raw XML: members of a shared group are written out one by one, so that any of them may be changed.
  return { value, formula: `=${formula}`, style, raw: null };
}

function readValue(type: string, inner: string, strings: readonly string[]): CellValue {
  if (type === 'inlineStr') {
    const item = /<is\b[^>]*>([\s\S]*?)<\/is>/.exec(inner);
    return item ? stringItemText(item[1] ?? '') : null;
  }
  const text = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1];
  if (text === undefined) return null;
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'str':
      return decodeEscapes(decodeXml(text));
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return new CellError(decodeXml(text));
    case 'd':
      return isoToSerial(decodeXml(text));
    default:
      return text.trim() === '' ? null : Number(text);
  }
}

function isoToSerial(text: string): CellValue {
  const time = Date.parse(text.endsWith('Z') || text.length <= 10 ? text : `${text}Z`);
  return Number.isNaN(time) ? text : time / 86_400_000 + 25_569;
}
