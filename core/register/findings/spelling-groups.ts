import { allSteps, ROWS_A_STEP, type Steps } from '../../steps.ts';
import type { ListedName } from '../listed-names.ts';
import { misspelling } from '../spelling.ts';
import { spellingKey, tellingSigns } from './spelling-key.ts';

/** One way in which a name is written, and the rows that write it so. */
export interface Spelling {
  text: string;
  rows: number[];
}

/** Spellings that look like one name; the one that a list has first, then the most used. There are at least two. */
export interface SpellingGroup {
  spellings: Spelling[];
  /** The name of the workbook's own list, which may stand in no row; null where no list says any. */
  listed: ListedName | null;
}

export interface SpellingOptions {
  /** Only spellings that fold to the same are put together: for models and codes, of which no two are alike by mistake. */
  foldOnly?: boolean;
  /** Names of people and companies: short ones differ truly, and only a sure slip counts. */
  areNames?: boolean;
  /** Names of the workbook's own lists that words of the column stand for; see `listedNames`. */
  listed?: ReadonlyMap<string, ListedName> | undefined;
}

interface Name {
  key: string;
  count: number;
  spellings: Map<string, number[]>;
}

/** How rare a word must be beside another one to be a slip that only the dictionary sees. */
const RARE = 0.15;
const SHORTEST_NAME = 4;
const LONGEST = 60;

/**
 * Puts the spellings of one name together: those that fold to the same always; near ones (a slip as `misspelling` sees it)
 * when nothing that tells things apart differs, so that stay two; those that stand for one name of a list.
 * Groups with the most rows first.
 */
export function spellingGroups(
  cells: readonly { row: number; text: string }[],
  options: SpellingOptions = {},
): SpellingGroup[] {
  return allSteps(spellingGroupsInSteps(cells, options));
}

/** As `spellingGroups`, some cells at a time, so that a page stays usable. */
export function* spellingGroupsInSteps(
  cells: readonly { row: number; text: string }[],
  { foldOnly = false, areNames = false, listed = new Map() }: SpellingOptions = {},
): Steps<SpellingGroup[]> {
  const of = cells.length;
  const names = new Map<string, Name>();
  for (const [index, { row, text }] of cells.entries()) {
    if (index % ROWS_A_STEP === 0) yield { done: index, of };
    const written = text.trim();
    const key = spellingKey(written);
    if (key === '') continue;
    const name = names.get(key) ?? { key, count: 0, spellings: new Map<string, number[]>() };
    names.set(key, name);
    name.count++;
    const rows = name.spellings.get(written);
    if (rows) rows.push(row);
    else name.spellings.set(written, [row]);
  }
  const listedAs = new Map([...listed.values()].map((each) => [spellingKey(each.name), each]));
  for (const [key, { name }] of listedAs)
    if (!names.has(key)) names.set(key, { key, count: 0, spellings: new Map([[name, []]]) });
  const together = unions([...names.keys()]);
  for (const [word, { name }] of listed) if (names.has(word)) together.join(word, spellingKey(name));
  const meantBy = (key: string) => (listedAs.has(key) ? key : spellingKey(listed.get(key)?.name ?? ''));
  let compared = 0;
  for (const pair of foldOnly ? [] : nearPairs([...names.values()])) {
    if (++compared % ROWS_A_STEP === 0) yield { done: of, of };
    if (pair === null) continue;
    const [one, other] = pair;
    const [means, otherMeans] = [meantBy(one.key), meantBy(other.key)];
    if (means !== '' && otherMeans !== '' && means !== otherMeans) continue;
    if (areOne(one, other, areNames)) together.join(one.key, other.key);
  }
  const groups = new Map<string, { spellings: Spelling[]; listed: ListedName | null }>();
  for (const { key, spellings } of names.values()) {
    const root = together.rootOf(key);
    const group = groups.get(root) ?? { spellings: [], listed: null };
    groups.set(root, group);
    for (const [text, rows] of spellings) group.spellings.push({ text, rows });
    group.listed ??= listedAs.get(key) ?? null;
  }
  const rowsOf = (group: SpellingGroup) => group.spellings.reduce((sum, { rows }) => sum + rows.length, 0);
  return [...groups.values()]
    .map(({ spellings, listed: name }): SpellingGroup => {
      const others = spellings.filter(({ text }) => text !== name?.name).sort((a, b) => b.rows.length - a.rows.length);
      const first = spellings.find(({ text }) => text === name?.name);
      if (name === null || others.length === 0) return { spellings: others, listed: null };
      return { spellings: [first ?? { text: name.name, rows: [] }, ...others], listed: name };
    })
    .filter((group) => group.spellings.length > 1)
    .sort((a, b) => rowsOf(b) - rowsOf(a));
}

function areOne(one: Name, other: Name, areNames: boolean): boolean {
  if (tellingSigns(one.key) !== tellingSigns(other.key)) return false;
  const [rare, usual] = one.count <= other.count ? [one, other] : [other, one];
  if (areNames && Math.min(rare.key.length, usual.key.length) < SHORTEST_NAME) return false;
  const slip =
    misspelling(rare.key, usual.key) ?? (rare.count === usual.count ? misspelling(usual.key, rare.key) : null);
  if (slip === 'sure') return true;
  return slip === 'likely' && !areNames && rare.count <= Math.max(2, usual.count * RARE) && rare.count < usual.count;
}

/**
 * Pairs of names that a slip of one sign may part: they have in common what is left when one sign is taken out. Null after
 * each name, which may have none.
 */
function* nearPairs(names: readonly Name[]): Generator<[Name, Name] | null> {
  const byRest = new Map<string, Name[]>();
  const seen = new Set<string>();
  for (const name of names) {
    if (name.key.length < 2 || name.key.length > LONGEST) continue;
    const rests = new Set([name.key]);
    for (let at = 0; at < name.key.length; at++) rests.add(name.key.slice(0, at) + name.key.slice(at + 1));
    for (const rest of rests) {
      const others = byRest.get(rest);
      if (others === undefined) {
        byRest.set(rest, [name]);
        continue;
      }
      for (const other of others) {
        const pair = `${other.key}\n${name.key}`;
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield [other, name];
      }
      others.push(name);
    }
    yield null;
  }
}

function unions(keys: readonly string[]) {
  const parent = new Map(keys.map((key) => [key, key]));
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(key, root);
    return root;
  };
  return { rootOf, join: (one: string, other: string) => parent.set(rootOf(one), rootOf(other)) };
}
