import type { Locale, Localized } from '../policy/localized.ts';
import { saySource } from './say-source.ts';
import { sayMinutes } from './say-minutes.ts';
import { translate, type MessageParams } from './translate.ts';

/**
 * One line of an explanation in words. Parameters that have a label in each language (a grade, a reason for a pause) are
 * filled in the language asked for, and a rule's `source` is said as `saySource` does, minutes `ahead` of a deadline as `sayMinutes` does. `sayLine('en', 'deadline.trace', { code: 'due', params: { at: '2026-02-14 09:30' } })`
 */
export function sayLine(
  locale: Locale,
  area: string,
  line: { code: string; params: MessageParams; labels?: Record<string, Localized> | undefined },
): string {
  const labels = Object.entries(line.labels ?? {}).map(([name, label]) => [name, label[locale]] as const);
  const { source, ahead } = line.params;
  const said = {
    ...(typeof source === 'string' && { source: saySource(locale, source) }),
    ...(typeof ahead === 'number' && { ahead: sayMinutes(ahead, locale) }),
  };
  return translate(locale, `${area}.${line.code}`, { ...line.params, ...said, ...Object.fromEntries(labels) });
}
