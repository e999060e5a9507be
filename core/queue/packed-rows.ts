import type { QueueRow, SearchableRow } from './queue-row.ts';

/**
 * The searchable rows of neighbouring entries as one record. A hundred thousand of them are some two hundred records then,
 * which are read in a moment; read one by one they take ten times as long.
 */
export interface PackedRows {
  /** The id of the first row; the others follow by their ids. */
  first: string;
  count: number;
  /** The rows without their words, as JSON: of each row its values, in the order of `asValues`. */
  rows: string;
  /** Their words, one after the other, with `BETWEEN` between them. */
  words: string;
}

/** How much one record holds at most: it is written anew with each change of a row in it. */
export interface PackLimit {
  rows: number;
  /** Characters of words. */
  text: number;
}

export const PACK_LIMIT: PackLimit = { rows: 500, text: 500_000 };

const BETWEEN = '\0';

/** Rows in the order of their ids as one record; null when there is none. */
export function packRows(rows: readonly SearchableRow[]): PackedRows | null {
  const [first] = rows;
  if (first === undefined) return null;
  const words = rows.map((row) => row.words.replaceAll(BETWEEN, ' ')).join(BETWEEN);
  return { first: first.id, count: rows.length, rows: JSON.stringify(rows.map(asValues)), words };
}

/** The rows of a record, as they were packed. */
export function unpackRows({ rows, words }: PackedRows): SearchableRow[] {
  const each = words.split(BETWEEN);
  // Written by `packRows` into our own database in the same transaction as the entries; checked as a whole by the counts.
  return (JSON.parse(rows) as RowValues[]).map((values, at) => asRow(values, each[at] ?? ''));
}

type RowValues = ReturnType<typeof asValues>;

/** Without the names of the fields half as long, and read in half the time. */
function asValues(row: QueueRow) {
  const { id, state, isRemoved, isUrgent, savedAt, receivedAt, customer, title } = row;
  const { category, grade, policy, channel, dues, links } = row;
  // prettier-ignore
  return [id, state, isRemoved, isUrgent, savedAt, receivedAt, customer, title, category, grade, policy, channel, dues, links] as const;
}

function asRow(values: RowValues, words: string): SearchableRow {
  // prettier-ignore
  const [id, state, isRemoved, isUrgent, savedAt, receivedAt, customer, title, category, grade, policy, channel, dues, links] = values;
  return {
    id,
    state,
    isRemoved,
    isUrgent,
    savedAt,
    receivedAt,
    customer,
    title,
    category,
    grade,
    policy,
    channel,
    dues,
    links,
    words,
  };
}

/** The rows of a record after a change, in the order of their ids: some come or change, some go. */
export function changedRows(
  rows: readonly SearchableRow[],
  puts: readonly SearchableRow[],
  drops: ReadonlySet<string>,
): SearchableRow[] {
  const byId = new Map([...rows, ...puts].map((row) => [row.id, row]));
  return [...byId.values()].filter(({ id }) => !drops.has(id)).sort((one, other) => (one.id < other.id ? -1 : 1));
}

/**
 * Rows in parts that fit into records. At the end of all rows a full record stays full and the rest begins a new one, because
 * new rows come behind; elsewhere a record that is too large is halved.
 */
export function splitRows(rows: readonly SearchableRow[], isLast: boolean, limit: PackLimit): SearchableRow[][] {
  if (rows.length < 2 || fits(rows, limit)) return rows.length === 0 ? [] : [[...rows]];
  const at = isLast ? fullAt(rows, limit) : Math.ceil(rows.length / 2);
  return [rows.slice(0, at), rows.slice(at)].flatMap((part) => splitRows(part, isLast, limit));
}

function fits(rows: readonly SearchableRow[], limit: PackLimit): boolean {
  return rows.length <= limit.rows && rows.reduce((sum, { words }) => sum + words.length, 0) <= limit.text;
}

/** How many rows from the first on fill a record; at least one. */
function fullAt(rows: readonly SearchableRow[], limit: PackLimit): number {
  let text = 0;
  const at = rows.findIndex(({ words }, place) => place === limit.rows || (text += words.length) > limit.text);
  return Math.max(1, at);
}
