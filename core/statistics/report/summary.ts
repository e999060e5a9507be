import type { Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import type { Figure } from '../figure.ts';
import type { ReportData } from './report-data.ts';
import { isComparable, sayChange, sayValue } from './say-value.ts';
import { sayPeriod } from './say-period.ts';
import { notRecorded, type WeakPoint } from './weak-points.ts';

/** From so large a share on one model or cause is called the focus of a period. */
const FOCUS = 1 / 3;

/** What a manager reads first: a few sentences from the figures, none about what nobody knows. */
export function summary(data: ReportData, points: readonly WeakPoint[], locale: Locale): string[] {
  const { now, isRunning, asOf } = data;
  const t = (code: string, params: Record<string, string | number> = {}) =>
    translate(locale, `report.summary.${code}`, params);
  const figure = (id: string) => now.figures.get(id);
  const received = figure('received')?.numerator ?? 0;
  const open = figure('openAtEnd')?.numerator ?? 0;
  const closed = figure('closed')?.numerator ?? 0;
  const period = sayPeriod(now.period, locale);
  return [
    ...(isRunning ? [t('running', { day: asOf })] : []),
    received === 0 ? t('nothing', { period }) : t('received', { period, count: received }) + compared(data, t),
    closed === 0 && open === 0 ? '' : t(isRunning ? 'closedSoFar' : 'closed', { closed, open }),
    ...onTime(data, locale, t),
    concentrated(data, t),
    satisfied(figure('satisfaction'), locale, t),
    ...(received === 0 && points.length === 0 ? [] : weak(data, points, locale, t)),
  ].filter((sentence) => sentence !== '');
}

/** How many weak points there are, and of what nobody can say. */
function weak(data: ReportData, points: readonly WeakPoint[], locale: Locale, t: Say): string[] {
  const unknown = notRecorded(data, locale);
  if (points.length > 0) return [t('weakPoints', { count: points.length }), unknown];
  return unknown === '' ? [t('noWeakPoints')] : [t('noneOnRecord'), unknown];
}

type Say = (code: string, params?: Record<string, string | number>) => string;

/** Behind the count: against the period before and the year before, as far as the register reaches. */
function compared({ now, before, yearBefore }: ReportData, t: Say): string {
  const count = now.figures.get('received')?.numerator ?? 0;
  const parts = [
    ...(before === null ? [] : [{ view: before, name: t(`than.before.${now.period.kind}`) }]),
    ...(yearBefore === null ? [] : [{ view: yearBefore, name: t(`than.yearBefore.${now.period.kind}`) }]),
  ].map(({ view, name }) => {
    const than = view.figures.get('received')?.numerator ?? 0;
    const by = Math.abs(count - than);
    return t(count === than ? 'same' : count > than ? 'more' : 'fewer', { name, than, count: by });
  });
  return parts.length === 0 ? t('firstEnd') : t('compared', { parts: parts.join(t('comma')) });
}

/** The first response and the closing, or whichever of them can be judged. */
function onTime({ now, before, pack }: ReportData, locale: Locale, t: Say): string[] {
  const judged = pack.milestones.flatMap(({ id, label }) => {
    const figure = now.figures.get(`onTime:${id}`);
    if (figure === undefined || figure.value === null) return [];
    return [{ id, label: label[locale], figure, value: figure.value }];
  });
  const told = judged.length > 2 ? [judged[0], judged.at(-1)] : judged;
  return told.flatMap((each) => {
    if (each === undefined) return [];
    const { id, label, figure, value } = each;
    const than = before?.figures.get(`onTime:${id}`) ?? null;
    const change = isComparable(figure, than) ? sayChange(figure, than, locale) : '';
    const params = {
      label,
      met: figure.numerator,
      of: figure.denominator ?? 0,
      share: sayValue(value, 'share', locale),
    };
    if (figure.isSmall) return [t('onTimeSmall', params)];
    return [change === '' ? t('onTime', params) : t('onTimeChanged', { ...params, change })];
  });
}

/** What the complaints come together in; nothing is said of a handful. */
function concentrated({ now, concentrations }: ReportData, t: Say): string {
  const of = now.received.length;
  const parts = concentrations.flatMap(({ dimension, top: [most, second] }) => {
    if (most === undefined || of < 5 || most.count < 2 || most.share < FOCUS || most.count === second?.count) return [];
    return [t(`focus.${dimension}`, { text: most.text, count: most.count, share: `${Math.round(most.share * 100)}%` })];
  });
  return parts.length === 0 ? '' : t('focus.all', { parts: parts.join(t('comma')) });
}

function satisfied(figure: Figure | undefined, locale: Locale, t: Say): string {
  if (figure === undefined || figure.value === null || figure.denominator === null) return '';
  const params = { of: figure.denominator, count: figure.numerator, share: sayValue(figure.value, 'share', locale) };
  return t(figure.isSmall ? 'satisfiedSmall' : 'satisfied', params);
}
