import { compareItems } from './read-source.ts';
import type { Pivot } from './pivot.ts';
import type { Tallies } from './summaries.ts';

/** One line of an axis. A subtotal's path is that of the items it sums; the grand total's is empty. */
export interface AxisEntry {
  path: number[];
  kind: 'item' | 'subtotal' | 'grand';
  /** False for a heading line, whose figures stand in a subtotal below it (or nowhere). */
  hasValues: boolean;
}

interface Node {
  path: number[];
  children: Node[];
}

/** The items that occur together, in the order of each field. */
function tree(pivot: Pivot, axis: 'rows' | 'columns', tallies: Tallies, path: number[] = []): Node[] {
  const index = pivot[axis][path.length];
  const field = index === undefined ? undefined : pivot.fields[index];
  if (!field) return [];
  const exists = (own: number[]): boolean => (axis === 'rows' ? tallies.has(own, []) : tallies.has([], own));
  const nodes = field.items
    .map((item, place) => ({ item, path: [...path, place] }))
    .filter((entry) => exists(entry.path) && !field.hidden.has(entry.item.key));
  const { sort } = field;
  if (sort) {
    const by = pivot.data.findIndex((data) => data.id === sort.by);
    const figure = (own: number[]): number =>
      Number((axis === 'rows' ? tallies.value(own, [], by) : tallies.value([], own, by)) ?? 0);
    const sign = sort.ascending ? 1 : -1;
    nodes.sort((a, b) =>
      by >= 0
        ? sign * (figure(a.path) - figure(b.path)) || compareItems(a.item, b.item)
        : sign * compareItems(a.item, b.item),
    );
  }
  return nodes.map((entry) => ({ path: entry.path, children: tree(pivot, axis, tallies, entry.path) }));
}

/** The lines of the row axis from top to bottom. */
export function rowEntries(pivot: Pivot, tallies: Tallies): AxisEntry[] {
  const { layout } = pivot;
  const atTop = layout.type !== 'Tabular' && layout.subtotals === 'AtTop';
  const walk = (nodes: readonly Node[]): AxisEntry[] =>
    nodes.flatMap((node) => {
      if (node.children.length === 0) return [{ path: node.path, kind: 'item' as const, hasValues: true }];
      const summed = layout.subtotals !== 'Off' && hasSubtotal(pivot, 'rows', node.path.length - 1);
      const heading =
        layout.type === 'Tabular' ? [] : [{ path: node.path, kind: 'item' as const, hasValues: summed && atTop }];
      const below = summed && !atTop ? [{ path: node.path, kind: 'subtotal' as const, hasValues: true }] : [];
      return [...heading, ...walk(node.children), ...below];
    });
  const entries = walk(tree(pivot, 'rows', tallies));
  if (pivot.rows.length === 0) return [{ path: [], kind: 'item', hasValues: true }];
  return layout.columnGrandTotals ? [...entries, { path: [], kind: 'grand', hasValues: true }] : entries;
}

/** The columns from left to right, subtotals after their items; each is repeated for every data hierarchy. */
export function columnEntries(pivot: Pivot, tallies: Tallies): AxisEntry[] {
  const { layout } = pivot;
  const walk = (nodes: readonly Node[]): AxisEntry[] =>
    nodes.flatMap((node) => {
      if (node.children.length === 0) return [{ path: node.path, kind: 'item' as const, hasValues: true }];
      const summed = layout.subtotals !== 'Off' && hasSubtotal(pivot, 'columns', node.path.length - 1);
      return [
        ...walk(node.children),
        ...(summed ? [{ path: node.path, kind: 'subtotal' as const, hasValues: true }] : []),
      ];
    });
  if (pivot.columns.length === 0) return [{ path: [], kind: 'item', hasValues: true }];
  const entries = walk(tree(pivot, 'columns', tallies));
  return layout.rowGrandTotals ? [...entries, { path: [], kind: 'grand', hasValues: true }] : entries;
}

function hasSubtotal(pivot: Pivot, axis: 'rows' | 'columns', depth: number): boolean {
  return pivot.fields[pivot[axis][depth] ?? -1]?.subtotal ?? false;
}
