import { across, row, type Box, type LookName } from '../../forms/bands.ts';
import type { DetailList } from './detail-sheet.ts';
import type { PagedRow } from './paged-sheet.ts';

/** So many rows the lists of a paper have at most: more would make the workbook slow for everyone who opens it. */
export const MOST_LISTED_ROWS = 20_000;

/** Lists that numbers jump to, gathered while a paper is made. */
export class ListBook {
  readonly lists: DetailList[] = [];
  /** A list had no room any more: its number stands without a link. */
  isFull = false;
  private rows = 0;

  /** Enters a list and answers what jumps to it; nothing for an empty one, or where there is no room for it. */
  jump(list: DetailList): { jump: { list: string } } | Record<string, never> {
    if (list.rows.length === 0) return {};
    if (this.lists.some(({ id }) => id === list.id)) return { jump: { list: list.id } };
    if (this.rows + list.rows.length > MOST_LISTED_ROWS) {
      this.isFull = true;
      return {};
    }
    this.rows += list.rows.length;
    this.lists.push(list);
    return { jump: { list: list.id } };
  }

  /** A count that jumps to the complaints it counts. */
  count(id: string, title: string, numbers: readonly string[]): Pick<Box, 'text' | 'number' | 'jump'> {
    const rows = numbers.map((number) => ({ number, mark: 'counted' as const }));
    return {
      ...{ text: String(numbers.length), number: { value: numbers.length, format: '0' } },
      ...this.jump({ id, title, rows }),
    };
  }
}

/** A column of a table: how many of the page's twelve it takes, and how its cells look. */
export interface PaperColumn {
  label: string;
  columns: number;
  look?: LookName;
}

export type PaperCell =
  string | (Pick<Box, 'text'> & Partial<Pick<Box, 'number' | 'jump' | 'blank' | 'choices' | 'look'>>);

/** A heading of a section; it never stands last on a page. */
export function section(text: string): PagedRow {
  return { ...across(text, 'section'), keeps: true };
}

/** A remark below a table, or in place of one. */
export function note(text: string): PagedRow {
  return across(text, 'note');
}

/** So many rows stand on one page together. */
const SMALL_TABLE = 5;

/**
 * A table. A small one stands on one page; of another the head stands again where a page begins within it, and neither the head
 * nor the last row stands alone.
 */
export function table(
  columns: readonly PaperColumn[],
  lines: readonly (readonly PaperCell[])[],
  height = 1.2,
): PagedRow[] {
  const place = (cells: readonly PaperCell[], lookOf: (column: PaperColumn) => LookName): Box[] => {
    let column = 0;
    return columns.map((each, at): Box => {
      const cell = cells[at] ?? '';
      const box = {
        column,
        columns: each.columns,
        look: lookOf(each),
        ...(typeof cell === 'string' ? { text: cell } : cell),
      };
      column += each.columns;
      return box;
    });
  };
  const head = row(
    place(
      columns.map(({ label }) => label),
      () => 'label',
    ),
    1.2,
  );
  return [
    { ...head, keeps: true },
    ...lines.map((cells, at): PagedRow => ({
      ...row(
        place(cells, ({ look }) => look ?? 'value'),
        height,
      ),
      ...{ head, keeps: lines.length <= SMALL_TABLE ? at < lines.length - 1 : at === lines.length - 2 },
    })),
  ];
}

/** Rows with a remark that stands on the page of the last of them. */
export function remarked(rows: readonly PagedRow[], text: string): PagedRow[] {
  return [...rows.map((each, at) => (at === rows.length - 1 ? { ...each, keeps: true } : each)), note(text)];
}

/** Room between two parts. */
export function gap(lines = 0.5): PagedRow {
  return row([{ column: 0, columns: 12, text: '', look: 'note' }], lines);
}
