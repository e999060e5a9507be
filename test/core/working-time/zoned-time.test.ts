import { describe, expect, it } from 'vitest';
import * as time from '../../../core/working-time/zoned-time.ts';

describe('zoned time', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-03', '09:00', '2026-03-03T09:00:00+08:00'],
    ['Asia/Shanghai', '2026-03-03', '24:00', '2026-03-04T00:00:00+08:00'],
    ['Europe/London', '2026-03-29', '01:30', '2026-03-29T02:00:00+01:00'],
    ['Europe/London', '2026-03-29', '01:00', '2026-03-29T02:00:00+01:00'],
    ['Europe/London', '2026-10-25', '01:30', '2026-10-25T01:30:00+01:00'],
    ['America/New_York', '2026-03-08', '02:30', '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-11-01', '01:30', '2026-11-01T01:30:00-04:00'],
    ['Pacific/Apia', '2011-12-30', '00:00', '2011-12-31T00:00:00+14:00'],
    ['Pacific/Apia', '2011-12-30', '09:00', '2011-12-31T00:00:00+14:00'],
    ['Pacific/Apia', '2011-12-30', '24:00', '2011-12-31T00:00:00+14:00'],
  ])('%s: the clock first shows %s %s at %s', (zone, day, clock, moment) => {
    expect(time.toMoment(time.epochOf(day, clock, zone), zone)).toBe(moment);
  });

  it('reads moments with and without seconds, with an offset or Z', () => {
    for (const moment of ['2026-03-03T01:00Z', '2026-03-03T09:00+08:00', '2026-03-02T20:00:00-05:00']) {
      expect(time.wallClock(time.toEpoch(moment), 'Asia/Shanghai')).toBe('2026-03-03 09:00');
    }
  });

  it('gives the day by the wall clock of the zone', () => {
    const moment = time.toEpoch('2026-03-03T20:00:00Z');
    expect(time.dayAt(moment, 'Asia/Shanghai')).toBe('2026-03-04');
    expect(time.dayAt(moment, 'America/New_York')).toBe('2026-03-03');
  });

  it('steps over month ends and leap days', () => {
    expect(time.addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(time.addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(time.weekdayOf('2026-02-14')).toBe(6);
  });

  it('tells known zones from unknown ones', () => {
    expect(time.isKnownZone('Asia/Taipei')).toBe(true);
    expect(time.isKnownZone('Asia/Atlantis')).toBe(false);
  });
});
