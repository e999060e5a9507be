import type { Choice } from './assessment.ts';
import type { Match } from './match-condition.ts';

/** A choice with the reasons for which its rule holds. Facts are left out when there are none. */
export function choiceFrom(match: Match, named: Pick<Choice, 'id' | 'rule' | 'source'>): Choice {
  return { ...named, words: match.words, ...(match.facts.length > 0 && { facts: match.facts }) };
}

/** A person's choice over the proposal. Where both are the same, the proposal's reasons stay beside it. */
export function ownChoice(id: string, proposal: Choice | null): Choice {
  const reasons = proposal?.id === id ? proposal : { id, rule: null, source: null, words: [] };
  return { ...reasons, isOwn: true };
}
