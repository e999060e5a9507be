import type { Field } from '../complaint/field.ts';
import { bearsNameOf } from './department-keys.ts';
import { spellingKey } from './findings/spelling-key.ts';
import { ROWS_A_STEP, type Steps } from '../steps.ts';
import type { SheetReading } from './sheet-reading.ts';
import { isUndecided } from './unclear-words.ts';

/** The name that a list of the workbook has for a word, and the sheet on which the list stands. */
export interface ListedName {
  name: string;
  sheet: string;
}

/** The texts of a register's column, row by row; columns that are looked at together are equally long. */
export interface WrittenColumn {
  field: Field;
  texts: readonly string[];
}

interface Pairs {
  sheet: string;
  /** From a word of one column, as compared, to the name beside it. */
  nameOf: ReadonlyMap<string, string>;
}

/** Larger sheets are no lists, and need not be read. */
export const LARGEST_LIST = { rows: 300, columns: 12 };
/** Words of the company's own making. A list of people, customers or places tells who belongs to whom, no spellings. */
const LISTED_FIELDS: readonly Field[] = ['category', 'subcategory', 'channel', 'responsibleDept'];
const LONGEST_WORD = 24;
const LEAST_PAIRS = 3;
/** So many words of a list must be written in the column for the list to be about it. */
const LEAST_WORDS = 2;
/** Names of departments are those of a list when they are written in so much of the column … */
const COVERED = 0.25;
/** … and where they are, the complaints are of the kind that the list gives them. */
const KEPT_TO = 0.7;
/** A word that is no name of the list is taken for one when so many of its rows, and at least three, are of that one's kinds. */
const MEANT = 0.8;
const LEAST_ROWS = 3;
const PARTS = /[/／、,，;；+＋&＆|]/;

/**
 * What small lists elsewhere in the workbook say of the words in the register's columns: for each field, from a word as
 * compared (`spellingKey`) to the name of the list that it stands for. Lists are known by their shape, whatever they are called:
 * words beside the names that they stand for (质检科 | 质控部); and kinds of complaints beside the departments that handle
 * them (质量 | 质控部): there a word of the column that is none of the names is the department whose kinds its rows are of, or
 * whose name it begins with (质控, 质控科). Suggestions, to be agreed to by somebody who knows.
 */
export function* listedNames(
  sheets: readonly SheetReading[],
  columns: readonly WrittenColumn[],
): Steps<Map<Field, Map<string, ListedName>>> {
  const lists = sheets.flatMap(pairsOf);
  const found = new Map<Field, Map<string, ListedName>>();
  if (lists.length === 0) return found;
  const keyed = [];
  for (const { field, texts } of columns)
    if (LISTED_FIELDS.includes(field)) keyed.push({ field, keys: yield* keysOf(texts) });
  const kinds = keyed.find(({ field }) => field === 'category')?.keys;
  for (const { field, keys } of keyed) {
    const counts = new Map<string, number>();
    for (const key of keys) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
    const wordsOf = field === 'responsibleDept' && kinds !== undefined ? wordsByKind(keys, kinds) : null;
    const names = new Map<string, ListedName>();
    for (const [at, list] of lists.entries()) {
      yield { done: at, of: lists.length };
      const told = new Map(aliasesOf(list, counts));
      if (wordsOf !== null) for (const [word, name] of departmentsOf(list, counts, wordsOf)) told.set(word, name);
      for (const [word, name] of told) if (!names.has(word)) names.set(word, { name, sheet: list.sheet });
    }
    if (names.size > 0) found.set(field, names);
  }
  return found;
}

/** The texts as they are compared; each spelling is folded once. */
function* keysOf(texts: readonly string[]): Steps<string[]> {
  const known = new Map<string, string>();
  const keys: string[] = [];
  for (const text of texts) {
    if (keys.length % ROWS_A_STEP === 0) yield { done: keys.length, of: texts.length };
    const key = known.get(text) ?? spellingKey(text);
    known.set(text, key);
    keys.push(key);
  }
  return keys;
}

