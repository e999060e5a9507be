import { FIELDS } from '../complaint/field.ts';
import { LOCALES, type Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { LIST_IDS } from '../register/register-lists.ts';
import { DIMENSIONS } from '../statistics/complaint-facts.ts';
import { translate } from '../wording/translate.ts';

/** What spreadsheet programs call the totals and the blanks of a pivot. */
const PIVOT_WORDS =
  'Grand Total|总计|總計|合计|合計|小计|小計|Total|(blank)|(空白)|(all)|(全部)|Row Labels|行标签|列标签|行標籤|列標籤';
/** What statistics say where nothing is known, where the rest is gathered, and at the end. */
const STATISTICS_WORDS = ['unknown', 'gathered', 'total'] as const;

/**
 * Words that ledgers and statistics say of complaints: what a policy offers to be chosen, in all languages and with the names by
 * which ledgers call it, headings of our own, labels of statistics. None of them is ever a name, wherever it stands.
 */
export function plainWords(pack: PolicyPack | null): Set<string> {
  const chosen: { label: Localized; synonyms?: string[] }[] =
    pack === null
      ? []
      : [
          ...[...pack.categories, ...pack.grades, ...pack.statuses, ...pack.channels, ...pack.verdicts],
          ...(pack.satisfactionScale ?? []),
          ...pack.axes.flatMap(({ values }) => values),
          ...pack.milestones,
        ];
  return new Set([
    ...PIVOT_WORDS.split('|'),
    ...chosen.flatMap(({ label, synonyms = [] }) => [...Object.values(label), ...synonyms]),
    ...inAllLanguages([
      ...STATISTICS_WORDS.map((word) => `overview.${word}`),
      ...DIMENSIONS.map((id) => `overview.column.${id}`),
      ...LIST_IDS.map((id) => `register.list.${id}`),
      ...FIELDS.map((field) => `fields.${field}`),
    ]),
  ]);
}

/** The words for some codes in all languages. */
export function inAllLanguages(codes: readonly string[]): string[] {
  return LOCALES.flatMap((locale) => codes.map((code) => translate(locale, code)));
}
