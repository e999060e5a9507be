import type { Locale } from '../../core/policy/localized.ts';
import { translate, type MessageParams } from '../../core/wording/translate.ts';

/** What the terminal's settings say about language, in the order in which programs obey them; else what the system says. */
export function localeOf(environment: Record<string, string | undefined>, system = systemLocale()): Locale {
  const set = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || system;
  if (/^zh[_-](TW|HK|MO|Hant)/i.test(set)) return 'zh-TW';
  return /^zh/i.test(set) ? 'zh-CN' : 'en';
}

/** Windows sets no LANG; Node knows the system's language all the same. */
function systemLocale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}

export type Say = (code: string, params?: MessageParams) => string;

/** Tells of one step: each call prints a line of what was found. */
export type Tell = (code: string, params?: MessageParams) => void;

export interface Terminal {
  say: Say;
  /** Runs a step, printing its name, what it tells and how long it took. */
  step: <T>(code: string, params: MessageParams, work: (tell: Tell) => Promise<T>) => Promise<T>;
  line: (text: string) => void;
  /** The step that is under way, for the message when one breaks. */
  current: () => string;
}

export function openTerminal(locale: Locale, write: (text: string) => void): Terminal {
  const say: Say = (code, params) => translate(locale, `demo.${code}`, params);
  let count = 0;
  let name = '';
  const line = (text: string): void => write(`${text}\n`);
  return {
    say,
    line,
    current: () => name,
    step: async (code, params, work) => {
      count += 1;
      name = clean(say(`step.${code}`, params));
      line(`${String(count).padStart(2)}  ${name}`);
      const started = performance.now();
      const result = await work((word, given = {}) => line(`      ${clean(say(`said.${word}`, given))}`));
      line(`      ${say('seconds', { seconds: ((performance.now() - started) / 1000).toFixed(1) })}`);
      return result;
    },
  };
}

/** Control and direction characters of a mail must not reach a terminal; line breaks become a sign. */
function clean(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ⏎ ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .slice(0, 240);
}
