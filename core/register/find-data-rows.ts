import { ROWS_A_STEP, type Steps } from '../steps.ts';
import { foldText } from '../text/fold-text.ts';
import type { HeaderFound } from './find-header.ts';
import type { OtherRow } from './ledger-reading.ts';
import type { SheetGrid } from './sheet-grid.ts';

export interface DataRowsFound {
  dataRows: number[];
  /** Rows between the header and the last data row that are no complaints. */
  otherRows: OtherRow[];
  /** The first filled row below the last data row; null when nothing stands below. */
  rowBelow: number | null;
}

type RowKind = 'data' | OtherRow['kind'];

interface RowContent {
  row: number;
  /** Columns with something typed in, formulas and running numbers left out. */
  typed: number;
  /** Columns that show something, also by a merge from above. */
  shown: number;
  texts: string[];
}

const LONGEST_LABEL = 60;
const TOTAL_HEAD =
  /^(?:(?:本|全|上|下|当|各)?(?:页|月|季|季度|年|年度|日|周|期|部|区|类)?(?:\d{1,4}(?:年|月|季度)?|[一二三四]季度?|上半年|下半年)?(?:度|份)?(?:合计|总计|小计|共计|累计|总数|总和|汇总|计)(?!划|算)|(?:grand |sub ?-?|running )?totals?\b|sum\b|subtotal)/;
const TOTAL_TAIL = /(?:合计|总计|小计|共计|累计|sub-?total|total)s?\s*[:：]?\s*[\d.,]*\s*[件条宗个项起例单]?$/;
const LEGEND =
  /^(?:注|备注|说明|填表说明|填写说明|图例|制表|制单|填表|审核|审批|批准|核准|复核|签字|签名|编制|负责人|经办人|主管|单位负责人|统计人|日期|打印|第\d+页|note|notes|legend|key|prepared by|approved by|checked by|signature|printed|page \d)(?:人|日期|时间)?\s*[:：*]|^[※*]|^[红黄绿蓝橙灰]色?\s*[=＝:：]|^(?:red|green|yellow|amber|blue|grey)\s*[=:]|^(?:以下空白|此行以下|end of)/;

/**
 * Tells the complaints below the header from all else: blank and pre-numbered rows, separators (years, months, depots),
 * repeated headers of stacked blocks, sub-totals and totals, legends and signature lines. Rows after the last complaint
 * are not listed. Some rows at a time.
 */
export function* findDataRows(grid: SheetGrid, header: HeaderFound): Steps<DataRowsFound> {
  const first = (header.rows.at(-1) ?? 0) + 1;
  const labels = headerLabels(grid, header);
  const of = 2 * Math.max(0, grid.bottom - first + 1);
  const contents: RowContent[] = [];
  for (let row = first; row <= grid.bottom; row++) {
    if (contents.length % ROWS_A_STEP === 0) yield { done: contents.length, of };
    contents.push(contentOf(grid, header, row));
  }
  const usual = median(contents.filter(({ typed }) => typed >= 2).map(({ typed }) => typed));
  const kinds: RowKind[] = [];
  for (const content of contents) {
    if (kinds.length % ROWS_A_STEP === 0) yield { done: contents.length + kinds.length, of };
    kinds.push(kindOf(grid, header, content, labels, usual));
  }
  dropBelowGap(contents, kinds, usual);
  const lastIndex = kinds.lastIndexOf('data');
  const dataRows = contents.filter((_, index) => kinds[index] === 'data').map(({ row }) => row);
  const otherRows = contents.flatMap(({ row }, index) => {
    const kind = kinds[index];
    return kind === undefined || kind === 'data' || index > lastIndex ? [] : [{ row, kind }];
  });
  const below = contents.find(({ shown }, index) => index > lastIndex && shown > 0);
  return { dataRows, otherRows, rowBelow: below?.row ?? null };
}

function contentOf(grid: SheetGrid, header: HeaderFound, row: number): RowContent {
  const content: RowContent = { row, typed: 0, shown: 0, texts: [] };
  for (let column = header.firstColumn; column <= header.lastColumn; column++) {
    const text = grid.text(row, column);
    if (text !== '') {
      content.texts.push(text);
      if (grid.formula(row, column) === '') content.typed++;
    }
    if (text !== '' || isFilledFromAbove(grid, row, column)) content.shown++;
  }
  return content;
}

