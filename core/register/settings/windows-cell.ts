import type { Day } from '../../complaint/moment.ts';
import { Day as DaySchema } from '../../complaint/moment.ts';
import type { Locale } from '../../policy/localized.ts';
import { Windows, type Window } from '../../working-time/working-calendar.ts';
import type { CellValue } from '../sheet-reading.ts';
import { inAllLanguages } from './choice-names.ts';
import { nameKey } from './name-reader.ts';

const CLOSED = inAllLanguages('settings.sheet.closed');
const CLOSED_WORDS = new Set(Object.values(CLOSED).map(nameKey));

/** The spans of a day as a cell holds them: `09:00–12:00 13:30–18:00`; a word where it is closed. */
export function sayWindows(windows: readonly Window[], locale: Locale): string {
  return windows.length === 0 ? CLOSED[locale] : windows.map(({ from, to }) => `${from}–${to}`).join(' ');
}

/** The spans that a cell gives, none where it says closed or nothing; null for anything else, also spans out of order. */
export function readWindows(cell: CellValue): Window[] | null {
  const text = String(cell).normalize('NFKC').trim();
  if (text === '' || CLOSED_WORDS.has(nameKey(text))) return [];
  const spans = text.replace(/\s*[-–—~至到]\s*/g, '-').split(/[\s,;、]+/);
  const windows = spans.map((span) => {
    const [, fromHour = '', from = '', toHour = '', to = ''] = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(span) ?? [];
    return { from: `${fromHour.padStart(2, '0')}:${from}`, to: `${toHour.padStart(2, '0')}:${to}` };
  });
  const read = Windows.safeParse(windows);
  return read.success ? read.data : null;
}

const MS_A_DAY = 86_400_000;

/** A day as people write it, or as Excel keeps it; null for anything that is none. */
export function readDayCell(cell: CellValue, date1904: boolean): Day | null {
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || cell < 1 || cell > 200_000) return null;
    const origin = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
    return new Date(origin + cell * MS_A_DAY).toISOString().slice(0, 10);
  }
  const text = String(cell).normalize('NFKC').trim();
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const read = DaySchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return read.success ? read.data : null;
}
