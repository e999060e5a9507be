import * as z from 'zod';
import { foldText } from '../text/fold-text.ts';
import type { QueueRow } from './queue-row.ts';
import { pileOf } from './row-state.ts';

const Pile = z.enum(['queued', 'handedOver', 'registered', 'duplicates', 'removed']);
const id = z.string().max(100);
const inPolicy = z.array(z.strictObject({ policy: id, id })).max(1_000);

/** What a word of a question is part of the name of: rows with one of these are found by it, too. */
export const WordMeaning = z.strictObject({
  /** Folded. */
  word: z.string().max(400),
  grades: inPolicy,
  categories: inPolicy,
  piles: z.array(Pile).max(5),
});
export type WordMeaning = z.infer<typeof WordMeaning>;

/** What the choices are called, in whichever languages. */
export interface NameBook {
  grades: { policy: string; id: string; names: readonly string[] }[];
  categories: { policy: string; id: string; names: readonly string[] }[];
  piles: { pile: z.infer<typeof Pile>; names: readonly string[] }[];
}

/** The words of a question, folded. */
export function wordsIn(search: string): string[] {
  return foldText(search)
    .folded.split(/\s+/)
    .filter((word) => word !== '');
}

/** What the words of a question mean; nothing for those that are no part of a name. A short word must stand alone in one. */
export function meaningsOf(search: string, book: NameBook): WordMeaning[] {
  return wordsIn(search).flatMap((word) => {
    const isShort = word.length < (/\p{sc=Han}/u.test(word) ? 2 : 3);
    const isNamed = ({ names }: { names: readonly string[] }) =>
      names.some((name) => {
        const { folded } = foldText(name);
        return isShort ? folded.split(/[^\p{L}\p{N}]+/u).includes(word) : folded.includes(word);
      });
    const plain = ({ policy, id: own }: { policy: string; id: string }) => ({ policy, id: own });
    const grades = book.grades.filter(isNamed).map(plain);
    const categories = book.categories.filter(isNamed).map(plain);
    const piles = book.piles.filter(isNamed).map(({ pile }) => pile);
    return grades.length + categories.length + piles.length === 0 ? [] : [{ word, grades, categories, piles }];
  });
}

/** Whether a row has what a word means. */
export function meansRow({ grades, categories, piles }: WordMeaning): (row: QueueRow) => boolean {
  const gradesOf = grouped(grades);
  const categoriesOf = grouped(categories);
  const meant = new Set<string>(piles);
  return (row) =>
    gradesOf.get(row.policy)?.has(row.grade) === true ||
    (row.category !== null && categoriesOf.get(row.policy)?.has(row.category) === true) ||
    (meant.size > 0 && meant.has(pileOf(row)));
}

function grouped(choices: WordMeaning['grades']): Map<string, Set<string>> {
  const byPolicy = new Map<string, Set<string>>();
  for (const { policy, id: own } of choices) byPolicy.set(policy, (byPolicy.get(policy) ?? new Set()).add(own));
  return byPolicy;
}
