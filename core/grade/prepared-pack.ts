import type { PolicyPack } from '../policy/policy-pack.ts';
import { prepareWord, type Word } from './match-words.ts';

/** A pack's words ready for searching, made once for each pack. */
export interface PreparedPack {
  categories: { id: string; source: string; words: { word: Word; weight: number }[] }[];
  /** Gravest grade first; within a grade in the pack's order. */
  rules: PolicyPack['gradeRules'];
}

const prepared = new WeakMap<PolicyPack, PreparedPack>();

/** The pack made ready for matching. Same pack object, same answer; a pack is never changed after it was read. */
export function preparePack(pack: PolicyPack): PreparedPack {
  const known = prepared.get(pack);
  if (known) return known;
  const gravity = new Map(pack.grades.map((grade, i) => [grade.id, i]));
  const fresh: PreparedPack = {
    categories: pack.categories.map(({ id, source, words }) => ({
      id,
      source,
      words: Object.entries(words).map(([word, weight]) => ({ word: prepareWord(word), weight })),
    })),
    rules: pack.gradeRules.toSorted((a, b) => (gravity.get(b.grade) ?? 0) - (gravity.get(a.grade) ?? 0)),
  };
  prepared.set(pack, fresh);
  return fresh;
}
