import { foldText } from '../../text/fold-text.ts';

const NEGATIONS = new Set('不没未无非莫勿免别');
const LATIN = /[a-z0-9]/;
const known = new Map<string, string>();

/**
 * Whether whoever says `word` says `other` too: 严重破碎 says 破碎. What is denied within a word is not said (没开封 does not say
 * 开封), a Latin word counts whole, and a gap (`…`) within `other` only where both words are the same.
 */
export function says(word: string, other: string): boolean {
  const [long, short] = [folded(word), folded(other)];
  if (long === short) return true;
  if (short.includes('…')) return false;
  return long.split('…').some((part) => {
    const at = part.indexOf(short);
    if (at < 0) return false;
    const before = part.charAt(at - 1);
    const after = part.charAt(at + short.length);
    const isWhole = !areOneWord(before, short.charAt(0)) && !areOneWord(short.charAt(short.length - 1), after);
    return isWhole && !NEGATIONS.has(before);
  });
}

function areOneWord(left: string, right: string): boolean {
  return LATIN.test(left) && LATIN.test(right);
}

function folded(word: string): string {
  const ready = known.get(word) ?? foldText(word).folded.trim();
  known.set(word, ready);
  return ready;
}
