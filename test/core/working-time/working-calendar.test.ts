import { describe, expect, it } from 'vitest';
import { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { CHINA_OFFICE } from './calendars.ts';

const accepts = (change: object) => WorkingCalendar.safeParse({ ...CHINA_OFFICE, ...change }).success;
const windows = (...spans: [string, string][]) => ({ makeUpWindows: spans.map(([from, to]) => ({ from, to })) });

describe('a working calendar as a person may write it', () => {
  it('is accepted with zones that the platform knows', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ zone: 'Asia/Taipei' })).toBe(true);
    expect(accepts({ zone: 'Asia/Atlantis' })).toBe(false);
    expect(accepts({ zone: '' })).toBe(false);
  });

  it('has windows in order, apart from each other, within the day', () => {
    expect(accepts(windows(['00:00', '24:00']))).toBe(true);
    expect(accepts(windows(['09:00', '12:00'], ['12:00', '18:00']))).toBe(true);
    expect(accepts(windows(['09:00', '12:00'], ['11:00', '18:00']))).toBe(false);
    expect(accepts(windows(['13:00', '18:00'], ['09:00', '12:00']))).toBe(false);
    expect(accepts(windows(['22:00', '06:00']))).toBe(false);
    expect(accepts(windows(['09:00', '24:01']))).toBe(false);
  });

  it('refuses what it does not know, and dates that are none', () => {
    expect(accepts({ lunch: true })).toBe(false);
    expect(accepts({ overrides: [{ date: '2026-02-30', windows: [], note: '' }] })).toBe(false);
  });
});
