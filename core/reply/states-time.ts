import type { Moment } from '../complaint/moment.ts';
import { foldText } from '../text/fold-text.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';

/**
 * Whether a draft states a moment, to the minute, in one of the ways in which people write it: 2026年3月3日10:00,
 * 3月3日（周二）上午10点, 三月三日下午两点半, 2026-03-03 10:00, 3 March, 10 am, 10:00 on March 3. The year may be left out, not be another.
 * A moment at the very end of a day is stated by the day alone. “Tomorrow” and “within two hours” state nothing that can be checked.
 */
export function statesTime(draft: string, at: Moment, zone: string): boolean {
  const [day = '', clock = ''] = wallClock(toEpoch(at), zone).split(' ');
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const text = foldText(draft).folded.toLowerCase();
  const chinese = chineseDay(year, month, date);
  const english = englishDay(year, month, date);
  const times = [chineseTime(hour, minute), englishTime(hour, minute)].join('|');
  const patterns = [
    `${chinese}${WEEKDAY}[\\s,t]*(?:的|at)?\\s*(?:${times})`,
    `${english}[\\s,]*(?:at\\s+)?(?:${times})`,
    `(?<![\\d:])(?:${englishTime(hour, minute)})\\s*,?\\s*(?:on\\s+)?(?:\\w+day,?\\s+)?(?:the\\s+)?${english}`,
  ];
  if (clock === '23:59') {
    const noTime = `(?!${WEEKDAY}[\\s,t]*(?:的|at)?\\s*(?:[上下中凌清早晚傍]|${NUMBER}{1,3}\\s*[:点时]))`;
    patterns.push(`${chinese}(?![日号])${noTime}`, `${english}(?![\\s,]*(?:at\\s+)?\\d{1,2}(?::|\\s*[ap]\\.?m))`);
  }
  return patterns.some((pattern) => new RegExp(pattern, 'u').test(text));
}

const NUMBER = '[\\d零〇一二两三四五六七八九十]';
const WEEKDAY = '(?:\\s*\\(?(?:星期|周|礼拜)[一二三四五六日天]\\)?)?';
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
];

function chineseDay(year: number, month: number, date: number): string {
  const withYear = `(?<!\\d)(?:${year}|${year % 100})\\s*[年./-]\\s*`;
  const withoutYear = `(?<!${NUMBER}|[年./-]\\s{0,2})`;
  return `(?:${withYear}|${withoutYear})${number(month)}\\s*[月./-]\\s*${number(date)}(?!${NUMBER})\\s*[日号]?`;
}

function englishDay(year: number, month: number, date: number): string {
  const name = MONTHS[month - 1] ?? '';
  const named = `(?:${name}|${name.slice(0, 3)}\\.?|${name.slice(0, 4)}\\.?)(?![a-z])`;
  const numbered = `(?<!\\d)${date}(?:st|nd|rd|th)?(?!\\d)`;
  const inYear = `(?:,?\\s*${year}(?!\\d)|(?!,?\\s*\\d{4}))`;
  return `(?:${numbered}\\s*(?:of\\s+)?${named}${inYear}|${named}\\s*${numbered}${inYear})`;
}

/** By the 24-hour clock, with the part of the day or without; else the part of the day tells which half is meant. */
function chineseTime(hour: number, minute: number): string {
  const parts = hour < 12 ? '上午|早上|早晨|凌晨|清晨' : hour < 14 ? '下午|中午' : '下午|傍晚|晚上|晚';
  const minutes = minutesAfter(minute);
  const written = `:\\s*${pad(minute)}(?!\\d)(?!\\s*[ap]\\.?m)|\\s*[点时]${minutes}`;
  const whole = `(?:(?:${parts})\\s*)?${number(hour)}(?:${written})`;
  return hour > 12 ? `${whole}|(?:${parts})\\s*${number(hour - 12)}(?:${written})` : whole;
}

function minutesAfter(minute: number): string {
  if (minute === 0) return `(?:整|钟|\\s*(?:00?|零)\\s*分)?(?!\\s*(?:${NUMBER}|半))`;
  const half = minute === 30 ? '|半' : '';
  return `\\s*(?:(?:${pad(minute)}|${number(minute)})(?!${NUMBER})\\s*分?${half})`;
}

function englishTime(hour: number, minute: number): string {
  const half = hour < 12 ? 'a' : 'p';
  const hours = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '(?::00)?' : `:${pad(minute)}`;
  return `(?<!\\d)0?${hour}:${pad(minute)}(?!\\d)(?!\\s*[ap]\\.?m)|(?<!\\d)0?${hours}${minutes}\\s*${half}\\.?m\\b`;
}

/** A number of up to two digits, in Arabic or Chinese figures. */
function number(value: number): string {
  const chinese = chineseFigures(value);
  return `(?:0?${value}|${value === 2 ? '[二两]' : chinese})`;
}

const DIGITS = '零一二三四五六七八九';

function chineseFigures(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const last = ones === 0 && tens > 0 ? '' : (DIGITS[ones] ?? '');
  return tens === 0 ? last : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${last}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
