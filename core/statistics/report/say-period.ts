import type { Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import type { Period } from '../period.ts';

/** A period in words: `2026年10月`, `October 2026`. */
export function sayPeriod({ kind, id, first }: Period, locale: Locale): string {
  if (kind === 'month') {
    const format = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
    return format.format(new Date(`${first}T00:00:00Z`));
  }
  return translate(locale, `report.period.${kind}`, { year: id.slice(0, 4), number: id.replace(/^\d+-?[WQ]?0*/, '') });
}
