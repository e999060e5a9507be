import type { Area, CellValue, SheetReading } from '../../core/register/sheet-reading.ts';

/** What is known of a sheet before its cells are read. */
export interface SheetStructure {
  sheet: Excel.Worksheet;
  used: Area | null;
  merges: Area[];
  tables: SheetReading['tables'];
  autoFilter: Area | null;
}

export interface SheetCells {
  values: CellValue[][];
  formulas: string[][];
  numberFormats: string[][];
}
