import type { Locale } from '../policy/localized.ts';
import { saySource } from '../wording/say-source.ts';
import { translate } from '../wording/translate.ts';
import type { RowFinding } from './evaluate-row.ts';
import { cutAt } from './unique-name.ts';

const LEVELS = ['error', 'warning', 'info'] as const;
const MAX_FINDINGS_TEXT = 8_000;

/**
 * The findings of a row as a cell shows them: gravest first, one a line, each with its level in words.
 * Example: `错误：…\n提醒：…`. A reader of the sheet needs no colour to tell them apart. `kept` are lines of before that
 * nothing in the row would tell again.
 */
export function findingsText(findings: readonly RowFinding[], locale: Locale, kept: readonly string[] = []): string {
  const lines = LEVELS.flatMap((level) => [
    ...findings
      .filter((finding) => finding.level === level)
      .map(
        (finding) =>
          `${translate(locale, `register.level.${level}`)}${locale === 'en' ? ': ' : '：'}${findingWords(finding, locale)}`,
      ),
    ...kept.filter((line) => line.startsWith(translate(locale, `register.level.${level}`))),
  ]);
  return cutAt([...new Set(lines)].join('\n'), MAX_FINDINGS_TEXT);
}

/** One finding in words, without its level. `{field}` is the field's name in the language of the reader. */
export function findingWords({ code, field, params, rule }: RowFinding, locale: Locale): string {
  if (rule !== undefined) {
    const says = rule.says[locale];
    if (rule.source === 'product') return says;
    return translate(locale, `register.finding.${code}`, { says, source: saySource(locale, rule.source) });
  }
  const name = field === null ? {} : { field: translate(locale, `fields.${field}`) };
  return translate(locale, `register.finding.${code}`, { ...name, ...params });
}
