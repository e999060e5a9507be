const PLAIN = /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * The point in time of a moment as registers hold it, `2026-03-05T09:30[:15]+08:00` or `Z`, in milliseconds since 1970. Such
 * moments come by thousands and many times each, so they are reckoned with whole numbers; whatever is unusual (fractions of
 * seconds, a leap second, a day that is none) is left to Temporal: null.
 */
export function plainEpoch(text: string): number | null {
  const found = PLAIN.exec(text);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second = '0', sign, offsetHour = '0', offsetMinute = '0'] = found;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(midnight);
  if (date.getUTCDate() !== Number(day) || date.getUTCFullYear() !== Number(year)) return null;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * 60_000 * (sign === '-' ? -1 : 1);
  return midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 - offset;
}
