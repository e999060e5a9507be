import type { DraftValue } from './complaint-draft.ts';
import type { Letter } from './letter.ts';
import { labelMeaning } from './label-words.ts';
import { labelPairs } from './label-pairs.ts';
import { isProse, letterTail } from './letter-tail.ts';
import { draftValue, evidenceIn, linesOf } from './passage.ts';
import type { Line, Passage } from './passage.ts';
import { subjectAbove } from './subject-above.ts';

/** The record keeps at most this many characters; the capture keeps all. */
const MOST = 20_000;
const GREETING =
  /^\s*(?:(?:尊敬的|亲爱的|致|dear\b|hi\b|hello\b|hey\b|good (?:morning|afternoon|evening)|attn\b|to whom).{0,60}|.{0,24}(?:您好|你好|你们好|台鉴|钧鉴|敬启者).{0,6}|[^,。;!?]{1,24}:)\s*[,:!。;]?\s*$/;

/**
 * What happened, in the complainant's own words: the subject line when it says more than the body, then the body without
 * greeting, signature and quoted history, which is what the evidence quotes. Longer texts are cut at the end of a sentence
 * with the doubt `shortened`.
 */
export function findDescription(letter: Letter): DraftValue | null {
  const passage = letter.body.reduce<Passage | null>(
    (longest, next) => (longest === null || next.text.length > longest.text.length ? next : longest),
    null,
  );
  if (passage === null)
    return letter.subject === null
      ? null
      : draftValue(evidenceIn(letter.subject, 0, letter.subject.folded.length), 0.4);
  const { start, end } = withoutFrame(passage, letter);
  const cut = end - start > MOST ? lastSentenceEnd(passage.folded, start, start + MOST) : end;
  const evidence = evidenceIn(passage, start, cut);
  const title = subjectAbove(letter.subject, passage.folded);
  return draftValue(evidence, cut < end ? 0.6 : 0.75, {
    value: title === null ? evidence.quote : `${title}\n${evidence.quote}`,
    doubt: cut < end ? 'shortened' : null,
  });
}

function withoutFrame(passage: Passage, letter: Letter): { start: number; end: number } {
  const lines = linesOf(passage).filter((line) => line.folded.trim() !== '');
  const forms = labelPairs(passage);
  const isForm = (line: Line) =>
    forms.some((pair) => pair.start >= line.start && pair.start <= line.end && labelMeaning(pair.label) !== null);
  const first = lines.find((line) => !GREETING.test(line.folded) && !isForm(line)) ?? lines[0];
  const start = first?.start ?? 0;
  const told = Math.max(start, ...lines.filter((_, at) => isHeading(lines[at - 1])).map((line) => line.start));
  const card = letterTail(letter).filter(
    (line) => line.passage === passage && !isProse(line.folded) && line.start > told,
  );
  return { start, end: Math.min(passage.folded.length, ...card.map((line) => line.start)) };
}

/** `反映情况` on a line of its own: what stands below it is the story, however short. */
function isHeading(line: Line | undefined): boolean {
  return (
    line !== undefined && /\p{Script=Han}{4}/u.test(line.folded) && labelMeaning(line.folded)?.field === 'description'
  );
}

function lastSentenceEnd(folded: string, start: number, end: number): number {
  const at = Math.max(...['。', '\n', '. ', '!', '?'].map((sign) => folded.lastIndexOf(sign, end)));
  return at > start + MOST / 2 ? at + 1 : end;
}
