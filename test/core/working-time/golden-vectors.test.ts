import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import { addWorkingMinutes } from '../../../core/working-time/add-working-minutes.ts';
import { CHINA_OFFICE } from './calendars.ts';

/** Worked by hand from the State Council's notices of 2025 and 2026. */
const MINUTES = [
  { id: 'V1', from: '2026-02-13T17:30', minutes: 60, due: '2026-02-14T09:30', why: 'Saturday is a make-up workday' },
  { id: 'V2', from: '2026-09-20T10:00', minutes: 60, due: '2026-09-20T11:00', why: 'Sunday is a make-up workday' },
  { id: 'V3', from: '2026-10-10T10:00', minutes: 60, due: '2026-10-10T11:00', why: 'Saturday is a make-up workday' },
  { id: 'V4', from: '2026-03-03T11:40', minutes: 60, due: '2026-03-03T14:10', why: 'lunch lies between' },
  {
    id: 'V5',
    from: '2026-03-03T20:00',
    minutes: 60,
    due: '2026-03-04T10:00',
    why: 'the clock starts at the next opening',
  },
  {
    id: 'V6',
    from: '2026-09-30T17:50',
    minutes: 1440,
    due: '2026-10-12T10:20',
    why: 'National Day, then a make-up Saturday',
  },
];

const DAYS = [
  { id: 'V8', from: '2026-09-17', days: 3, due: '2026-09-21', why: 'the Sunday is a make-up workday' },
  { id: 'V9', from: '2026-02-12', days: 2, due: '2026-02-14', why: 'the Saturday is a make-up workday' },
  { id: 'V10', from: '2025-12-31', days: 1, due: '2026-01-04', why: 'the first workday of 2026 is a Sunday' },
  { id: 'V11', from: '2026-09-30', days: 3, due: '2026-10-10', why: 'eight days of National Day, then a Saturday' },
];

describe('golden vectors', () => {
  it.each(MINUTES)('$id: $minutes working minutes from $from end at $due ($why)', ({ from, minutes, due }) => {
    const walk = addWorkingMinutes(CHINA_OFFICE, `${from}:00+08:00`, minutes);
    expect(walk).toMatchObject({ ok: true, value: { dueAt: `${due}:00+08:00`, isProvisional: false } });
  });

  it.each(DAYS)('$id: $days working days from $from end on $due ($why)', ({ from, days, due }) => {
    const walk = addWorkingDays(CHINA_OFFICE, from, days, 'nextDay');
    expect(walk).toMatchObject({ ok: true, value: { dueAt: `${due}T18:00:00+08:00`, isProvisional: false } });
  });

  it('V1 would be ten days late if make-up days were ignored', () => {
    const walk = addWorkingMinutes({ ...CHINA_OFFICE, makeUpWindows: [] }, '2026-02-13T17:30:00+08:00', 60);
    expect(walk).toMatchObject({ ok: true, value: { dueAt: '2026-02-24T09:30:00+08:00' } });
  });
});
