import type { CompanySettings } from '../../policy/company-settings.ts';
import { LOCALES } from '../../policy/localized.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { Country } from '../../working-time/official-days.ts';
import { WorkingCalendar, type DayOverrides, type Window } from '../../working-time/working-calendar.ts';
import { inAllLanguages } from './choice-names.ts';
import { nameReader } from './name-reader.ts';
import type { SettingsFinding, SettingsRow } from './settings-sheet.ts';
import { dayNames } from './settings-tables.ts';
import { readDayCell, readWindows } from './windows-cell.ts';

const DAYS = Array.from({ length: 8 }, (_, at) => ({
  id: String(at),
  label: Object.fromEntries(LOCALES.map((locale) => [locale, dayNames(locale)[at] ?? ''])) as Record<
    (typeof LOCALES)[number],
    string
  >,
}));
const MAKE_UP = 7;

type Note = (finding: SettingsFinding) => void;

/** A week by its days (Monday first) and the windows of make-up workdays. */
interface WeekRead {
  from: string;
  to: string;
  windows: (Window[] | null)[];
}

export interface HoursRead {
  /** The table as it stands; null rows: it is not there. */
  hours: SettingsRow[] | null;
  days: SettingsRow[] | null;
  general: (key: string) => { at: number; text: string } | null;
}

/** Working hours and own days, or what was in force before where a cell of them is not understood: they count together. */
export function readHours(
  { hours, days, general }: HoursRead,
  before: CompanySettings,
  { pack, zone, date1904 }: { pack: PolicyPack; zone: string; date1904: boolean },
  note: Note,
): Pick<CompanySettings, 'calendar' | 'departmentDays'> {
  const wrongs: SettingsFinding[] = [];
  const wrong: Note = (finding) => {
    wrongs.push(finding);
    note(finding);
  };
  const own = readOwnDays(days, before, { pack, date1904 }, wrong);
  const weeks = hours === null ? null : readWeeks(hours, date1904, wrong);
  const kept = { calendar: before.calendar, ...(before.departmentDays && { departmentDays: before.departmentDays }) };
  const ordinary = weeks?.find(({ from, to }) => from === '' && to === '');
  const isOpen =
    weeks === null
      ? before.calendar !== null
      : weeks.some(({ windows }) => windows.some((each) => each !== null && each.length > 0));
  if (wrongs.length > 0) return kept;
  if (!isOpen) {
    if (own.overrides.length > 0) {
      note({ table: 'days', row: null, column: null, code: 'daysWithoutHours', params: {} });
      return kept;
    }
    return { calendar: null, ...(own.departments && { departmentDays: own.departments }) };
  }
  const country = general('country');
  const region = general('region');
  const countryId = country === null ? (before.calendar?.country ?? null) : countryOf(country.text);
  if (country !== null && country.text !== '' && countryId === null) {
    note({ table: 'answers', row: country.at, column: 'answer', code: 'country', params: { text: country.text } });
    return kept;
  }
  const place = region === null ? (before.calendar?.region ?? '') : region.text;
  const calendar = {
    zone: general('zone')?.text || before.calendar?.zone || zone,
    week: weeks === null ? before.calendar?.week : weekOf(ordinary),
    country: countryId === '' ? null : countryId,
    ...(place !== '' && { region: place }),
    makeUpWindows: weeks === null ? before.calendar?.makeUpWindows : (ordinary?.windows[MAKE_UP] ?? []),
    ...(weeks === null ? before.calendar?.seasons && { seasons: before.calendar.seasons } : seasonsOf(weeks)),
    overrides: days === null ? (before.calendar?.overrides ?? []) : own.overrides,
  };
  const read = WorkingCalendar.safeParse(calendar);
  if (read.success) return { calendar: read.data, ...(own.departments && { departmentDays: own.departments }) };
  const path = String(read.error.issues[0]?.path[0] ?? '');
  const line = path === 'zone' || path === 'region' ? general(path) : null;
  note({
    table: line === null ? 'hours' : 'answers',
    row: line?.at ?? null,
    column: line === null ? null : 'answer',
    code: line === null ? 'hours' : path,
    params: { text: line?.text ?? '' },
  });
  return kept;
}

