import { CellError, type CellValue } from '../cell-value.ts';
import type { Pivot, PivotData, Summary } from './pivot.ts';

/** Running figures over the values of one cell of the pivot. */
export interface Tally {
  count: number;
  numbers: number;
  sum: number;
  squares: number;
  product: number;
  min: number;
  max: number;
  error: CellError | null;
}

function emptyTally(): Tally {
  return { count: 0, numbers: 0, sum: 0, squares: 0, product: 1, min: Infinity, max: -Infinity, error: null };
}

function addTo(tally: Tally, value: CellValue): void {
  if (value === null || value === '') return;
  tally.count += 1;
  if (value instanceof CellError) tally.error ??= value;
  if (typeof value !== 'number') return;
  tally.numbers += 1;
  tally.sum += value;
  tally.squares += value * value;
  tally.product *= value;
  tally.min = Math.min(tally.min, value);
  tally.max = Math.max(tally.max, value);
}

/** What a tally comes to; null where nothing is shown. Texts count and are no numbers ([T Excel.AggregationFunction]). */
export function result(tally: Tally | undefined, summary: Summary): CellValue {
  if (!tally) return null;
  const { count, numbers, sum, squares, error } = tally;
  if (summary === 'Count') return count === 0 ? null : count;
  if (summary === 'CountNumbers') return numbers === 0 ? null : numbers;
  if (error) return error;
  const spread = squares - (sum * sum) / Math.max(1, numbers);
  const divided = (over: number, under: number): CellValue => (under <= 0 ? new CellError('#DIV/0!') : over / under);
  const rooted = (value: CellValue): CellValue => (typeof value === 'number' ? Math.sqrt(Math.max(0, value)) : value);
  switch (summary) {
    case 'Average':
      return divided(sum, numbers);
    case 'Max':
      return numbers === 0 ? 0 : tally.max;
    case 'Min':
      return numbers === 0 ? 0 : tally.min;
    case 'Product':
      return numbers === 0 ? 0 : tally.product;
    case 'Variance':
      return divided(spread, numbers - 1);
    case 'VarianceP':
      return divided(spread, numbers);
    case 'StandardDeviation':
      return rooted(divided(spread, numbers - 1));
    case 'StandardDeviationP':
      return rooted(divided(spread, numbers));
    default:
      return sum;
  }
}

/** Sum where every value is a number, else Count: what Excel chooses itself ([K]). */
export function chosenSummary(pivot: Pivot, { field, summarizeBy }: PivotData): Summary {
  if (summarizeBy !== 'Automatic') return summarizeBy;
  return pivot.records.every(({ values }) => typeof values[field] === 'number') ? 'Sum' : 'Count';
}

/** Tallies for every row path × column path, totals included: a path is the places of its items joined by commas, "" the total. */
export class Tallies {
  private readonly cells = new Map<string, Tally[]>();

  constructor(private readonly pivot: Pivot) {
    const { rows, columns, filters, fields, data } = pivot;
    const used = [...new Set([...rows, ...columns, ...filters])];
    for (const record of pivot.records) {
      const hidden = used.some((field) =>
        fields[field]?.hidden.has(fields[field].items[record.items[field] ?? -1]?.key ?? ''),
      );
      if (hidden) continue;
      for (let deep = 0; deep <= rows.length; deep += 1) {
        const row = rows.slice(0, deep).map((field) => record.items[field]);
        for (let wide = 0; wide <= columns.length; wide += 1) {
          const column = columns.slice(0, wide).map((field) => record.items[field]);
          const tallies = this.at(row.join(','), column.join(','), data.length);
          for (const [index, { field }] of data.entries())
            addTo(tallies[index] ?? emptyTally(), record.values[field] ?? null);
        }
      }
    }
  }

  private at(row: string, column: string, count: number): Tally[] {
    const key = `${row}|${column}`;
    let tallies = this.cells.get(key);
    if (!tallies) {
      tallies = Array.from({ length: count }, emptyTally);
      this.cells.set(key, tallies);
    }
    return tallies;
  }

  has(row: readonly number[], column: readonly number[]): boolean {
    return this.cells.has(`${row.join(',')}|${column.join(',')}`);
  }

  value(row: readonly number[], column: readonly number[], data: number): CellValue {
    const own = this.pivot.data[data];
    if (!own) return null;
    return result(this.cells.get(`${row.join(',')}|${column.join(',')}`)?.[data], chosenSummary(this.pivot, own));
  }
}
