import type { Passage } from './passage.ts';

/** What mail programs and servers put before a subject. */
const REPLY_SIGNS =
  /^\s*(?:(?:re|fw|fwd|aw|wg|回复|答复|回覆|转发|转寄|转)\s?(?:\[\d+\]|\(\d+\))?\s?:\s?|[[【(](?:external|外部|外来|spam)[^\]】)]{0,30}[\]】)]\s?)+/;
/** A subject that a program wrote where the writer left none. */
const NO_SUBJECT = /^[\s(<[（]*(?:无主题|无标题|没有主题|no subject|untitled|none)[\s)>\]）]*$/;
const SIGNS = /[^\p{L}\p{N}]/gu;

/**
 * The subject line as the first line of the story: people often say there, and only there, what it is about (冷气修三次都没好).
 * Without reply and forward signs; null when it says nothing, or when the story begins with or repeats it.
 * Example: `RE: RE: 散装水泥延迟到厂乙案` → `散装水泥延迟到厂乙案`.
 */
export function subjectAbove(subject: Passage | null, story: string): string | null {
  if (subject === null) return null;
  const from = REPLY_SIGNS.exec(subject.folded)?.[0].length ?? 0;
  const folded = subject.folded.slice(from);
  if (folded.trim() === '' || NO_SUBJECT.test(folded)) return null;
  if (bare(story).includes(bare(folded))) return null;
  return subject.text.slice(subject.toOriginal(from)).replace(/\s+/g, ' ').trim();
}

/** Letters and digits alone: a title that the first line repeats with other signs is the same title. */
const bare = (folded: string) => folded.replace(SIGNS, '');
