import { overlayCompany } from '../core/policy/overlay-company.ts';
import type { Locale } from '../core/policy/localized.ts';
import { dayIn } from '../core/statistics/clock-facts.ts';
import { sayFigure, sayMissing, sayUnclear } from '../core/statistics/figure-words.ts';
import type { Figure } from '../core/statistics/figure.ts';
import { figuresFor, type FiguresFrame } from '../core/statistics/figures.ts';
import { toldInPeriod } from '../core/statistics/in-period.ts';
import type { Period } from '../core/statistics/period.ts';
import { periodsBetween, previousPeriod } from '../core/statistics/periods.ts';
import { sayPeriod } from '../core/statistics/report/say-period.ts';
import { sayChange, sayValue } from '../core/statistics/report/say-value.ts';
import { saidOnce } from '../core/statistics/said-once.ts';
import { trendAlarms } from '../core/statistics/trend-alarms.ts';
import { readVolumes, type SalesVolume, type VolumeFinding } from '../core/statistics/volumes.ts';
import { saySource } from '../core/wording/say-source.ts';
import { translate } from '../core/wording/translate.ts';
import type { StatisticsRead } from './actions/read-statistics.ts';
import type { FigureGroup, FigureLine, ShownFigures } from './taskpane/statistics-state.ts';
import type { VolumesRead } from './workbook/volume-sheet.ts';

export interface FiguresRequest {
  read: StatisticsRead;
  volumes: VolumesRead | null;
  asOf: string;
  period: Period;
  locale: Locale;
}

const GROUPS: [FigureGroup, string[]][] = [
  ['count', ['received', 'closed', 'openAtEnd', 'backlog']],
  ['onTime', ['onTime', 'onTimeOfReceived', 'complaintRate', 'resolutionRate']],
  ['time', ['median', 'ninety', 'medianDays', 'ninetyDays']],
  ['quality', []],
  ['policy', ['policy']],
];
const ROWS_LISTED = 200;

/** The figures of a period as the screen shows them. */
export function figuresModel({ read, volumes, asOf, period, locale }: FiguresRequest): ShownFigures {
  const { book, facts } = read;
  const { company, zone } = book.memory;
  const day = dayIn(asOf, zone);
  const { volumes: own, findings } = soldVolumes(read, volumes, day);
  const frame: FiguresFrame = { pack: book.pack, company, asOf: day, volumes: own };
  const earlier = previousPeriod(period);
  const days = facts.flatMap(({ receivedDay }) => (receivedDay === null ? [] : [receivedDay])).sort();
  const told = (of: Period) =>
    saidOnce(toldInPeriod(figuresFor(facts, of, frame), facts), overlayCompany(book.pack, company).pack).figures;
  const hasEarlier = days[0] !== undefined && days[0] <= earlier.last;
  const before = new Map(hasEarlier ? told(earlier).map((figure) => [figure.id, figure] as const) : []);
  const lines = told(period).map((figure) => ({
    group: groupOf(figure.id),
    line: lineOf(figure, before.get(figure.id) ?? null, frame, locale),
  }));
  const alarms = trendAlarms(facts, overlayCompany(book.pack, company).pack, day < period.last ? day : period.last);
  return {
    ...{ period: sayPeriod(period, locale), before: sayPeriod(earlier, locale), hasEarlier },
    hasLater: period.last < day,
    complaints: facts.length,
    undated: facts.filter(({ receivedDay }) => receivedDay === null).map(({ number }) => number),
    alarms: alarms.raised
      .filter(({ first, last, isCurrent }) => isCurrent || (first <= period.last && last >= period.first))
      .map(({ label, source, same, numbers, withinDays, last, isCurrent }) => ({
        ...{ label: label[locale], source, isCurrent, numbers },
        text: translate(locale, 'statistics.alarm.raised', {
          ...{ count: numbers.length, days: withinDays, last },
          what: same.map(({ text }) => text).join(' / '),
        }),
      })),
    alarmsUnset: alarms.notSet.map(({ label }) =>
      translate(locale, 'statistics.alarm.notSet', { name: label[locale] }),
    ),
    groups: GROUPS.map(([id]) => ({
      id,
      figures: lines.filter(({ group }) => group === id).map(({ line }) => line),
    })).filter(({ figures }) => figures.length > 0),
    volumes:
      volumes === null
        ? null
        : {
            sheet: volumes.sheet,
            isEmpty: volumes.rows.every(isBlankVolume),
            findings: findings.map(({ level, code, row, params }) => ({
              ...{ level, text: translate(locale, `statistics.volume.finding.${code}`, params) },
              row: row === null ? null : volumes.row + row,
            })),
          },
  };
}

/** What the company entered, checked. A month that was only prepared says nothing yet. */
export function soldVolumes(
  { book, facts }: StatisticsRead,
  volumes: VolumesRead | null,
  day: string,
): { volumes: SalesVolume[]; findings: VolumeFinding[] } {
  if (volumes === null || volumes.rows.every(isBlankVolume)) return { volumes: [], findings: [] };
  const rows = volumes.rows.map((row) => (isBlankVolume(row) ? ['', '', ''] : row));
  const months = [...new Set(facts.flatMap(({ dimensions }) => (dimensions.month === '' ? [] : [dimensions.month])))];
  const first = months.sort()[0];
  const expected = first === undefined ? [] : periodsBetween(`${first}-01`, day, 'month').map(({ id }) => id);
  const products = new Map<string, Set<string>>();
  for (const { dimensions } of facts)
    if (dimensions.productName !== '')
      products.set(dimensions.month, (products.get(dimensions.month) ?? new Set()).add(dimensions.productName));
  return readVolumes({
    ...{ rows, date1904: book.memory.date1904, months: expected.slice(-13), products },
  });
}

function isBlankVolume(row: VolumesRead['rows'][number]): boolean {
  return String(row[2] ?? '').trim() === '';
}

function groupOf(id: string): FigureGroup {
  const kind = id.split(':')[0] ?? '';
  return GROUPS.find(([, kinds]) => kinds.includes(kind))?.[0] ?? 'quality';
}

function lineOf(figure: Figure, before: Figure | null, frame: FiguresFrame, locale: Locale): FigureLine {
  const words = sayFigure(figure, frame, locale);
  const { id, value, unit, numerator, denominator, isSmall, source, missing, counted, undecided } = figure;
  return {
    ...{ id, ...words, isSmall },
    isRanked: unit === 'minutes' || unit === 'days',
    source: source === null ? null : saySource(locale, source),
    value:
      value !== null
        ? sayValue(value, unit, locale)
        : missing === 'unrecorded'
          ? translate(locale, 'statistics.unrecorded.value')
          : '–',
    change: sayChange(figure, before, locale),
    parts: denominator === null ? null : { numerator, denominator },
    missing: sayMissing(figure, frame, locale),
    unclear: sayUnclear(figure, locale),
    rows: { counted: counted.slice(0, ROWS_LISTED), undecided: undecided.slice(0, ROWS_LISTED) },
  };
}
