import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACK_HEADS } from '../../../core/policy/packs.ts';
import type { QueueQuestion } from '../../../core/queue/queue-question.ts';
import { meaningsOf, type NameBook } from '../../../core/queue/word-meaning.ts';
import { speechIn } from '../speech.ts';

const STATES = [
  { pile: 'queued', word: 'queued' },
  { pile: 'handedOver', word: 'handedOver' },
  { pile: 'registered', word: 'registered' },
  { pile: 'duplicates', word: 'duplicate' },
  { pile: 'removed', word: 'removed' },
] as const;

let known: NameBook | null = null;

/** What grades, categories and states are called in every language: a queue is shared by people who use several. */
export function nameBook(): NameBook {
  return (known ??= {
    grades: choicesOf('grades'),
    categories: choicesOf('categories'),
    piles: STATES.map(({ pile, word }) => ({
      pile,
      names: LOCALES.map((locale) => speechIn(locale).say(`queue.state.${word}`)),
    })),
  });
}

function choicesOf(list: 'grades' | 'categories'): NameBook['grades'] {
  return PACK_HEADS.flatMap(({ id: policy }) =>
    (findPack(policy)?.[list] ?? []).map(({ id, label }) => ({ policy, id, names: Object.values(label) })),
  );
}

/** The question with what its words mean, so that “重大” or “handed over” finds what is called so. */
export function withMeanings(question: QueueQuestion): QueueQuestion {
  if (question.search.trim() === '') return question;
  const meant = meaningsOf(question.search, nameBook());
  return meant.length === 0 ? question : { ...question, meant };
}
