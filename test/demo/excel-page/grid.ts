import { columnName, type Area } from '../../excel-host/model/address.ts';
import type { Sheet } from '../../excel-host/model/workbook.ts';
import { textAt } from '../../excel-host/model/read-cells.ts';
import { element } from '../../samples/pages/shared/build-element.ts';
import { cellLook, type CellLook, type Overlay } from './cell-look.ts';
import { COLUMN_HEAD, measureSheet, mergeAt, panesOf, ROW_HEAD, type Pane, type SheetAxes } from './grid-window.ts';

export interface CellPlace {
  row: number;
  column: number;
}

/** What the grid asks of the page around it. */
export interface GridEvents {
  overlayAt(sheet: Sheet, row: number, column: number): Overlay | null;
  selected(sheet: Sheet, place: CellPlace): void;
}

/** A spreadsheet's grid: draws the rows and columns that can be seen, and the selected cell. */
export class GridView {
  readonly scroller = element('div', { class: 'grid-scroll' });
  /** Follows the selected cell; the cell editor lies over it. */
  readonly anchor = element('div', { class: 'grid-anchor' });
  place: CellPlace = { row: 0, column: 0 };
  private readonly sizer = element('div', { class: 'grid-sizer' });
  private readonly window = element('div', { class: 'grid-window' });
  /** Redrawn as a whole; the anchor lies beside it, so that the editor keeps the focus. */
  private readonly drawn = element('div', { class: 'grid-drawn' });
  private axes: SheetAxes;
  private frame = 0;

  constructor(
    container: HTMLElement,
    public sheet: Sheet,
    private readonly events: GridEvents,
  ) {
    this.axes = measureSheet(sheet);
    this.window.append(this.drawn, this.anchor);
    this.sizer.append(this.window);
    this.scroller.append(this.sizer);
    container.replaceChildren(this.scroller);
    this.scroller.addEventListener('scroll', () => this.drawSoon());
    this.window.addEventListener('mousedown', (event) => this.pressed(event));
    new ResizeObserver(() => this.drawSoon()).observe(this.scroller);
  }

  showSheet(sheet: Sheet): void {
    this.sheet = sheet;
    this.place = { row: 0, column: 0 };
    this.scroller.scrollTo(0, 0);
    this.changed();
    this.events.selected(sheet, this.place);
  }

  /** To be called after every change of the sheet: sizes may have changed too. */
  changed(): void {
    this.axes = measureSheet(this.sheet);
    this.drawSoon();
  }

  select(place: CellPlace): void {
    const { rows, columns } = this.axes;
    const merge = mergeAt(this.sheet, place.row, place.column);
    this.place = {
      row: Math.min(Math.max(merge?.row ?? place.row, 0), rows.count - 1),
      column: Math.min(Math.max(merge?.column ?? place.column, 0), columns.count - 1),
    };
    this.bringIntoView();
    this.drawSoon();
    this.events.selected(this.sheet, this.place);
  }

  /** Moves over hidden rows and columns, and over merged areas as a whole. */
  move(down: number, across: number): void {
    const { rows, columns } = this.axes;
    const merge = mergeAt(this.sheet, this.place.row, this.place.column);
    let { row, column } = this.place;
    if (merge && down > 0) row = merge.row + merge.rows - 1;
    if (merge && across > 0) column = merge.column + merge.columns - 1;
    do row += down;
    while (down !== 0 && row > 0 && row < rows.count - 1 && rows.size(row) === 0);
    do column += across;
    while (across !== 0 && column > 0 && column < columns.count - 1 && columns.size(column) === 0);
    this.select({ row, column });
  }

