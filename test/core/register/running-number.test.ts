import { describe, expect, it } from 'vitest';
import { runningNumbers } from '../../../core/register/running-number.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';

type Row = [CellValue, string | null];
const run = (day: string | null, from: number, to: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, at) => [from + at, day]);

describe('the running number of a new row', () => {
  it.each<[string, Row[], string | null, number | null]>([
    ['continues a series over years', [...run('2025-06-01', 1, 50), ...run('2026-02-01', 51, 60)], '2027-01-04', 61],
    ['continues within the year', [...run('2025-06-01', 1, 50), ...run('2026-02-01', 1, 3)], '2026-03-01', 4],
    ['of an earlier year continues there', [...run('2025-06-01', 1, 50), ...run('2026-02-01', 1, 3)], '2025-12-30', 51],
    [
      'begins a year where years begin anew',
      [...run('2025-06-01', 1, 50), ...run('2026-02-01', 1, 3)],
      '2027-01-04',
      1,
    ],
    ['continues within the month', [...run('2026-01-05', 1, 9), ...run('2026-02-05', 1, 2)], '2026-02-09', 3],
    [
      'begins a month where months begin anew',
      [...run('2026-01-05', 1, 9), ...run('2026-02-05', 1, 2)],
      '2026-03-02',
      1,
    ],
    ['continues past a number given twice', [...run('2026-01-05', 1, 9), [9, '2026-01-06']], '2026-02-09', 10],
    ['continues into another month of one year', run('2026-01-05', 1, 9), '2026-02-09', 10],
    ['is left out in the first row of a second year', run('2026-01-05', 1, 9), '2027-01-04', null],
    ['is left out where series begin anew without days', [...run(null, 1, 9), ...run(null, 1, 9)], '2026-02-09', null],
    ['continues without days', run(null, 1, 9), '2026-02-09', 10],
    [
      'is left out without a day where years begin anew',
      [...run('2025-06-01', 1, 5), ...run('2026-06-01', 1, 5)],
      null,
      null,
    ],
    [
      'is left out where the column does not count',
      [
        ['A-1', '2026-01-05'],
        ['A-2', '2026-01-05'],
        [3, null],
      ],
      '2026-02-01',
      null,
    ],
  ])('%s', (_, rows, day, number) => {
    const give = runningNumbers(
      rows.map(([value]) => value),
      rows.map(([, at]) => at),
    );
    expect(give(day, [])).toBe(number);
  });

  it('goes on over the new rows above that are of its series', () => {
    const rows = [...run('2025-06-01', 1, 50), ...run('2026-02-01', 1, 3)];
    const give = runningNumbers(
      rows.map(([value]) => value),
      rows.map(([, at]) => at),
    );
    expect(give('2026-03-02', ['2026-03-01', '2025-12-31', null])).toBe(5);
  });
});
