import { Field, fieldKind } from '../../../core/complaint/field.ts';
import type { GoldAnswer, GoldValue } from './gold-value.ts';
import { noCounts, type Counts } from './ratio.ts';
import { isSameEmail, isSameId, isSamePhone } from './same-number.ts';
import { holdsWords, isSameText, isSameWords } from './same-text.ts';
import { isSameTime, readResolvedTime, readWrittenTime } from './written-time.ts';

/** A value that was read, or one part of it, with the words it came from. */
export interface ReadPart {
  value: string;
  quote: string;
}

const IDS = new Set(['batchNo', 'orderNo', 'complaintId', 'sequenceNo']);

/** Whether a part that was read is this answer of the gold. `field` decides how the two are compared. */
export function isRight(field: string, part: ReadPart, answer: GoldAnswer): boolean {
  const known = Field.safeParse(field);
  const kind = known.success ? fieldKind(known.data) : 'text';
  if (kind === 'time') return isRightTime(part, answer);
  if (kind === 'phone') return isSamePhone(part.value, answer.text);
  if (kind === 'email') return isSameEmail(part.value, answer.text);
  return IDS.has(field) ? isSameId(part.value, answer.text) : isSameText(part.value, answer.text);
}

/** By the resolved time; by the date that the gold's words name in full; else by the words themselves (昨天, 6月份), which may be told more closely (21号下午3点59分 for 21号). */
function isRightTime(part: ReadPart, { text, resolved }: GoldAnswer): boolean {
  const time = (resolved === null ? null : readResolvedTime(resolved)) ?? readWrittenTime(text);
  if (time !== null) return isSameTime(part.value, time);
  return isSameText(part.quote, text) || holdsWords(part.quote, text);
}

/**
 * Compares what was read for a field with its gold. A member of the gold that a part gives is right, one that none gives is
 * missed; a part that is no answer of any member is a false positive. Several parts may together be one answer
 * (照片；视频 for “照片、视频”): they are compared joined, too.
 */
export function scoreField(field: string, parts: readonly ReadPart[], gold: GoldValue | null): Counts {
  if (gold === null) return { ...noCounts(), falsePositive: parts.length };
  if (parts.length === 0) return { ...noCounts(), missed: gold.mayBeAbsent ? 0 : gold.members.length };
  const owned = gold.members.map((answers) =>
    parts.map((part) => answers.some((answer) => isRight(field, part, answer))),
  );
  if (parts.length > 1 && gold.members.length === 1 && isWholeAnswer(field, parts, gold.members[0] ?? []))
    return { ...noCounts(), right: 1 };
  const right = owned.filter((parts) => parts.includes(true)).length;
  return {
    right,
    falsePositive: parts.filter((_, index) => owned.every((member) => member[index] !== true)).length,
    missed: gold.members.length - right,
  };
}

function isWholeAnswer(field: string, parts: readonly ReadPart[], answers: readonly GoldAnswer[]): boolean {
  const known = Field.safeParse(field);
  if (!known.success || fieldKind(known.data) !== 'text') return false;
  const whole = parts.map(({ value }) => value).join(' ');
  return answers.some(({ text }) => isSameWords(whole, text));
}
