import { foldText } from '../text/fold-text.ts';
import { matchHeader } from './match-header.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { CellValue } from './sheet-reading.ts';
import { tickedOptions } from './tick-boxes.ts';

/** A label of a form with its value; row and column are those of the cell that holds the value. */
export interface FormPair {
  label: string;
  row: number;
  column: number;
  value: CellValue;
  format: string;
}

/** Whether a cell is a label: one whose name we know, one that is only seen to be printed, or none. */
export type LabelAt = (row: number, column: number) => 'known' | 'printed' | null;

const LONGEST_LABEL = 20;
const COLON = /[:：]\s*$/;
/** Several labels in one cell: 单号：JY-1    日期：2024-3-5. */
const INLINE = /(?:^|\s{2,}|[\n;；])\s*([^\s:：\d][^:：\n]{0,18}?)\s*[:：](?!\/\/)[ \u3000]*/gu;
/** Printed to be filled in: 年 月 日, ____, YYYY-MM-DD. */
const UNFILLED = /^(?:[\s_＿年月日时分时間點点:：/\-—.…]*|y{4}[-/.]m{2}[-/.]d{2}|yyyy年mm月dd日)$/i;

/**
 * The labels of a form with their values: beside the label, below it, or in the same cell behind a colon. Ticked options
 * stand for a line of tick boxes. `labelAt` says which cells are labels; a value that happens to read like one is not.
 */
export function formPairs(grid: SheetGrid, labelAt: LabelAt): FormPair[] {
  const pairs: FormPair[] = [];
  const values = new Set<string>();
  for (let row = grid.top; row <= grid.bottom; row++) {
    for (let column = grid.left; column <= grid.right; column++) {
      const text = grid.text(row, column);
      if (text === '' || !isAnchor(grid, row, column) || values.has(`${row},${column}`)) continue;
      if (labelAt(row, column) === null) {
        pairs.push(...inSameCell(grid, row, column));
        continue;
      }
      const found = beside(grid, row, column, labelAt) ?? empty(grid, row, column, text);
      values.add(`${found.row},${found.column}`);
      pairs.push(found);
    }
  }
  return pairs;
}

/** A label may ask (What happened?), but says no more behind it. */
const SENTENCE = /[。！!]|[?？](?!$)/;
/** Boxes to be ticked are an answer. */
const CHOICE = /[[(（【]\s*[xX√✓vV]?\s*[\])）】]/;

/** Whether a text reads like a label that we know: short, named by the header rules, no sentence. */
export function readsLikeLabel(text: string): boolean {
  const plain = text.replace(COLON, '').trim();
  if (plain === '' || plain.length > LONGEST_LABEL || SENTENCE.test(plain) || CHOICE.test(plain)) return false;
  const match = matchHeader(plain);
  return match !== null && match.fields.length > 0 && match.confidence >= 0.55;
}

/** A label as a column of the register is named. */
export function cleanLabel(text: string): string {
  return foldSpaces(text).replace(COLON, '').trim();
}

function foldSpaces(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /\p{sc=Han}/u.test(line) ? line.replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '') : line;
}

function isAnchor(grid: SheetGrid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  return merge === null || (merge.row === row && merge.column === column);
}

function endOf(grid: SheetGrid, row: number, column: number): { below: number; right: number } {
  const merge = grid.mergeAt(row, column);
  return merge === null
    ? { below: row + 1, right: column + 1 }
    : { below: merge.row + merge.rowCount, right: merge.column + merge.columnCount };
}

/**
 * The value to the right of a label; below it where another label or nothing at all stands to the right. What stands beside
 * a label that we know is its value even when all forms say the same there (状态 | 已关闭).
 */
function beside(grid: SheetGrid, row: number, column: number, labelAt: LabelAt): FormPair | null {
  const label = grid.text(row, column);
  const { right, below } = endOf(grid, row, column);
  const own = labelAt(row, column);
  const isValue = (at: number, to: number) => {
    if (to > grid.right || at > grid.bottom) return false;
    const other = labelAt(at, to);
    return other === null || (own === 'known' && other === 'printed' && !COLON.test(grid.text(at, to)));
  };
  const isRight = isValue(row, right);
  if (isRight && (grid.text(row, right) !== '' || !isRowEmpty(grid, row, right))) return pair(grid, label, row, right);
  if (isValue(below, column) && grid.text(below, column) !== '' && isAnchor(grid, below, column))
    return pair(grid, label, below, column);
  return isRight ? pair(grid, label, row, right) : null;
}

function isRowEmpty(grid: SheetGrid, row: number, from: number): boolean {
  for (let column = from; column <= grid.right; column++) if (grid.text(row, column) !== '') return false;
  return grid.mergeAt(row, from) === null;
}

function pair(grid: SheetGrid, label: string, row: number, column: number): FormPair {
  return {
    label: cleanLabel(label),
    row,
    column,
    value: filledIn(grid.value(row, column)),
    format: grid.format(row, column),
  };
}

function empty(grid: SheetGrid, row: number, column: number, label: string): FormPair {
  return { label: cleanLabel(label), row, column, value: '', format: grid.format(row, column) };
}

/** 单号：JY23-001 in one cell; several of them where blanks or line breaks part them. */
function inSameCell(grid: SheetGrid, row: number, column: number): FormPair[] {
  const text = String(grid.value(row, column));
  const labels = inlineLabels(text);
  return labels.map(({ label, end }, at) => {
    const value = text.slice(end, labels[at + 1]?.start ?? text.length).replace(/[;；\s]+$/, '');
    return { label: cleanLabel(label), row, column, value: filledIn(value), format: '@' };
  });
}

function inlineLabels(text: string): { label: string; start: number; end: number }[] {
  if (!/[:：]/.test(text)) return [];
  return [...text.matchAll(INLINE)]
    .map((match) => ({ label: match[1] ?? '', start: match.index, end: match.index + match[0].length }))
    .filter(({ label }, at) => readsLikeLabel(label) || (at === 0 && text.length < 60 && isShortLabel(label)));
}

function isShortLabel(label: string): boolean {
  return /^\p{L}{2,8}$/u.test(label) && !/[0-9]/.test(label) && foldText(label).folded !== 'http';
}

function filledIn(value: CellValue): CellValue {
  if (typeof value !== 'string') return value;
  const plain = value.trim();
  if (UNFILLED.test(plain)) return '';
  return tickedOptions(plain) ?? value;
}
