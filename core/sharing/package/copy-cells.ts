import type { StepsDone } from '../../steps.ts';
import { formulaTokens } from '../formula-tokens.ts';
import type { ColumnCare } from '../personal-columns.ts';
import { isMobileNumber } from '../personal-kind.ts';
import { toCellText, toXml } from '../xml/entities.ts';
import { attributesOf, attributesText } from '../xml/rewrite-xml.ts';
import { plainNumber, rowsOf, type WrittenCell } from './cells.ts';
import { copiedFormula, type CopyContext } from './copy-context.ts';
import { dataOf } from './read-book.ts';
import { careAt } from './survey-book.ts';
import type { SurveyedSheet } from './survey.ts';

/** Counting and adding up shows nothing of a single value. */
const ADDS_UP =
  /^(?:_xlfn\.)?(?:IFERROR\(|ROUND\(|IF\(.{0,40},)?(?:COUNT\w*|SUM\w*|AVERAGE\w*|SUBTOTAL|ROWS|AGGREGATE)\(/i;
const KEPT_ROW = new Set([
  'r',
  'spans',
  's',
  'customFormat',
  'ht',
  'hidden',
  'customHeight',
  'outlineLevel',
  'collapsed',
]);
/** Pieces of a name are shorter. */
const WHOLE_WORD = 5;
const ROWS_A_STEP = 20;

/** The cells of a sheet for the copy: `<sheetData>…</sheetData>`. */
export function* copiedCells(context: CopyContext, surveyed: SurveyedSheet): Generator<StepsDone, string> {
  const { book } = context;
  const out: string[] = [];
  /** Shared formulas whose first cell could not keep its formula. */
  const gone = new Set<string>();
  let done = 0;
  for (const { row, written, cells } of rowsOf(dataOf(book, surveyed.sheet), book.strings)) {
    const attributes = attributesOf(written);
    for (const name of attributes.keys()) if (!KEPT_ROW.has(name)) attributes.delete(name);
    attributes.set('r', String(row + 1));
    const parts = cells.map((cell) => copiedCell(cell, careAt(surveyed, row, cell.column), context, surveyed, gone));
    out.push(`<row${attributesText(attributes)}>${parts.join('')}</row>`);
    if (++done % ROWS_A_STEP === 0) yield { done: surveyed.sheet.index, of: book.sheets.length };
  }
  return `<sheetData>${out.join('')}</sheetData>`;
}

function copiedCell(
  cell: WrittenCell,
  care: ColumnCare,
  context: CopyContext,
  { sheet }: SurveyedSheet,
  gone: Set<string>,
): string {
  const { column, attributes, type } = cell;
  const head: string[] = [];
  for (const name of ['r', 's', 'cm']) {
    const value = attributes.get(name);
    if (value !== undefined) head.push(` ${name}="${value}"`);
  }
  const open = `<c${head.join('')}`;
  if (care === 'empty') return `${open}/>`;
  const isWhole = typeof care === 'object';
  const formula = cell.formula === '' ? '' : formulaElement(cell, isWhole, context, gone);
  const value = type === null ? null : copiedValue(cell, care, context);
  const isTainted =
    cell.formula !== '' && !(isWhole && formula === '') && context.tainted.has(`${sheet.index},${column}`);
  if (isTainted && value !== null && !mayStay(cell, value.text)) {
    context.told.resultsLeftOut++;
    return formula === '' ? `${open}/>` : `${open}>${formula}</c>`;
  }
  if (value === null) return formula === '' ? `${open}/>` : `${open}>${formula}</c>`;
  if (value.type !== 's') {
    const kind = value.type === 'n' ? '' : ` t="${value.type}"`;
    return `${open}${kind}>${formula}<v>${toXml(toCellText(value.text))}</v></c>`;
  }
  if (formula !== '') return `${open} t="str">${formula}<v>${toXml(toCellText(value.text))}</v></c>`;
  return `${open} t="s"><v>${context.strings.place(value.text, cell.string ?? undefined)}</v></c>`;
}

/** A result that shows nothing but pseudonyms, an answer to a question, or a count. */
function mayStay({ type, value, formulaText }: WrittenCell, after: string): boolean {
  if (type === 'b' || type === 'e' || value === '') return true;
  if (type === 'n') return ADDS_UP.test(formulaText) && after === value;
  return after !== value && /^(?:\S+-[0-9A-Z]{8,}\s?)+$/.test(after);
}

function copiedValue(
  { type, value }: WrittenCell,
  care: ColumnCare,
  { masker }: CopyContext,
): { type: 's' | 'n' | 'b' | 'e' | 'd' | 'str'; text: string } | null {
  if (type === null) return null;
  if (type === 'e') return { type, text: value };
  if (care === 'number') {
    const text = type === 'n' ? plainNumber(value) : value;
    if (isMobileNumber(text)) return { type: 's', text: masker.whole('phone', text) };
    return { type: type === 'str' ? 's' : type, text: value };
  }
  if (typeof care === 'object') {
    if (type === 'b' || value.trim() === '') return null;
    return { type: 's', text: masker.whole(care.whole, type === 'n' ? plainNumber(value) : value) };
  }
  if (type === 'b' || type === 'd') return { type, text: value };
  if (type === 'n') {
    const masked = masker.number(plainNumber(value));
    return masked === null ? { type, text: value } : { type: 's', text: masked };
  }
  return { type: 's', text: masker.text(value, care === 'kept' ? 'kept' : 'free') };
}

/**
 * The formula of a cell; one that leads nowhere in the copy is left out, and its value stays. So does that of one which holds
 * words of a personal column, shown or not, or a name in pieces.
 */
function formulaElement(
  { formula, formulaText }: WrittenCell,
  isPersonal: boolean,
  context: CopyContext,
  gone: Set<string>,
): string {
  const attributes = attributesOf(/^<f\b([^>]*?)\/?>/.exec(formula)?.[1] ?? '');
  const shared = attributes.get('si');
  if (formulaText === '') return shared !== undefined && gone.has(shared) ? '' : formula;
  const isTelling = tellsByWords(formulaText, isPersonal, context);
  const after = isTelling ? null : copiedFormula(formulaText, context);
  if (after === null) {
    context.told[isTelling ? 'formulasWithNames' : 'formulasToValues']++;
    if (shared !== undefined) gone.add(shared);
    return '';
  }
  return after === formulaText ? formula : `<f${attributesText(attributes)}>${toXml(after)}</f>`;
}

function tellsByWords(formulaText: string, isPersonal: boolean, { masker }: CopyContext): boolean {
  if (!formulaText.includes('"')) return false;
  const words = formulaTokens(formulaText).flatMap(({ kind, value }) => (kind === 'text' ? [value] : []));
  if (isPersonal && words.some((word) => /[\p{L}\d]/u.test(word))) return masker.isMasking;
  // A whole word said again, as a link says what it leads to, is no second piece.
  const pieces = words.filter((word, at) => word.length < WHOLE_WORD || words.indexOf(word) === at);
  return masker.text(pieces.join('')) !== pieces.map((word) => masker.text(word)).join('');
}