const COUNTRY_NAMES = Country.options.map((id) => ({ id, label: inAllLanguages(`calendar.country.${id}`) }));
const readCountry = nameReader(COUNTRY_NAMES);

function countryOf(text: string): Country | '' | null {
  if (text === '') return '';
  return Country.options.find((id) => id === readCountry(text)) ?? null;
}

function readWeeks(rows: SettingsRow[], date1904: boolean, wrong: Note): WeekRead[] {
  const dayOf = nameReader(DAYS);
  const weeks: WeekRead[] = [];
  for (const { at, text, cell } of rows) {
    if (text('day') === '' && text('windows') === '') continue;
    const day = Number(dayOf(text('day')) ?? Number.NaN);
    const windows = readWindows(cell('windows'));
    const [from, to] = ['from', 'to'].map((column) => (text(column) === '' ? '' : readDayCell(cell(column), date1904)));
    const bad = (column: string, code: string) =>
      wrong({ table: 'hours', row: at, column, code, params: { text: text(column) } });
    if (Number.isNaN(day)) bad('day', 'day');
    if (windows === null) bad('windows', 'windows');
    if (from === null) bad('from', 'date');
    if (to === null || (to !== '' && from === '')) bad('to', 'date');
    if (Number.isNaN(day) || windows === null || typeof from !== 'string' || typeof to !== 'string') continue;
    let week = weeks.find((each) => each.from === from && each.to === to);
    if (week === undefined) {
      week = { from, to, windows: Array.from({ length: 8 }, () => null) };
      weeks.push(week);
    }
    if (week.windows[day] !== null) bad('day', 'dayTwice');
    else week.windows[day] = windows;
  }
  return weeks;
}

function weekOf(read: WeekRead | undefined): unknown {
  return Object.fromEntries(Array.from({ length: 7 }, (_, at) => [at + 1, read?.windows[at] ?? []]));
}

function seasonsOf(weeks: readonly WeekRead[]): { seasons?: unknown[] } {
  const seasons = weeks
    .filter(({ from }) => from !== '')
    .map((read) => ({
      ...{ from: read.from, to: read.to === '' ? null : read.to },
      ...{ week: weekOf(read), makeUpWindows: read.windows[MAKE_UP] ?? [] },
    }));
  return seasons.length === 0 ? {} : { seasons };
}

function readOwnDays(
  rows: SettingsRow[] | null,
  before: CompanySettings,
  { pack, date1904 }: { pack: PolicyPack; date1904: boolean },
  wrong: Note,
): { overrides: DayOverrides; departments: CompanySettings['departmentDays'] | null } {
  if (rows === null) return { overrides: before.calendar?.overrides ?? [], departments: before.departmentDays ?? null };
  const roleOf = nameReader(pack.roles);
  const overrides: DayOverrides = [];
  const departments: Record<string, DayOverrides> = {};
  for (const { at, text, cell } of rows) {
    const date = readDayCell(cell('date'), date1904);
    const windows = readWindows(cell('windows'));
    const known = text('department');
    const department =
      known === '' ? '' : (roleOf(known) ?? (Object.hasOwn(before.departmentDays ?? {}, known) ? known : null));
    const bad = (column: string, code: string) =>
      wrong({ table: 'days', row: at, column, code, params: { text: text(column) } });
    if (date === null) bad('date', 'date');
    if (windows === null) bad('windows', 'windows');
    if (department === null) bad('department', 'department');
    if (text('note').length > MAX_NOTE) bad('note', 'tooLong');
    if (date === null || windows === null || department === null) continue;
    const day = { date, windows, note: text('note') };
    const list = department === '' ? overrides : (departments[department] ??= []);
    const same = (department === '' ? before.calendar?.overrides : before.departmentDays?.[department])?.find(
      (each) =>
        each.date === date && JSON.stringify(each.windows) === JSON.stringify(windows) && each.note === day.note,
    );
    list.push(same ?? day);
  }
  return { overrides, departments: Object.keys(departments).length === 0 ? null : departments };
}

const MAX_NOTE = 200;
