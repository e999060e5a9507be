import { describe, expect, it } from 'vitest';
import { readTime } from '../../../core/deadline/read-time.ts';

describe('a time as the record holds it', () => {
  it('that is not there is missing, and an empty cell is not the same', () => {
    expect(readTime(undefined)).toEqual({ kind: 'missing' });
    expect(readTime('')).toEqual({ kind: 'unreadable', text: '' });
  });

  it.each([
    ['a day', '2026-03-03'],
    ['a moment to the minute', '2026-03-03T09:00+08:00'],
    ['a moment to the second', '2026-03-03T09:00:15+08:00'],
    ['a moment in world time', '2026-03-03T01:00:00Z'],
    ['a leap day', '2028-02-29'],
    ['the first day that counts', '1970-01-01'],
    ['the last day that counts', '2199-12-31'],
  ])('%s is known, as it stands', (_, text) => {
    expect(readTime(text)).toEqual({ kind: 'known', at: text });
  });

  it.each([
    ['a year with a slip of the finger', '0206-03-01'],
    ['a year too early', '1969-12-31'],
    ['a year too late', '2200-01-01'],
    ['a moment in a year too late', '2200-01-01T00:00:00+08:00'],
    ['a day that no month has', '2026-02-30'],
    ['29 February of a common year', '2026-02-29'],
    ['a time without a zone, which may be anywhere', '2026-03-03T09:00'],
    ['a date as it is written in a letter', '2026年3月3日'],
    ['a date with slashes', '2026/3/3'],
    ['a number of a sheet', '46084'],
    ['words', '客户来电当天'],
    ['a formula', '=TODAY()'],
    ['blanks around a day', ' 2026-03-03'],
  ])('%s is unreadable, and its text is kept for the question', (_, text) => {
    expect(readTime(text)).toEqual({ kind: 'unreadable', text });
  });
});
