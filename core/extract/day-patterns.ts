import type { Temporal } from 'temporal-polyfill';
import { chineseNumber } from '../text/chinese-number.ts';
import { dayOf, latestDay } from './local-day.ts';

/** What a way of writing a date needs to know. */
export interface DayContext {
  /** The day of the letter. */
  reference: Temporal.PlainDate;
  language: 'zh-CN' | 'zh-TW' | 'en';
  /** True where people write month before day. */
  isMonthFirst: boolean | null;
  /** The month of the date before this one in the text, for `28号`. */
  lastMonth: { year: number; month: number } | null;
  /** The date before this one in the text, for `当晚`. */
  lastDay: Temporal.PlainDate | null;
}

export interface DayReading {
  day: Temporal.PlainDate;
  precision: 'day' | 'month';
  doubt: string | null;
  /** A part of the day that the word itself says (昨晚, this morning). */
  part: string | null;
  isRelative: boolean;
}

/** One way of writing a date; `pattern` runs on folded text. */
export interface DayPattern {
  pattern: RegExp;
  read: (groups: string[], context: DayContext) => DayReading | null;
}

const N = '\\d{1,2}|[一二三四五六七八九十]{1,3}';
const YEAR = '(?:19|20)\\d{2}|[一二][九〇零0][〇零一二三四五六七八九0-9]{2}';
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const ENGLISH_NUMBERS: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
};
const NOT_IN_CODE = '(?<![\\d./a-z_-])';
/** After `3号`: what makes it a house, a line or a machine and not a day. */
const NOT_A_NUMBERED_THING =
  '(?![\\d#]|楼|线|机|店|门|库|仓|筒|炉|车|栋|院|食堂|馆|厂|桌|房|柜|电池|井|泵|窗|台|桥|阀|码|卡|信箱|院|令|文|元素|样|罐|罐|工|技师|员|客服|投|生产线|地块|公路|室|包|袋|箱|桶|钢|球|灰|料|内|期|游|报|用品|常|子|后台|本|语|均|志|程|充电|电梯|梯|位|床|铺|摊|站|坑|塘|田|棚|岗|缸|槽|舱|诊室|包厢)';

/** Days that go by a name, as month and day. */
const NAMED_DAYS: Record<string, [number, number]> = {
  双十一: [11, 11],
  双11: [11, 11],
  双十二: [12, 12],
  双12: [12, 12],
  元旦: [1, 1],
  情人节: [2, 14],
  三八节: [3, 8],
  劳动节: [5, 1],
  五一节: [5, 1],
  儿童节: [6, 1],
  国庆节: [10, 1],
  国庆当天: [10, 1],
  平安夜: [12, 24],
  圣诞节: [12, 25],
  跨年夜: [12, 31],
};