  private pressed(event: MouseEvent): void {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (cell === null) return;
    this.select({ row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) });
  }

  private bringIntoView(): void {
    const { rows, columns, frozen } = this.axes;
    const { row, column } = this.place;
    const wide = this.scroller.clientWidth - ROW_HEAD;
    const high = this.scroller.clientHeight - COLUMN_HEAD;
    if (column >= frozen.columns) {
      const left = columns.start(column) - columns.start(frozen.columns);
      const right = columns.start(column + 1) - wide;
      this.scroller.scrollLeft = Math.min(Math.max(this.scroller.scrollLeft, right), left);
    }
    if (row >= frozen.rows) {
      const top = rows.start(row) - rows.start(frozen.rows);
      const bottom = rows.start(row + 1) - high;
      this.scroller.scrollTop = Math.min(Math.max(this.scroller.scrollTop, bottom), top);
    }
  }

  private drawSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw());
  }

  private draw(): void {
    const { rows, columns } = this.axes;
    const { clientWidth: width, clientHeight: height, scrollLeft, scrollTop } = this.scroller;
    this.sizer.style.width = `${columns.total + ROW_HEAD}px`;
    this.sizer.style.height = `${rows.total + COLUMN_HEAD}px`;
    this.window.style.width = `${width}px`;
    this.window.style.height = `${height}px`;
    const panes = panesOf(this.axes, { width, height, scrollLeft, scrollTop });
    this.drawn.replaceChildren(
      ...panes.map((pane) => this.drawPane(pane)),
      ...panes.filter(({ name }) => name === 'corner' || name === 'top').map((pane) => this.drawColumnHeads(pane)),
      ...panes.filter(({ name }) => name === 'corner' || name === 'left').map((pane) => this.drawRowHeads(pane)),
      element('div', { class: 'head-corner' }),
    );
    this.placeAnchor(panes);
  }

  private placeAnchor(panes: Pane[]): void {
    const pane = panes.find((each) => each.rows.includes(this.place.row) && each.columns.includes(this.place.column));
    this.anchor.hidden = pane === undefined;
    if (pane === undefined) return;
    const box = this.boxOf(
      mergeAt(this.sheet, this.place.row, this.place.column) ?? { ...this.place, rows: 1, columns: 1 },
    );
    setBox(this.anchor, { ...box, x: pane.x + box.x - pane.fromX, y: pane.y + box.y - pane.fromY });
  }

  private drawPane(pane: Pane): HTMLElement {
    const drawn = element('div', { class: `pane pane-${pane.name}` });
    setBox(drawn, pane);
    const merges = this.sheet.merges.filter((area) => touches(area, pane));
    const covered = (row: number, column: number): boolean =>
      merges.some(
        (area) =>
          row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
      );
    for (const row of pane.rows) {
      for (const column of pane.columns) {
        if (!covered(row, column)) drawn.append(this.drawCell({ row, column, rows: 1, columns: 1 }, pane));
      }
    }
    for (const area of merges) drawn.append(this.drawCell(area, pane));
    return drawn;
  }

  private drawCell(area: Area, pane: Pane): HTMLElement {
    const { row, column } = area;
    const look = cellLook(this.sheet, row, column, this.events.overlayAt(this.sheet, row, column));
    const cell = element('div', { class: 'cell', 'data-row': String(row), 'data-column': String(column) });
    const box = this.boxOf(area);
    setBox(cell, { ...box, x: box.x - pane.fromX, y: box.y - pane.fromY });
    for (const [name, value] of Object.entries(look.style)) cell.style.setProperty(name, value);
    if (look.text !== '') cell.append(this.drawText(look, area, box.width));
    return cell;
  }

  private drawText(look: CellLook, area: Area, width: number): HTMLElement {
    const text = element('span', { class: look.wraps ? 'cell-text wraps' : 'cell-text' }, look.text);
    const mayFlow = !look.wraps && look.style['text-align'] === 'left' && area.columns === 1;
    text.style.width = `${mayFlow ? this.roomToTheRight(area, width) : width}px`;
    return text;
  }

  /** A text without wrapping flows over the empty cells to its right, as in Excel. */
  private roomToTheRight({ row, column }: Area, width: number): number {
    let room = width;
    for (let next = column + 1; next < column + 12 && next < this.axes.columns.count; next += 1) {
      if (textAt(this.sheet, row, next) !== '' || mergeAt(this.sheet, row, next)) break;
      room += this.axes.columns.size(next);
    }
    return room;
  }

  private drawColumnHeads(pane: Pane): HTMLElement {
    const heads = element('div', { class: 'column-heads' });
    setBox(heads, { x: pane.x, y: 0, width: pane.width, height: COLUMN_HEAD });
    for (const column of pane.columns) {
      const head = element(
        'div',
        { class: column === this.place.column ? 'head current' : 'head' },
        columnName(column),
      );
      const { columns } = this.axes;
      setBox(head, { x: columns.start(column) - pane.fromX, y: 0, width: columns.size(column), height: COLUMN_HEAD });
      heads.append(head);
    }
    return heads;
  }

  private drawRowHeads(pane: Pane): HTMLElement {
    const heads = element('div', { class: 'row-heads' });
    setBox(heads, { x: 0, y: pane.y, width: ROW_HEAD, height: pane.height });
    for (const row of pane.rows) {
      const head = element('div', { class: row === this.place.row ? 'head current' : 'head' }, String(row + 1));
      const { rows } = this.axes;
      setBox(head, { x: 0, y: rows.start(row) - pane.fromY, width: ROW_HEAD, height: rows.size(row) });
      heads.append(head);
    }
    return heads;
  }

  private boxOf({ row, column, rows, columns }: Area): Box {
    const x = this.axes.columns.start(column);
    const y = this.axes.rows.start(row);
    return {
      x,
      y,
      width: this.axes.columns.start(column + columns) - x,
      height: this.axes.rows.start(row + rows) - y,
    };
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function setBox(target: HTMLElement, { x, y, width, height }: Box): void {
  target.style.transform = `translate(${x}px, ${y}px)`;
  target.style.width = `${width}px`;
  target.style.height = `${height}px`;
}

function touches(area: Area, { rows, columns }: Pane): boolean {
  return (
    rows.some((row) => row >= area.row && row < area.row + area.rows) &&
    columns.some((column) => column >= area.column && column < area.column + area.columns)
  );
}
