import { Temporal } from 'temporal-polyfill';
import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { foldText } from '../text/fold-text.ts';
import { readDateText } from './read-date-text.ts';
import { fromDayFraction, splitTimeOfDay } from './read-time-of-day.ts';
import type { CellValue } from './sheet-reading.ts';
import { shownNumber } from './shown-number.ts';
import type { DateReading, TimeCellOptions, TimeDoubt, TimeHints, TimeOfDay, TimeReading } from './time-reading.ts';

const NOTHING = /^(?:|[-–—―/\\.。·*~]+|无|没有|n\/?a|nil|none|null|tb[acd])$/;
const ISO_WITH_OFFSET = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})$/;
/** The day after 9999-12-31: no serial number reaches it, so 20240305 in a date format is digits that show as ####. */
export const SERIALS_END = 2_958_466;
/** Serial numbers of 2000-01-01 and 2099-12-31: only between them is a bare number taken for a date. */
const BARE_SERIALS: [number, number] = [36_526, 73_050];

/**
 * Reads a cell of a time column: a true date by its number format, a plain number that stands for a date (20240305,
 * 1130305, a serial that lost its format, 3.5 for the 5th of March), or text in any of the forms in use.
 * The answer is a day when only a day is written (or the clock stands at exactly 00:00), else a moment with the offset
 * of `zone`. `doubt` names what was assumed. Refusals: `empty` (also a dash), `unreadable`, `impossible` (30 February,
 * and the serial 60, which is a 29 February 1900 that never was), `ambiguous` (order, year or day not known).
 * Example: `readTimeCell('民國113年3月5日 下午3點', '@', …'Asia/Taipei')` → `2024-03-05T15:00+08:00`.
 */
export function readTimeCell(value: CellValue, numberFormat: string, options: TimeCellOptions): TimeReading {
  if (typeof value === 'boolean') return { ok: false, code: 'unreadable' };
  return typeof value === 'number' ? readNumber(value, numberFormat, options) : readText(value, options);
}

/** Day and time of day as one moment in the zone; 24:00 is the next day's midnight. */
export function momentAt(day: string, time: TimeOfDay, zone: string): DayOrMoment {
  const offset = time.hour < 24 ? offsetOfDay(day, zone) : null;
  if (offset !== null) {
    const clock = [time.hour, time.minute, ...(time.second === 0 ? [] : [time.second])].map(twoDigits).join(':');
    return `${day}T${clock}${offset}`;
  }
  const date = Temporal.PlainDate.from(day).add({ days: time.hour === 24 ? 1 : 0 });
  const clock = Temporal.PlainTime.from({ hour: time.hour % 24, minute: time.minute, second: time.second });
  return spell(date.toPlainDateTime(clock).toZonedDateTime(zone));
}

/** Ledgers have thousands of moments on few days: the offset of a day is worked out once. */
const OFFSETS = new Map<string, string | null>();
const MOST_OFFSETS = 20_000;

