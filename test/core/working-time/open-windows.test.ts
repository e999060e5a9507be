import { describe, expect, it } from 'vitest';
import { openDaysAfter, provisionalFrom } from '../../../core/working-time/open-windows.ts';
import { UNPUBLISHED_FROM } from '../../../core/working-time/official-days.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { toEpoch, wallClock } from '../../../core/working-time/zoned-time.ts';
import { CHINA_OFFICE, CLOSED } from './calendars.ts';

function firstDays(calendar: WorkingCalendar, after: string, count: number) {
  const days: [string, string, string][] = [];
  for (const { plan, spans } of openDaysAfter(calendar, toEpoch(after))) {
    const hours = spans.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(' ');
    days.push([plan.date, plan.reason, hours]);
    if (days.length === count) break;
  }
  return days;

  function clock(epoch: number) {
    return wallClock(epoch, calendar.zone).slice(11);
  }
}

describe('open days after a moment', () => {
  it('begins with what is left of the day and names why each date is open or closed', () => {
    expect(firstDays(CHINA_OFFICE, '2026-02-13T14:00:00+08:00', 4)).toEqual([
      ['2026-02-13', 'week', '14:00-18:00'],
      ['2026-02-14', 'makeUp', '09:00-12:00 13:30-18:00'],
      ['2026-02-15', 'holiday', ''],
      ['2026-02-16', 'holiday', ''],
    ]);
  });

  it('lets an override open a holiday, close a workday or shorten it; the last one of a date wins', () => {
    const half = [{ from: '09:00', to: '12:00' }];
    const overrides = [
      { date: '2026-10-01', windows: [], note: 'first thought' },
      { date: '2026-10-01', windows: half, note: 'on duty' },
      { date: '2026-10-08', windows: [], note: '' },
    ];
    const calendar = { ...CHINA_OFFICE, overrides };
    expect(firstDays(calendar, '2026-10-01T00:00:00+08:00', 1)).toEqual([['2026-10-01', 'override', '09:00-12:00']]);
    expect(firstDays(calendar, '2026-10-08T00:00:00+08:00', 1)).toEqual([['2026-10-08', 'override', '']]);
  });

  it('ends for a calendar that never opens', () => {
    expect([...openDaysAfter(CLOSED, 0)]).toHaveLength(1);
  });

  it('goes as far as the last override of a calendar with no weekly hours, and no further', () => {
    const overrides = [{ date: '2026-03-05', windows: [{ from: '10:00', to: '11:00' }], note: 'stock-taking' }];
    const days = [...openDaysAfter({ ...CLOSED, overrides }, toEpoch('2026-03-03T00:00:00+08:00'))];
    expect(days.map(({ plan }) => plan.date)).toEqual(['2026-03-03', '2026-03-04', '2026-03-05']);
  });

  it('is provisional from where the official days end, unless it follows none', () => {
    expect(provisionalFrom(CHINA_OFFICE)).toBe(UNPUBLISHED_FROM);
    expect(provisionalFrom(CLOSED)).toBeNull();
  });
});
