import {
  COMPLETE_CONDITION,
  CONDITION,
  CONTRARY,
  CONTRARY_DENIAL,
  CONTRARY_RESULT,
  FOLLOWS,
  IS_DONE,
  QUESTION,
  TELLS_A_FACT,
} from './denial-words.ts';

/** A clause of its own begins after a comma, and after a blank between Chinese characters. */
const NEXT_CLAUSE = /[,，、]|(?<=\p{sc=Han}) (?=\p{sc=Han})/u;
/** 但 and “but” turn a clause without any comma. */
const TURN = /但是?|不过|可是|然而|\bbut\b/;

/**
 * Whether something at the end of `before` is only supposed. `before` is what its sentence says up to it, `after` the rest
 * of its clause. A question reaches to the end of its clause; a condition over its clause and what follows from it, up to
 * the first clause that tells a fact: 如果能退车最好,昨天起火 is a fire, 如果今天不到货,我们就停工 is none yet.
 */
export function isSupposed(before: string, after: string): boolean {
  return isInQuestion(before) || isInCondition(before, after);
}

/** 要不是你们拖延,也不会停工: what is denied there did happen. */
export function isDeniedContraryToFact(before: string): boolean {
  const [, result] = splitAtLast(before, CONTRARY) ?? [];
  return result !== undefined && CONTRARY_DENIAL.test(result);
}

function isInQuestion(before: string): boolean {
  const asked = lastAfter(before, QUESTION);
  return asked !== null && !NEXT_CLAUSE.test(asked) && !TURN.test(asked);
}

function isInCondition(before: string, after: string): boolean {
  const supposed = lastAfter(before, CONDITION);
  if (supposed === null) return false;
  const [own = '', ...later] = supposed.split(NEXT_CLAUSE);
  if (later.length === 0) return !TURN.test(own);
  if (TELLS_A_FACT.test(later.join(',')) || TELLS_A_FACT.test(after)) return false;
  const clause = later.at(-1) ?? '';
  if (CONTRARY.test(before) && CONTRARY_RESULT.test(clause)) return true;
  if (FOLLOWS.test(clause)) return true;
  return later.length === 1 && !COMPLETE_CONDITION.test(own) && !IS_DONE.test(clause + after);
}

/** What stands after the last match of a pattern with the flag g; null without any. */
function lastAfter(text: string, pattern: RegExp): string | null {
  const last = Array.from(text.matchAll(pattern)).at(-1);
  return last ? text.slice(last.index + last[0].length) : null;
}

function splitAtLast(text: string, pattern: RegExp): [string, string] | null {
  const at = text.search(pattern);
  return at < 0 ? null : [text.slice(0, at), text.slice(at)];
}
