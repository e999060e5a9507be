import type { Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import type { TwinRows } from './twins.ts';

/** What two rows have in common, in words. */
export function twinWords({ field, value, daysApart }: TwinRows, locale: Locale): string {
  if (field === null)
    return (daysApart ?? 0) === 0
      ? translate(locale, 'findings.twins.sameWords')
      : translate(locale, 'findings.twins.sameWordsNear', { count: daysApart ?? 0 });
  const name = translate(locale, `fields.${field}`);
  if (daysApart === null) return translate(locale, 'findings.twins.sameGoods', { field: name, value });
  return daysApart === 0
    ? translate(locale, 'findings.twins.sameGoodsSameDay', { field: name, value })
    : translate(locale, 'findings.twins.sameGoodsNear', { field: name, value, count: daysApart });
}
