import type { PageCapture } from '../capture/page-capture.ts';
import { findPhones } from './find-phones.ts';
import { findReferenceNumbers } from './find-reference-numbers.ts';
import type { Letter } from './letter.ts';
import { linesOf, passageOf } from './passage.ts';
import type { Line, Passage } from './passage.ts';
import { readLetter } from './read-letter.ts';

/** One of several complaints in a mail, in offsets of its block's own text. */
export interface ComplaintPiece {
  block: number;
  start: number;
  end: number;
}

/** `1.` `(2)` `③` `一、` `案例一：` `第二件：` `Case 3:` at the start of a line. */
const ITEM =
  /^\s*(?:\(?\d{1,2}\s?[.、):](?!\d)|[一二三四五六七八九十](?:、|\.|\))|\([一二三四五六七八九十]\)|(?:案例|个案|事项|投诉|客诉|第)\s?[\d一二三四五六七八九十]{1,2}\s?(?:件|个|起|单|宗|家|条)?(?:客诉|投诉|事)?\s?[:、,.)]|(?:case|complaint|item|order|no\.?|#)\s?\d{1,2}\s?[:.)-])/;
const CIRCLED = /^\s*[①-⑳]/;
const MOST = 12;
const SHORTEST = 12;
/** An item with a telephone tells a complaint only when it tells something; shorter ones list people to call. */
const TOLD = 30;

/**
 * The separate complaints of a mail that lists them one by one (a dealer's three cases), in their order; empty when the mail is
 * one complaint. Items count as complaints of their own only when each bears an order number, or each a telephone, that no
 * other item has: a list of demands or of the goods of one order stays one complaint.
 */
export function severalComplaints(capture: PageCapture): ComplaintPiece[] {
  const letter = readLetter(capture);
  for (const passage of letter.body) {
    const items = itemsOf(passage);
    if (items.length < 2 || items.length > MOST) continue;
    const pieces = items.map(({ start, end }) =>
      passageOf(passage.block, passage.text, passage.toOriginal(start), passage.toOriginal(end)),
    );
    if (haveTheirOwn(pieces.map((piece) => ordersIn(letter, piece))) || haveTheirOwn(pieces.map(phonesIn(letter))))
      return pieces.map((piece) => ({
        block: passage.block,
        start: passage.start + piece.start,
        end: passage.start + piece.start + piece.text.trimEnd().length,
      }));
  }
  return [];
}

/**
 * The capture of one piece: the words of the other pieces left out, what stands above and below the list (who writes, what is
 * asked for) kept. Its identity names the piece, so that pieces of one message are not taken for the same complaint.
 */
export function captureOfPiece(capture: PageCapture, pieces: readonly ComplaintPiece[], index: number): PageCapture {
  const own = pieces[index];
  if (own === undefined) return capture;
  const blocks = capture.blocks.map((block, at) =>
    at === own.block ? { ...block, text: withoutOthers(block.text, pieces, own) } : block,
  );
  const identity = capture.identity === null ? null : `${capture.identity}#${index + 1}`.slice(-2_000);
  return { ...capture, identity, blocks };
}

function withoutOthers(text: string, pieces: readonly ComplaintPiece[], own: ComplaintPiece): string {
  let kept = '';
  let from = 0;
  for (const piece of pieces) {
    if (piece === own || piece.block !== own.block) continue;
    kept += text.slice(from, piece.start);
    from = text[piece.end] === '\n' ? piece.end + 1 : piece.end;
  }
  return kept + text.slice(from);
}

/** The items of the first list of a passage: each runs to the next, the last to the end of its paragraph. */
function itemsOf(passage: Passage): { start: number; end: number }[] {
  const lines = linesOf(passage).slice(0, 1_500);
  const opens = (line: Line) =>
    ITEM.test(line.folded.slice(0, 30)) || CIRCLED.test(passage.text.slice(passage.toOriginal(line.start)).slice(0, 6));
  const starts = lines.flatMap((line, index) => (opens(line) ? [index] : []));
  return starts.map((first, at) => {
    const next = starts[at + 1] ?? lines.length;
    const blank = lines.findIndex((line, index) => index > first && line.folded.trim() === '');
    const isLast = at === starts.length - 1;
    const last = isLast && blank > 0 ? Math.min(next, blank) : next;
    return { start: lines[first]?.start ?? 0, end: lines[last - 1]?.end ?? 0 };
  });
}

/** Whether every piece has one that no other piece has. */
function haveTheirOwn(found: string[][]): boolean {
  return found.every((own, index) =>
    own.some((value) => found.every((others, at) => at === index || !others.includes(value))),
  );
}

function ordersIn(letter: Letter, piece: Passage): string[] {
  if (piece.folded.trim().length < SHORTEST) return [];
  const alone = { ...letter, subject: null, body: [piece], signature: [], quoted: [], fields: [] };
  return findReferenceNumbers(alone).orders.map(({ value }) => value);
}

function phonesIn(letter: Letter): (piece: Passage) => string[] {
  return (piece) =>
    (piece.folded.trim().length < TOLD ? [] : findPhones(piece, letter.language)).map(({ start, end }) =>
      piece.folded.slice(start, end).replace(/\D/g, ''),
    );
}
