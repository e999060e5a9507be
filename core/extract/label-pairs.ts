import { isWideGap, linesOf } from './passage.ts';
import type { Line, Passage } from './passage.ts';
import { labelMeaning } from './label-words.ts';

/** A label and its value as they stand in a passage; offsets of `folded`. */
export interface LabelPair {
  label: string;
  /** Where the label begins. */
  labelStart: number;
  start: number;
  end: number;
  /** True for a value of a table row below a header row. */
  isTable: boolean;
}

interface Cell {
  start: number;
  end: number;
  folded: string;
}

const PAIR = /^[\s■◆●▪★☆*•·>+-]{0,6}(?:\d{1,2}[.、)]\s?)?[【[]?([^:【】[\]。,;!?]{1,34}?)\??[】\]]?\s?:\s?/;
/** `product=Wooden bike`: a form that a program sent, when several lines stand so. */
const ASSIGNED = /^\s*["']?([a-z\p{Script=Han}][a-z\d_.\p{Script=Han}-]{0,30})["']?\s?=\s?/u;
/** `PO: HL-24. Item: cashews`: where the next label of the same line begins. */
const NEXT_LABEL = /[.;,。]\s?(?=([a-z\p{Script=Han}][^:;,.。\d]{0,23}):\s?\S)/gu;
const BRACKETED = /^\s?[【[]([^【】[\]]{2,12})[】\]]\s?:?\s?/;
/** A question of a form, with the answer behind it on the same line: `What would you like us to do? a refund`. */
const QUESTION = /^\s*([a-z][^?:\n]{6,60}\?)\s(?=\S)/;
/** A text of more lines than this is a log, not a form; what stands at its top is enough. */
const MOST_LINES = 1_500;

/**
 * The label-value pairs of a passage: `客户名称：…` (several on a line when wide blanks part them), rows of two cells,
 * tables with a header row, and labels that stand on a line of their own above their value.
 */
export function labelPairs(passage: Passage): LabelPair[] {
  const lines = linesOf(passage).slice(0, MOST_LINES);
  const pairs: LabelPair[] = [];
  let header: LabelledColumns | null = null;
  const stacked = stackedLabels(lines);
  const isAssigned = lines.filter((line) => ASSIGNED.test(line.folded.slice(0, 60))).length >= 3;
  lines.forEach((line, index) => {
    const assigned = isAssigned ? ASSIGNED.exec(line.folded) : null;
    if (assigned !== null) {
      const start = line.start + assigned[0].length;
      pairs.push({ label: assigned[1] ?? '', labelStart: line.start, start, end: line.end, isTable: false });
      return;
    }
    const cells = cellsOf(passage, line).flatMap(severalLabels);
    const below = lines[index + 1];
    const columns = headerColumns(cells, below === undefined ? [] : cellsOf(passage, below));
    if (columns !== null) header = columns;
    else if (header !== null && cells.length >= header.length - 1 && cells.length > 1)
      pairs.push(...tableRow(header, cells));
    else {
      if (cells.length < 2) header = null;
      pairs.push(...rowPairs(cells));
    }
    const next = lines[index + 1];
    if (stacked.has(index) && next !== undefined)
      pairs.push({ label: line.folded, labelStart: line.start, start: next.start, end: next.end, isTable: false });
  });
  return withContinuations(passage, pairs, lines);
}

type LabelledColumns = (string | null)[];

function cellsOf(passage: Passage, line: Line): Cell[] {
  const cells: Cell[] = [];
  let start = line.start;
  const close = (end: number) => {
    const folded = passage.folded.slice(start, end);
    if (folded.trim() !== '') cells.push({ start, end, folded });
  };
  for (let at = line.start; at < line.end; at++) {
    const isBar = /[|│]/.test(passage.folded[at] ?? '');
    if (!isBar && (!isWideGap(passage, at) || isSpacedLabel(passage, start, at))) continue;
    close(at);
    start = at + 1;
  }
  close(line.end);
  return cells;
}

/** `姓　　名：`: two characters drawn apart so that the labels of a form end in one column. */
function isSpacedLabel(passage: Passage, start: number, gap: number): boolean {
  const before = passage.folded.slice(start, gap).replace(/^[\s【[■◆●*·.]+/, '');
  const after = passage.folded.slice(gap, gap + 4).trimStart();
  return /^\p{Script=Han}$/u.test(before) && /^\p{Script=Han}(?:[】\]:|│\s]|$)/u.test(after);
}

/** The labelled parts of a cell in which several stand one behind the other; the cell itself when it holds only one. */
function severalLabels(cell: Cell): Cell[] {
  const first = PAIR.exec(cell.folded.slice(0, 80))?.[1];
  if (first === undefined || labelMeaning(first) === null) return [cell];
  const parts: Cell[] = [];
  let from = 0;
  const close = (to: number) =>
    parts.push({ start: cell.start + from, end: cell.start + to, folded: cell.folded.slice(from, to) });
  for (const next of cell.folded.slice(0, 400).matchAll(NEXT_LABEL)) {
    if (labelMeaning(next[1] ?? '') === null) continue;
    close(next.index);
    from = next.index + next[0].length;
  }
  close(cell.folded.length);
  return parts;
}

function headerColumns(cells: Cell[], below: Cell[]): LabelledColumns | null {
  if (cells.length < 3) return null;
  const columns = cells.map((cell) =>
    labelMeaning(withoutUnit(cell.folded)) === null ? null : withoutUnit(cell.folded),
  );
  const known = columns.filter((column) => column !== null).length;
  const isPlain = !cells.some((cell) => /[:;。!?]/.test(cell.folded) || cell.folded.length > 24);
  const isWordsOnly = !cells.some((cell) => /\d/.test(cell.folded));
  const isAbove = below.length === cells.length && below.some((cell) => /\d/.test(cell.folded));
  const few = isWordsOnly && (cells.length >= 4 || isAbove) ? 1 : cells.length >= 4 ? 2 : 3;
  return isPlain && known >= few ? columns : null;
}

/** `数量(t)`: the unit in a heading says nothing of what the column holds. */
function withoutUnit(heading: string): string {
  return heading.replace(/\([^()]{1,8}\)\s*$/, '');
}

function tableRow(header: LabelledColumns, cells: Cell[]): LabelPair[] {
  return cells.flatMap((cell, index) => {
    const label = header[index];
    return label === undefined || label === null
      ? []
      : [{ label, labelStart: cell.start, start: cell.start, end: cell.end, isTable: true }];
  });
}

function rowPairs(cells: Cell[]): LabelPair[] {
  const pairs: LabelPair[] = [];
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (cell === undefined) continue;
    const match = PAIR.exec(cell.folded.slice(0, 80)) ?? BRACKETED.exec(cell.folded.slice(0, 40));
    const value = cells[i + 1];
    if (match !== null) {
      const start = cell.start + match[0].length;
      const isBare = cell.folded.slice(match[0].length).trim() === '' && value !== undefined;
      pairs.push(
        isBare
          ? { label: match[1] ?? '', labelStart: cell.start, start: value.start, end: value.end, isTable: false }
          : { label: match[1] ?? '', labelStart: cell.start, start, end: cell.end, isTable: false },
      );
      if (isBare) i += 1;
    } else if (question(cell) !== null) {
      const asked = question(cell) ?? '';
      const start = cell.start + cell.folded.indexOf(asked) + asked.length;
      pairs.push({ label: asked, labelStart: cell.start, start, end: cell.end, isTable: false });
    } else if (
      value !== undefined &&
      cells.length <= 8 &&
      labelMeaning(cell.folded) !== null &&
      labelMeaning(value.folded) === null
    ) {
      pairs.push({ label: cell.folded, labelStart: cell.start, start: value.start, end: value.end, isTable: false });
      i += 1;
    }
  }
  return pairs;
}

