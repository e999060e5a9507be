import { ComplaintId } from '../complaint/complaint-id.ts';
import type { RegisterColumn } from './register-plan.ts';
import type { CellValue } from './sheet-reading.ts';

/** The register's columns as they stand now, and what happened to them since it was made. */
export interface MatchedHeaders {
  /** One a column of the table, in its present order; columns that someone added carry nothing. */
  columns: RegisterColumn[];
  renamed: { from: string; to: string }[];
  /** Columns that are gone. */
  missing: RegisterColumn[];
}

/**
 * Finds the register's columns again by their headers, wherever they were moved. A header that is not known is taken for a
 * renamed column only when its place leaves no other choice: both neighbours (or the table's edge) are known and stood on
 * either side of the one column that is missing there, or all others still stand where they stood. The column of origin
 * ids must also hold nothing but such ids.
 */
export function matchHeaders(
  remembered: readonly RegisterColumn[],
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): MatchedHeaders {
  const byKey = new Map(remembered.map((column, index) => [keyOf(column.header), index]));
  const places = header.map((name) => byKey.get(keyOf(name)) ?? null);
  const known = new Set(places);
  const isSameLayout =
    header.length === remembered.length && places.every((place, index) => place === null || place === index);

  places.forEach((place, index) => {
    if (place !== null) return;
    const guess = isSameLayout ? index : betweenNeighbours(places, index, remembered.length);
    const column = guess === null ? undefined : remembered[guess];
    if (guess === null || column === undefined || known.has(guess)) return;
    if (column.role === 'origin' && !holdsOnlyIds(rows, index)) return;
    places[index] = guess;
    known.add(guess);
  });

  const firstFree = 1 + Math.max(0, ...remembered.map(({ role }) => Number(/^user:(\d+)$/.exec(role)?.[1] ?? 0)));
  const columns = header.map((name, index) => {
    const column = remembered[places[index] ?? -1];
    return column ? { ...column, header: name } : strangersColumn(name, firstFree + index);
  });
  const renamed = header.flatMap((to, index) => {
    const from = remembered[places[index] ?? -1]?.header;
    return from === undefined || keyOf(from) === keyOf(to) ? [] : [{ from, to }];
  });
  return { columns, renamed, missing: remembered.filter((_, index) => !known.has(index)) };
}

function betweenNeighbours(places: readonly (number | null)[], index: number, count: number): number | null {
  const left = index === 0 ? -1 : (places[index - 1] ?? null);
  const right = index === places.length - 1 ? count : (places[index + 1] ?? null);
  return left !== null && right !== null && right === left + 2 ? left + 1 : null;
}

function holdsOnlyIds(rows: readonly (readonly CellValue[])[], column: number): boolean {
  return rows.every((row) => {
    const value = String(row[column] ?? '').trim();
    return value === '' || ComplaintId.safeParse(value).success;
  });
}

function strangersColumn(header: string, number: number): RegisterColumn {
  return {
    role: `user:${number}`,
    header,
    fields: [],
    part: 'whole',
    numberFormat: null,
    width: null,
    list: null,
  };
}

function keyOf(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/_x000d_/gi, '')
    .replace(/\s+/g, '')
    .toLowerCase();
}
