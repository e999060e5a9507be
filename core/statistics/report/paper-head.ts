import { across, row } from '../../forms/bands.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { saidTime } from '../../register/log/say-event.ts';
import { translate } from '../../wording/translate.ts';
import type { Period } from '../period.ts';
import type { PagedRow } from './paged-sheet.ts';
import type { ReportFrame } from './report-data.ts';
import { sayPeriod } from './say-period.ts';

/** The head of a paper: whose it is, its title, its period, the day it was made, and by which policy it counts. */
export function paperHead(title: string, period: Period, pack: PolicyPack, frame: ReportFrame): PagedRow[] {
  const { companyName, locale, asOf, zone } = frame;
  const { first, last } = period;
  const t = (code: string, params: Record<string, string | number>) => translate(locale, `report.head.${code}`, params);
  return [
    ...(companyName === null ? [] : [across(companyName, 'company')]),
    across(title, 'title'),
    row([
      { column: 0, columns: 7, text: t('period', { period: sayPeriod(period, locale), first, last }), look: 'meta' },
      { column: 7, columns: 5, text: t('made', { day: saidTime(asOf, zone).slice(0, 10) }), look: 'metaRight' },
    ]),
    across(t('policy', { policy: pack.label[locale], version: pack.version }), 'meta'),
  ];
}
