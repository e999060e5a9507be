import { fromCellText, fromXml } from '../xml/entities.ts';
import { attributesOf } from '../xml/rewrite-xml.ts';
import { columnIndex } from './read-book.ts';
import { stringOf, type SharedString } from './shared-strings.ts';

/** A cell as its sheet's part writes it. */
export interface WrittenCell {
  row: number;
  column: number;
  attributes: Map<string, string>;
  /** The whole `f` element, or `''`. */
  formula: string;
  /** The formula's own words, plain; `''` where the cell shares another's. */
  formulaText: string;
  /** `s` shared or inline string, `str` a formula's text, `n` number, `b`, `e`, `d`; null: empty. */
  type: 's' | 'str' | 'n' | 'b' | 'e' | 'd' | null;
  /** What it holds, as plain text. */
  value: string;
  string: SharedString | null;
}

export interface WrittenRow {
  row: number;
  /** Attributes as written. */
  written: string;
  cells: WrittenCell[];
}

const ROW = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;
const PLACE = /^([A-Za-z]{1,3})(\d+)$/;

/** The rows of a sheet one after the other; places that are not written follow the one before. */
export function* rowsOf(sheetData: string, strings: readonly SharedString[]): Generator<WrittenRow> {
  let row = -1;
  for (const [, written = '', inner = ''] of sheetData.matchAll(ROW)) {
    const said = /\br="(\d+)"/.exec(written)?.[1];
    row = said === undefined ? row + 1 : Number(said) - 1;
    const cells: WrittenCell[] = [];
    let column = -1;
    for (const [, own = '', content = ''] of inner.matchAll(CELL)) {
      const attributes = attributesOf(own);
      const place = PLACE.exec(attributes.get('r') ?? '');
      column = place?.[1] === undefined ? column + 1 : columnIndex(place[1]);
      cells.push({ row, column, attributes, ...contentOf(attributes.get('t'), content, strings) });
    }
    yield { row, written, cells };
  }
}

function contentOf(
  type: string | undefined,
  content: string,
  strings: readonly SharedString[],
): Pick<WrittenCell, 'formula' | 'formulaText' | 'type' | 'value' | 'string'> {
  const hasFormula = content.includes('<f');
  const formula = hasFormula ? (/<f\b[^>]*?(?:\/>|>[\s\S]*?<\/f>)/.exec(content)?.[0] ?? '') : '';
  const formulaText = hasFormula ? fromXml(/<f\b[^>]*>([^<]*)<\/f>/.exec(formula)?.[1] ?? '') : '';
  const base = { formula, formulaText, string: null };
  if (type === 'inlineStr') {
    const string = stringOf(/<is\b[^>]*>([\s\S]*?)<\/is>/.exec(content)?.[1] ?? '');
    return { ...base, type: 's', value: string.text, string };
  }
  const raw = /<v\b[^>]*>([^<]*)<\/v>/.exec(content)?.[1];
  if (raw === undefined) return { ...base, type: null, value: '' };
  if (type === 's') {
    const string = strings[Number(raw)] ?? { written: '', text: '' };
    return { ...base, type: 's', value: string.text, string };
  }
  const value = fromXml(raw);
  // Some programs write plain texts as the results of formulas that are not there.
  if (type === 'str') return { ...base, type: hasFormula ? 'str' : 's', value: fromCellText(value) };
  const said = type === 'b' || type === 'e' || type === 'd' ? type : 'n';
  return { ...base, type: SHAPES[said].test(value) ? said : hasFormula ? 'str' : 's', value };
}

/** What a cell of a type may hold; anything else is a text, whatever the file calls it. */
const SHAPES = {
  n: /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/,
  b: /^(?:[01]|true|false)$/i,
  e: /^#[A-Z0-9/_]{1,20}[!?]?$/,
  d: /^[-+]?\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[-+]\d\d:\d\d)?)?$|^T?\d\d:\d\d[\d:.]*Z?$/,
};

/** Digits of a number as a person would type them: `1.3800138E10` → `13800138000`. */
export function plainNumber(value: string): string {
  const number = Number(value);
  return Number.isInteger(number) && Math.abs(number) < 1e21 ? BigInt(number).toString() : value;
}
