import type { Locale } from '../../../core/policy/localized.ts';
import { translate, type MessageParams } from '../../../core/wording/translate.ts';

/** The language of the browser, as far as the product speaks it. */
export const pageLocale: Locale = /^zh[-_](TW|HK|MO|Hant)/i.test(navigator.language)
  ? 'zh-TW'
  : /^zh/i.test(navigator.language)
    ? 'zh-CN'
    : 'en';

export function pageWord(code: string, params?: MessageParams): string {
  return translate(pageLocale, `demo.${code}`, params);
}

/** Fills every element that names its words in `data-word`. */
export function fillWords(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = pageWord(element.dataset['word'] ?? '');
  }
}
