import type { Locale } from '../policy/localized.ts';
import { CATALOGUES } from './catalogues.ts';

/** Values that fill a message's `{placeholders}`. */
export type MessageParams = Record<string, string | number>;

/**
 * The words for a code such as `deadline.status.overdue` in one language, placeholders filled.
 * A message may give forms for one and many (`{"one": …, "other": …}`); `params.count` chooses.
 * Example: `translate('en', 'fields.receivedAt')` → `Received`.
 * Throws when the code is unknown: a missing message is a bug, and a test reads all catalogues.
 */
export function translate(locale: Locale, code: string, params: MessageParams = {}): string {
  const message = lookUp(CATALOGUES[locale], code.split('.'));
  if (message === null) throw new Error(`No wording for ${code} in ${locale}`);
  return fill(typeof message === 'string' ? message : pluralForm(locale, message, params), params);
}

type Plural = { one: string; other: string };

function lookUp(catalogue: unknown, path: string[]): string | Plural | null {
  let node: unknown = catalogue;
  for (const step of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, step)) return null;
    node = (node as Record<string, unknown>)[step];
  }
  if (typeof node === 'string') return node;
  return isPlural(node) ? node : null;
}

function isPlural(node: unknown): node is Plural {
  return (
    typeof node === 'object' && node !== null && 'one' in node && 'other' in node && Object.keys(node).length === 2
  );
}

function pluralForm(locale: Locale, message: Plural, params: MessageParams): string {
  const count = Number(params['count'] ?? 0);
  return new Intl.PluralRules(locale).select(count) === 'one' ? message.one : message.other;
}

function fill(message: string, params: MessageParams): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
