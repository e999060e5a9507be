import type { Passage } from './passage.ts';

/** A sentence of a passage, in offsets of `folded`, without its closing sign. */
export interface Sentence {
  start: number;
  end: number;
  folded: string;
}

/** Sentences by closing signs and line breaks. A point ends an English sentence only before a blank or the end. */
export function sentencesOf(passage: Passage, limit = 30_000): Sentence[] {
  const found: Sentence[] = [];
  const pattern = /(?:[^\n。!?.]|[.](?!\s|$))+/g;
  for (const match of passage.folded.slice(0, limit).matchAll(pattern)) {
    if (match[0].trim() !== '')
      found.push({ start: match.index, end: match.index + match[0].length, folded: match[0] });
  }
  return found;
}
