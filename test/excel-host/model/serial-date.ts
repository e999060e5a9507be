/** Dates as serial numbers: days since 1899-12-30, with the fictitious 29 February 1900, or since 1904-01-01. */
const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const OFFSET_1904 = 1462;

export function serialOfDate(year: number, month: number, day: number, date1904: boolean): number {
  const days = Math.round((Date.UTC(year, month - 1, day) - EPOCH_1900) / DAY);
  if (date1904) return days - OFFSET_1904;
  return days < 61 ? days - 1 : days;
}

export interface DateParts {
  year: number;
  month: number;
  day: number;
  /** 0 Sunday … 6 Saturday, as Excel counts (its 1900 is a leap year). */
  weekday: number;
}

export function dateOfSerial(serial: number, date1904: boolean): DateParts {
  const whole = Math.floor(serial) + (date1904 ? OFFSET_1904 : 0);
  const weekday = (((whole - 1) % 7) + 7) % 7;
  if (!date1904 && whole === 60) return { year: 1900, month: 2, day: 29, weekday };
  const days = !date1904 && whole < 60 ? whole + 1 : whole;
  const date = new Date(EPOCH_1900 + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday };
}

/** The serial of a moment in the machine's own wall-clock time, as NOW() gives it. */
export function serialOfMoment(moment: Date, date1904: boolean): number {
  const day = serialOfDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate(), date1904);
  const seconds = moment.getHours() * 3600 + moment.getMinutes() * 60 + moment.getSeconds();
  return day + seconds / 86_400;
}

/** Null when there is no such day (31 June). */
export function checkedSerial(year: number, month: number, day: number, date1904: boolean): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1900 && year <= 9999 ? serialOfDate(year, month, day, date1904) : null;
}
