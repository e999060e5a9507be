import Holidays from 'date-holidays';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { DayFile } from '../../core/working-time/official/day-file.ts';
import type { DayKind } from '../../core/working-time/official/official-calendar.ts';
import { MENDED_DAYS, type MendedDay } from './mended-days.ts';
import { ROOT } from './import-graph.ts';

const FOLDER = 'core/working-time/official/date-holidays';

/** Years before `first` are not written; of those after the last known one the days are named as far as they can be computed. */
const WRITTEN = { first: 2024, last: 2028 };

interface Written {
  /** Years of which every day is known; `docs/THIRD-PARTY.md` says why not more. */
  years: DayFile['years'];
  /** Regions of the package that are no part of the country. */
  leaveOut?: string[];
  /** Districts in which a day is off in some places only: not offered, their days unsure in the state around them. */
  mixed?: string[];
  /** A choice beside the regions: the days of the whole country and no others. */
  wholeCountry?: string;
  /** The package's days of single regions are not checked: they are written as unsure. */
  isRegionUnchecked?: boolean;
}

/** A country more is a line here, one in `core/working-time/official-days.ts` and its name in the catalogues. */
const COUNTRIES: Readonly<Record<string, Written>> = {
  TW: { years: { first: 2025, last: 2026 } },
  HK: { years: { first: 2024, last: 2027 } },
  SG: { years: { first: 2025, last: 2026 } },
  MY: { years: null },
  JP: { years: { first: 2024, last: 2027 } },
  GB: { years: { first: 2024, last: 2027 }, leaveOut: ['ALD'] },
  DE: { years: { first: 2024, last: 2028 }, mixed: ['SN-BZ', 'TH-UH', 'TH-WAK'] },
  US: { years: { first: 2024, last: 2028 }, wholeCountry: 'FED', isRegionUnchecked: true },
};

/** What the package writes in simplified or rare characters or misspells, by country. */
const SPELLINGS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  TW: [
    ['农历新年假期', '農曆新年假期'],
    [' (更换日)', '（補假）'],
    ['淸明節', '清明節'],
  ],
  DE: [
    ['Eichfeld', 'Eichsfeld'],
    ['Überwiegend katholische Gemeinden', 'überwiegend katholisch'],
    ['Überwiegend evangelische Gemeinden', 'überwiegend evangelisch'],
    ['Hansestadt Bremen', 'Bremen'],
    ['Hansestadt Hamburg', 'Hamburg'],
  ],
};

/** The files of official days that are made from `date-holidays`, by path, as they must stand there. */
export async function holidayFiles(): Promise<Map<string, string>> {
  const files = Object.entries(COUNTRIES).map(async ([country, written]): Promise<[string, string]> => {
    const path = `${FOLDER}/${country.toLowerCase()}.json`;
    const config = await resolveConfig(join(ROOT, path));
    return [path, await format(JSON.stringify(fileOf(country, written)), { ...config, filepath: path })];
  });
  return new Map(await Promise.all(files));
}

function fileOf(country: string, written: Written): DayFile {
  const { years, leaveOut = [], mixed = [], wholeCountry, isRegionUnchecked = false } = written;
  const whole = daysOf(country, []);
  const regions = regionsOf(country).filter(({ path: [state = ''] }) => !leaveOut.includes(state));
  const days = new Map(regions.map(({ path }) => [path.join('-'), daysOf(country, path)]));
  const parts = regions.map(({ path, name }): [string, DayFile['regions'][string]] => {
    const code = path.join('-');
    const within = [...days].filter(([other]) => other.startsWith(`${code}-`)).map(([, found]) => found);
    const differing = difference(days.get(code) ?? new Map<string, Found>(), whole, within, isRegionUnchecked);
    return [code, { name: spelled(country, name), days: listed(differing) }];
  });
  const offered = parts.filter(([code]) => !mixed.includes(code));
  const alone: [string, DayFile['regions'][string]][] = wholeCountry ? [[wholeCountry, { name: null, days: {} }]] : [];
  return DayFile.parse({
    country,
    source: 'date-holidays 3.37.0, https://github.com/commenthol/date-holidays',
    licence: 'CC BY-SA 3.0',
    years,
    openFrom: null,
    days: listed(whole),
    regions: Object.fromEntries([...alone, ...offered]),
  });
}

interface Found {
  kind: DayKind;
  name: string;
}
type Days = Map<string, Found>;

/** What a region has besides the country, what it has not, and what only parts of it have. */
function difference(own: Days, whole: Days, within: Days[], isUnchecked: boolean): Days {
  const differing: Days = new Map();
  const kindOf = (kind: DayKind): DayKind => (isUnchecked ? 'unsure' : kind);
  for (const [date, { name }] of within.flatMap((part) => [...part]))
    if (!own.has(date)) differing.set(date, { kind: 'unsure', name });
  for (const [date, { kind, name }] of own) if (!whole.has(date)) differing.set(date, { kind: kindOf(kind), name });
  for (const [date, { name }] of whole) if (!own.has(date)) differing.set(date, { kind: kindOf('open'), name });
  return differing;
}

/** By kind, name and date, each in order: a change of the package shows as the dates that it moves. */
function listed(days: Days): DayFile['days'] {
  const found: Partial<Record<DayKind, Record<string, string[]>>> = {};
  for (const [date, { kind, name }] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const named = found[kind] ?? {};
    found[kind] = { ...named, [name]: [...(named[name] ?? []), date] };
  }
  return found;
}

/** States and, within them, districts or towns, as paths of codes. */
function regionsOf(country: string): { path: string[]; name: string }[] {
  const holidays = new Holidays();
  return named(holidays.getStates(country)).flatMap(([state, name]) => [
    { path: [state], name },
    ...named(holidays.getRegions(country, state)).map(([district, part]) => ({
      path: [state, district],
      name: `${name} – ${part}`,
    })),
  ]);
}

/** Names by code; the package answers undefined where there are none, whatever its types say. */
function named(places: Record<string, string> | undefined): [string, string][] {
  return Object.entries(places ?? {});
}

/** The public holidays that the package knows of the country or the region, mended where a notice says otherwise. */
function daysOf(country: string, [state, district]: string[]): Days {
  const place = [country, state, district].filter((code) => code !== undefined);
  const options = { types: ['public' as const] };
  const holidays =
    state === undefined
      ? new Holidays(country, options)
      : district === undefined
        ? new Holidays(country, state, options)
        : new Holidays(country, state, district, options);
  const names = new Map<string, string[]>();
  const first = COUNTRIES[country]?.years?.first ?? WRITTEN.first;
  for (let year = first; year <= WRITTEN.last; year += 1)
    for (const { date, name } of holidays.getHolidays(year)) {
      const day = date.slice(0, 10);
      names.set(day, [...new Set([...(names.get(day) ?? []), spelled(country, name)])]);
    }
  const days: Days = new Map([...names].map(([date, all]) => [date, { kind: 'holiday', name: all.join(' / ') }]));
  // What is mended in the whole country is mended in its regions too.
  for (let depth = 1; depth <= place.length; depth += 1)
    for (const mended of MENDED_DAYS[place.slice(0, depth).join('-')] ?? []) mend(days, mended);
  return days;
}

function mend(days: Days, { date, name, kind }: MendedDay): void {
  if (kind === 'open') days.delete(date);
  else days.set(date, { kind, name });
}

function spelled(country: string, name: string): string {
  return (SPELLINGS[country] ?? []).reduce((text, [from, to]) => text.replace(from, to), name);
}
