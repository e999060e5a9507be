import type { CellValue } from '../sheet-reading.ts';
import type { SettingsTableId } from './settings-tables.ts';

/** A table of the settings sheet as it was read. */
export interface SettingsTableRead {
  id: SettingsTableId;
  /** What each of its columns is; null for one that somebody added. */
  columns: (string | null)[];
  rows: CellValue[][];
}

/** Something wrong with a cell of the settings sheet; words: `settings.wrong.<code>`. What was last good stays in force for it. */
export interface SettingsFinding {
  table: SettingsTableId;
  /** Of the table, from 0 below its header; null: the table as a whole. */
  row: number | null;
  column: string | null;
  code: string;
  params: Record<string, string | number>;
}

/** A row by the names of its columns. */
export interface SettingsRow {
  at: number;
  cell: (column: string) => CellValue;
  text: (column: string) => string;
}

/** The rows of a table that say anything. */
export function rowsOf(tables: readonly SettingsTableRead[], id: SettingsTableId): SettingsRow[] | null {
  const table = tables.find((each) => each.id === id);
  if (table === undefined) return null;
  const places = new Map(table.columns.map((column, index) => [column, index]));
  return table.rows.flatMap((cells, at) => {
    if (cells.every((cell) => String(cell).trim() === '')) return [];
    const cell = (column: string) => cells[places.get(column) ?? -1] ?? '';
    return [{ at, cell, text: (column: string) => String(cell(column)).trim() }];
  });
}
