import { describe, expect, it } from 'vitest';
import { isSameTime, readResolvedTime, readWrittenTime } from './written-time.ts';

describe('a date as gold writes it', () => {
  it.each([
    ['2019/6/26 10:51:41', '2019-06-26', '10:51'],
    ['2024-03-20T09:30:00', '2024-03-20', '09:30'],
    ['2019年12月23日', '2019-12-23', null],
    ['20200313', '2020-03-13', null],
    ['23 May 2026', '2026-05-23', null],
    ['3rd of June, 2026', '2026-06-03', null],
    ['January 3, 2025', '2025-01-03', null],
    ['March 14 2026 3:05 pm', '2026-03-14', '15:05'],
    ['12:10 am, 2026-03-14', '2026-03-14', '00:10'],
    ['民國115年3月10日', '2026-03-10', null],
  ])('%s', (words, date, clock) => {
    expect(readWrittenTime(words)).toEqual({ date, clock });
  });

  it.each(['昨天', '6月份', '3月5日', 'last Tuesday', 'May 2026', '', '13800138000'])('is not whole in %j', (words) => {
    expect(readWrittenTime(words)).toBeNull();
  });
});

describe('a resolved time', () => {
  it.each([
    ['2026-03-25', '2026-03-25', null],
    ['2026-03-25T23:00', '2026-03-25', '23:00'],
    ['2026-03-25 23:00:10', '2026-03-25', '23:00'],
    ['2026-03', '2026-03', null],
  ])('%s', (text, date, clock) => {
    expect(readResolvedTime(text)).toEqual({ date, clock });
  });

  it('is nothing else', () => {
    expect(readResolvedTime('yesterday')).toBeNull();
  });

  it.each([
    ['the day', '2026-03-25', '2026-03-25', true],
    ['the day, read with a time', '2026-03-25T23:10:00+08:00', '2026-03-25', true],
    ['day and time', '2026-03-25T23:10:00+08:00', '2026-03-25T23:10', true],
    ['another time', '2026-03-25T11:10:00+08:00', '2026-03-25T23:10', false],
    ['no time', '2026-03-25', '2026-03-25T23:10', false],
    ['another day', '2026-03-26', '2026-03-25', false],
    ['the month', '2026-03-01', '2026-03', true],
  ])('is met or not by %s', (_, value, gold, isSame) => {
    const time = readResolvedTime(gold);
    expect(time !== null && isSameTime(value, time)).toBe(isSame);
  });
});
