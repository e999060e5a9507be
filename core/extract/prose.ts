import { labelMeaning } from './label-words.ts';
import { labelPairs } from './label-pairs.ts';
import type { Letter } from './letter.ts';
import type { Passage } from './passage.ts';
import { withPausesAsCommas } from './spoken-lines.ts';

/** Labels whose values are still told in sentences. */
const STORY = new Set(['description', 'demand', 'evidence']);

/**
 * The letter with the lines of a form blanked out in `folded`, so that a labelled day of registration is not read once
 * more as the day of the trouble, and with pauses as commas where a line bears no signs. Offsets stay as they are; stories behind a label (问题描述) stay readable.
 */
export function proseOf(letter: Letter): Letter {
  return { ...letter, body: letter.body.map((passage) => withPausesAsCommas(withoutForm(passage))) };
}

function withoutForm(passage: Passage): Passage {
  const pairs = labelPairs(passage).filter((pair) => {
    const meaning = labelMeaning(pair.label);
    return meaning !== null && !STORY.has(meaning.field);
  });
  if (pairs.length === 0) return passage;
  let folded = '';
  let at = 0;
  for (const { labelStart, end } of pairs) {
    const start = Math.max(at, labelStart);
    if (end <= at) continue;
    folded += passage.folded.slice(at, start) + passage.folded.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return { ...passage, folded: folded + passage.folded.slice(at) };
}