/** The offset that a zone has all day long; null on a day on which its clocks change. */
function offsetOfDay(day: string, zone: string): string | null {
  const key = `${zone} ${day}`;
  const known = OFFSETS.get(key);
  if (known !== undefined) return known;
  const date = Temporal.PlainDate.from(day);
  const [start, end] = [date.toZonedDateTime(zone), date.add({ days: 1 }).toZonedDateTime(zone)];
  const isSteady = start.offset === end.offset && start.hour === 0 && start.hoursInDay === 24;
  const offset = isSteady && /^[+-]\d{2}:\d{2}$/.test(start.offset) ? start.offset : null;
  if (OFFSETS.size >= MOST_OFFSETS) OFFSETS.clear();
  OFFSETS.set(key, offset);
  return offset;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The same moment spelled with the offset of the zone; a day stays a day. */
export function inZone(value: DayOrMoment, zone: string): DayOrMoment {
  return isDay(value) ? value : spell(Temporal.Instant.from(value).toZonedDateTimeISO(zone));
}

function readText(value: string, options: TimeCellOptions): TimeReading {
  const folded = foldText(value.replaceAll('_x000D_', ' ')).folded.trim().replace(/^'/, '');
  if (NOTHING.test(folded)) return { ok: false, code: 'empty' };
  if (ISO_WITH_OFFSET.test(folded)) return readInstant(folded, options.zone);
  const number = Number(folded);
  if (/^\d{5}(?:\.\d+)?$/.test(folded) && isBareSerial(number)) return fromSerial(number, options, 'serialAsNumber');
  const digits = /^(\d{8})\s?(\d{2})(\d{2})(\d{2})?$/.exec(folded);
  const spaced = folded.replace(/(\d)t(?=\d)/, '$1 ').replace(/\n/g, ' ');
  const { rest, time, impossible } =
    digits === null
      ? splitTimeOfDay(spaced)
      : splitTimeOfDay(`${digits[1] ?? ''} ${digits[2] ?? ''}:${digits[3] ?? ''}:${digits[4] ?? '00'}`);
  const date = readDateText(rest.replace(/\s+/g, ' '), options);
  return impossible && date.ok ? { ok: false, code: 'impossible' } : toTime(date, time, options.zone);
}

function readInstant(folded: string, zone: string): TimeReading {
  try {
    return { ok: true, value: spell(Temporal.Instant.from(folded).toZonedDateTimeISO(zone)), doubt: null };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, code: 'impossible' };
    throw error;
  }
}

function readNumber(value: number, numberFormat: string, options: TimeCellOptions): TimeReading {
  if (!Number.isFinite(value) || value < 0) return { ok: false, code: 'unreadable' };
  if (isDateFormat(numberFormat) && value < SERIALS_END) return fromSerial(value, options, null);
  if (Number.isInteger(value) && String(value).length >= 6) return readDigits(String(value), options);
  if (isBareSerial(value)) return fromSerial(value, options, 'serialAsNumber');
  if (Number.isInteger(value)) return { ok: false, code: value >= 1900 && value < 2100 ? 'ambiguous' : 'unreadable' };
  return readMonthDay(value, numberFormat, options);
}

function readDigits(digits: string, options: TimeCellOptions): TimeReading {
  if (digits.length > 8) return readText(digits, options);
  return toTime(readDateText(digits, options), null, options.zone);
}

/** 3.5 typed for the 5th of March: the decimals as shown, so that 3.10 is the 10th when the format shows it so. */
function readMonthDay(value: number, numberFormat: string, hints: TimeHints & { zone: string }): TimeReading {
  const match = /^(\d{1,2})\.(\d{1,2})$/.exec(shownNumber(value, numberFormat));
  const [month = 0, day = 0] = (match ?? []).slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31) return { ok: false, code: 'unreadable' };
  if (hints.yearHint === null) return { ok: false, code: 'ambiguous' };
  return toTime({ ok: true, date: { year: hints.yearHint, month, day, doubt: 'monthDayNumber' } }, null, hints.zone);
}

function isBareSerial(value: number): boolean {
  return value >= BARE_SERIALS[0] && value < BARE_SERIALS[1];
}

/** True for number formats that show a day: letters y, d, or m outside of quotes, colours and conditions. */
export function isDateFormat(numberFormat: string): boolean {
  const plain = numberFormat.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, '');
  if (/^general$/i.test(plain)) return false;
  return /[yde]/i.test(plain.replace(/e[+-]/gi, '')) || /m/i.test(plain);
}

const SERIAL_START = Temporal.PlainDate.from('1899-12-30');

function fromSerial(serial: number, { date1904, zone }: TimeCellOptions, doubt: TimeDoubt | null): TimeReading {
  const wholeSeconds = Math.round(serial * 86_400);
  const days = Math.floor(wholeSeconds / 86_400);
  const shifted = date1904 ? days + 1462 : days;
  if (shifted < 1 || shifted === 60) return { ok: false, code: shifted === 60 ? 'impossible' : 'unreadable' };
  const day = SERIAL_START.add({ days: shifted < 60 ? shifted + 1 : shifted });
  if (day.year > 9998) return { ok: false, code: 'impossible' };
  if (wholeSeconds % 86_400 === 0) return { ok: true, value: day.toString(), doubt };
  return { ok: true, value: momentAt(day.toString(), fromDayFraction(wholeSeconds / 86_400), zone), doubt };
}

function toTime(reading: DateReading, time: TimeOfDay | null, zone: string): TimeReading {
  if (!reading.ok) return reading;
  const { year, month, day, doubt } = reading.date;
  if (!isRealDay(year, month, day)) return { ok: false, code: 'impossible' };
  const date = Temporal.PlainDate.from({ year, month, day }).toString();
  return { ok: true, value: time === null ? date : momentAt(date, time, zone), doubt };
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 9998 || month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}

function spell(moment: Temporal.ZonedDateTime): DayOrMoment {
  return moment.toString({ timeZoneName: 'never', smallestUnit: moment.second === 0 ? 'minute' : 'second' });
}
