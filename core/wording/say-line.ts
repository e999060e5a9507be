import type { Locale, Localized } from '../policy/localized.ts';
import { translate, type MessageParams } from './translate.ts';

/**
 * One line of an explanation in words. Parameters that have a label in each language (a grade, a reason for a pause) are
 * filled in the language asked for. `sayLine('en', 'deadline.trace', { code: 'due', params: { at: '2026-02-14 09:30' } })`
 */
export function sayLine(
  locale: Locale,
  area: string,
  line: { code: string; params: MessageParams; labels?: Record<string, Localized> | undefined },
): string {
  const labels = Object.entries(line.labels ?? {}).map(([name, label]) => [name, label[locale]] as const);
  return translate(locale, `${area}.${line.code}`, { ...line.params, ...Object.fromEntries(labels) });
}
