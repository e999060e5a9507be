import type { Passage } from './passage.ts';

/** A sentence of a passage, in offsets of `folded`, without its closing sign. */
export interface Sentence {
  start: number;
  end: number;
  folded: string;
}

/** Sentences by closing signs and line breaks. A point ends an English sentence only before a blank or the end, and not behind `no` or `Mr`;
 * a Chinese one wherever Chinese goes on (`烂在土里.隔壁…`). */
export function sentencesOf(passage: Passage, limit = 30_000): Sentence[] {
  const found: Sentence[] = [];
  const pattern =
    /(?:[^\n。!?.]|(?<!\p{Script=Han})[.](?!\s|$)|[.](?![\s\p{Script=Han}\d]|$)|(?<=\b(?:nos?|ref|mrs?|ms|dr|approx|vs))[.](?=\s[a-z\d]))+/gu;
  for (const match of unwrapped(passage).slice(0, limit).matchAll(pattern)) {
    if (match[0].trim() !== '')
      found.push({ start: match.index, end: match.index + match[0].length, folded: match[0] });
  }
  return found;
}

/** Lines that a mail program broke at 72 columns: a long line, and the next one goes on with a small letter. */
function unwrapped(passage: Passage): string {
  const { folded } = passage;
  let text = '';
  let from = 0;
  for (let at = folded.indexOf('\n'); at >= 0; at = folded.indexOf('\n', at + 1)) {
    const lineStart = folded.lastIndexOf('\n', at - 1) + 1;
    const next = passage.text[passage.toOriginal(at + 1)] ?? '';
    if (at - lineStart < 50 || !/[a-z]/.test(next) || /[.:;!?]\s?$/.test(folded.slice(Math.max(0, at - 3), at)))
      continue;
    text += `${folded.slice(from, at)} `;
    from = at + 1;
  }
  return text + folded.slice(from);
}
