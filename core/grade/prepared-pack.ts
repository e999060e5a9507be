import { ASIDES, FRAMES } from '../policy/frames.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { prepareWord, type Word } from './match-words.ts';
import { byHead, type WordIndex } from './word-index.ts';

/** A word that speaks for a category. How a complaint was handled says less of its subject than what it is about. */
export interface WeighedWord {
  word: Word;
  weight: number;
  isHandling: boolean;
}

/** Two lists of words of which a word each, near one another, speaks for a category. */
export interface PreparedFrame {
  each: readonly [WordIndex<Word>, WordIndex<Word>];
  weight: number;
}

export interface PreparedCategory {
  id: string;
  source: string;
  words: WordIndex<WeighedWord>;
  frames: PreparedFrame[];
  /** What remains of its weight where the trade sells a service, and the words that say so. */
  inService: { words: WordIndex<Word>; share: number } | null;
}

/** A pack's words ready for searching, made once for each pack. */
export interface PreparedPack {
  categories: PreparedCategory[];
  /** Longer words inside which no other counts. */
  neutral: WordIndex<Word>;
  /** Gravest grade first; within a grade in the pack's order. */
  rules: PolicyPack['gradeRules'];
}

const prepared = new WeakMap<PolicyPack, PreparedPack>();
/** By the list itself: a company's answers make a new pack of the same categories, and their words are most of the work. */
const preparedCategories = new WeakMap<PolicyPack['categories'], PreparedCategory[]>();
const preparedLists = new Map<readonly string[], WordIndex<Word>>();
const HANDLING = new Set(ASIDES.handling);

/** The pack made ready for matching. Same pack object, same answer; a pack is never changed after it was read. */
export function preparePack(pack: PolicyPack): PreparedPack {
  const known = prepared.get(pack);
  if (known) return known;
  const gravity = new Map(pack.grades.map((grade, i) => [grade.id, i]));
  const fresh: PreparedPack = {
    categories: categoriesOf(pack),
    neutral: preparedList(ASIDES.neutral),
    rules: pack.gradeRules.toSorted((a, b) => (gravity.get(b.grade) ?? 0) - (gravity.get(a.grade) ?? 0)),
  };
  prepared.set(pack, fresh);
  return fresh;
}

function categoriesOf({ categories }: PolicyPack): PreparedCategory[] {
  const ready =
    preparedCategories.get(categories) ?? categories.map((category) => prepareCategory(category, categories));
  preparedCategories.set(categories, ready);
  return ready;
}

/** A pack's own words always count in full: only those of the shared lexicon are known to tell of handling. */
function prepareCategory(category: PolicyPack['categories'][number], all: PolicyPack['categories']): PreparedCategory {
  const { id, source, words, lexicon, wordsAlone } = category;
  const subjects = [lexicon ?? []].flat();
  const { services, frames } = FRAMES;
  const isOfGoods = subjects[0] === services.insteadOf && all.some(isOfService);
  return {
    id,
    source,
    words: byHead(
      Object.entries(words).map(([word, weight]) => ({
        word: prepareWord(word),
        weight,
        isHandling: subjects.length > 0 && HANDLING.has(word),
      })),
      ({ word }) => word,
    ),
    frames: frames
      .filter(({ subject }) => !wordsAlone && subjects.includes(subject))
      .map(({ each: [thing, fate], weight }): PreparedFrame => ({ each: [listOf(thing), listOf(fate)], weight })),
    inService: isOfGoods ? { words: preparedList(services.words), share: services.share } : null,
  };
}

function isOfService({ lexicon }: PolicyPack['categories'][number]): boolean {
  return [lexicon ?? []].flat().includes('service');
}

function listOf(name: string): WordIndex<Word> {
  const list = FRAMES.lists[name];
  if (list === undefined) throw new Error(`No list of a frame is called ${name}`);
  return preparedList(list);
}

function preparedList(list: readonly string[]): WordIndex<Word> {
  const ready = preparedLists.get(list) ?? byHead(list.map(prepareWord), (word) => word);
  preparedLists.set(list, ready);
  return ready;
}
