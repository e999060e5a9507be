import { safeText } from '../register/safe-cell.ts';
import {
  COLUMN_WIDTH,
  COLUMNS,
  LABEL_COLUMNS,
  lookOf,
  type Band,
  type Box,
  type RowBand,
  type TextBand,
} from './bands.ts';
import { linesHeight, linesWithin, wrapLines } from './measure-text.ts';
import type { PlannedArea, SheetPlan } from './sheet-plan.ts';

/** What is tried until all fits on a page: the size of the body text, and how much of the room for handwriting is left. */
const TRIES = [
  ...[fitting(10.5, 1), fitting(10, 1), fitting(10, 0.7), fitting(9.5, 0.7), fitting(9.5, 0.5), fitting(9, 0.5)],
  ...[fitting(8.5, 0.5), fitting(8.5, 0.34), fitting(8, 0.34), fitting(7.5, 0.34)],
];
const SMALLEST = { size: 7.5, room: 0.34 };
/** A page may be made smaller as a whole by so much before anything goes on behind it. */
const SHRINK = 0.9;
const MARGINS = { top: 30, bottom: 38, left: 38, right: 38, header: 16, footer: 16 };
/** Height that the page gives to rows, in points: A4 without margins, and a little less, since printers round. */
const PAGE_HEIGHT = 842 - MARGINS.top - MARGINS.bottom - 10;
/** Excel takes no higher row than 409. */
const ROW_HEIGHT = 380;
/** So much higher than needed an area may become, at most, when a page has room left. */
const STRETCH = 3;

export interface Words {
  /** Above what goes on: `投诉内容（续）`. */
  again: (label: string) => string;
  /** Beside what goes on behind: `投诉内容（转下页）`. */
  goesOn: (label: string) => string;
}

interface Frame {
  name: string;
  font: string;
  footer: SheetPlan['page']['footer'];
  words: Words;
  /** Stands on top of every further page. */
  head: RowBand[];
}

/**
 * Lays a form out on one A4 page: body text as large as fits; what the page has left goes to the areas for writing. Where
 * even the smallest size is too large, the longest texts and tables end with a note and go on behind, on pages of their own.
 * Nothing is ever cut.
 */
export function layOut(given: readonly Band[], frame: Frame): SheetPlan {
  const fits = TRIES.find(({ size, room }) => total(withRoom(given, room), size, Infinity) <= PAGE_HEIGHT);
  const { size, room } = fits ?? SMALLEST;
  const bands = withRoom(given, room);
  const limit = fits === undefined ? limitFor(bands, size) : Infinity;
  const page = new Page(size);
  const spare = Math.max(0, PAGE_HEIGHT - total(bands, size, limit));
  const wished = bands.reduce((sum, band) => sum + stretchOf(band), 0);
  const share = wished === 0 ? 0 : spare / wished;
  const rest: (TextBand | RowBand[])[] = [];
  const continued: string[] = [];
  for (const band of bands) {
    if (band.kind === 'row') page.row(band, extra(band, size, share));
    else if (band.kind === 'text') {
      const lines = textLines(band.text, size);
      const kept = lines.slice(0, limitOf(band, limit)).join('');
      const isWhole = kept.length === band.text.length;
      page.text(
        { ...band, text: kept, label: isWhole ? band.label : frame.words.goesOn(band.label) },
        extra(band, size, share),
      );
      if (isWhole) continue;
      continued.push(band.label);
      rest.push({ ...band, label: frame.words.again(band.label), text: band.text.slice(kept.length), lines: 1 });
    } else {
      page.row(band.head);
      const kept = band.rows.slice(0, Math.max(1, Math.min(band.rows.length, limit)));
      for (const each of kept) page.row(each);
      if (kept.length === band.rows.length) continue;
      continued.push(band.label);
      page.row(noteRow(frame.words.goesOn(band.label)));
      rest.push([titleRow(frame.words.again(band.label)), band.head, ...band.rows.slice(kept.length)]);
    }
  }
  const firstPage = page.height;
  const breaks: number[] = [];
  if (rest.length > 0) layRest(page, rest, frame, breaks);
  const pages = 1 + breaks.length;
  return {
    ...{ name: frame.name, font: frame.font, rowHeights: page.heights, cells: page.cells, pages, continued },
    // Over several pages only the width is fitted: wider columns make the first page as much smaller as it needs to be.
    columnWidths: Array.from(
      { length: COLUMNS },
      () => COLUMN_WIDTH * (pages === 1 ? 1 : Math.max(1, firstPage / PAGE_HEIGHT)),
    ),
    page: {
      ...{ orientation: 'Portrait', margins: MARGINS, breaks, titleRows: 0, footer: frame.footer },
      fit: pages === 1 ? 'onePage' : 'width',
    },
  };
}

function fitting(size: number, room: number): { size: number; room: number } {
  return { size, room };
}

/** The bands with less room for handwriting; text that is there keeps all that it needs. */
function withRoom(bands: readonly Band[], room: number): Band[] {
  return bands.map((band) => (band.kind === 'text' ? { ...band, lines: Math.max(1, band.lines * room) } : band));
}

