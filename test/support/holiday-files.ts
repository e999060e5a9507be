import Holidays from 'date-holidays';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './import-graph.ts';

/** The last year that is written; of a year after the last known one the days are named as far as they can be computed. */
const LAST_YEAR = 2028;

/**
 * The years of which the package knows every day that closes the whole country; `docs/THIRD-PARTY.md` says what is missing
 * in the others. The last before the first: of no year.
 */
const YEARS: Readonly<Record<string, { first: number; last: number }>> = {
  TW: { first: 2024, last: 2023 },
  HK: { first: 2024, last: LAST_YEAR },
  SG: { first: 2025, last: 2026 },
  MY: { first: 2026, last: 2025 },
  GB: { first: 2024, last: LAST_YEAR },
  US: { first: 2024, last: 2027 },
  JP: { first: 2024, last: LAST_YEAR },
  DE: { first: 2024, last: LAST_YEAR },
};

/** What the package writes in simplified or rare characters, as Taiwan writes it. */
const AS_TAIWAN_WRITES: readonly (readonly [string, string])[] = [
  ['农历新年假期', '農曆新年假期'],
  ['更换日', '補假'],
  ['淸明節', '清明節'],
];

/** The files of official days that are made from `date-holidays`, by path, as they must stand there. */
export async function holidayFiles(): Promise<Map<string, string>> {
  const files = Object.keys(YEARS).map(async (country): Promise<[string, string]> => {
    const path = `core/working-time/official/${country.toLowerCase()}.json`;
    const config = await resolveConfig(join(ROOT, path));
    return [path, await format(fileOf(country), { ...config, filepath: path })];
  });
  return new Map(await Promise.all(files));
}

/** One line a day: a change of the package shows as the days it moves. */
function fileOf(country: string): string {
  const years = YEARS[country] ?? { first: LAST_YEAR, last: LAST_YEAR };
  const head = {
    country,
    source: 'date-holidays 3.37.0, https://github.com/commenthol/date-holidays',
    licence: 'ISC (code), CC BY-SA 3.0 (days)',
    years,
    openFrom: null,
  };
  const days = [...daysOf(country, years.first)].map(
    ([date, names]) =>
      `${JSON.stringify(date)}: {"kind":"holiday","holiday":{"name":${JSON.stringify(names.join(' / '))}}}`,
  );
  return `${JSON.stringify(head).slice(0, -1)}, "days": {\n${days.join(',\n')}\n}}`;
}

/** The public holidays of the whole country, by date, with all their names. */
function daysOf(country: string, first: number): Map<string, string[]> {
  const holidays = new Holidays(country, { types: ['public'] });
  const days = new Map<string, string[]>();
  for (let year = first; year <= LAST_YEAR; year += 1)
    for (const { date, name } of holidays.getHolidays(year)) {
      const day = date.slice(0, 10);
      const names = days.get(day) ?? [];
      const written =
        country === 'TW' ? AS_TAIWAN_WRITES.reduce((text, [from, to]) => text.replace(from, to), name) : name;
      days.set(day, [...new Set([...names, written])]);
    }
  return new Map([...days].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
