import { queueFigures, type QueueFigures } from '../../core/queue/queue-figures.ts';
import type { QueueQuestion } from '../../core/queue/queue-question.ts';
import { shownRow, type QueueRow, type SearchableRow } from '../../core/queue/queue-row.ts';
import { totalOf } from '../../core/queue/queue-tally.ts';
import {
  countRows,
  facetsOf,
  filterRows,
  idsOf,
  sortRows,
  type QueueCounts,
  type QueueFacets,
} from '../../core/queue/search-rows.ts';
import { isBuilt } from './derived-state.ts';
import { readState } from './read-state.ts';
import { countByIndex, isWholeList, pageByIndex } from './first-page.ts';
import type { QueueDatabase } from './queue-database.ts';
import type { RowTable } from './row-table.ts';

export interface QueuePage {
  rows: QueueRow[];
  /** How many there are; while rows are being read, how many were found so far. */
  total: number;
  /** Null while rows are being read that only all of them together tell; `onMore` tells when. */
  counts: QueueCounts | null;
  facets: QueueFacets | null;
  /** How far the rows are read, where more of them may fit than stand here; else null. */
  reading: { read: number; of: number } | null;
  /** Records that do not fit the schema; told, never dropped. */
  unreadable: number;
}

export interface EntryFinder {
  find(question: QueueQuestion): Promise<QueuePage>;
  /** All that fit, in order; at most `most`. */
  findIds(question: QueueQuestion, most: number): Promise<string[]>;
  /** Today's figures by the days of `zone`, over the whole queue. */
  figures(zone: string): Promise<QueueFigures>;
  /** The rows that an entry links to, or that link to it. */
  related(id: string): Promise<QueueRow[]>;
}

export interface Copying {
  read: number;
  of: number;
}

interface Found {
  rows: SearchableRow[];
  counts: QueueCounts;
  facets: QueueFacets;
}

/** For so long nothing becomes overdue in an answer that is kept. */
const SAME_MINUTE = 15_000;
/** Fewer than this part of all are put in order by themselves. */
const FEW = 4;
/** So long an answer waits for rows that are still being read; then it gives what was found so far, in milliseconds. */
const PATIENCE = 150;
/** So long an answer waits for the database; then it tells how far the copy before an upgrade is. */
const OPENING = 1_000;

/** Answers questions by all rows in memory, and until these are there by the indexes and by what is there. */
export function createFinder(
  open: () => Promise<QueueDatabase>,
  table: RowTable,
  now: () => string,
  copying: () => Copying,
): EntryFinder {
  const wholeSoon = () => Promise.race([table.whole(), later(PATIENCE)]);

  const firstPage = async (database: QueueDatabase, { from, count }: QueueQuestion): Promise<QueuePage> => {
    const state = await readState(database);
    const rows = await pageByIndex(database, from, count);
    if (!isBuilt(state)) {
      // Also begins to read what is built.
      const { read, of } = table.soFar();
      const total = Math.max(totalOf(state.tally), from + rows.length);
      return { rows, total, counts: null, facets: null, reading: { read, of }, unreadable: state.unreadable };
    }
    const counts = await countByIndex(database, state.tally, Date.parse(now()));
    // Only now: the first page is not to wait for the rows.
    table.begin();
    const total = totalOf(state.tally) - state.tally.removed;
    return { rows, total, counts, facets: null, reading: null, unreadable: state.unreadable };
  };

  const amongRead = (question: QueueQuestion): QueuePage => {
    const { rows, read, of } = table.soFar();
    const { from, count } = question;
    const fitting = sortRows(filterRows(rows, question, Date.parse(now())), question.sort);
    const part = fitting.slice(from, from + count).map(shownRow);
    return { rows: part, total: fitting.length, counts: null, facets: null, reading: { read, of }, unreadable: 0 };
  };

  /** Kept until a row changes: the orders in which all were asked for. And the last answer: scrolling asks the same again. */
  let sorted: {
    all: readonly SearchableRow[];
    facets: QueueFacets;
    orders: Partial<Record<QueueQuestion['sort'], SearchableRow[]>>;
  } | null = null;
  let last: { all: readonly SearchableRow[]; key: string; found: Found } | null = null;
  const foundIn = (all: readonly SearchableRow[], question: QueueQuestion, asOf: number): Found => {
    const key = JSON.stringify([{ ...question, from: 0, count: 1 }, Math.floor(asOf / SAME_MINUTE)]);
    if (last?.all === all && last.key === key) return last.found;
    if (sorted?.all !== all) sorted = { all, facets: facetsOf(all), orders: {} };
    const { orders } = sorted;
    const unsorted = orders[question.sort] === undefined ? filterRows(all, question, asOf) : null;
    // Putting all in order takes longer than finding a few and ordering these.
    const rows =
      unsorted !== null && unsorted.length < all.length / FEW
        ? sortRows(unsorted, question.sort)
        : filterRows((orders[question.sort] ??= sortRows(all, question.sort)), question, asOf);
    last = { all, key, found: { rows, counts: countRows(all, asOf), facets: sorted.facets } };
    return last.found;
  };

  return {
    async find(question) {
      const database = await Promise.race([open(), later(OPENING)]);
      if (database === null) {
        // Also tells when there is more.
        table.begin();
        return { rows: [], total: 0, counts: null, facets: null, reading: copying(), unreadable: 0 };
      }
      if (isWholeList(question) && !table.isWhole()) return firstPage(database, question);
      const whole = await wholeSoon();
      if (whole === null) return amongRead(question);
      const { rows: all, ...rest } = foundIn(whole, question, Date.parse(now()));
      return {
        rows: all.slice(question.from, question.from + question.count).map(shownRow),
        total: all.length,
        ...rest,
        reading: null,
        unreadable: (await readState(database)).unreadable,
      };
    },

    async findIds(question, most) {
      return idsOf(await table.whole(), question, Date.parse(now())).slice(0, most);
    },

    async figures(zone) {
      return queueFigures(await table.whole(), { asOf: Date.parse(now()), zone });
    },

    async related(id) {
      const database = await open();
      const own = (await database.rows.get(id))?.links.map(({ to }) => to) ?? [];
      // Those that only point here are told as soon as the rows are read; an entry does not wait for them.
      const all = (await wholeSoon()) ?? table.soFar().rows;
      const pointing = all.filter((row) => row.links.some(({ to }) => to === id) && !own.includes(row.id));
      const linked = (await database.rows.bulkGet(own)).filter((row) => row !== undefined);
      return [...linked, ...pointing].map(shownRow);
    },
  };
}

function later(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}
