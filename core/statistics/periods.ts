import { Temporal } from 'temporal-polyfill';
import type { Day } from '../complaint/moment.ts';
import type { Period, PeriodKind } from './period.ts';

/** The period that holds a day. `periodOf('2027-01-01', 'week')` → `2026-W53`, 2026-12-28 to 2027-01-03. */
export function periodOf(day: Day, kind: PeriodKind): Period {
  const date = Temporal.PlainDate.from(day);
  switch (kind) {
    case 'week': {
      const first = date.subtract({ days: date.dayOfWeek - 1 });
      // The Thursday of a week lies in the year to which ISO 8601 counts it.
      const thursday = first.add({ days: 3 });
      const number = Math.ceil(thursday.dayOfYear / 7);
      const id = `${String(thursday.year).padStart(4, '0')}-W${String(number).padStart(2, '0')}`;
      return { kind, id, ...days(first, first.add({ days: 6 })) };
    }
    case 'month':
      return { kind, id: day.slice(0, 7), ...days(date.with({ day: 1 }), date.with({ day: 31 })) };
    case 'quarter': {
      const quarter = Math.ceil(date.month / 3);
      const first = date.with({ month: 3 * quarter - 2, day: 1 });
      return {
        kind,
        id: `${day.slice(0, 4)}-Q${quarter}`,
        ...days(first, first.add({ months: 3 }).subtract({ days: 1 })),
      };
    }
    case 'year':
      return { kind, id: day.slice(0, 4), first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31` };
  }
}

/** All periods of a kind from the one that holds `first` to the one that holds `last`, without a gap; none where `last` lies before. */
export function periodsBetween(first: Day, last: Day, kind: PeriodKind): Period[] {
  const periods: Period[] = [];
  if (last < first) return periods;
  for (let period = periodOf(first, kind); period.first <= last; period = nextPeriod(period)) periods.push(period);
  return periods;
}

/** The period after. */
export function nextPeriod({ kind, last }: Period): Period {
  return periodOf(Temporal.PlainDate.from(last).add({ days: 1 }).toString(), kind);
}

/** The period before. */
export function previousPeriod({ kind, first }: Period): Period {
  return periodOf(Temporal.PlainDate.from(first).subtract({ days: 1 }).toString(), kind);
}

/** The same period of the year before; of a week the one with its number, and of a 53rd where there is none the 52nd. */
export function yearBefore({ kind, id, first }: Period): Period {
  if (kind !== 'week') return periodOf(Temporal.PlainDate.from(first).subtract({ years: 1 }).toString(), kind);
  const [year, number] = id.split('-W').map(Number);
  // The 4th of January lies in week 1.
  const weekOne = Temporal.PlainDate.from({ year: (year ?? 0) - 1, month: 1, day: 4 });
  const same = periodOf(weekOne.add({ weeks: (number ?? 1) - 1 }).toString(), kind);
  return Number(same.id.slice(0, 4)) === (year ?? 0) - 1 ? same : previousPeriod(same);
}

/** Whether a day lies in a period; a day that is not known lies in none. */
export function isIn(day: Day | null, { first, last }: Pick<Period, 'first' | 'last'>): boolean {
  return day !== null && first <= day && day <= last;
}

/** The months (`YYYY-MM`) of which a period consists; null for weeks, which are no whole months. */
export function monthsOf({ kind, first, last }: Period): string[] | null {
  return kind === 'week' ? null : periodsBetween(first, last, 'month').map(({ id }) => id);
}

/** Whole days from one day to another; negative when the other lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function days(first: Temporal.PlainDate, last: Temporal.PlainDate): Pick<Period, 'first' | 'last'> {
  return { first: first.toString(), last: last.toString() };
}
