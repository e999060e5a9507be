import type { Outcome } from '../../core/outcome.ts';
import { matchHeaders } from '../../core/register/match-headers.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { readTable } from './read-register.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** A complaint that came in and the row that it is: the row's complaint number. */
export interface OriginLink {
  id: string;
  number: string;
}

export type LinkTrouble =
  | WorkbookTrouble
  | 'registerGone'
  | 'sheetProtected'
  | 'rowGone'
  | 'changedMeanwhile'
  | 'numberDoubled'
  | 'originColumnMissing'
  | 'numberColumnMissing';

/**
 * Gives rows of the register the identity of the complaints that they are, so that these count as registered from then on.
 * Rows are found by their number, which must stand once; one that has an identity by now is left alone
 * (`changedMeanwhile`), and then none is written. The column is the add-in's own.
 */
export function linkOrigins(
  links: readonly OriginLink[],
  { tableName, columns: remembered }: RegisterMemory,
): Promise<Outcome<null, LinkTrouble>> {
  return runBatch<null, LinkTrouble>(
    async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
      await context.sync();
      if (table.isNullObject) throw new Stop('registerGone', { table: tableName });
      const { header, rows, area, sheet, isProtected } = await readTable(context, table);
      if (isProtected) throw new Stop('sheetProtected', { sheet });
      const { columns } = matchHeaders(remembered, header, rows);
      const at = (role: string) => columns.findIndex((column) => column.role === role);
      const numberAt = at('number');
      const originAt = at('origin');
      if (numberAt < 0) throw new Stop('numberColumnMissing');
      if (originAt < 0) throw new Stop('originColumnMissing', { table: tableName });
      for (const { id, number } of links) {
        const standing = rows.flatMap((row, index) => (String(row[numberAt] ?? '').trim() === number ? [index] : []));
        const [found, twice] = standing;
        if (found === undefined) throw new Stop('rowGone', { number });
        if (twice !== undefined)
          throw new Stop('numberDoubled', { number, rows: standing.map((index) => area.row + index + 2).join(', ') });
        const there = String(rows[found]?.[originAt] ?? '').trim();
        if (there === id) continue;
        if (there !== '') throw new Stop('changedMeanwhile');
        const cell = table.worksheet.getCell(area.row + 1 + found, area.column + originAt);
        cell.numberFormat = [['@']];
        cell.values = [[id]];
      }
      await context.sync();
      return null;
    },
    { patient: true },
  );
}
