import type { Field } from '../../core/complaint/field.ts';
import type { LedgerColumn, LedgerReading } from '../../core/register/ledger-reading.ts';
import type { CellValue, SheetReading } from '../../core/register/sheet-reading.ts';

/** A worksheet from its rows; short rows are filled up with empty cells. */
export function makeSheet(rows: CellValue[][], rest: Partial<SheetReading> = {}): SheetReading {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const fill = <T>(make: (value: CellValue) => T) =>
    rows.map((row) => Array.from({ length: width }, (_, column) => make(row[column] ?? '')));
  return {
    name: '投诉台账',
    visible: true,
    used: rows.length === 0 ? null : { row: 0, column: 0, rowCount: rows.length, columnCount: width },
    values: fill((value) => value),
    formulas: fill(() => ''),
    numberFormats: fill((value) => (typeof value === 'number' && value > 20_000 ? 'yyyy/m/d h:mm' : 'General')),
    merges: [],
    tables: [],
    autoFilter: null,
    isProtected: false,
    date1904: false,
    ...rest,
  };
}

/** A reading of a ledger whose header is `headerRow` and whose data follow it to the end of the sheet. */
export function makeLedger(
  sheet: SheetReading,
  fields: Field[][],
  rest: Partial<LedgerReading> & { headerRow?: number } = {},
): LedgerReading {
  const { headerRow = 0, ...more } = rest;
  const last = (sheet.used?.rowCount ?? 1) - 1;
  const dataRows = Array.from({ length: last - headerRow }, (_, offset) => headerRow + 1 + offset);
  return {
    sheet: sheet.name,
    headerRows: [headerRow],
    firstDataRow: dataRows[0] ?? headerRow + 1,
    lastDataRow: last,
    dataRows,
    otherRows: [],
    columns: fields.map((list, column): LedgerColumn => ({
      column,
      header: String(sheet.values[headerRow]?.[column] ?? ''),
      fields: list,
      part: 'whole',
      confidence: 1,
      reason: 'header',
    })),
    obstacles: [],
    score: 1,
    ...more,
  };
}
