import type { DraftValue } from './complaint-draft.ts';
import { findDates } from './find-dates.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceIn, linesOf } from './passage.ts';

const SAYS_SENT = /^\s*(?:于.{1,16}(?:发起|提交|投诉|留言|发布)|(?:投诉|提交|发布|来信|发送))?\s*[|,]?\s*$/;

/**
 * The date a letter itself bears: a line, or a cell of the first line, that holds a date and nothing else
 * (`23 May 2026`, `2026-04-02 于…平台提交`). Only the first and the last lines can be such.
 */
export function findLetterDate(letter: Letter): DraftValue | null {
  for (const passage of letter.body) {
    const lines = linesOf(passage).filter((line) => line.folded.trim() !== '');
    for (const line of [...lines.slice(0, 2), ...lines.slice(-2)]) {
      if (line.folded.length > 160) continue;
      let from = line.start;
      for (const cell of line.folded.split('|')) {
        const [first] = findDates(cell, letter);
        const isAlone =
          first !== undefined &&
          cell.slice(0, first.start).trim() === '' &&
          SAYS_SENT.test(cell.slice(first.end)) &&
          !first.isRelative &&
          first.precision === 'day';
        if (isAlone) return draftValue(evidenceIn(passage, from, from + first.end), 0.8, { value: first.value });
        from += cell.length + 1;
      }
    }
  }
  return null;
}
