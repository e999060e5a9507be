import type { CellValue } from '../cell-value.ts';
import { columnEntries, rowEntries, type AxisEntry } from './axes.ts';
import type { Pivot, PivotData } from './pivot.ts';
import { chosenSummary, Tallies } from './summaries.ts';

export interface PivotCell {
  value: CellValue;
  numberFormat?: string;
}

/** The finished picture of a pivot: cells from its own top left corner, and what the file has to know about it. */
export interface PivotPicture {
  cells: (PivotCell | null)[][];
  headerRows: number;
  labelColumns: number;
  rows: AxisEntry[];
  columns: AxisEntry[];
  /** The filters that stand above, name and choice. */
  filters: [string, string][];
}

export function layOut(pivot: Pivot): PivotPicture {
  const filters = pivot.filters.map((field): [string, string] => [nameOf(pivot, field), chosenFilter(pivot, field)]);
  if (pivot.rows.length + pivot.columns.length + pivot.data.length === 0) {
    return { cells: [], headerRows: 0, labelColumns: 0, rows: [], columns: [], filters };
  }
  const tallies = new Tallies(pivot);
  const rows = rowEntries(pivot, tallies);
  const columns = columnEntries(pivot, tallies);
  const labels = labelColumns(pivot);
  const header = headerLines(pivot, columns, labels);
  const width = labels + columns.length * pivot.data.length;
  const lines = rows.map((entry, at) => [
    ...rowLabels(pivot, entry, rows[at - 1], labels),
    ...columns.flatMap((_, place) =>
      pivot.data.map((data, index) => figure(pivot, tallies, { rows, columns }, { at, place, data, index })),
    ),
  ]);
  const cells = [...header, ...lines].map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null));
  return { cells, headerRows: header.length, labelColumns: labels, rows, columns, filters };
}

function nameOf(pivot: Pivot, field: number): string {
  return pivot.fields[field]?.name ?? '';
}

function chosenFilter(pivot: Pivot, index: number): string {
  const field = pivot.fields[index];
  const shown = field?.items.filter((item) => !field.hidden.has(item.key)) ?? [];
  if (!field || shown.length === field.items.length) return '(All)';
  return shown.length === 1 ? (shown[0]?.label ?? '') : '(Multiple Items)';
}

function labelColumns({ rows, columns, data, layout }: Pivot): number {
  if (rows.length > 0) return layout.type === 'Compact' ? 1 : rows.length;
  return columns.length > 0 && data.length > 0 ? 1 : columns.length > 0 ? 1 : 0;
}

const cell = (value: CellValue, numberFormat?: string): PivotCell =>
  numberFormat === undefined || numberFormat === 'General' ? { value } : { value, numberFormat };

type Line = (PivotCell | null)[];

function headerLines(pivot: Pivot, columns: readonly AxisEntry[], labels: number): Line[] {
  const { data, layout } = pivot;
  const depth = pivot.columns.length;
  const compact = layout.type === 'Compact';
  const corner: Line = compact
    ? [pivot.rows.length > 0 ? cell('Row Labels') : null]
    : pivot.rows.map((field) => cell(nameOf(pivot, field)));
  const rowHeads = Array.from({ length: labels }, (_, at) => (layout.fieldHeaders ? (corner[at] ?? null) : null));
  if (depth === 0) return [[...rowHeads, ...data.map(({ name }) => cell(name))]];
  const blank = (): Line => Array.from({ length: labels }, () => null);
  const captions = compact ? [cell('Column Labels')] : pivot.columns.map((field) => cell(nameOf(pivot, field)));
  const first = [...blank(), ...(layout.fieldHeaders ? captions : [])];
  const only = data.length === 1 && pivot.rows.length > 0 ? data[0] : undefined;
  if (only && labels > 0) first[0] = cell(only.name);
  const lines: Line[] = [first];
  for (let level = 0; level < depth; level += 1) {
    const line = columns.flatMap((entry, at): Line => {
      const shown = columnLabel(pivot, entry, columns[at - 1], level);
      if (entry.kind === 'item' || data.length <= 1) return [shown, ...data.slice(1).map(() => null)];
      // Totals of several figures name the figure: "Total Sum of …", "A Sum of …".
      return level === Math.max(0, entry.path.length - 1)
        ? data.map(({ name }) => cell(`${entry.kind === 'grand' ? 'Total' : itemLabel(pivot, entry)} ${name}`))
        : data.map(() => null);
    });
    lines.push([...blank(), ...line]);
  }
  if (data.length > 1) {
    lines.push([
      ...blank(),
      ...columns.flatMap((entry) => data.map(({ name }) => (entry.kind === 'item' ? cell(name) : null))),
    ]);
  }
  const last = lines.at(-1);
  if (last && pivot.rows.length > 0) last.splice(0, labels, ...rowHeads);
  return lines;
}

function itemLabel(pivot: Pivot, { path }: AxisEntry): string {
  const field = pivot.fields[pivot.columns[path.length - 1] ?? -1];
  return field?.items[path.at(-1) ?? -1]?.label ?? '';
}

