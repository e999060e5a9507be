import { describe, expect, it } from 'vitest';
import { event, milestone, only, packWith, shanghai, track } from './tracked-pack.ts';

const DAYS = packWith(
  milestone({
    id: 'closing',
    targets: { default: { unit: 'calendarDays', amount: 7 }, major: { unit: 'calendarDays', amount: 3 } },
  }),
);
const REPLY = packWith(milestone({ id: 'reply', target: { unit: 'workMinutes', amount: 240 } }));
const RECEIVED = event('received', '03-03 09:00');
const regraded = (at: string) => event('regraded', at, { from: 'general', to: 'major', reason: '批量' });

describe('a ledger that knows only days', () => {
  it('a regrading on the day of receipt is one while the clock ran; on the day before it is none', () => {
    const grades = (at: string) =>
      only(track(DAYS, [event('received', '03-03'), regraded(at)], '03-05 09:00')).gradeHistory.map(
        ({ grade }) => grade,
      );
    expect(grades('03-03')).toEqual(['general', 'major']);
    expect(grades('03-02')).toEqual([]);
  });

  it('a regrading on the day of closing still counts, on the day after not', () => {
    const gradeOf = (at: string) =>
      only(track(DAYS, [RECEIVED, regraded(at), event('closed', '03-05')], '03-09 09:00')).grade;
    expect(gradeOf('03-05')).toBe('major');
    expect(gradeOf('03-06')).toBe('general');
  });

  it('withdrawn on the due day was not late, on the day after it was', () => {
    const statusOf = (at: string) => only(track(DAYS, [RECEIVED, event('withdrawn', at)], '03-20 09:00')).status;
    expect(statusOf('03-10')).toBe('withdrawn');
    expect(statusOf('03-11')).toBe('missed');
  });
});

describe('a promise', () => {
  const promised = (dueAt: string, more = {}) =>
    event('promised', '03-03 09:05', { milestone: 'reply', dueAt, ...more });

  it('written with another offset is compared as a moment, not as text', () => {
    // 09:00 in world time is 17:00 in Shanghai, after the computed 14:30.
    expect(only(track(REPLY, [RECEIVED, promised('2026-03-03T09:00:00Z')], '03-03 10:00'))).toMatchObject({
      warnedFor: shanghai('03-03 14:30'),
      blamedAfter: '2026-03-03T09:00:00Z',
    });
  });

  it('does not move a verdict that was written down at closing', () => {
    const verdicts = [{ milestone: 'reply', dueAt: shanghai('03-03 14:30'), status: 'missed' as const }];
    const log = [RECEIVED, promised(shanghai('03-03 17:00')), event('closed', '03-03 16:00', { verdicts })];
    expect(only(track(REPLY, log, '03-09 10:00'))).toMatchObject({
      status: 'missed',
      blamedAfter: shanghai('03-03 14:30'),
      promisedAt: shanghai('03-03 17:00'),
    });
  });

  it('given by working hours that are not kept any more says so', () => {
    const log = [RECEIVED, promised(shanghai('03-03 17:00'), { calendarVersion: 'of before' })];
    const without = only(track(REPLY, log, '03-03 10:00', { company: null }));
    expect(without.trace.map(({ code }) => code)).toContain('calendarChanged');
  });
});
