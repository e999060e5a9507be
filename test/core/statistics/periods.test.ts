import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeriodKind } from '../../../core/statistics/period.ts';
import {
  daysBetween,
  isIn,
  monthsOf,
  nextPeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
  yearBefore,
} from '../../../core/statistics/periods.ts';
import { addDays } from '../../../core/working-time/zoned-time.ts';

const KINDS: PeriodKind[] = ['week', 'month', 'quarter', 'year'];
const kinds = fc.constantFrom(...KINDS);
const days = fc.integer({ min: 0, max: 80_000 }).map((count) => addDays('1990-01-01', count));

describe('a period', () => {
  it.each([
    ['2024-02-29', 'month', '2024-02', '2024-02-01', '2024-02-29'],
    ['2100-02-28', 'month', '2100-02', '2100-02-01', '2100-02-28'],
    ['2026-12-31', 'quarter', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['2024-02-29', 'quarter', '2024-Q1', '2024-01-01', '2024-03-31'],
    ['2026-07-01', 'year', '2026', '2026-01-01', '2026-12-31'],
    ['2027-01-01', 'week', '2026-W53', '2026-12-28', '2027-01-03'],
    ['2024-12-30', 'week', '2025-W01', '2024-12-30', '2025-01-05'],
    ['2026-02-14', 'week', '2026-W07', '2026-02-09', '2026-02-15'],
  ] as const)('of %s by %s is %s', (day, kind, id, first, last) => {
    expect(periodOf(day, kind)).toEqual({ kind, id, first, last });
  });

  it.each([
    ['2026-01-10', 'month', '2025-12', '2025-01'],
    ['2024-02-29', 'month', '2024-01', '2023-02'],
    ['2026-01-10', 'quarter', '2025-Q4', '2025-Q1'],
    ['2026-05-01', 'year', '2025', '2025'],
    ['2027-01-01', 'week', '2026-W52', '2025-W52'],
    ['2025-12-29', 'week', '2025-W52', '2025-W01'],
    ['2026-02-14', 'week', '2026-W06', '2025-W07'],
  ] as const)('around %s by %s', (day, kind, before, aYearBefore) => {
    const period = periodOf(day, kind);
    expect(previousPeriod(period).id).toBe(before);
    expect(yearBefore(period).id).toBe(aYearBefore);
  });

  it('lies around its day and tiles the years with its like, in order of its name', () => {
    fc.assert(
      fc.property(days, kinds, (day, kind) => {
        const period = periodOf(day, kind);
        expect(isIn(day, period)).toBe(true);
        const next = nextPeriod(period);
        expect(next.first).toBe(addDays(period.last, 1));
        expect(next.id > period.id).toBe(true);
        expect(previousPeriod(next)).toEqual(period);
        expect(periodOf(period.first, kind)).toEqual(period);
        expect(periodOf(period.last, kind)).toEqual(period);
        expect(daysBetween(period.first, addDays(period.last, 1))).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it('stands in a row without a gap', () => {
    expect(periodsBetween('2023-11-30', '2024-03-01', 'month').map(({ id }) => id)).toEqual([
      ...['2023-11', '2023-12', '2024-01', '2024-02', '2024-03'],
    ]);
    expect(periodsBetween('2026-02-02', '2026-02-01', 'week')).toEqual([]);
    expect(monthsOf(periodOf('2024-02-29', 'quarter'))).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(monthsOf(periodOf('2024-02-29', 'week'))).toBeNull();
    expect(isIn(null, periodOf('2024-02-29', 'year'))).toBe(false);
  });
});
