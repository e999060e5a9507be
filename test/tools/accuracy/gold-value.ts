/** One right answer: the words as they stand in the text and, for a time that was worked out, the time. */
export interface GoldAnswer {
  text: string;
  resolved: string | null;
}

/**
 * What gold says of a field. Each member has its answers, of which any one is right; `{"all": […]}` has several members, all
 * else has one. `mayBeAbsent`: a list that holds null, so that leaving the field empty is right too.
 */
export interface GoldValue {
  members: GoldAnswer[][];
  mayBeAbsent: boolean;
}

/** Gold of a field in any of its forms; null when it has none (null, empty text, empty list), `unknown` for a form nobody knows. */
export function readGoldValue(gold: unknown): GoldValue | null | 'unknown' {
  if (isRecord(gold) && Array.isArray(gold['all'])) {
    const members = gold['all'].map(answersIn);
    if (members.some((member) => member === 'unknown')) return 'unknown';
    const filled = members.filter((member): member is GoldAnswer[] => member !== 'unknown' && member.length > 0);
    return filled.length === 0 ? null : { members: filled, mayBeAbsent: false };
  }
  const answers = answersIn(gold);
  if (answers === 'unknown') return 'unknown';
  if (answers.length === 0) return null;
  return { members: [answers], mayBeAbsent: Array.isArray(gold) && gold.includes(null) };
}

function answersIn(gold: unknown): GoldAnswer[] | 'unknown' {
  if (gold === null || gold === undefined) return [];
  if (typeof gold === 'string' || typeof gold === 'number') return answer(String(gold), null);
  if (Array.isArray(gold)) {
    const each = gold.map(answersIn);
    return each.includes('unknown') ? 'unknown' : each.flatMap((answers) => (answers === 'unknown' ? [] : answers));
  }
  if (!isRecord(gold)) return 'unknown';
  const any = gold['any'] ?? gold['anyOf'];
  if (any !== undefined) return answersIn(any);
  const text = gold['text'] ?? gold['value'];
  const resolved = [gold['resolved'] ?? gold['iso']].flat();
  const times = resolved.filter((time) => typeof time === 'string');
  if (typeof text !== 'string' && times.length === 0) return 'unknown';
  const words = typeof text === 'string' ? text : '';
  return times.length === 0 ? answer(words, null) : times.flatMap((time) => answer(words || time, time));
}

function answer(text: string, resolved: string | null): GoldAnswer[] {
  return text.trim() === '' ? [] : [{ text, resolved }];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
