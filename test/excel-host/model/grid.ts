import type { Area } from './address.ts';
import type { Cell } from './cell-value.ts';

export interface RowRecord {
  /** Attributes of the row as in the file (ht, hidden, customHeight, s, customFormat …), without r and spans. */
  attributes: Record<string, string>;
  cells: Map<number, Cell>;
}

/** The cells of one sheet: sparse rows of sparse cells. */
export class Grid {
  readonly rows = new Map<number, RowRecord>();

  get(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.cells.get(column);
  }

  row(row: number): RowRecord {
    let record = this.rows.get(row);
    if (!record) {
      record = { attributes: {}, cells: new Map() };
      this.rows.set(row, record);
    }
    return record;
  }

  set(row: number, column: number, cell: Cell): void {
    this.row(row).cells.set(column, cell);
  }

  remove(row: number, column: number): void {
    this.rows.get(row)?.cells.delete(column);
  }

  /** The stored cells inside an area, in row order; the cost follows what is stored, not the area's size. */
  *cellsIn(area: Area): Generator<{ row: number; column: number; cell: Cell }> {
    for (const row of this.rowsIn(area)) {
      const record = this.rows.get(row);
      if (!record) continue;
      const columns = [...record.cells.keys()]
        .filter((column) => column >= area.column && column < area.column + area.columns)
        .sort((a, b) => a - b);
      for (const column of columns) {
        const cell = record.cells.get(column);
        if (cell) yield { row, column, cell };
      }
    }
  }

  rowsIn(area: Area): number[] {
    if (area.rows <= this.rows.size) {
      return Array.from({ length: area.rows }, (_, offset) => area.row + offset).filter((row) => this.rows.has(row));
    }
    return [...this.rows.keys()].filter((row) => row >= area.row && row < area.row + area.rows).sort((a, b) => a - b);
  }
}
