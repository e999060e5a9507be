import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { writeTimeLike } from '../../../core/register/write-time-like.ts';

const MOMENT = '2026-03-05T02:15:00Z';
const write = (value: string, samples: CellValue[], rest = {}) =>
  writeTimeLike(value, { samples, part: 'whole', zone: 'Asia/Shanghai', date1904: false, ...rest });

describe('a time in the manner of its column', () => {
  it.each<[string, string, CellValue[], string | number]>([
    ['true dates', MOMENT, [46000, 46001.5, ''], 46086 + 615 / 1440],
    ['true dates, day only', '2026-03-05', [46000], 46086],
    ['nothing yet', '2026-03-05', ['', ''], 46086],
    ['mostly true dates', '2026-03-05', [46000, 46001, '昨天'], 46086],
    ['numbers like 20260101', '2026-03-05', [20260101, 20260102], 20260305],
    ['numbers like 20260101, with an hour', MOMENT, [20260101], '20260305 10:15'],
    ['2026.3.5', '2026-03-05', ['2026.1.2', '2026.1.12'], '2026.3.5'],
    ['2026.03.05', '2026-03-05', ['2026.01.02'], '2026.03.05'],
    ['2026/3/5 with an hour', MOMENT, ['2026/1/2'], '2026/3/5 10:15'],
    ['2026年3月5日', '2026-03-05', ['2026年1月2日'], '2026年3月5日'],
    ['full-width digits', '2026-03-05', ['２０２６.１.２'], '2026.3.5'],
    ['ROC years', '2026-03-05', ['115/01/02'], '115/03/05'],
    ['ROC years with their era', '2026-03-05', ['民國115年1月2日'], '民國115年3月5日'],
    ['day first', '2026-03-05', ['13/01/2026', '14/01/2026'], '05/03/2026'],
    ['month first', '2026-03-05', ['1/13/2026'], '3/5/2026'],
    ['day or month first, nobody knows', '2026-03-05', ['1/2/2026'], '2026-03-05'],
    ['no manner at all', MOMENT, ['上周', '昨天下午'], '2026-03-05 10:15'],
  ])('%s', (_, value, samples, expected) => {
    expect(write(value, samples)).toBe(expected);
  });

  it('counts from 1904 where the workbook does', () => {
    expect(write('2026-03-05', [44000], { date1904: true })).toBe(46086 - 1462);
  });

  it('splits a moment over a column of days and one of times', () => {
    expect(write(MOMENT, [46000], { part: 'date' })).toBe(46086);
    expect(write(MOMENT, [0.5], { part: 'time' })).toBe(615 / 1440);
    expect(write(MOMENT, ['9:00'], { part: 'time' })).toBe('10:15');
    expect(write('2026-03-05', [0.5], { part: 'time' })).toBe('');
  });
});
