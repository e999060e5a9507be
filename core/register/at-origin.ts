import { cellAddress } from './cell-address.ts';
import type { Finding } from './finding.ts';
import type { Gathered } from './gathered.ts';
import type { SheetReading } from './sheet-reading.ts';

/** Where a row of a gathered sheet was read: `6月!13` in joined sheets, `JY23-001!1` for a form; null on an ordinary sheet. */
export function rowOrigin({ gathered }: SheetReading, row: number): string | null {
  const first = gathered?.origins[row]?.find((origin) => origin !== null) ?? null;
  return first === null ? null : `${first.sheet}!${first.row + 1}`;
}

/**
 * A finding placed where the user sees the cell: on the sheet that a gathered row came from, and with the other row of a
 * duplicate as an address (`6月!B13`). On an ordinary sheet it stays as it is.
 */
export function atOrigin(finding: Finding, { gathered }: SheetReading): Finding {
  if (gathered === undefined) return finding;
  const { row, column, code, params } = finding;
  const cells = gathered.origins[row] ?? [];
  const place = (column === null ? null : cells[column]) ?? cells.find((origin) => origin !== null) ?? null;
  const told = elsewhere(gathered, finding);
  const placed = told === null ? finding : { ...finding, code: `${code}At`, params: { ...params, place: told } };
  return place === null
    ? placed
    : { ...placed, sheet: place.sheet, row: place.row, column: column === null ? null : place.column };
}

const OF_TWO_ROWS = new Set(['duplicateId', 'possibleDuplicate']);

function elsewhere({ origins }: Gathered, { code, column, params }: Finding): string | null {
  const other = params['row'];
  if (!OF_TWO_ROWS.has(code) || typeof other !== 'number') return null;
  const cells = origins[other - 1] ?? [];
  const place = (column === null ? null : cells[column]) ?? cells.find((origin) => origin !== null) ?? null;
  return place === null ? null : `${place.sheet}!${cellAddress(place.row, place.column)}`;
}
