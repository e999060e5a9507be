import type { Field } from '../../complaint/field.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { choiceReader } from '../recognise-choice.ts';
import { nameKey } from './name-reader.ts';
import { wordMeanings } from './settings-tables.ts';
import type { LearnedWord } from './team-settings.ts';

/** The choices of a policy that a field names; fields that name none are left out. */
export const WORD_FIELDS: Partial<Record<Field, LearnedWord['of']>> = {
  category: 'category',
  severity: 'grade',
  status: 'status',
  responsibleDept: 'department',
};
const LONGEST_WORD = 100;

/**
 * What a person taught by agreeing that `word` in a column of this field is to be written as `canonical`: null where the
 * field names no choices, the policy has no such name, or it reads the word so already.
 */
export function wordTaught(
  field: Field | null,
  { word, canonical }: { word: string; canonical: string },
  pack: PolicyPack,
): LearnedWord | null {
  const of = field === null ? undefined : WORD_FIELDS[field];
  const text = word.replace(/\s+/g, ' ').trim();
  if (of === undefined || text === '' || text.length > LONGEST_WORD) return null;
  const named = wordMeanings(pack, of).map((choice) => ({ ...choice, synonyms: choice.synonyms ?? [] }));
  const read = choiceReader(named, { exactly: true });
  const means = read(canonical);
  return means === null || read(text) === means ? null : { of, word: text, means };
}

/** The team's words with new ones; of one word the last meaning counts. */
export function learnWords(before: readonly LearnedWord[], taught: readonly LearnedWord[]): LearnedWord[] {
  const keyOf = ({ of, word }: LearnedWord) => `${of} ${nameKey(word)}`;
  return [...new Map([...before, ...taught].map((each) => [keyOf(each), each])).values()];
}
