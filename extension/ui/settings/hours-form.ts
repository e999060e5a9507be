import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { suggestedTargets } from '../../../core/policy/suggested-targets.ts';
import type { Country } from '../../../core/working-time/official-days.ts';
import { countryOfZone } from '../../../core/working-time/official-zones.ts';
import { SUGGESTED_WINDOWS } from '../../../core/working-time/suggested-windows.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Working hours as the form shows them: the same one or two spans on each working day. */
export interface HoursForm {
  days: Weekday[];
  first: { from: string; to: string };
  second: { from: string; to: string } | null;
  /** Whose official days are followed; null for none. */
  country: Country | null;
  /** The part of the country; null while none is chosen, or the country has none. */
  region: string | null;
  firstDay: CompanySettings['firstDay'];
  /** Take the product's suggestion where the policy leaves a time limit open. */
  takesTargets: boolean;
}

/** A common working day, offered for confirmation; nothing counts until the user confirms it. */
export const SUGGESTED_HOURS: HoursForm = {
  days: [1, 2, 3, 4, 5],
  first: SUGGESTED_WINDOWS[0],
  second: SUGGESTED_WINDOWS[1],
  country: 'CN',
  region: null,
  firstDay: 'nextDay',
  takesTargets: true,
};

/** The same, with the official days of the place that the time zone tells. */
export function suggestedHours(zone: string): HoursForm {
  return { ...SUGGESTED_HOURS, country: countryOfZone(zone) };
}

export function hoursFormOf({ calendar, firstDay, targets }: CompanySettings, pack: PolicyPack): HoursForm | null {
  if (calendar === null) return null;
  const days = WEEKDAYS.filter((day) => calendar.week[day].length > 0);
  const windows = calendar.week[days[0] ?? 1];
  return {
    days,
    first: windows[0] ?? SUGGESTED_HOURS.first,
    second: windows[1] ?? null,
    country: calendar.country,
    region: calendar.region ?? null,
    firstDay,
    takesTargets: takesAll(suggestedTargets(pack), targets),
  };
}

/** The form as settings of the company; null when it makes no sense as working hours. */
export function companyOf(
  form: HoursForm,
  { pack, zone, before }: { pack: PolicyPack; zone: string; before: CompanySettings | null },
): CompanySettings | null {
  const windows = [form.first, ...(form.second === null ? [] : [form.second])];
  const isInOrder = windows.every(
    ({ from, to }, index) => from !== '' && from < to && (windows[index - 1]?.to ?? '') <= from,
  );
  if (form.days.length === 0 || !isInOrder) return null;
  const on = (day: Weekday) => (form.days.includes(day) ? windows : []);
  const seasons = before?.calendar?.seasons;
  const calendar: WorkingCalendar = {
    ...(seasons && { seasons }),
    zone,
    week: { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) },
    country: form.country,
    ...(form.region !== null && { region: form.region }),
    makeUpWindows: windows,
    overrides: before?.calendar?.overrides ?? [],
  };
  const own = before?.targets ?? {};
  const suggested = suggestedTargets(pack);
  const targets = form.takesTargets ? withSuggested(own, suggested) : withoutSuggested(own, suggested);
  return { ...before, schemaVersion: 1, policyId: pack.id, calendar, firstDay: form.firstDay, targets };
}

type Targets = CompanySettings['targets'];

function takesAll(suggested: Targets, own: Targets): boolean {
  return Object.entries(suggested).every(([id, grades]) => Object.keys(grades).every((grade) => own[id]?.[grade]));
}

/** The suggestions where the company has set nothing. */
function withSuggested(own: Targets, suggested: Targets): Targets {
  const laid = Object.entries(suggested).map(([id, grades]) => [id, { ...grades, ...own[id] }] as const);
  return { ...own, ...Object.fromEntries(laid) };
}

/** What the company has set itself stays; what is no more than the suggestion goes. */
function withoutSuggested(own: Targets, suggested: Targets): Targets {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const kept = Object.entries(own).map(
    ([id, grades]) =>
      [
        id,
        Object.fromEntries(Object.entries(grades).filter(([grade, target]) => !same(target, suggested[id]?.[grade]))),
      ] as const,
  );
  return Object.fromEntries(kept.filter(([, grades]) => Object.keys(grades).length > 0));
}

/** Whether the short form can show a calendar without losing any of it: the same one or two spans on each working day. */
export function fitsHoursForm({ week, makeUpWindows }: WorkingCalendar): boolean {
  const open = WEEKDAYS.map((day) => week[day]).filter((windows) => windows.length > 0);
  const [first] = open;
  const same = (windows: unknown) => JSON.stringify(windows) === JSON.stringify(first);
  return first !== undefined && first.length <= 2 && open.every(same) && same(makeUpWindows);
}
