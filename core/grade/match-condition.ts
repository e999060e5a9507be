import type { Condition } from '../policy/condition.ts';
import type { MatchedWords, SettledFact } from './assessment.ts';
import type { Situation } from './situation.ts';
import { withoutNested } from './without-nested.ts';
import { unlikeDates } from './unlike-dates.ts';
import { amountsOver, wordsSaid } from './words-said.ts';

/** Why a condition holds: the words and amounts that stand in the complaint, and the facts it asked for. */
export interface Match {
  words: MatchedWords[];
  facts: SettledFact[];
}

/**
 * Whether a condition holds of a complaint: all its parts must, and a list holds when one of its members does; an empty
 * condition always holds. The answer carries its reasons; null when it does not hold. A word that is denied, absent or
 * only supposed is not there: 没有停工 does not meet `anyWord: [停工]`, and does meet `noWord: [停工]`. With `evenIfSupposed`
 * a supposition counts: whoever threatens to go to court says so with an “if”.
 */
export function matchCondition(when: Condition, situation: Situation): Match | null {
  const facts = factsAskedFor(when, situation);
  const words = facts && wordsAskedFor(when, situation);
  return facts && words && { facts, words };
}

function factsAskedFor(when: Condition, situation: Situation): SettledFact[] | null {
  const facts: SettledFact[] = [];
  for (const kind of ['category', 'grade'] as const) {
    const wanted = when[kind];
    if (!wanted) continue;
    const id = situation[kind]();
    if (id === null || !wanted.includes(id)) return null;
    facts.push({ kind, id });
  }
  if (when.lane) {
    const lane = when.lane.find((id) => situation.isInLane(id));
    if (lane === undefined) return null;
    facts.push({ kind: 'lane', id: lane });
  }
  for (const [axis, wanted] of Object.entries(when.axis ?? {})) {
    const id = situation.axis(axis);
    if (id === null || !wanted.includes(id)) return null;
    facts.push({ kind: 'axis', axis, id });
  }
  for (const field of when.known ?? []) {
    if ((situation.values[field] ?? '').trim() === '') return null;
    facts.push({ kind: 'known', field });
  }
  return facts;
}

function wordsAskedFor(when: Condition, { told, counted }: Situation): MatchedWords[] | null {
  const words: MatchedWords[] = [];
  for (const group of [...(when.anyWord ? [when.anyWord] : []), ...(when.eachOf ?? [])]) {
    const said = wordsSaid(told, group, when.evenIfSupposed);
    if (said.length === 0) return null;
    words.push(...said);
  }
  if (when.noWord && wordsSaid(told, when.noWord).length > 0) return null;
  if (when.quantityOver) {
    const { units, over } = when.quantityOver;
    const amounts = amountsOver([...told, ...counted], units, over);
    if (amounts.length === 0) return null;
    words.push(...amounts);
  }
  if (when.unlikeDates) {
    const dates = unlikeDates(told);
    if (dates.length === 0) return null;
    words.push(...dates);
  }
  return withoutNested(words);
}
