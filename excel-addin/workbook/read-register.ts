import type { Outcome } from '../../core/outcome.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { CELLS_A_READ, areaOf, groupBySize, rangeOf, stripes } from './area.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** The register's table as it stands now. */
export interface RegisterTable {
  name: string;
  sheet: string;
  /** Header row included, total row not. */
  area: Area;
  header: string[];
  rows: CellValue[][];
  /** Indexes of the columns whose last row calculates. */
  calculating: ReadonlySet<number>;
  isProtected: boolean;
  isFiltered: boolean;
}

/** Reads the register's table; `registerGone` when no table has this name any more. */
export function readRegister(tableName: string): Promise<Outcome<RegisterTable, WorkbookTrouble | 'registerGone'>> {
  return runBatch<RegisterTable, 'registerGone'>(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
    await context.sync();
    if (table.isNullObject) throw new Stop('registerGone', { table: tableName });
    return readTable(context, table);
  });
}

/** All tables of the workbook with their headers: to find a register whose memory was lost. */
export function readTableHeaders(): Promise<
  Outcome<{ name: string; sheet: string; header: string[] }[], WorkbookTrouble>
> {
  return runBatch(async (context) => {
    const tables = context.workbook.tables.load('items/name,items/showHeaders');
    await context.sync();
    const asked = tables.items
      .filter((table) => table.showHeaders)
      .map((table) => ({
        table,
        header: table.getHeaderRowRange().load('values'),
        sheet: table.worksheet.load('name'),
      }));
    if (asked.length > 0) await context.sync();
    return asked.map(({ table, header, sheet }) => ({
      name: table.name,
      sheet: sheet.name,
      header: textsOf(header),
    }));
  });
}

export async function readTable(context: Excel.RequestContext, table: Excel.Table): Promise<RegisterTable> {
  const header = table.getHeaderRowRange().load('rowIndex,columnIndex,rowCount,columnCount,values');
  const body = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
  const lastRow = table.getDataBodyRange().getLastRow().load('formulas');
  const sheet = table.worksheet.load('name');
  const protection = sheet.protection.load('protected');
  const filter = table.autoFilter.load('isDataFiltered');
  table.load('name');
  await context.sync();
  const bodyArea = areaOf(body);
  return {
    name: table.name,
    sheet: sheet.name,
    area: { ...areaOf(header), rowCount: bodyArea.rowCount + 1 },
    header: textsOf(header),
    rows: await readValues(context, sheet, bodyArea),
    calculating: new Set((lastRow.formulas[0] ?? []).flatMap((cell, at) => (String(cell).startsWith('=') ? [at] : []))),
    isProtected: protection.protected,
    isFiltered: filter.isDataFiltered,
  };
}

/** The values of an area, in blocks. */
export async function readValues(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<CellValue[][]> {
  const cells = ({ rowCount, columnCount }: Area) => rowCount * columnCount;
  const found: CellValue[][] = [];
  for (const group of groupBySize(stripes(area, CELLS_A_READ), cells, CELLS_A_READ)) {
    const ranges = group.map((part) => rangeOf(sheet, part).load('values'));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- ten thousand cells at once: the host refuses answers above 5 MB
    await context.sync();
    found.push(...ranges.flatMap((range) => range.values as CellValue[][]));
  }
  return found;
}

function textsOf(header: Excel.Range): string[] {
  return (header.values[0] ?? []).map(String);
}
