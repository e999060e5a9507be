import { regionsOf, type Country } from '../../core/working-time/official-days.ts';
import type { WorkingCalendar } from '../../core/working-time/working-calendar.ts';
import type { Words } from './pane-state.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Working hours as the form asks for them: the same on every working day, with one break. */
export interface Hours {
  zone: string;
  days: Weekday[];
  from: string;
  pauseFrom: string;
  pauseTo: string;
  to: string;
  /** Whose official days are followed; null for none. */
  country: Country | null;
  /** The part of the country; null while none is chosen, or the country has none. */
  region: string | null;
}

/** A calendar as the form shows it; the first working day stands for all. */
export function hoursOf(calendar: WorkingCalendar | null): Hours {
  const week = calendar?.week;
  const days = WEEKDAYS.filter((day) => (week?.[day].length ?? 0) > 0);
  const windows = week?.[days[0] ?? 1] ?? [];
  const first = windows[0] ?? { from: '09:00', to: '12:00' };
  const last = windows.at(-1) ?? { from: '13:30', to: '18:00' };
  const hasPause = windows.length !== 1;
  return {
    zone: calendar?.zone ?? 'Asia/Shanghai',
    days,
    from: first.from,
    pauseFrom: hasPause ? first.to : '12:00',
    pauseTo: hasPause ? last.from : '12:00',
    to: last.to,
    country: calendar?.country ?? null,
    region: calendar?.region ?? null,
  };
}

/** The calendar that the form says. A break of no length is none. Not checked here: the schema does. */
export function fromHours({ zone, days, from, pauseFrom, pauseTo, to, country, region }: Hours): unknown {
  const windows =
    pauseFrom === pauseTo
      ? [{ from, to }]
      : [
          { from, to: pauseFrom },
          { from: pauseTo, to },
        ];
  const week = Object.fromEntries(WEEKDAYS.map((day) => [day, days.includes(day) ? windows : []]));
  const makeUpWindows = country === null ? [] : windows;
  return { zone, week, country, ...(region !== null && { region }), makeUpWindows, overrides: [] };
}

/** `周一至周五 09:00–12:00、13:30–18:00，按国家公布的放假和调休` */
export function describeCalendar(calendar: WorkingCalendar | null, t: Words): string {
  if (calendar === null) return '';
  const days = WEEKDAYS.filter((day) => calendar.week[day].length > 0);
  const windows = calendar.week[days[0] ?? 1].map(({ from, to }) => `${from}–${to}`).join(t('pane.common.listMark'));
  const spans = runs(days).map(([first, last]) =>
    first === last
      ? t(`pane.weekdayLong.${first}`)
      : t('pane.hours.fromTo', { first: t(`pane.weekdayLong.${first}`), last: t(`pane.weekdayLong.${last}`) }),
  );
  const text = `${spans.join(t('pane.common.listMark'))} ${windows}`;
  switch (calendar.country) {
    case null:
      return text;
    case 'CN':
      return t('pane.hours.withHolidays', { hours: text });
    default:
      return t('calendar.followed', { hours: text, place: placeOf(calendar.country, calendar.region, t) });
  }
}

/** `英国（England）`, `英国（未选地区）`, `台湾` */
function placeOf(code: Country, chosen: string | undefined, t: Words): string {
  const country = t(`calendar.country.${code}`);
  const regions = regionsOf(code);
  if (regions.length === 0) return country;
  const found = regions.find((each) => each.code === chosen);
  const region = found ? (found.name ?? t('calendar.wholeCountry')) : t('calendar.noRegion');
  return t('calendar.placeInCountry', { country, region });
}

function runs(days: Weekday[]): [Weekday, Weekday][] {
  const found: [Weekday, Weekday][] = [];
  for (const day of days) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}
