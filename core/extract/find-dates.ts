import { DAY_PATTERNS } from './day-patterns.ts';
import type { DayContext, DayReading } from './day-patterns.ts';
import { chineseTimeAfter, englishTimeAfter, englishTimeBefore } from './find-time-of-day.ts';
import { localDay, momentOn } from './local-day.ts';

/** A date as it stands in folded text. */
export interface DateMention {
  start: number;
  end: number;
  /** A day, or a moment in the zone when a time of day is said: never a time that nobody wrote. */
  value: string;
  hasTime: boolean;
  /** The writer said at least the part of the day (下午). */
  hasPart: boolean;
  precision: 'day' | 'month';
  isRelative: boolean;
  doubt: string | null;
}

export interface DateSetting {
  writtenAt: string;
  zone: string;
  language: 'zh-CN' | 'zh-TW' | 'en';
}

/**
 * All dates in a folded text, in order: absolute ones in many forms (2026年3月5日, 3/5, 115年3月10日, 5 March), and words
 * that count from the day of the letter (昨天下午3点, 上周五, last Friday). Missing years are the latest that fit.
 */
export function findDates(folded: string, setting: DateSetting): DateMention[] {
  const context: DayContext = {
    reference: localDay(setting.writtenAt, setting.zone),
    language: setting.language,
    isMonthFirst: setting.language !== 'en' || setting.zone.startsWith('America/') ? true : null,
    lastMonth: null,
    lastDay: null,
  };
  const mentions: DateMention[] = [];
  for (const { start, end, read } of rawDates(folded)) {
    const previous = mentions.at(-1);
    if (previous !== undefined && start < previous.end) continue;
    const reading = read(context);
    if (reading === null) continue;
    context.lastMonth = { year: reading.day.year, month: reading.day.month };
    context.lastDay = reading.day;
    const mention = withTime(folded, start, end, reading, setting);
    if (previous !== undefined && explains(folded, previous, mention))
      mentions[mentions.length - 1] = merge(folded, previous, mention, setting);
    else mentions.push(mention);
  }
  return mentions;
}

interface RawDate {
  start: number;
  end: number;
  read: (context: DayContext) => DayReading | null;
}

function rawDates(folded: string): RawDate[] {
  const raw: (RawDate & { rank: number })[] = [];
  DAY_PATTERNS.forEach(({ pattern, read }, rank) => {
    for (const match of folded.matchAll(pattern)) {
      const groups = match.slice(1).map((group: string | undefined) => group ?? '');
      const end = match.index + match[0].trimEnd().length;
      raw.push({ start: match.index, end, rank, read: (context) => read(groups, context) });
    }
  });
  return raw.sort((a, b) => a.start - b.start || a.rank - b.rank);
}

function withTime(folded: string, start: number, end: number, reading: DayReading, setting: DateSetting): DateMention {
  const after = folded.slice(end, end + 60);
  const readAfter = setting.language === 'en' ? englishTimeAfter : chineseTimeAfter;
  const time =
    reading.precision === 'month' ? null : (readAfter(after, reading.part) ?? englishTimeAfter(after, reading.part));
  const before =
    setting.language === 'en' && time === null
      ? englishTimeBefore(folded.slice(Math.max(0, start - 45), start), reading.part)
      : null;
  const clock = time?.time ?? before?.time ?? null;
  const day = reading.day.toString();
  return {
    start: start - (before?.length ?? 0),
    end: end + (time?.length ?? 0),
    value: clock === null ? day : momentOn(day, clock, setting.zone),
    hasTime: clock !== null,
    hasPart: time !== null || before !== null || reading.part !== null,
    precision: reading.precision,
    isRelative: reading.isRelative,
    doubt: reading.doubt ?? time?.doubt ?? null,
  };
}

/** `昨天(5/3)晚上`: the second date stands in brackets behind the first and says it more exactly. */
function explains(folded: string, first: DateMention, second: DateMention): boolean {
  return /^\s?\(\s?$/.test(folded.slice(first.end, second.start)) && !first.hasTime;
}

function merge(folded: string, first: DateMention, second: DateMention, setting: DateSetting): DateMention {
  const bracket = /^\s?\)/.exec(folded.slice(second.end))?.[0].length ?? 0;
  const end = second.end + bracket;
  const time = second.hasTime ? null : chineseTimeAfter(folded.slice(end, end + 60), null);
  const clock = time?.time ?? null;
  const value = clock === null ? second.value : momentOn(second.value, clock, setting.zone);
  return {
    ...second,
    start: first.start,
    end: end + (time?.length ?? 0),
    value,
    hasTime: second.hasTime || clock !== null,
    hasPart: first.hasPart || second.hasPart || time !== null,
    isRelative: true,
    doubt: null,
  };
}
