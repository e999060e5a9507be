import type { Day } from '../complaint/moment.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { safeText } from '../register/safe-cell.ts';
import { cutAt } from '../register/unique-name.ts';
import { translate } from '../wording/translate.ts';
import { AGE_BANDS, ageBandOf } from './age-band.ts';
import { ageText, onTimeText, paretoText, trendText } from './chart-text.ts';
import type { ComplaintFacts } from './complaint-facts.ts';
import { shownText } from './dimension-text.ts';
import { pareto as inOrder } from './groups.ts';

import { isIn, periodOf, periodsBetween } from './periods.ts';
import { isSmallSample, SMALL_SAMPLE } from './small-sample.ts';

export const CHARTS = ['trend', 'pareto', 'onTime', 'age'] as const;
export type ChartId = (typeof CHARTS)[number];

/** How a series looks without any colour: a dark, light or empty fill, or a line with its own marker and dashes. */
export type SeriesLook = 'dark' | 'light' | 'line' | 'target' | 'cumulative';

/** A chart with the block of values that it shows. The first column names the categories, each other one is a series. */
export interface ChartPlan {
  id: ChartId;
  /** What and when. */
  title: string;
  /** What the chart shows, in words: Office.js has no alternative text for charts (ExcelApi 1.14), so it stands beside it. */
  text: string;
  /** Behind it: what is not drawn, and why. */
  note: string | null;
  header: string[];
  rows: (string | number | null)[][];
  /** One a column. */
  formats: string[];
  /** Columns of the block that are drawn; the others explain. */
  series: { column: number; look: SeriesLook; onSecondAxis: boolean }[];
  axes: { category: string; value: string; second: string | null };
  /** Lying bars, for long names. */
  isLying: boolean;
  valueFormat: string;
  /** Values lie between 0 and 1. */
  isShare: boolean;
}

/** Months in the trend: a year, and the month to compare with. */
const MONTHS = 13;
const CAUSES = 8;
const DEPARTMENTS = 12;
/** Longest name beside a lying bar, and below a standing one, where it would take the room of the bars. */
const NAME = 24;
const SHORT_NAME = 10;

interface Frame {
  pack: PolicyPack;
  asOf: Day;
  /** Complaints a month at most, as the company has entered it; null: nobody has. */
  target: number | null;
  locale: Locale;
}

/** The standard charts over all complaints. Small blocks, so that they can be read beside their charts. */
export function chartPlans(facts: readonly ComplaintFacts[], frame: Frame): ChartPlan[] {
  return [trend(facts, frame), pareto(facts, frame), onTime(facts, frame), age(facts, frame)];
}

function trend(facts: readonly ComplaintFacts[], { asOf, target, locale }: Frame): ChartPlan {
  const t = words(locale);
  const months = lastMonths(facts, asOf);
  const count = (of: (one: ComplaintFacts) => Day | null) => tally(facts, (one) => of(one)?.slice(0, 7) ?? '');
  const received = count(({ receivedDay }) => receivedDay);
  const closed = count(({ closedDay, isOpen, isWithdrawn }) => (isOpen || isWithdrawn ? null : closedDay));
  return {
    id: 'trend',
    title: t('chart.trend.title', span(months)),
    text: trendText(
      months.map((month) => ({ month, received: received.get(month) ?? 0, closed: closed.get(month) ?? 0 })),
      t,
    ),
    note: target === null ? t('chart.trend.noTarget') : null,
    header: [
      t('chart.month'),
      t('chart.trend.received'),
      t('chart.trend.closed'),
      target === null ? t('chart.trend.targetUnset') : t('chart.trend.target'),
    ],
    rows: months.map((id) => [id, received.get(id) ?? 0, closed.get(id) ?? 0, target]),
    formats: ['@', '0', '0', '0.##'],
    series: [
      { column: 1, look: 'dark', onSecondAxis: false },
      { column: 2, look: 'line', onSecondAxis: false },
      { column: 3, look: 'target', onSecondAxis: false },
    ],
    axes: { category: t('chart.month'), value: t('chart.complaints'), second: null },
    ...{ isLying: false, valueFormat: '0', isShare: false },
  };
}

function pareto(facts: readonly ComplaintFacts[], { asOf, locale }: Frame): ChartPlan {
  const t = words(locale);
  const months = lastMonths(facts, asOf);
  const first = periodOf(`${months[0] ?? asOf.slice(0, 7)}-01`, 'month').first;
  const inSpan = facts.filter(({ receivedDay }) => isIn(receivedDay, { first, last: asOf }));
  const { groups, without } = inOrder(inSpan, 'cause');
  const rest = groups.slice(CAUSES);
  const bars = groups
    .slice(0, CAUSES)
    .map(({ text, count, cumulative }) => [name(text, SHORT_NAME), count, cumulative]);
  if (rest.length > 0) bars.push([t('gathered'), rest.reduce((sum, { count }) => sum + count, 0), 1]);
  return {
    id: 'pareto',
    title: t('chart.pareto.title', { ...span(months), count: inSpan.length - without.length }),
    text: paretoText(groups.slice(0, CAUSES), t),
    note: without.length === 0 ? null : t('chart.pareto.unknown', { count: without.length, of: inSpan.length }),
    header: [t('chart.pareto.cause'), t('chart.complaints'), t('chart.pareto.cumulative')],
    rows: orNothing(bars, [t('chart.nothing'), 0, null]),
    formats: ['@', '0', '0%'],
    series: [
      { column: 1, look: 'dark', onSecondAxis: false },
      { column: 2, look: 'cumulative', onSecondAxis: true },
    ],
    axes: { category: t('chart.pareto.cause'), value: t('chart.complaints'), second: t('chart.pareto.cumulative') },
    ...{ isLying: false, valueFormat: '0', isShare: false },
  };
}