function question(cell: Cell): string | null {
  const asked = QUESTION.exec(cell.folded.slice(0, 80))?.[1];
  return asked !== undefined && labelMeaning(asked) !== null ? asked : null;
}

/** Labels above their values count only when three or more stand so: one alone may be a heading. */
function stackedLabels(lines: Line[]): Set<number> {
  const found = new Set<number>();
  lines.forEach((line, index) => {
    const next = lines[index + 1]?.folded.trim() ?? '';
    const isLabel = line.folded.length < 20 && labelMeaning(line.folded) !== null;
    if (isLabel && next !== '' && labelMeaning(next) === null && !next.includes(':')) found.add(index);
  });
  return found.size >= 3 ? found : new Set();
}

/** What happened and what is asked for may run over several lines, up to a blank line or the next label. */
function withContinuations(passage: Passage, pairs: LabelPair[], lines: Line[]): LabelPair[] {
  const starts = new Set(
    pairs.map((pair) => lines.find((line) => pair.start >= line.start && pair.start <= line.end)?.start),
  );
  return pairs.map((pair) => {
    const field = labelMeaning(pair.label)?.field;
    if (pair.isTable || (field !== 'description' && field !== 'demand')) return pair;
    // A demand that begins on the next line is a list, which is read item by item.
    if (field === 'demand' && pair.start >= pair.end) return pair;
    let index = lines.findIndex((line) => pair.start >= line.start && pair.start <= line.end);
    if (field === 'demand' && /[。.]\s*$/.test(lines[index]?.folded ?? '')) return pair;
    let end = pair.end;
    while (index >= 0) {
      const next = lines[index + 1];
      if (next === undefined || next.folded.trim() === '' || startsWithLabel(next.folded) || starts.has(next.start))
        break;
      if (cellsOf(passage, next).length > 1) break;
      end = next.end;
      index += 1;
    }
    return { ...pair, end };
  });
}

function startsWithLabel(line: string): boolean {
  const match = PAIR.exec(line.slice(0, 60)) ?? BRACKETED.exec(line.slice(0, 40));
  if (match === null) return labelMeaning(line) !== null || QUESTION.test(line.slice(0, 80));
  return (match[1] ?? '').length <= 12 || labelMeaning(match[1] ?? '') !== null;
}