function isFilledFromAbove(grid: SheetGrid, row: number, column: number): boolean {
  const merge = grid.mergeAt(row, column);
  return merge !== null && merge.row < row && merge.columnCount === 1 && grid.text(merge.row, merge.column) !== '';
}

function headerLabels(grid: SheetGrid, { rows, firstColumn, lastColumn }: HeaderFound): Map<number, Set<string>> {
  const labels = new Map<number, Set<string>>();
  for (let column = firstColumn; column <= lastColumn; column++) {
    labels.set(column, new Set(rows.map((row) => fold(grid.text(row, column))).filter((label) => label !== '')));
  }
  return labels;
}

function fold(text: string): string {
  return foldText(text).folded.replace(/\s+/g, '');
}

function kindOf(
  grid: SheetGrid,
  header: HeaderFound,
  content: RowContent,
  labels: Map<number, Set<string>>,
  usual: number,
): RowKind {
  const { row, typed, texts } = content;
  if (texts.length === 0) return 'blank';
  if (isRepeatedHeader(grid, header, content, labels)) return 'repeatedHeader';
  const isSparse = typed <= Math.max(2, usual * 0.5);
  const wide = isWide(grid, header, row);
  if (!isSparse && !wide) return 'data';
  const folded = texts.map((text) => foldText(text).folded.replace(/\s+/g, ' '));
  if (isSparse && folded.some((text) => isTotal(text))) return 'total';
  if (isSparse && folded.some((text) => LEGEND.test(text.trim()))) return 'legend';
  if (wide) return folded.some((text) => isTotal(text)) ? 'total' : 'separator';
  if (typed === 0 || (typed === 1 && isRunningNumber(texts[0] ?? '')))
    return texts.length > 1 && typed === 0 ? 'total' : 'blank';
  if (typed === 1 && usual >= 4 && (texts[0] ?? '').length <= 40) return 'separator';
  return 'data';
}

function isTotal(text: string): boolean {
  const plain = text.trim();
  return (
    plain.length <= 40 &&
    (TOTAL_HEAD.test(plain.replace(/\s/g, '')) || TOTAL_HEAD.test(plain) || TOTAL_TAIL.test(plain))
  );
}

function isRunningNumber(text: string): boolean {
  return /^\d{1,6}$/.test(text);
}

function isRepeatedHeader(
  grid: SheetGrid,
  { firstColumn, lastColumn }: HeaderFound,
  { row, texts }: RowContent,
  labels: Map<number, Set<string>>,
): boolean {
  let same = 0;
  let other = 0;
  for (let column = firstColumn; column <= lastColumn && other <= texts.length * 0.4; column++) {
    const text = grid.text(row, column);
    if (text === '') continue;
    if (text.length <= LONGEST_LABEL && labels.get(column)?.has(fold(text)) === true) same++;
    else other++;
  }
  return same >= 2 && same >= texts.length * 0.6;
}

/** One cell merged over most of the ledger's width: a heading among the rows. */
function isWide(grid: SheetGrid, { firstColumn, lastColumn }: HeaderFound, row: number): boolean {
  const width = lastColumn - firstColumn + 1;
  for (let column = firstColumn; column <= lastColumn; column++) {
    const merge = grid.mergeAt(row, column);
    if (merge !== null && width > 2 && merge.columnCount >= width * 0.6) return true;
  }
  return false;
}

/**
 * Below the ledger other things may stand after a blank row: a small table, notes. Rows after a gap that are much emptier
 * than complaints are not taken for complaints unless full ones follow.
 */
function dropBelowGap(contents: RowContent[], kinds: RowKind[], usual: number): void {
  for (let index = kinds.length - 1; index >= 0; index--) {
    const content = contents[index];
    if (kinds[index] !== 'data' || content === undefined) continue;
    if (content.shown >= usual * 0.5) return;
    const gap = kinds.lastIndexOf('blank', index);
    const lastFull = contents.findLastIndex(({ shown }, at) => kinds[at] === 'data' && shown >= usual * 0.5);
    if (gap <= lastFull) return;
    for (let at = gap; at < kinds.length; at++) if (kinds[at] === 'data') kinds[at] = 'legend';
  }
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
