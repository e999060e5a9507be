import { shownText } from './dimension-text.ts';
import { SMALL_SAMPLE } from './small-sample.ts';

type Say = (code: string, params?: Record<string, string | number>) => string;

const percent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;

/** The last month against the one before, and the month with the most; months oldest first. */
export function trendText(months: readonly { month: string; received: number; closed: number }[], t: Say): string {
  const last = months.at(-1);
  const peak = months.toSorted((one, other) => other.received - one.received)[0];
  if (last === undefined || peak === undefined || peak.received === 0) return t('chart.nothing');
  const before = months.at(-2)?.received ?? 0;
  return t('chart.trend.text', { ...last, before, peak: peak.month, most: peak.received });
}

/** The first cause, and how far the first ones reach together; causes in order, shares of all whose cause is known. */
export function paretoText(causes: readonly { text: string; count: number; cumulative: number }[], t: Say): string {
  const [first] = causes;
  const top = Math.min(causes.length, 3);
  if (first === undefined) return t('chart.nothing');
  const { text, count, cumulative } = first;
  return t('chart.pareto.text', {
    ...{ cause: shownText(text), count, share: percent(cumulative), top },
    cumulative: percent(causes[top - 1]?.cumulative ?? 1),
  });
}

/** The lowest and the highest rate of the departments that may be compared, which are those with enough to judge and a name. */
export function onTimeText(
  departments: readonly { label: string; rate: number; isSmall: boolean; isUnknown: boolean }[],
  t: Say,
): string {
  const compared = departments
    .filter(({ isSmall, isUnknown }) => !isSmall && !isUnknown)
    .sort((a, b) => a.rate - b.rate);
  const [low, high] = [compared[0], compared.at(-1)];
  if (low === undefined || high === undefined)
    return departments.every(({ isUnknown }) => isUnknown)
      ? t('chart.nothing')
      : t('chart.onTime.text.allSmall', { count: SMALL_SAMPLE });
  if (low.rate === high.rate) return t('chart.onTime.text.same', { count: compared.length, rate: percent(low.rate) });
  return t('chart.onTime.text.range', {
    ...{ low: low.label, lowRate: percent(low.rate) },
    ...{ high: high.label, highRate: percent(high.rate) },
  });
}

/** The band with the most open complaints, and the oldest one that is not empty; bands youngest first. */
export function ageText(bands: readonly { band: string; count: number }[], open: number, t: Say): string {
  const filled = bands.filter(({ count }) => count > 0);
  const most = filled.reduce((top, each) => (each.count > top.count ? each : top), filled[0] ?? { band: '', count: 0 });
  const oldest = filled.at(-1);
  if (oldest === undefined) return t(open === 0 ? 'chart.age.none' : 'chart.nothing');
  return t('chart.age.text', { ...most, oldest: oldest.band, old: oldest.count });
}
