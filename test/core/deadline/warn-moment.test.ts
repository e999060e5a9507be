import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { warnMoment } from '../../../core/deadline/warn-moment.ts';
import { shanghai } from './tracked-pack.ts';

describe('from when a deadline counts as due soon', () => {
  it.each<[string, string, string | null, number, string]>([
    ['half an hour before', '03-03 16:00', '03-03 09:00', 30, '03-03 15:30'],
    ['a day before, over the weekend too: minutes of the clock', '03-09 09:00', '03-02 09:00', 1440, '03-08 09:00'],
    ['of a short target from its first minute', '03-03 09:20', '03-03 09:00', 30, '03-03 09:00'],
    ['of a target as long as its warning from its first minute', '03-03 09:30', '03-03 09:00', 30, '03-03 09:00'],
    ['of a start of which only the day is known as wanted', '03-03 09:20', '03-03', 600, '03-02 23:20'],
    ['without a start as wanted', '03-03 16:00', null, 90, '03-03 14:30'],
  ])('%s', (_, dueAt, startedAt, minutes, expected) => {
    const start = startedAt === null ? null : shanghai(startedAt);
    expect(warnMoment(shanghai(dueAt), start, minutes, 'Asia/Shanghai')).toBe(shanghai(expected));
  });

  it('is written with the offset of the place, whatever offset the due time came with', () => {
    expect(warnMoment('2026-03-03T08:00:00Z', null, 30, 'Asia/Shanghai')).toBe('2026-03-03T15:30:00+08:00');
  });

  it('stays the right length over a change of the clock', () => {
    // New York puts its clocks forward on 2026-03-08 at two.
    expect(warnMoment('2026-03-08T04:00:00-04:00', null, 120, 'America/New_York')).toBe('2026-03-08T01:00:00-05:00');
  });

  it('lies between start and due time, and is never nearer than asked for unless the start is', () => {
    const minute = fc.integer({ min: 0, max: 60 * 1440 });
    const at = (m: number) => new Date(Date.parse('2026-01-01T00:00:00Z') + m * 60_000).toISOString();
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 1, max: 20_000 }), (start, length, minutes) => {
        const [from, due] = [Date.parse(at(start)), Date.parse(at(start + length))];
        const warn = Date.parse(warnMoment(at(start + length), at(start), minutes, 'Asia/Shanghai'));
        expect(warn >= from && warn <= due).toBe(true);
        expect(warn === from || due - warn === minutes * 60_000).toBe(true);
      }),
    );
  });
});