/** What did not fit on the first page, on as many more as it needs. */
function layRest(page: Page, rest: readonly (TextBand | RowBand[])[], frame: Frame, breaks: number[]): void {
  let top = page.height;
  const turn = () => {
    breaks.push(page.heights.length);
    top = page.height;
    for (const each of frame.head) page.row(each);
  };
  const room = () => PAGE_HEIGHT - (page.height - top);
  turn();
  for (const part of rest) {
    if (Array.isArray(part)) {
      for (const each of part) {
        if (heightOf(each, page.size) > room()) turn();
        page.row(each);
      }
      continue;
    }
    for (let lines = textLines(part.text, page.size); lines.length > 0;) {
      if (linesWithin(room(), page.size) < 2) turn();
      const piece = lines.slice(0, linesWithin(Math.min(ROW_HEIGHT, room()), page.size));
      page.text({ ...part, text: piece.join('') });
      lines = lines.slice(piece.length);
    }
  }
}

/** Rows and cells as they come, from the top. */
class Page {
  readonly heights: number[] = [];
  readonly cells: PlannedArea[] = [];
  readonly size: number;
  height = 0;
  constructor(size: number) {
    this.size = size;
  }

  row(band: RowBand, extra = 0): void {
    for (const box of band.boxes) this.put(box, 1);
    this.grow(heightOf(band, this.size) + extra);
  }

  /** A text higher than a row may be stands in several, one below the other. */
  text(band: TextBand, extra = 0): void {
    const lines = textLines(band.text, this.size);
    const high = linesWithin(ROW_HEIGHT, this.size);
    const count = Math.max(1, Math.ceil(lines.length / high));
    this.put({ column: 0, columns: LABEL_COLUMNS, text: band.label, look: 'label' }, count);
    for (let at = 0; at < count; at++) {
      const piece = lines.slice(at * high, (at + 1) * high);
      const of = band.of === undefined ? {} : { of: band.of };
      const box: Box = {
        column: LABEL_COLUMNS,
        columns: COLUMNS - LABEL_COLUMNS,
        text: piece.join(''),
        look: piece.length > 2 ? 'text' : 'value',
        ...of,
      };
      this.put(box, 1);
      const needed = linesHeight(Math.max(piece.length, at === 0 ? labelLines(band.label, this.size) : 1), this.size);
      const least = count === 1 ? linesHeight(band.lines, this.size) : 0;
      this.grow(Math.min(ROW_HEIGHT + 20, Math.max(needed, least) + (count === 1 ? extra : 0)));
    }
  }

  private put({ column, columns, text, look, of }: Box, rowCount: number): void {
    this.cells.push({
      ...{ row: this.heights.length, column, rowCount, columnCount: columns },
      ...{ text: safeText(text).text, look: lookOf(look, this.size) },
      ...(of === undefined ? {} : { of }),
    });
  }

  private grow(points: number): void {
    this.heights.push(points);
    this.height += points;
  }
}

function noteRow(text: string): RowBand {
  return { kind: 'row', boxes: [{ column: 0, columns: COLUMNS, text, look: 'center' }], lines: 1, stretch: 0 };
}

function titleRow(text: string): RowBand {
  return { kind: 'row', boxes: [{ column: 0, columns: COLUMNS, text, look: 'section' }], lines: 1, stretch: 0 };
}

function textLines(text: string, size: number): string[] {
  return wrapLines(text, (COLUMNS - LABEL_COLUMNS) * COLUMN_WIDTH, size);
}

function labelLines(label: string, size: number): number {
  return wrapLines(label, LABEL_COLUMNS * COLUMN_WIDTH, size).length;
}

/** The height of a row at a size, in points. */
export function heightOf(band: RowBand, size: number): number {
  const heights = band.boxes.map(({ text, columns, look }) => {
    const own = lookOf(look, size).size;
    return linesHeight(wrapLines(text, columns * COLUMN_WIDTH, own).length, own);
  });
  return Math.min(409, Math.max(linesHeight(band.lines, size), ...heights));
}

function limitOf(band: TextBand, limit: number): number {
  return Math.max(Math.round(band.lines), limit);
}

function bandHeight(band: Band, size: number, limit: number): number {
  if (band.kind === 'row') return heightOf(band, size);
  if (band.kind === 'text') {
    const all = textLines(band.text, size).length;
    const lines = Math.min(all, limitOf(band, limit));
    const high = linesWithin(ROW_HEIGHT, size);
    const pieces = Math.max(1, Math.ceil(lines / high));
    // The note that a text goes on makes its label longer.
    const label = labelLines(band.label, size) + (all > lines ? 1 : 0);
    return linesHeight(Math.max(lines, band.lines, label), size) + (pieces - 1) * 6;
  }
  const kept = band.rows.slice(0, Math.max(1, Math.min(band.rows.length, limit)));
  const note = kept.length < band.rows.length ? linesHeight(1, size) : 0;
  return [band.head, ...kept].reduce((sum, each) => sum + heightOf(each, size), note);
}

function total(bands: readonly Band[], size: number, limit: number): number {
  return bands.reduce((sum, band) => sum + bandHeight(band, size, limit), 0);
}

/** The most lines that every long text and table may have so that all fit on a page made smaller; 1 where nothing helps. */
function limitFor(bands: readonly Band[], size: number): number {
  const most = PAGE_HEIGHT / SHRINK;
  if (total(bands, size, Infinity) <= most) return Infinity;
  let [low, high] = [1, 200];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (total(bands, size, middle) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function stretchOf(band: Band): number {
  return band.kind === 'table' ? 0 : band.stretch;
}

function extra(band: RowBand | TextBand, size: number, share: number): number {
  const most = bandHeight(band, size, Infinity) * (STRETCH - 1);
  return Math.floor(Math.max(0, Math.min(most, band.stretch * share, 400 - bandHeight(band, size, Infinity))));
}