/** An item is named where its group begins. */
function columnLabel(pivot: Pivot, entry: AxisEntry, before: AxisEntry | undefined, level: number): PivotCell | null {
  if (entry.kind === 'grand') return level === 0 ? cell('Grand Total') : null;
  if (entry.kind === 'subtotal') {
    return level === entry.path.length - 1 ? cell(`${itemLabel(pivot, entry)} Total`) : null;
  }
  const same = before?.kind === 'item' && samePath(before.path, entry.path, level + 1);
  return same && !pivot.layout.repeatLabels ? null : itemCell(pivot, pivot.columns[level], entry.path[level]);
}

function itemCell(pivot: Pivot, fieldIndex = -1, place = -1): PivotCell | null {
  const field = pivot.fields[fieldIndex];
  const item = field?.items[place];
  if (!field || !item) return null;
  const plain = typeof item.value === 'string' || item.value === null;
  return plain ? cell(item.label) : cell(item.value, field.numberFormat);
}

function rowLabels(pivot: Pivot, entry: AxisEntry, before: AxisEntry | undefined, labels: number): Line {
  const line: Line = Array.from({ length: labels }, () => null);
  if (labels === 0) return line;
  if (pivot.rows.length === 0) {
    line[0] = pivot.data.length === 1 ? cell(pivot.data[0]?.name ?? '') : cell('Total');
    return line;
  }
  if (entry.kind === 'grand') line[0] = cell('Grand Total');
  const depth = entry.path.length - 1;
  const own = itemCell(pivot, pivot.rows[depth], entry.path[depth]);
  const compact = pivot.layout.type === 'Compact';
  if (entry.kind === 'subtotal') {
    const item = pivot.fields[pivot.rows[depth] ?? -1]?.items[entry.path[depth] ?? -1];
    line[compact ? 0 : depth] = cell(`${item?.label ?? ''} Total`);
  }
  if (entry.kind !== 'item') return line;
  if (compact) {
    line[0] = own;
    return line;
  }
  line[depth] = own;
  for (let level = 0; level < depth; level += 1) {
    const same = before !== undefined && before.path.length > level && samePath(before.path, entry.path, level + 1);
    const heading = pivot.layout.type === 'Tabular' && !(same && before.kind === 'item');
    if (heading || pivot.layout.repeatLabels) line[level] = itemCell(pivot, pivot.rows[level], entry.path[level]);
  }
  return line;
}

function samePath(a: readonly number[], b: readonly number[], length: number): boolean {
  return a.slice(0, length).join() === b.slice(0, length).join();
}

interface Spot {
  at: number;
  place: number;
  data: PivotData;
  index: number;
}

function figure(
  pivot: Pivot,
  tallies: Tallies,
  axes: { rows: readonly AxisEntry[]; columns: readonly AxisEntry[] },
  { at, place, data, index }: Spot,
): PivotCell | null {
  const [row, column] = [axes.rows[at], axes.columns[place]];
  if (!row?.hasValues || !column) return null;
  const value = shownAs(pivot, tallies, axes, { at, place, data, index });
  if (value === null) {
    const { emptyText, fillEmpty } = pivot.layout;
    return emptyText !== '' && fillEmpty ? cell(emptyText) : null;
  }
  return cell(
    value,
    data.showAs.startsWith('Percent') && data.numberFormat === 'General' ? '0.00%' : data.numberFormat,
  );
}

function shownAs(
  pivot: Pivot,
  tallies: Tallies,
  { rows, columns }: { rows: readonly AxisEntry[]; columns: readonly AxisEntry[] },
  { at, place, data, index }: Spot,
): CellValue {
  const row = rows[at]?.path ?? [];
  const column = columns[place]?.path ?? [];
  const plain = tallies.value(row, column, index);
  const share = (whole: CellValue): CellValue =>
    typeof whole === 'number' && whole !== 0 ? Number(plain ?? 0) / whole : plain === null ? null : 0;
  switch (data.showAs) {
    case 'PercentOfGrandTotal':
      return share(tallies.value([], [], index));
    case 'PercentOfColumnTotal':
      return share(tallies.value([], column, index));
    case 'PercentOfRowTotal':
      return share(tallies.value(row, [], index));
    case 'RunningTotal': {
      // Along the rows (or columns) of the base field, within the same parent; totals stay empty ([K], as Excel shows them).
      const inRows = pivot.rows.includes(data.baseField);
      const level = (inRows ? pivot.rows : pivot.columns).indexOf(data.baseField);
      const own = inRows ? row : column;
      if (level < 0 || own.length <= level) return null;
      const entries = (inRows ? rows : columns).slice(0, (inRows ? at : place) + 1);
      const seen = new Set<string>();
      let total = 0;
      for (const { path } of entries) {
        const matches =
          path.length === own.length && path.every((step, depth) => depth === level || step === own[depth]);
        const key = path.join(',');
        if (!matches || seen.has(key)) continue;
        seen.add(key);
        total += Number((inRows ? tallies.value(path, column, index) : tallies.value(row, path, index)) ?? 0);
      }
      return total;
    }
    default:
      return plain;
  }
}

/** The name Excel gives a new figure: "Sum of 金额", "Count of 状态". */
export function defaultDataName(pivot: Pivot, data: PivotData): string {
  const words: Record<string, string> = {
    CountNumbers: 'Count',
    StandardDeviation: 'StdDev',
    StandardDeviationP: 'StdDevp',
    Variance: 'Var',
    VarianceP: 'Varp',
  };
  const summary = chosenSummary(pivot, data);
  return `${words[summary] ?? summary} of ${pivot.fields[data.field]?.name ?? ''}`;
}
