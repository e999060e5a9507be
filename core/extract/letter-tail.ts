import type { Letter } from './letter.ts';
import { linesOf } from './passage.ts';
import type { Line, Passage } from './passage.ts';

/** A line near the end of a letter, where people write who they are. */
export interface TailLine extends Line {
  passage: Passage;
}

const MOST_LINES = 9;
const CLOSING =
  /^(?:此致|敬礼|顺祝|祝好|谢谢|感谢|thanks|thank you|many thanks|regards|best regards|kind regards|best|br|cheers|sincerely|yours|yours sincerely|yours faithfully|yours truly|盼复|望回复)[\s,.!。]*$/;

/**
 * The lines at the end of the letter that may be a card of the writer: the signature, and above it the short lines that
 * end the body. A line of prose ends the search.
 */
export function letterTail(letter: Letter): TailLine[] {
  const own = letter.body.at(-1);
  const ofBody = own === undefined ? [] : cardLines(own);
  const ofSignature = letter.signature.flatMap((passage) => linesIn(passage).slice(0, MOST_LINES));
  return [...ofBody, ...ofSignature];
}

function linesIn(passage: Passage): TailLine[] {
  return linesOf(passage)
    .filter((line) => line.folded.trim() !== '')
    .map((line) => ({ ...line, passage }));
}

function cardLines(passage: Passage): TailLine[] {
  const lines = linesIn(passage).slice(-MOST_LINES);
  const found: TailLine[] = [];
  for (const line of lines.reverse()) {
    const isFirst = found.length === 0;
    if (CLOSING.test(line.folded)) {
      found.unshift(line);
      break;
    }
    if (isProse(line.folded) && !isFirst) break;
    found.unshift(line);
    if (isProse(line.folded) && isFirst && line.folded.length > 120) break;
  }
  return found;
}

/** A line that is a sentence or an item of a list, not a line of a card. */
export function isProse(line: string): boolean {
  const isChinese = /\p{Script=Han}/u.test(line);
  if (isChinese)
    return (
      line.length > 42 ||
      (/[。!?;]\s*$/.test(line) && line.length > 12) ||
      /^(?:\d{1,2}[.、)]|[一二三四五六七八九][、.]|\(\d\))/.test(line)
    );
  return (
    line.length > 90 ||
    (/[.!?;]\s*$/.test(line) && line.split(' ').length > 5) ||
    /^(?:\d{1,2}[.)]|[a-e]\)|[-*] )/.test(line)
  );
}
