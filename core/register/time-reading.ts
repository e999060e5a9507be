import type { DayOrMoment } from '../complaint/moment.ts';

/** Which part stands first in dates of three short numbers. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** What the rest of the column says about dates that do not speak for themselves. */
export interface TimeHints {
  orderHint: DateOrder | null;
  yearHint: number | null;
}

/** How a workbook counts, where its clocks stand, and what its column says. `zone` is an IANA name. */
export interface TimeCellOptions extends TimeHints {
  date1904: boolean;
  zone: string;
}

/** Why a value that was read may still be wrong. */
export type TimeDoubt =
  'twoDigitYear' | 'yearAssumed' | 'orderAssumed' | 'orderDiffers' | 'serialAsNumber' | 'monthDayNumber';

export type TimeTrouble = 'empty' | 'unreadable' | 'impossible' | 'ambiguous';

export type TimeReading = { ok: true; value: DayOrMoment; doubt: TimeDoubt | null } | { ok: false; code: TimeTrouble };

/** A time of day on the 24-hour clock. */
export interface TimeOfDay {
  hour: number;
  minute: number;
  second: number;
}

/** A date as written, not yet checked against the calendar. */
export interface WrittenDate {
  year: number;
  month: number;
  day: number;
  doubt: TimeDoubt | null;
}

export type DateReading = { ok: true; date: WrittenDate } | { ok: false; code: TimeTrouble };