/** All ways of writing a date that are understood, most telling first. */
export const DAY_PATTERNS: DayPattern[] = [
  {
    pattern: new RegExp(
      `(${Object.keys(NAMED_DAYS).join('|')})(?!前|之前|以前|期间|活动|大促|套餐|优惠|礼|快乐|假)(?:那天|当天|那晚|当晚)?(早上|上午|中午|下午|傍晚|晚上|夜里|凌晨)?`,
      'g',
    ),
    read: ([name, part], context) => {
      const [month, day] = NAMED_DAYS[name ?? ''] ?? [null, null];
      const found = inYear('', month, day, context);
      return found === null ? null : { ...found, part: part === '' ? null : (part ?? null) };
    },
  },
  {
    pattern: new RegExp(`${NOT_IN_CODE}(${YEAR})\\s?[年./-]\\s?(${N})\\s?[月./-]\\s?(${N})(?![\\d-])\\s?[日号]?`, 'g'),
    read: ([y, m, d]) => exact(chineseNumber(y ?? ''), chineseNumber(m ?? ''), chineseNumber(d ?? '')),
  },
  {
    pattern: new RegExp(
      `${NOT_IN_CODE}(民国\\s?)?(\\d{2,3})\\s?[年./]\\s?(\\d{1,2})\\s?[月./]\\s?(\\d{1,2})(?![\\d.])\\s?日?`,
      'g',
    ),
    read: ([era, y, m, d], { language }) => {
      const year = Number(y);
      if (era === '' && (language !== 'zh-TW' || year < 90 || year > 150)) return null;
      return exact(year + 1911, Number(m), Number(d));
    },
  },
  {
    pattern: new RegExp(`${NOT_IN_CODE}(\\d{1,2})[/.-](\\d{1,2})[/.-]((?:20)?\\d{2})(?![\\d/.-])`, 'g'),
    read: ([a, b, y], context) => {
      const year = Number(y) < 100 ? 2000 + Number(y) : Number(y);
      return monthAndDay(Number(a), Number(b), context, (m, d) => dayOf(year, m, d));
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d.个第])(?:(今年|去年|前年|上年|\\d{2}年)\\s?)?(?<!\\d)(${N})\\s?月(?:份)?\\s?(${N})(?:\\s?[日号]|(?=[\\s,.;。、()早晚上下中凌夜]|$))`,
      'g',
    ),
    read: ([y, m, d], context) => inYear(y ?? '', chineseNumber(m ?? ''), chineseNumber(d ?? ''), context),
  },
  {
    pattern: new RegExp(`(这个?月|本月|当月|上个?月)\\s?(${N})\\s?[日号]`, 'g'),
    read: ([which, d], { reference }) => {
      const month = which?.startsWith('上') === true ? reference.subtract({ months: 1 }) : reference;
      return exact(month.year, month.month, chineseNumber(d ?? ''));
    },
  },
  {
    pattern: /(?<![\d.])(\d{1,2})\.(\d{1,2})\s?[日号]/g,
    read: ([m, d], context) => inYear('', Number(m), Number(d), context),
  },
  {
    pattern: new RegExp(`(?<![\\d/.a-z#-])(\\d{1,2})/(\\d{1,2})(?![\\d/a-z%]|\\s?(?:寸|英寸|的概率))`, 'g'),
    read: ([a, b], context) => {
      if (a === '24' && b === '7') return null;
      const recent = (m: number, d: number) => latestDay(m, d, context.reference.add({ days: 31 }));
      return monthAndDay(Number(a), Number(b), context, recent);
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\da-z])(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH}\\b\\.?(?:,?\\s?((?:19|20)\\d{2}))?`,
      'g',
    ),
    read: ([d, m, y], context) => english(m ?? '', Number(d), y ?? '', context),
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s((?:19|20)\\d{2}))?`, 'g'),
    read: ([m, d, y], context) => english(m ?? '', Number(d), y ?? '', context),
  },
  {
    pattern:
      /(?<![目之以年生当])(大前|前|昨|今)(天(?!气)|日|早|晨|晚|夜|儿个?|午)(早晨|早上|早|上午|中午|下午|傍晚|晚上|夜里|晚|夜|凌晨)?/g,
    read: ([which, what, part], { reference }) => {
      const back = { 大前: 3, 前: 2, 昨: 1, 今: 0 }[which ?? ''] ?? 0;
      const ownPart = { 早: '早上', 晨: '早晨', 晚: '晚上', 夜: '夜里' }[what ?? ''] ?? null;
      return relative(reference.subtract({ days: back }), part === '' ? ownPart : (part ?? null));
    },
  },
  {
    pattern:
      /(?<![相应本])(?:当|同)(天|日|晚|夜)(?=(?:早上|上午|中午|下午|傍晚|晚上|凌晨)?(?:大?约|大概)?\s?\d{1,2}\s?[点时:])/g,
    read: ([part], { lastDay }) =>
      lastDay === null ? null : relative(lastDay, part === '晚' ? '晚上' : part === '夜' ? '夜里' : null),
  },
  {
    pattern:
      /(?<![至到~-])(上上|上|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])(?!\s?(?:至|到(?![货了的达家手店厂场站齐])|-|~))/g,
    read: ([which, weekday], { reference }) => {
      const target = '一二三四五六日'.indexOf((weekday ?? '').replace('天', '日')) + 1;
      if (which === '') return relative(lastWeekday(target, reference), null);
      const weeks = { 上上: 2, 上: 1, 这: 0, 本: 0 }[which ?? ''] ?? 0;
      const monday = reference.subtract({ days: reference.dayOfWeek - 1 + 7 * weeks });
      return relative(monday.add({ days: target - 1 }), null);
    },
  },
  {
    pattern: /(\d{1,2}|[一二两三四五六七八九十]{1,2})(天|日|个?星期|个?礼拜|周)(?:之?前|以前)/g,
    read: ([count, unit], { reference }) => {
      const days = (chineseNumber(count ?? '') ?? 0) * (unit === '天' || unit === '日' ? 1 : 7);
      return {
        ...relative(reference.subtract({ days }), null),
        doubt: unit === '天' || unit === '日' ? null : 'roughDate',
      };
    },
  },
  {
    pattern:
      /\b(yesterday|today|last night|tonight|this (?:morning|afternoon|evening))(?: (morning|afternoon|evening|night))?\b/g,
    read: ([word, part], { reference }) => {
      const isBefore = word === 'yesterday' || word === 'last night';
      const ownPart = /night|morning|afternoon|evening/.exec(word ?? '')?.[0] ?? null;
      return relative(isBefore ? reference.subtract({ days: 1 }) : reference, part === '' ? ownPart : (part ?? null));
    },
  },
  {
    pattern: new RegExp(
      `\\b(last|on|this past)\\s(${WEEKDAYS.join('|')})(?!s)(?:\\s(morning|afternoon|evening|night))?\\b`,
      'g',
    ),
    read: ([which, weekday, part], { reference }) => {
      const day = lastWeekday(WEEKDAYS.indexOf(weekday ?? '') + 1, reference.subtract({ days: 1 }));
      return { ...relative(day, part === '' ? null : (part ?? null)), doubt: which === 'last' ? 'roughDate' : null };
    },
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:next|coming|this|every|each|by|before|until|till|for|from|to|through|or|and|on|last|past|due|of|forecast) )(?<![-–/])\\b(?:(${WEEKDAYS.join('|')})(?!s|'s)(?:\\s(morning|afternoon|arvo|evening|night))?|(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\\s(morning|afternoon|arvo|evening|night))\\b(?! ?[-–]|,? (?:the )?(?:\\d|jan|feb|mar|apr|may\\b|jun|jul|aug|sep|oct|nov|dec)| to\\b| or\\b)`,
      'g',
    ),
    read: ([weekday, part, short, shortPart], { reference }) => {
      const start = (weekday === '' ? short : weekday)?.slice(0, 3) ?? '';
      const target = WEEKDAYS.findIndex((day) => day.startsWith(start)) + 1;
      const said = part === '' ? shortPart : part;
      return relative(
        lastWeekday(target, reference.subtract({ days: 1 })),
        said === '' || said === undefined ? null : said === 'arvo' ? 'afternoon' : said,
      );
    },
  },
  {
    pattern:
      /\bthe (\d{1,2})(?:st|nd|rd|th)(?: of (this|last) month)?\b(?! (?:time|floor|street|century|attempt|of [a-z]|unit|delivery|call|visit|day|edition|gen))/g,
    read: ([d, which], { reference }) => {
      const recent = (which === 'last' ? [1] : which === 'this' ? [0] : [0, 1]).map((back) => {
        const month = reference.subtract({ months: back });
        return dayOf(month.year, month.month, Number(d));
      });
      const day = recent.find((r) => r !== null && r.until(reference).sign >= 0) ?? null;
      return day === null
        ? null
        : { day, precision: 'day', doubt: which === '' ? 'assumedMonth' : null, part: null, isRelative: true };
    },
  },
  {
    pattern: /\b(\d{1,2}|a|one|two|three|four|five|six|seven|ten)\s(days?|weeks?)\sago\b/g,
    read: ([count, unit], { reference }) => {
      const many = ENGLISH_NUMBERS[count ?? ''] ?? Number(count);
      const isWeeks = unit?.startsWith('week') === true;
      const day = reference.subtract({ days: many * (isWeeks ? 7 : 1) });
      return { ...relative(day, null), doubt: isWeeks ? 'roughDate' : null };
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d月.第#]|(?:牌子?|编号|工号|挂|门牌|桌|楼|栋|幢|座|排|路|街|弄|巷|村|线|组|机|柜|库)(?:上?(?:是|为|写着?))?\\s?)(\\d{1,2})\\s?[号日]${NOT_A_NUMBERED_THING}`,
      'g',
    ),
    read: ([d], { reference, lastMonth }) => {
      const own = lastMonth === null ? null : dayOf(lastMonth.year, lastMonth.month, Number(d));
      const recent = [0, 1, 2].map((back) => {
        const month = reference.subtract({ months: back });
        return dayOf(month.year, month.month, Number(d));
      });
      const day = own ?? recent.find((r) => r !== null && r.until(reference).sign >= 0) ?? null;
      return day === null
        ? null
        : { day, precision: 'day', doubt: own === null ? 'assumedMonth' : null, part: null, isRelative: false };
    },
  },
  {
    pattern: new RegExp(
      `(?:(${YEAR})年|(今年|去年|前年|(?<!\\d)\\d{2,3}年))?\\s?(?<![\\d.个第])(${N})\\s?月(?:份|初|中旬|中(?!午)|底|末|上旬|下旬)?(?![\\d日号饼球])`,
      'g',
    ),
    read: ([y, which, m], context) => {
      const found =
        y === ''
          ? inYear(which ?? '', chineseNumber(m ?? ''), 1, context)
          : exact(chineseNumber(y ?? ''), chineseNumber(m ?? ''), 1);
      return found === null ? null : { ...found, precision: 'month', doubt: 'monthOnly' };
    },
  },
  {
    pattern: new RegExp(`\\b(?:in|since|during|last)\\s${MONTH}\\b(?:\\s((?:19|20)\\d{2}))?(?!\\s\\d)`, 'g'),
    read: ([m, y], context) => {
      const found = english(m ?? '', 1, y ?? '', context);
      return found === null ? null : { ...found, precision: 'month', doubt: 'monthOnly' };
    },
  },
];

