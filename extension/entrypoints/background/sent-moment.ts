import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { findDates } from '../../../core/extract/find-dates.ts';
import { foldText } from '../../../core/text/fold-text.ts';

/** The form of mail headers, which names its own zone. */
const MAIL_DATE = /^([A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(:\d\d)? [+-]\d{4}/;
/** A zone that the words name by its distance from UTC, which is the same all the year. */
const NAMED_ZONE = /\(?\b(?:UTC|GMT)\b\)?(?![+-]\d)|\(?(?:UTC|GMT)?([+-]\d\d):?(\d\d)\)?(?![\d-])/;
/** Other zones in the words: their distance from UTC changes with the season, or they mean several. */
const OTHER_ZONE = /\b(Z|[ECMP][SD]T|CES?T|BST|JST|IST)\b/;
/** What is said again beside the date: the weekday, how long ago. */
const ASIDE = /[(（][^()（）]*[)）]/g;
/** A weekday alone, as pages write the last seven days. */
const WEEKDAY_TIME = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? (\d{1,2}:\d\d)$/;
const WEEKDAYS: Record<string, string> = {
  Mon: '周一',
  Tue: '周二',
  Wed: '周三',
  Thu: '周四',
  Fri: '周五',
  Sat: '周六',
  Sun: '周日',
};

/**
 * Many pages show a date only in words, without a machine-readable form. Where these words name one moment beyond doubt,
 * that is when the message was sent; otherwise it stays unknown, and the draft says so.
 */
export function withSentMoment(capture: PageCapture): PageCapture {
  if (capture.sentAt !== null || capture.sentAtText === null) return capture;
  const sentAt = momentIn(capture.sentAtText.trim(), capture.capturedAt, capture.zone);
  return { ...capture, sentAt };
}

function momentIn(words: string, writtenAt: string, zone: string): string | null {
  const header = MAIL_DATE.exec(words)?.[0];
  if (header !== undefined) return new Date(header).toISOString();
  const named = NAMED_ZONE.exec(words.replace(/\d{4}-\d\d-\d\d/g, (day) => ' '.repeat(day.length)));
  const bare = named === null ? words : `${words.slice(0, named.index)}${words.slice(named.index + named[0].length)}`;
  if (OTHER_ZONE.test(bare)) return null;
  const inZone = named === null ? zone : named[1] === undefined ? 'UTC' : `${named[1]}:${named[2] ?? '00'}`;
  const plain = bare
    .replace(ASIDE, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(WEEKDAY_TIME, (_, day: string, time: string) => `${WEEKDAYS[day] ?? day} ${time}`);
  const language = /\p{Script=Han}/u.test(plain) ? 'zh-CN' : 'en';
  const [date, ...others] = findDates(foldText(plain).folded, { writtenAt, zone: inZone, language });
  return date?.doubt === null && others.length === 0 && date.hasTime ? date.value : null;
}
