import { chineseNumber } from '../text/chinese-number.ts';
import type { MatchedWords } from './assessment.ts';
import { quoteWords, type SearchableText } from './searchable-text.ts';

const NUMBER = String.raw`(\d{1,2}|[一二三四五六七八九十廿]{1,3})`;
const DATE = new RegExp(
  String.raw`(?<![\d.])(?:(\d{4}|\d{2})(?:年|[-./]))?(?:${NUMBER}月${NUMBER}[日号]?|(\d{1,2})[-./](\d{1,2}))(?![\d.]|月)`,
  'g',
);
/** 3月3日发现, 3月1日到货: when something happened, not what is printed. */
const OF_AN_EVENT = /^(?:那天|当天)?,?(?:我们?|才|就|又)?(?:到货|收|买|进货|送|发现|投诉|来|打电话)/;
const REACH = 12;

/**
 * The first two dates of one text that name different days, as two stretches; none where all agree. A year counts only where
 * both have one. Dates of what happened (3月1日到货) are left out. Example: 外箱3月1日,里面2月1日 → 3月1日, 2月1日.
 */
export function unlikeDates(texts: readonly SearchableText[]): MatchedWords[] {
  for (const text of texts) {
    const dates = datesIn(text.folded);
    const first = dates[0];
    const other = first && dates.find((date) => isUnlike(first, date));
    if (first && other) return [first, other].map(({ start, end }) => quoteWords(text, start, end));
  }
  return [];
}

interface DayInText {
  start: number;
  end: number;
  year: number | null;
  month: number;
  day: number;
}

function datesIn(folded: string): DayInText[] {
  return Array.from(folded.matchAll(DATE)).flatMap((match): DayInText[] => {
    const [whole, year, hanMonth, hanDay, month, day] = match;
    const end = match.index + whole.length;
    if (OF_AN_EVENT.test(folded.slice(end, end + REACH))) return [];
    const read = [hanMonth ?? month ?? '', hanDay ?? day ?? ''].map(chineseNumber);
    const [monthNumber, dayNumber] = read;
    if (!monthNumber || !dayNumber || monthNumber > 12 || dayNumber > 31) return [];
    const fullYear = year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0);
    return [{ start: match.index, end, year: fullYear, month: monthNumber, day: dayNumber }];
  });
}

function isUnlike(a: DayInText, b: DayInText): boolean {
  const isOtherYear = a.year !== null && b.year !== null && a.year !== b.year;
  return isOtherYear || a.month !== b.month || a.day !== b.day;
}
