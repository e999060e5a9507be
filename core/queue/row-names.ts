import { foldText } from '../text/fold-text.ts';
import type { QueueRow } from './queue-row.ts';
import { pileOf } from './row-state.ts';

/** What the choices of a row are called, in whichever languages; several names as one text. `''` where one has no name. */
export interface RowNames {
  grade(id: string, policy: string): string;
  category(id: string, policy: string): string;
  pile(pile: ReturnType<typeof pileOf>): string;
}

/** Whether a word, folded, is part of what a row's grade, category or state is called; a short one must stand alone in it. */
export function meansRow(word: string, names: RowNames): (row: QueueRow) => boolean {
  const isShort = word.length < (/\p{sc=Han}/u.test(word) ? 2 : 3);
  const fits = (name: string) => {
    const { folded } = foldText(name);
    return isShort ? folded.split(/[^\p{L}\p{N}]+/u).includes(word) : folded.includes(word);
  };
  const grade = remembered((id, policy) => fits(names.grade(id, policy)));
  const category = remembered((id, policy) => fits(names.category(id, policy)));
  const pile = remembered((id) => fits(names.pile(id as ReturnType<typeof pileOf>)));
  return (row) =>
    grade(row.grade, row.policy) ||
    (row.category !== null && category(row.category, row.policy)) ||
    pile(pileOf(row), '');
}

/** Asked of a hundred thousand rows, which have few different ones. */
function remembered(find: (id: string, policy: string) => boolean): (id: string, policy: string) => boolean {
  const known = new Map<string, Map<string, boolean>>();
  return (id, policy) => {
    const ofPolicy = known.get(policy) ?? new Map<string, boolean>();
    known.set(policy, ofPolicy);
    let answer = ofPolicy.get(id);
    if (answer === undefined) ofPolicy.set(id, (answer = find(id, policy)));
    return answer;
  };
}