function exact(year: number | null, month: number | null, day: number | null): DayReading | null {
  const found = year === null || month === null || day === null ? null : dayOf(year, month, day);
  return found === null ? null : { day: found, precision: 'day', doubt: null, part: null, isRelative: false };
}

function relative(day: Temporal.PlainDate, part: string | null): DayReading {
  return { day, precision: 'day', doubt: null, part, isRelative: true };
}

/** A month and day whose year is said in words or not at all; then the latest such day is meant, and a far one is doubted. */
function inYear(
  words: string,
  month: number | null,
  day: number | null,
  { reference, language }: DayContext,
): DayReading | null {
  if (month === null || day === null) return null;
  const republican = /^(?:9\d|1[0-4]\d)年/.exec(words)?.[0];
  if (republican !== undefined && (republican.length > 3 || language === 'zh-TW'))
    return language === 'zh-TW' ? exact(1911 + Number.parseInt(republican, 10), month, day) : null;
  const said = { 今年: 0, 去年: 1, 上年: 1, 前年: 2 }[words];
  if (said !== undefined) return exact(reference.year - said, month, day);
  if (words !== '') return exact(2000 + Number(words.slice(0, 2)), month, day);
  // A deadline the customer sets lies ahead: up to two months after the letter belong to the coming days, not to last year.
  const found = latestDay(month, day, reference.add({ days: 62 }));
  if (found === null) return null;
  const isFar = found.until(reference, { largestUnit: 'day' }).days > 183;
  return { day: found, precision: 'day', doubt: isFar ? 'assumedYear' : null, part: null, isRelative: false };
}

function english(month: string, day: number, year: string, context: DayContext): DayReading | null {
  const at = MONTHS.indexOf(month.slice(0, 3)) + 1;
  return year === '' ? inYear('', at, day, context) : exact(Number(year), at, day);
}

/** `4/5`: month first in Chinese and in the United States; elsewhere in doubt unless one number is over twelve. */
function monthAndDay(
  a: number,
  b: number,
  context: DayContext,
  find: (month: number, day: number) => Temporal.PlainDate | null,
): DayReading | null {
  const monthFirst = a > 12 ? false : b > 12 ? true : (context.isMonthFirst ?? false);
  const day = monthFirst ? find(a, b) : find(b, a);
  if (day === null) return null;
  const isOpen = context.isMonthFirst === null && a <= 12 && b <= 12 && a !== b;
  return { day, precision: 'day', doubt: isOpen ? 'ambiguousDate' : null, part: null, isRelative: false };
}

function lastWeekday(target: number, reference: Temporal.PlainDate): Temporal.PlainDate {
  return reference.subtract({ days: (reference.dayOfWeek - target + 7) % 7 });
}
