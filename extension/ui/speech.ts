import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Locale, Localized } from '../../core/policy/localized.ts';
import { translate, type MessageParams } from '../../core/wording/translate.ts';

/** The words of one language, for every component below. */
export interface Speech {
  locale: Locale;
  say: (code: string, params?: MessageParams) => string;
  label: (words: Localized) => string;
}

export function speechIn(locale: Locale): Speech {
  return {
    locale,
    say: (code, params) => translate(locale, code, params),
    label: (words) => words[locale],
  };
}

export const SpeechContext = createContext<Speech>(speechIn('zh-CN'));
export const useSpeech = () => useContext(SpeechContext);
