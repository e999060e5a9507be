const PLAIN = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * The point in time of a moment as registers hold it, `2026-03-05T09:30[:15]+08:00` or `Z`, in milliseconds since 1970. Such
 * moments come by thousands and many times each, so they are reckoned with whole numbers; whatever is unusual (fractions of
 * seconds, a leap second, a day that is none) is left to Temporal: null.
 */
export function plainEpoch(text: string): number | null {
  if (!PLAIN.test(text)) return null;
  const [year, day] = [two(text, 0) * 100 + two(text, 2), two(text, 8)];
  const midnight = Date.UTC(year, two(text, 5) - 1, day);
  const date = new Date(midnight);
  if (date.getUTCDate() !== day || date.getUTCFullYear() !== year) return null;
  const hasSeconds = text[16] === ':';
  const seconds = (two(text, 11) * 60 + two(text, 14)) * 60 + (hasSeconds ? two(text, 17) : 0);
  const zone = hasSeconds ? 19 : 16;
  const sign = text[zone] === 'Z' ? 0 : text[zone] === '-' ? -1 : 1;
  const offset = sign === 0 ? 0 : sign * (two(text, zone + 1) * 60 + two(text, zone + 4)) * 60_000;
  return midnight + seconds * 1000 - offset;
}

/** The number of two digits. */
const two = (text: string, at: number): number => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
const ZERO = 48;
