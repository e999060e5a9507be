import { foldText } from '../../text/fold-text.ts';

const NEGATIONS = new Set('不没未无非莫勿免别');
const LATIN = /[a-z0-9]/;
const known = new Map<string, string>();

/**
 * Whether whoever says `word` says `other` too: 严重破碎 says 破碎. What is denied within a word is not said (没开封 does not say
 * 开封), a Latin word counts whole. A gap (`…`) within `other` is filled by a few characters of one clause in `word` (刹车失灵 says
 * 刹车…失灵), not by a denial; a gap within both only where they are the same.
 */
export function says(word: string, other: string): boolean {
  const [long, short] = [folded(word), folded(other)];
  if (long === short) return true;
  if (short.includes('…')) return !long.includes('…') && fillsGaps(long, short.split('…'));
  return long.split('…').some((part) => {
    const at = part.indexOf(short);
    if (at < 0) return false;
    const before = part.charAt(at - 1);
    const after = part.charAt(at + short.length);
    const isWhole = !areOneWord(before, short.charAt(0)) && !areOneWord(short.charAt(short.length - 1), after);
    return isWhole && !NEGATIONS.has(before);
  });
}

/** So far a gap reaches, as in matching; what denies or ends the clause fills none. */
const GAP = /^[^,，。;；!！?？\n不没未无非莫勿免别]{0,16}$/;

function fillsGaps(long: string, parts: readonly string[]): boolean {
  let end: number | null = null;
  for (const part of parts) {
    const at = long.indexOf(part, end ?? 0);
    const gap = end === null ? '' : long.slice(end, at);
    if (at < 0 || !GAP.test(gap) || LATIN.test(part) || NEGATIONS.has(long.charAt(at - 1))) return false;
    end = at + part.length;
  }
  return true;
}

/** Whether a text has the parts of a word in their order, whatever stands around them. */
export function standsIn(text: string, word: string): boolean {
  const whole = folded(text);
  let from = 0;
  return folded(word)
    .split('…')
    .every((part) => {
      const at = whole.indexOf(part.trim(), from);
      from = at + part.length;
      return at >= 0;
    });
}

function areOneWord(left: string, right: string): boolean {
  return LATIN.test(left) && LATIN.test(right);
}

function folded(word: string): string {
  // Folding the whole would make three full stops of a gap.
  const fold = () => word.split('…').map((part) => foldText(part).folded.trim());
  const ready = known.get(word) ?? fold().join('…');
  known.set(word, ready);
  return ready;
}