/** Every two columns of a small sheet of which the one says something about each word of the other. */
function pairsOf({ name: sheet, used, values }: SheetReading): Pairs[] {
  if (used === null || used.rowCount > LARGEST_LIST.rows || used.columnCount > LARGEST_LIST.columns) return [];
  const at = Array.from({ length: used.columnCount }, (_, column) => column);
  return at.flatMap((left) =>
    at.flatMap((right): Pairs[] => {
      if (left === right) return [];
      const rows = values.map((row) => [wordIn(row[left]), wordIn(row[right])] as const);
      const pairs = rows.filter(([word, name]) => word !== '' && name !== '');
      const nameOf = new Map(pairs.map(([word, name]) => [spellingKey(word), name]));
      if (nameOf.size < LEAST_PAIRS || nameOf.size < pairs.length) return [];
      const isOneToOne = new Set([...nameOf.values()].map(spellingKey)).size === nameOf.size;
      // Of words in two languages, side by side, the right ones are taken for the names.
      return isOneToOne && right < left ? [] : [{ sheet, nameOf }];
    }),
  );
}

function wordIn(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  return text.length <= LONGEST_WORD ? text : '';
}

/** Words of the column that a list gives another name, where those names are words of the column too. */
function aliasesOf({ nameOf }: Pairs, counts: ReadonlyMap<string, number>): [string, string][] {
  const told = [...nameOf].filter(([word, name]) => counts.has(word) && spellingKey(name) !== word);
  const names = new Set(told.map(([, name]) => spellingKey(name)));
  const written = [...names].filter((name) => counts.has(name) && !told.some(([word]) => word === name));
  return told.length >= LEAST_WORDS && written.length * 2 >= names.size ? told : [];
}

/** How often each word of the column stands beside each kind of complaint. */
type WordsByKind = ReadonlyMap<string, ReadonlyMap<string, number>>;

function wordsByKind(words: readonly string[], kinds: readonly string[]): WordsByKind {
  const found = new Map<string, Map<string, number>>();
  for (const [row, word] of words.entries()) {
    const kind = kinds[row] ?? '';
    // What is longer describes a complaint; it names no kind.
    if (word === '' || kind === '' || kind.length > LONGEST_WORD) continue;
    const counts = found.get(kind) ?? new Map<string, number>();
    found.set(kind, counts.set(word, (counts.get(word) ?? 0) + 1));
  }
  return found;
}

/** The departments that are meant by words of the column, by a list of kinds of complaints and who handles them. */
function departmentsOf(
  { nameOf }: Pairs,
  counts: ReadonlyMap<string, number>,
  wordsOf: WordsByKind,
): [string, string][] {
  const names = new Map([...nameOf.values()].map((name) => [spellingKey(name), name]));
  const covered = [...names.keys()].reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  const filled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (covered < filled * COVERED) return [];
  const tallies = new Map<string, Map<string, number>>();
  for (const [kind, words] of wordsOf) {
    const handler = handles(kind, nameOf);
    if (handler === null) continue;
    for (const [word, count] of words) {
      const tally = tallies.get(word) ?? new Map<string, number>();
      tallies.set(word, tally.set(handler, (tally.get(handler) ?? 0) + count));
    }
  }
  const sumOf = (tally: ReadonlyMap<string, number>) => [...tally.values()].reduce((sum, count) => sum + count, 0);
  const own = [...names.keys()].flatMap((name) => {
    const tally = tallies.get(name);
    return tally === undefined ? [] : [{ kept: tally.get(name) ?? 0, all: sumOf(tally) }];
  });
  const [kept, all] = [own.reduce((sum, each) => sum + each.kept, 0), own.reduce((sum, each) => sum + each.all, 0)];
  if (own.length < LEAST_WORDS || kept < all * KEPT_TO) return [];
  return [...counts.keys()].flatMap((word): [string, string][] => {
    if (names.has(word) || isUndecided(word)) return [];
    const units = [...names.values()].filter((name) => bearsNameOf(word, name));
    const [unit] = units;
    if (unit !== undefined && units.length === 1) return [[word, unit]];
    const tally = tallies.get(word) ?? new Map<string, number>();
    const [best] = [...tally].sort(([, one], [, other]) => other - one);
    const name = best === undefined || best[1] < sumOf(tally) * MEANT ? undefined : names.get(best[0]);
    return name === undefined || sumOf(tally) < LEAST_ROWS ? [] : [[word, name]];
  });
}

/** Who handles a kind of complaint by the list (a key); null: nobody, or more than one. */
function handles(kind: string, nameOf: ReadonlyMap<string, string>): string | null {
  const exact = nameOf.get(kind);
  if (exact !== undefined) return spellingKey(exact);
  const found = [...nameOf].filter(([listed]) =>
    listed.split(PARTS).some((part) => part.length >= 2 && (kind.includes(part) || part.includes(kind))),
  );
  const handlers = new Set(found.map(([, name]) => spellingKey(name)));
  const [only] = handlers;
  return handlers.size === 1 ? (only ?? null) : null;
}
