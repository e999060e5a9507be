import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellingTime } from '../../../core/deadline/telling-time.ts';
import { openDayOf } from '../../../core/working-time/open-windows.ts';
import { dayAt } from '../../../core/working-time/zoned-time.ts';
import { CHINA_OFFICE, CLOSED } from '../working-time/calendars.ts';
import { shanghai } from './tracked-pack.ts';

const tell = (at: string, latest: string | null, earliest: string | null = null) =>
  tellingTime(CHINA_OFFICE, {
    at: shanghai(at),
    latest: latest === null ? null : shanghai(latest),
    earliest: earliest === null ? null : shanghai(earliest),
  });

describe('when people are told', () => {
  it.each([
    ['in working time: at once', '03-03 10:00', '03-03 12:00', null, '03-03 10:00'],
    ['at lunch: after it', '03-03 12:30', '03-03 15:00', null, '03-03 13:30'],
    ['at lunch, due at lunch: before it', '03-03 12:30', '03-03 13:00', null, '03-03 11:30'],
    ['at night: in the morning', '03-03 22:00', '03-04 11:00', null, '03-04 09:00'],
    ['at night, due before opening: before closing', '03-03 22:00', '03-04 08:00', null, '03-03 17:30'],
    ['on Saturday, due on Sunday: on Friday before closing', '03-07 10:00', '03-08 10:00', null, '03-06 17:30'],
    ['before a long holiday: before it', '10-03 10:00', '10-04 10:00', null, '09-30 17:30'],
    ['on a make-up Saturday: at once', '02-14 10:00', '02-14 12:00', null, '02-14 10:00'],
    ['not before it began', '03-03 22:00', '03-04 08:00', '03-03 17:45', '03-03 17:45'],
    [
      'begun after closing: at the next opening all the same',
      '03-03 22:00',
      '03-04 08:00',
      '03-03 19:00',
      '03-04 09:00',
    ],
    ['with nothing to be early for: at the next opening', '03-07 10:00', null, null, '03-09 09:00'],
    ['at closing time it is closed', '03-03 18:00', null, null, '03-04 09:00'],
    ['at opening time it is open', '03-03 09:00', null, null, '03-03 09:00'],
  ])('%s', (_, at, latest, earliest, expected) => {
    expect(tell(at, latest, earliest)).toBe(shanghai(expected));
  });

  it('at the time itself where it never opens', () => {
    expect(tellingTime(CLOSED, { at: shanghai('03-03 22:00'), latest: null, earliest: null })).toBe(
      shanghai('03-03 22:00'),
    );
  });

  it('always in working time', () => {
    const minute = fc.integer({ min: 0, max: 365 * 1440 });
    const at = (m: number) => new Date(Date.parse('2026-01-01T00:00:00+08:00') + m * 60_000).toISOString();
    fc.assert(
      fc.property(minute, fc.option(fc.integer({ min: 0, max: 5000 })), (wanted, room) => {
        const told = Date.parse(
          tellingTime(CHINA_OFFICE, {
            at: at(wanted),
            latest: room === null ? null : at(wanted + room),
            earliest: null,
          }),
        );
        const { spans } = openDayOf(CHINA_OFFICE, dayAt(told, CHINA_OFFICE.zone));
        expect(spans.some(({ from, to }) => from <= told && told < to)).toBe(true);
      }),
    );
  });
});
