import { chineseNumber } from '../text/chinese-number.ts';

/** A time of day beside a date: `HH:mm`, or null when only a part of the day (下午, 11点多) is known. */
export interface TimeOfDay {
  /** How many characters of the folded text it takes. */
  length: number;
  time: string | null;
  doubt: string | null;
}

const PART =
  '凌晨|清晨|清早|大清早|一早|早上|早晨|早间|上午|中午|午间|正午|下午|午后|傍晚|晚上|晚间|夜里|夜间|深夜|半夜|大半夜|夜班|中班|早班|白班|早|晚|夜';
const HOUR = '\\d{1,2}|[一二两三四五六七八九十]{1,3}';
const CHINESE = new RegExp(
  `^[\\s,]{0,3}(?:\\((?:周|星期|礼拜)?[一二三四五六日天]\\))?(?:周[一二三四五六日])?(?:的|大概|大约|约|,)?\\s{0,3}(${PART})?\\s{0,2}` +
    `(?:(${HOUR})\\s?(?:(点|时|h)(?!间|候|常|左右各)(?:\\s?(半|一刻|三刻|整|\\d{1,2}(?!\\d)|[一二三四五]?十[一二三四五六七八九]?)\\s?分?)?|:(\\d{2})(?::\\d{2})?(?!\\d))\\s?(多|许|来钟|左右|前后|钟)?)?`,
);
const ENGLISH =
  /^(?:[\s,]|t(?=\d)|\b(?:at|around|about|approx\.?|approximately|roughly|just|after|before|from|c\.|ca\.)\b|~){0,6}(?:(\d{1,2})(?:[:.](\d{2})(?::\d{2})?(?!\d))?\s?(a\.?m\.?|p\.?m\.?|hrs|h)?(?![a-z\d])|half (?:past )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(noon|midnight))/;
const ENGLISH_HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const LATE = /下午|午后|傍晚|晚|夜/;

/** Chinese words for a time right after a date; `part` is the part of the day that the date word already says (昨晚). */
export function chineseTimeAfter(after: string, part: string | null): TimeOfDay | null {
  const found = CHINESE.exec(after.slice(0, 40));
  if (found === null) return null;
  const [whole, ownPart, hour, , minute, clockMinute, fuzzy] = found;
  if (ownPart === undefined && hour === undefined) return null;
  const length = whole.trimEnd().length;
  if (hour === undefined) return { length, time: null, doubt: null };
  const dayPart = ownPart ?? part;
  const isFuzzy = fuzzy === '多' || fuzzy === '来钟';
  const time = isFuzzy ? null : clock(hourOf(chineseNumber(hour), dayPart), minutesOf(minute ?? clockMinute));
  const isOpen = dayPart === null && clockMinute === undefined && (chineseNumber(hour) ?? 0) <= 12;
  return { length, time, doubt: time !== null && isOpen ? 'ambiguousTime' : null };
}

/** English words for a time right after a date; `part` is morning, afternoon, evening or night when already said. */
export function englishTimeAfter(after: string, part: string | null): TimeOfDay | null {
  const found = ENGLISH.exec(after.slice(0, 60));
  if (found === null) return null;
  const [whole, hour, minute, half, halfHour, word] = found;
  if (word !== undefined) return { length: whole.length, time: word === 'noon' ? '12:00' : '00:00', doubt: null };
  const isLate = part === 'night' || part === 'evening' || part === 'afternoon';
  if (halfHour !== undefined) {
    const at = ENGLISH_HOURS.indexOf(halfHour) + 1;
    return { length: whole.length, time: clock(isLate && at < 12 ? at + 12 : at, 30), doubt: null };
  }
  if (minute === undefined && half === undefined) return null;
  const at = Number(hour);
  const isAfternoon = half?.startsWith('p') === true || (half === undefined && isLate);
  const hours = isAfternoon && at < 12 ? at + 12 : half?.startsWith('a') === true && at === 12 ? 0 : at;
  const time = clock(hours, Number(minute ?? 0));
  return time === null ? null : { length: whole.length, time, doubt: null };
}

const SPOKEN_MINUTES: Record<string, number> = {
  five: 5,
  ten: 10,
  quarter: 15,
  'a quarter': 15,
  twenty: 20,
  'twenty-five': 25,
  half: 30,
};
/** `ten past six this evening` */
const SPOKEN =
  /\b(?:at )?(five|ten|(?:a )?quarter|twenty(?:-five)?|half) (past|to) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?(?:on |,)?\s?$/;

/** An English time that stands before the date: `at 6:50 AM yesterday`. */
export function englishTimeBefore(before: string, part: string | null = null): TimeOfDay | null {
  const spoken = SPOKEN.exec(before.slice(-40));
  if (spoken !== null) {
    const minutes = SPOKEN_MINUTES[spoken[1] ?? ''] ?? 0;
    const hour = ENGLISH_HOURS.indexOf(spoken[3] ?? '') + 1;
    const isLate = part !== null && part !== 'morning' && hour < 12;
    const at = (isLate ? hour + 12 : hour) * 60 + (spoken[2] === 'past' ? minutes : -minutes);
    return { length: spoken[0].length, time: clock(Math.floor(at / 60), at % 60), doubt: null };
  }
  const word = /\b(?:at |around |about |by )?(noon|midday|midnight)\s?(?:on |,)?\s?$/.exec(before.slice(-24));
  if (word !== null) return { length: word[0].length, time: word[1] === 'midnight' ? '00:00' : '12:00', doubt: null };
  const found = /\b(?:at |around |about )?(\d{1,2})(?:[:.](\d{2}))?\s?(a\.?m\.?|p\.?m\.?)?\s?(?:on |,)?\s?$/.exec(
    before.slice(-30),
  );
  if (found === null || (found[2] === undefined && found[3] === undefined)) return null;
  const read = englishTimeAfter(found[0].replace(/(?:on|,)\s*$/, ''), null);
  return read === null ? null : { ...read, length: found[0].length };
}

function hourOf(hour: number | null, part: string | null): number | null {
  if (hour === null) return null;
  if (part === null) return hour;
  if (part.includes('中午') || part === '正午' || part === '午间') return hour <= 2 ? hour + 12 : hour;
  if (/夜/.test(part) && hour <= 5) return hour;
  return LATE.test(part) && hour < 12 ? hour + 12 : hour;
}

function minutesOf(words: string | undefined): number {
  if (words === undefined || words === '整') return 0;
  if (words === '半') return 30;
  if (words === '一刻') return 15;
  if (words === '三刻') return 45;
  return chineseNumber(words) ?? 0;
}

function clock(hour: number | null, minute: number): string | null {
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
