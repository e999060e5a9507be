const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HEADER =
  /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([+-])(\d{2}):?(\d{2})|(GMT|UTC?|Z))/;

/** The Date header of a mail as an ISO moment that keeps the sender's offset (RFC 5322 §3.3); null when it is no date. */
export function readDateHeader(value: string): string | null {
  const match = HEADER.exec(value);
  if (match === null) return null;
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '00', sign, hours, minutes] = match;
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const offset = sign === undefined ? 'Z' : `${sign}${hours ?? '00'}:${minutes ?? '00'}`;
  const iso = `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`;
  return month > 0 && isRealDay(Number(year), month, Number(day)) && !Number.isNaN(Date.parse(iso)) ? iso : null;
}

/** The same moment of the clock, moved by a length of time; the offset stays. */
export function shiftMoment(iso: string, milliseconds: number): string {
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(iso)?.[0] ?? 'Z';
  const local = new Date(Date.parse(iso) + milliseconds + offsetMilliseconds(offset));
  return `${local.toISOString().slice(0, 19)}${offset}`;
}

function offsetMilliseconds(offset: string): number {
  if (offset === 'Z') return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function isRealDay(year: number, month: number, day: number): boolean {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function two(value: number | string): string {
  return String(value).padStart(2, '0');
}
