import type { Gathered } from './gathered.ts';
import type { SheetReading } from './sheet-reading.ts';

/** The sheets from which complaints were gathered, in their order, and how many each gave. */
export interface GatheredFrom {
  kind: Gathered['kind'];
  sheets: { sheet: string; rows: number }[];
}

/** Where the rows of a gathered sheet come from; null for a sheet that stands in the workbook itself. */
export function gatheredFrom({ gathered }: SheetReading): GatheredFrom | null {
  if (gathered === undefined) return null;
  const rows = new Map(gathered.sheets.map((sheet) => [sheet, 0]));
  for (const cells of gathered.origins) {
    const sheet = cells?.find((origin) => origin !== null)?.sheet;
    if (sheet !== undefined) rows.set(sheet, (rows.get(sheet) ?? 0) + 1);
  }
  return { kind: gathered.kind, sheets: [...rows].map(([sheet, count]) => ({ sheet, rows: count })) };
}
