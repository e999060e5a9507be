import { DayOrMoment } from '../complaint/moment.ts';

/** A time as the record holds it. `unreadable` is a text that is no day and no moment, or lies outside 1970 to 2199. */
export type RecordedTime =
  { kind: 'known'; at: DayOrMoment } | { kind: 'missing' } | { kind: 'unreadable'; text: string };

/** Reads the value of a field of kind `time`. A typing error such as `0206-03-01` is `unreadable`, not a date to count from. */
export function readTime(value: string | undefined): RecordedTime {
  if (value === undefined) return { kind: 'missing' };
  const at = DayOrMoment.safeParse(value);
  const year = Number(value.slice(0, 4));
  return at.success && year >= 1970 && year <= 2199
    ? { kind: 'known', at: at.data }
    : { kind: 'unreadable', text: value };
}
