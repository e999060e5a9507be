import type { Locale } from '../policy/localized.ts';
import { SIMPLIFIED } from '../text/simplified.ts';

const SIMPLE_ONLY = new Set([...SIMPLIFIED.values()].filter((character) => !SIMPLIFIED.has(character)));
/** Simplified forms that are everyday characters of traditional writing too. */
const BOTH_WAYS = new Set(Array.from('只台里后面范系干谷松云几于表秋制才余卜了'));

/**
 * The language in which a customer wrote, and so in which they are answered: English without Chinese words to speak of,
 * else zh-TW when more of its telling characters are traditional than simplified, else zh-CN. `fallback` for text without words.
 */
export function replyLanguage(text: string, fallback: Locale): Locale {
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const words = text.match(/\p{Script=Latin}{2,}/gu) ?? [];
  if (han.length === 0 && words.length === 0) return fallback;
  if (han.length < words.length) return 'en';
  const traditional = han.filter((character) => SIMPLIFIED.has(character)).length;
  const simple = han.filter((character) => SIMPLE_ONLY.has(character) && !BOTH_WAYS.has(character)).length;
  if (traditional === simple) return fallback === 'en' ? 'zh-CN' : fallback;
  return traditional > simple ? 'zh-TW' : 'zh-CN';
}
