/** A time as gold gives it: as much as is known, `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, with `HH:mm` or none. */
export interface KnownTime {
  date: string;
  clock: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_FIRST = new RegExp(`(?:^|\\s)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})`);
const MONTH_FIRST = new RegExp(`(?:^|\\s)${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`);
const ROC_YEAR = 1911;

/**
 * Reads a full date that stands in gold as it was written, independently of the product: year, month and day in digits or with
 * an English month, Republic of China years when 民国 stands before them. Null when a part of the date is missing (昨天, 6月份).
 */
export function readWrittenTime(words: string): KnownTime | null {
  const text = words.normalize('NFKC').trim().toLowerCase();
  const day = dayIn(text);
  if (day === null) return null;
  const clock = /(?:^|[^\d:])(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap]m)?/.exec(text);
  return { date: day, clock: clock === null ? null : clockOf(clock) };
}

/** Reads a resolved time of gold, `2026-03-25`, `2026-03-25T23:00` or only `2026-03`; null for anything else. */
export function readResolvedTime(text: string): KnownTime | null {
  const match = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:[T ](\d{2}:\d{2}))?/.exec(text.trim());
  return match?.[1] === undefined ? null : { date: match[1], clock: match[2] ?? null };
}

/** The date must be equal as far as the gold knows it, and the time of day where the gold has one. */
export function isSameTime(value: string, gold: KnownTime): boolean {
  if (!value.startsWith(gold.date)) return false;
  return gold.clock === null || value.slice(11, 16) === gold.clock;
}

function dayIn(text: string): string | null {
  const roc = /民[国國]\s*(\d{2,3})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/.exec(text);
  if (roc !== null) return iso(Number(roc[1]) + ROC_YEAR, roc[2], roc[3]);
  const digits = /(?<!\d)((?:19|20)\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)/.exec(text);
  if (digits !== null) return iso(Number(digits[1]), digits[2], digits[3]);
  const plain = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)/.exec(text);
  if (plain !== null) return iso(Number(plain[1]), plain[2], plain[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return iso(Number(dayFirst[3]), monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst !== null) return iso(Number(monthFirst[3]), monthNumber(monthFirst[1]), monthFirst[2]);
  return null;
}

const monthNumber = (name: string | undefined) => String(MONTHS.indexOf(name ?? '') + 1);

function iso(year: number, month: string | undefined, day: string | undefined): string {
  return `${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
}

function clockOf([, hour = '', minute = '', half]: RegExpExecArray): string {
  const twelve = Number(hour) % 12;
  const hours = half === undefined ? Number(hour) : half === 'pm' ? twelve + 12 : twelve;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}