function onTime(facts: readonly ComplaintFacts[], { pack, asOf, locale }: Frame): ChartPlan {
  const t = words(locale);
  const closing = pack.milestones.find(({ id }) => id === 'closing') ?? pack.milestones.at(-1);
  const months = lastMonths(facts, asOf);
  const first = `${months[0] ?? asOf.slice(0, 7)}-01`;
  const judged = facts.flatMap((one) => {
    const clock = one.clocks[closing?.id ?? ''];
    if (clock === undefined || !clock.isDue || clock.isOnTime === null) return [];
    return isIn(clock.dueDay, { first, last: asOf }) ? [{ one, met: clock.isOnTime }] : [];
  });
  const department = ({ one }: (typeof judged)[number]) => one.dimensions.department;
  const [of, met] = [
    tally(judged, department),
    tally(
      judged.filter((each) => each.met),
      department,
    ),
  ];
  const lines = [...of].map(([id, count]) => {
    const rate = (met.get(id) ?? 0) / count;
    return {
      label: id === '' ? t('unknown') : name(id),
      count,
      met: met.get(id) ?? 0,
      rate,
      isSmall: isSmallSample(count),
      isUnknown: id === '',
    };
  });
  // The weakest first; small samples are marked and stand behind, in no order of merit, and what has no department last.
  const rank = ({ isUnknown, isSmall }: (typeof lines)[number]) => (isUnknown ? 2 : Number(isSmall));
  lines.sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? a.rate - b.rate : 0) || (a.label < b.label ? -1 : 1));
  const shown = lines.slice(0, DEPARTMENTS);
  return {
    id: 'onTime',
    title: t('chart.onTime.title', { milestone: closing?.label[locale] ?? '', ...span(months) }),
    text: onTimeText(lines, t),
    note:
      [
        ...(shown.some(({ isSmall }) => isSmall) ? [t('chart.onTime.small', { count: SMALL_SAMPLE })] : []),
        ...(lines.length > shown.length ? [t('chart.onTime.left', { count: lines.length - shown.length })] : []),
      ].join(' ') || null,
    header: [
      t('chart.onTime.department'),
      t('chart.onTime.rate'),
      t('chart.onTime.smallRate', { count: SMALL_SAMPLE }),
      t('chart.onTime.met'),
      t('chart.onTime.judged'),
    ],
    rows: orNothing(
      shown.map((line) => [
        t('chart.onTime.label', { department: line.label, met: line.met, of: line.count }),
        line.isSmall ? null : line.rate,
        line.isSmall ? line.rate : null,
        line.met,
        line.count,
      ]),
      [t('chart.nothing'), 0, null, 0, 0],
    ),
    formats: ['@', '0.0%', '0.0%', '0', '0'],
    series: [
      { column: 1, look: 'dark', onSecondAxis: false },
      { column: 2, look: 'light', onSecondAxis: false },
    ],
    axes: { category: t('chart.onTime.department'), value: t('chart.onTime.axis'), second: null },
    ...{ isLying: true, valueFormat: '0%', isShare: true },
  };
}

function age(facts: readonly ComplaintFacts[], { asOf, locale }: Frame): ChartPlan {
  const t = words(locale);
  const open = facts.filter(({ isOpen }) => isOpen);
  const counts = tally(open, ({ ageDays }) => (ageDays === null ? '' : ageBandOf(ageDays)));
  const unknown = counts.get('') ?? 0;
  return {
    id: 'age',
    title: t('chart.age.title', { day: asOf, count: open.length }),
    text: ageText(
      AGE_BANDS.map(({ id }) => ({ band: translate(locale, `statistics.age.${id}`), count: counts.get(id) ?? 0 })),
      open.length,
      t,
    ),
    note: unknown === 0 ? null : t('chart.age.unknown', { count: unknown }),
    header: [t('chart.age.age'), t('chart.complaints')],
    rows: AGE_BANDS.map(({ id }) => [translate(locale, `statistics.age.${id}`), counts.get(id) ?? 0]),
    formats: ['@', '0'],
    series: [{ column: 1, look: 'dark', onSecondAxis: false }],
    axes: { category: t('chart.age.age'), value: t('chart.complaints'), second: null },
    ...{ isLying: false, valueFormat: '0', isShare: false },
  };
}

function words(locale: Locale) {
  return (code: string, params: Record<string, string | number> = {}) => translate(locale, `overview.${code}`, params);
}

/** A year's months and the one before, oldest first, up to that of `asOf`; of a ledger that ended before them, its last ones. */
function lastMonths(facts: readonly ComplaintFacts[], asOf: Day): string[] {
  const until = (day: Day) =>
    periodsBetween(`${Number(day.slice(0, 4)) - 2}-12-01`, day, 'month')
      .map(({ id }) => id)
      .slice(-MONTHS);
  const latest = facts.reduce<Day>(
    (last, { receivedDay }) => (receivedDay !== null && receivedDay <= asOf && receivedDay > last ? receivedDay : last),
    '',
  );
  const months = until(asOf);
  return latest !== '' && latest.slice(0, 7) < (months[0] ?? '') ? until(latest) : months;
}

function span(months: readonly string[]): { first: string; last: string } {
  return { first: months[0] ?? '', last: months.at(-1) ?? '' };
}

function tally<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

/** A chart of nothing is refused by Excel: one empty line says so. */
function orNothing(rows: ChartPlan['rows'], nothing: ChartPlan['rows'][number]): ChartPlan['rows'] {
  return rows.length === 0 ? [nothing] : rows;
}

function name(text: string, longest = NAME): string {
  const line = shownText(text);
  return safeText(line.length > longest ? `${cutAt(line, longest - 1)}…` : line).text;
}
