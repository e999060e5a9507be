import { foldText } from '../text/fold-text.ts';
import type { FoldedText } from '../text/fold-text.ts';

/** Folding a text at once costs more than its length; pieces of this size keep 200 KB quick. */
const PIECE = 1_000;

/** `foldText` for texts of any length: folded piece by piece, cut behind line breaks where there are any. */
export function foldLongText(text: string): FoldedText {
  if (text.length <= PIECE) return foldText(text);
  const folded: string[] = [];
  const origins: number[] = [];
  for (let start = 0; start < text.length;) {
    const end = pieceEnd(text, start);
    const piece = foldText(text.slice(start, end));
    folded.push(piece.folded);
    for (let at = 0; at < piece.folded.length; at++) origins.push(start + piece.toOriginal(at));
    start = end;
  }
  return { folded: folded.join(''), toOriginal: (offset) => origins[offset] ?? text.length };
}

function pieceEnd(text: string, start: number): number {
  const most = start + PIECE;
  if (most >= text.length) return text.length;
  const lineBreak = text.lastIndexOf('\n', most - 1);
  if (lineBreak > start) return lineBreak + 1;
  const isPairCut = /[\uD800-\uDBFF]/.test(text[most - 1] ?? '');
  return isPairCut ? most - 1 : most;
}
