import * as z from 'zod';
import { foldText } from '../text/fold-text.ts';
import { spellingKey } from '../register/findings/spelling-key.ts';
import type { CellValue } from '../register/sheet-reading.ts';
import type { Period } from './period.ts';
import { monthsOf } from './periods.ts';

/** A month, `YYYY-MM`. */
const Month = z.string().regex(/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/);

/** How much was sold or delivered in a month, as the company entered it; `product` null: of everything. */
export const SalesVolume = z.strictObject({
  month: Month,
  product: z.string().min(1).nullable(),
  units: z.number().nonnegative(),
});
export type SalesVolume = z.infer<typeof SalesVolume>;

/** Something to be seen about the table of volumes. Words: `statistics.volume.finding.<code>`. */
export interface VolumeFinding {
  level: 'error' | 'warning' | 'info';
  code:
    | 'monthUnreadable'
    | 'unitsUnreadable'
    | 'unitsAsText'
    | 'sameTwice'
    | 'clash'
    | 'productUnknown'
    | 'totalDiffers'
    | 'monthMissing'
    | 'productMissing';
  /** Row of the table's body, from 0; null: about the whole table. */
  row: number | null;
  params: Record<string, string | number>;
}

export interface VolumeTable {
  /** Month, product (empty: of everything), units. */
  rows: readonly (readonly CellValue[])[];
  date1904: boolean;
  /** Months that are expected to have a volume. */
  months: readonly string[];
  /** What the register's complaints are about, by the month of receipt (`''`: unknown). */
  products: ProductsByMonth;
}

/** Products that complaints name, as they are written, by month. */
export type ProductsByMonth = ReadonlyMap<string, ReadonlySet<string>>;

interface Line extends SalesVolume {
  row: number;
}

/**
 * Reads the company's table of volumes. What cannot be read is told and left out; two different numbers for the same month and
 * product clash, and neither counts; where there is a total beside products the total counts. Products without a total are the
 * whole of a month only when all that complaints were about are among them. Nothing is ever filled in.
 */
export function readVolumes({ rows, date1904, months, products }: VolumeTable): {
  volumes: SalesVolume[];
  findings: VolumeFinding[];
} {
  const findings: VolumeFinding[] = [];
  const tell = (
    level: VolumeFinding['level'],
    code: VolumeFinding['code'],
    row: number | null,
    params: VolumeFinding['params'],
  ) => findings.push({ level, code, row, params });
  const known = new Set([...products.values()].flatMap((names) => [...names].map(spellingKey)));
  const lines = new Map<string, Line[]>();
  for (const [row, [monthCell = '', productCell = '', unitsCell = '']] of rows.entries()) {
    if ([monthCell, unitsCell].every((cell) => String(cell).trim() === '')) continue;
    const month = readMonth(monthCell, date1904);
    if (month === null) {
      tell('error', 'monthUnreadable', row, { text: String(monthCell) });
      continue;
    }
    const units = readUnits(unitsCell);
    if (units === null) {
      tell('error', 'unitsUnreadable', row, { text: String(unitsCell) });
      continue;
    }
    if (typeof unitsCell === 'string') tell('warning', 'unitsAsText', row, { text: unitsCell.trim(), units });
    const product = String(productCell).trim() || null;
    if (product !== null && !known.has(spellingKey(product))) tell('info', 'productUnknown', row, { product });
    const key = `${month} ${product === null ? '' : spellingKey(product)}`;
    lines.set(key, [...(lines.get(key) ?? []), { month, product, units, row }]);
  }
  const volumes: SalesVolume[] = [];
  for (const [first, ...more] of lines.values()) {
    if (first === undefined) continue;
    const { row, ...volume } = first;
    const last = more.at(-1)?.row ?? row;
    if (more.some(({ units }) => units !== first.units)) tell('error', 'clash', last, { month: first.month });
    else {
      if (more.length > 0) tell('warning', 'sameTwice', last, { month: first.month });
      volumes.push(volume);
    }
  }
  const clashing = new Set(findings.flatMap(({ code, params }) => (code === 'clash' ? [params['month']] : [])));
  const sound = volumes.filter(({ month }) => !clashing.has(month));
  for (const month of new Set(sound.map((volume) => volume.month))) {
    const total = sound.find((volume) => volume.month === month && volume.product === null)?.units;
    const parts = sound.filter((volume) => volume.month === month && volume.product !== null);
    const sum = parts.reduce((all, { units }) => all + units, 0);
    if (total !== undefined && parts.length > 0 && sum !== total)
      tell('warning', 'totalDiffers', null, { month, total, sum });
    const lacking = total === undefined ? without(parts, products.get(month)) : [];
    if (lacking.length > 0) tell('warning', 'productMissing', null, { month, products: lacking.join('、') });
  }
  for (const month of months)
    if (!sound.some((volume) => volume.month === month)) tell('warning', 'monthMissing', null, { month });
  return { volumes: sound, findings };
}

/**
 * The volume of a whole period; null as soon as one of its months has none, and for weeks. A total goes before its parts;
 * parts alone are no whole while one that complaints of the month are about is not among them.
 */
export function volumeOf(
  period: Period,
  volumes: readonly SalesVolume[],
  productsIn: (month: string) => ReadonlySet<string>,
): number | null {
  const ofMonth = (month: string): number | null => {
    const lines = volumes.filter((volume) => volume.month === month);
    const total = lines.find(({ product }) => product === null);
    if (total !== undefined) return total.units;
    if (lines.length === 0 || without(lines, productsIn(month)).length > 0) return null;
    return lines.reduce((sum, { units }) => sum + units, 0);
  };
  const months = monthsOf(period)?.map(ofMonth) ?? [null];
  return months.reduce((sum, units) => (sum === null || units === null ? null : sum + units), 0);
}

/** The products that the lines say nothing of, once each, in whatever spelling. */
function without(lines: readonly SalesVolume[], products: ReadonlySet<string> = new Set()): string[] {
  const told = new Set(lines.map(({ product }) => spellingKey(product ?? '')));
  const named = new Map([...products].map((product) => [spellingKey(product), product]));
  return [...named].flatMap(([key, product]) => (product === '' || told.has(key) ? [] : [product]));
}

/** The volumes of one product, in whatever spelling, as its whole. */
export function ofProduct(volumes: readonly SalesVolume[], product: string): SalesVolume[] {
  const key = spellingKey(product);
  return volumes
    .filter(({ product }) => product !== null && spellingKey(product) === key)
    .map((volume) => ({ ...volume, product: null }));
}

const MONTH = /^(?:公元|西元)?(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?(?:[-/.]\d{1,2}日?)?$/;
/** Days from 1899-12-30, as workbooks count, to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

function readMonth(cell: CellValue, date1904: boolean): string | null {
  if (typeof cell === 'number' && cell < 190_000) {
    const serial = cell + (date1904 ? 1462 : 0);
    const month =
      serial < 1 ? '' : new Date((Math.floor(serial) - EPOCH_SERIAL) * 86_400_000).toISOString().slice(0, 7);
    return Month.safeParse(month).success ? month : null;
  }
  const found = MONTH.exec(foldText(String(cell)).folded.trim());
  const month = `${found?.[1] ?? ''}-${(found?.[2] ?? '').padStart(2, '0')}`;
  return Month.safeParse(month).success ? month : null;
}

function readUnits(cell: CellValue): number | null {
  const text = foldText(String(cell)).folded.replace(/[,\s]/g, '');
  const units = typeof cell === 'number' ? cell : /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(units) && units >= 0 ? units : null;
}
