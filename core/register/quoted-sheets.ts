import { matchHeaders } from './match-headers.ts';
import type { RegisterMemory } from './register-plan.ts';
import type { SheetReading } from './sheet-reading.ts';

/**
 * The sheets from which complaints stand in the register, as its own rows say it (`6月!13`), and the one that it was made
 * of. What could be gathered from the workbook today tells nothing of it: a month may have come since. Where the rows name
 * no sheet, it is that one alone. `sheet` is the reading of the register's own sheet.
 */
export function quotedSheets(
  sheet: SheetReading,
  { columns, tableName, originSheet }: Pick<RegisterMemory, 'columns' | 'tableName' | 'originSheet'>,
): Set<string> {
  const named = new Set([originSheet]);
  const area = sheet.tables.find(({ name }) => name === tableName)?.area;
  if (area === undefined || sheet.used === null) return named;
  const { used } = sheet;
  const [header = [], ...rows] = sheet.values
    .slice(area.row - used.row, area.row - used.row + area.rowCount)
    .map((row) => row.slice(area.column - used.column, area.column - used.column + area.columnCount));
  const at = matchHeaders(columns, header.map(String), rows).columns.findIndex(({ role }) => role === 'originRow');
  for (const row of rows) {
    const place = /^(.+)!\d+$/su.exec(String(row[at] ?? ''))?.[1];
    if (place !== undefined) named.add(place);
  }
  return named;
}
