import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
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

describe('reckoning with whole numbers', () => {
  const zones = fc.constantFrom(
    ...['Asia/Shanghai', 'Europe/London', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Kathmandu'],
    ...['Pacific/Kiritimati', 'Africa/Casablanca', 'America/St_Johns', 'UTC'],
  );
  const anyTime = fc.oneof(
    fc.integer({ min: Date.UTC(1850, 0), max: Date.UTC(2250, 0) }),
    fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2027, 0) }),
    // Around a change of the clock.
    fc.integer({ min: -7_200_000, max: 7_200_000 }).map((ms) => Date.UTC(2026, 2, 29, 1) + ms),
    fc.constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Date.UTC(2011, 11, 30, 10)),
  );
  const two = (count: number) => String(count).padStart(2, '0');
  const days = fc
    .integer({ min: Date.UTC(1850, 0), max: Date.UTC(2250, 0) })
    .map((epoch) => new Date(epoch).toISOString().slice(0, 10));
  const clocks = fc.integer({ min: 0, max: 1439 }).map((at) => `${two(Math.floor(at / 60))}:${two(at % 60)}`);

  it('shows what Temporal shows', () => {
    fc.assert(
      fc.property(anyTime, zones, (epoch, zone) => {
        const at = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
        expect(time.toMoment(epoch, zone)).toBe(at.toString({ smallestUnit: 'second', timeZoneName: 'never' }));
        expect(time.dayAt(epoch, zone)).toBe(at.toPlainDate().toString());
        const clock = at.toPlainDateTime().toString({ smallestUnit: 'minute' });
        expect(time.wallClock(epoch, zone)).toBe(clock.replace('T', ' '));
      }),
      { numRuns: 500 },
    );
  });

  it('reads what Temporal reads, and nothing else', () => {
    const offsets = fc.constantFrom('Z', '+08:00', '-03:30', '+14:00', '-00:00');
    const seconds = fc.constantFrom('', ':07', ':59', ':60', ':07.5', ':07.123456789');
    fc.assert(
      fc.property(days, clocks, seconds, offsets, (day, clock, second, offset) => {
        const moment = `${day}T${clock}${second}${offset}`;
        expect(time.toEpoch(moment)).toBe(Temporal.Instant.from(moment).epochMilliseconds);
      }),
    );
    expect(() => time.toEpoch('2026-02-30T10:00Z')).toThrow(RangeError);
    expect(() => time.toEpoch('0026-02-30T10:00Z')).toThrow(RangeError);
    expect(time.toEpoch('0026-02-10T10:00Z')).toBe(Temporal.Instant.from('0026-02-10T10:00Z').epochMilliseconds);
  });

  it('finds the moment that Temporal finds', () => {
    fc.assert(
      fc.property(
        fc.oneof(days, fc.constantFrom('2026-03-28', '2026-10-25', '2011-12-31')),
        clocks,
        zones,
        (day, clock, zone) => {
          const plain = Temporal.PlainDateTime.from(`${day}T${clock}`);
          const found = plain.toZonedDateTime(zone);
          fc.pre(found.toPlainDateTime().equals(plain));
          expect(time.epochOf(day, clock, zone)).toBe(found.epochMilliseconds);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('steps over days as Temporal does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (day, count) => {
        const date = Temporal.PlainDate.from(day);
        expect(time.addDays(day, count)).toBe(date.add({ days: count }).toString());
        expect(time.weekdayOf(day)).toBe(date.dayOfWeek);
      }),
    );
    expect(() => time.addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => time.weekdayOf('2026-02-30')).toThrow(RangeError);
  });
});
