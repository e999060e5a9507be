import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { Target } from '../../../core/policy/policy-pack.ts';
import { clock, COMPANY, event, milestone, only, packWith, told, track } from './tracked-pack.ts';

const PACK = packWith(
  milestone({ id: 'firstResponse', stopsAt: 'firstResponseAt', target: { unit: 'workMinutes', amount: 240 } }),
  milestone({ id: 'closing' }),
  milestone({ id: 'plan', stopsAt: 'planSubmittedAt', pausedBy: ['sample'] }),
  milestone({ id: 'never', stopsAt: 'archivedAt', pausedBy: [] }),
);
const RECEIVED = event('received', '03-03 09:00');
const pause = (from: string, more = {}) => event('paused', from, { reason: 'sample', ...more });
const dueOf = (target: Target, events: ComplaintEvent[], asOf = '03-20 12:00') =>
  clock(only(track(packWith(milestone({ id: 'x', target })), [RECEIVED, ...events], asOf)).dueAt);

describe('a pause', () => {
  it('extends a target in working minutes by the working time it took, lunch and night not counted', () => {
    const events = [pause('03-03 11:00'), event('resumed', '03-03 14:30')];
    expect(dueOf({ unit: 'workMinutes', amount: 480 }, events)).toBe('03-04 11:30');
    expect(dueOf({ unit: 'workMinutes', amount: 480 }, [])).toBe('03-04 09:30');
  });

  it('extends a target by the clock by its whole length', () => {
    const events = [pause('03-03 11:00'), event('resumed', '03-04 14:30')];
    expect(dueOf({ unit: 'clockMinutes', amount: 1440 }, events)).toBe('03-05 12:30');
  });

  it('extends a target in working days minute for minute: a day by a day, a weekend by nothing', () => {
    const days: Target = { unit: 'workDays', amount: 3 };
    expect(dueOf(days, [])).toBe('03-06 18:00');
    expect(dueOf(days, [pause('03-05 09:00'), event('resumed', '03-05 18:00')])).toBe('03-09 18:00');
    expect(dueOf(days, [pause('03-06 18:00'), event('resumed', '03-09 09:00')])).toBe('03-06 18:00');
    expect(dueOf(days, [pause('03-05 10:00'), event('resumed', '03-05 11:00')])).toBe('03-09 10:00');
    // Before day 1 there is nothing to stand still.
    expect(dueOf(days, [pause('03-03 10:00'), event('resumed', '03-03 17:00')])).toBe('03-06 18:00');
  });

  it('extends a target in calendar days by whole days where it took whole days', () => {
    const days: Target = { unit: 'calendarDays', amount: 3 };
    expect(dueOf(days, [])).toBe('03-06 23:59');
    expect(dueOf(days, [pause('03-04 00:00'), event('resumed', '03-06 00:00')])).toBe('03-08 23:59');
  });

  it('of which only the days are known counts the days between', () => {
    const events = [
      event('paused', '03-04', { reason: 'sample', recordedAt: '2026-03-10T10:00:00+08:00' }),
      event('resumed', '03-06', { recordedAt: '2026-03-10T10:00:00+08:00' }),
    ];
    expect(dueOf({ unit: 'clockMinutes', amount: 1440 }, events)).toBe('03-04 09:00');
    expect(dueOf({ unit: 'calendarDays', amount: 3 }, events)).toBe('03-08 23:59');
  });

  it('stops only the clocks that list its reason, and never the first response', () => {
    const given = track(PACK, [RECEIVED, pause('03-03 09:30', { reason: 'customer', note: '等照片' })], '03-03 17:00');
    expect(given).toMatchObject({
      firstResponse: { status: 'overdue', pauses: [], dueAt: '2026-03-03T14:30:00+08:00' },
      closing: { status: 'paused', state: 'paused', pauses: [{ reason: 'customer', to: '2026-03-13T09:30:00+08:00' }] },
      plan: { status: 'running', pauses: [] },
      never: { status: 'running', pauses: [] },
    });
  });

  it('may be for single milestones', () => {
    const given = track(PACK, [RECEIVED, pause('03-03 09:30', { milestones: ['plan'] })], '03-03 10:00');
    expect([given['closing']?.status, given['plan']?.status]).toEqual(['running', 'paused']);
  });

  it('that has no end shows the due time of going on now; what was overdue before stays overdue', () => {
    const events = [RECEIVED, pause('03-03 10:00')];
    const at = (asOf: string) => only(track(packWith(milestone({ id: 'x' })), events, asOf));
    expect([at('03-03 10:00').status, clock(at('03-03 10:00').dueAt)]).toEqual(['paused', '03-04 09:30']);
    expect(clock(at('03-04 10:00').dueAt)).toBe('03-05 09:30');
    const late = only(track(packWith(milestone({ id: 'x' })), [RECEIVED, pause('03-04 10:00')], '03-05 10:00'));
    expect([late.status, clock(late.dueAt)]).toEqual(['overdue', '03-04 09:30']);
  });

  it('does not warn and escalate while it lasts', () => {
    const escalation = [{ minutes: -60, tell: 'lead' }];
    const pack = packWith(milestone({ id: 'x', escalation }));
    const paused = only(track(pack, [RECEIVED, pause('03-03 10:00')], '03-03 11:00'));
    expect(paused).toMatchObject({ tellAt: null, escalation: [] });
    const running = only(track(pack, [RECEIVED], '03-03 11:00'));
    expect(running.escalation).toHaveLength(1);
  });

  it('is told with its reason in the language asked for, and where its cap ended it', () => {
    const events = [RECEIVED, event('paused', '03-03 10:00', { reason: 'customer', note: '等批次照片' })];
    const x = only(
      track(packWith(milestone({ id: 'x', target: { unit: 'clockMinutes', amount: 1440 } })), events, '03-20 09:00'),
    );
    expect(x.dueAt).toBe('2026-03-14T09:00:00+08:00');
    expect(told(x)).toEqual([
      'Starts 2026-03-03 09:00 (Asia/Shanghai)',
      'Time limit: 24 hours by the clock, after test',
      'Paused from 2026-03-03 10:00 to 2026-03-13 10:00 (waiting for the customer: 等批次照片)',
      'The policy allows no longer pause for this reason (waiting for the customer); it ends here',
      'Due 2026-03-14 09:00',
      'The due date is not a working day; act before it',
    ]);
    expect(told(x, 'zh-CN')).toContain('2026-03-03 10:00 至 2026-03-13 10:00 暂停计时（等客户回复：等批次照片）');
  });

  it('that may still go on is told with its latest end', () => {
    const events = [RECEIVED, event('paused', '03-03 10:00', { reason: 'customer', note: '等批次照片' })];
    const x = only(track(packWith(milestone({ id: 'x' })), events, '03-04 09:00'));
    expect(told(x)[2]).toBe(
      'Paused since 2026-03-03 10:00 (waiting for the customer: 等批次照片), until 2026-03-13 10:00 at the latest; the following assumes that',
    );
    const open = [RECEIVED, pause('03-03 10:00')];
    expect(told(only(track(packWith(milestone({ id: 'x' })), open, '03-04 09:00')), 'zh-TW')[2]).toBe(
      '2026-03-03 10:00 起暫停計時（等檢測結果），尚未恢復；以下按現在恢復推算',
    );
  });

  it('shows in the way to the due time where it lay', () => {
    const events = [RECEIVED, pause('03-03 10:00'), event('resumed', '03-05 10:00')];
    expect(
      told(
        only(
          track(packWith(milestone({ id: 'x', target: { unit: 'workMinutes', amount: 120 } })), events, '03-05 10:00'),
        ),
      ),
    ).toEqual([
      'Starts 2026-03-03 09:00 (Asia/Shanghai)',
      'Time limit: 2 working hours, after test',
      'Paused from 2026-03-03 10:00 to 2026-03-05 10:00 (waiting for a test)',
      '2026-03-03 09:00–10:00: 60 minutes',
      '2026-03-04: paused, not counted',
      '2026-03-05 10:00–11:00: 60 minutes',
      'Due 2026-03-05 11:00',
    ]);
    const within = [RECEIVED, pause('03-03 10:00'), event('resumed', '03-03 10:30')];
    expect(
      told(
        only(
          track(packWith(milestone({ id: 'x', target: { unit: 'workMinutes', amount: 120 } })), within, '03-05 10:00'),
        ),
      ),
    ).toContain('2026-03-03 10:00–10:30: paused, not counted');
  });

  it('of day targets is told as what was added at the end', () => {
    const events = [RECEIVED, pause('03-05 10:00'), event('resumed', '03-05 11:00')];
    const x = only(
      track(packWith(milestone({ id: 'x', target: { unit: 'workDays', amount: 3 } })), events, '03-05 12:00'),
    );
    expect(told(x).slice(-5)).toEqual([
      'Without pauses it would have been due 2026-03-06 18:00',
      'The pauses took 1 working hour, added at the end',
      '2026-03-07 to 2026-03-08: not working days of the week',
      '2026-03-09 09:00–10:00: 60 minutes',
      'Due 2026-03-09 10:00',
    ]);
  });
});

/** Minutes after Tue 2026-03-03 09:00, over three weeks. */
const minute = fc.integer({ min: 1, max: 3 * 7 * 1440 });
const at = (minutes: number) => new Date(Date.parse('2026-03-03T09:00:00+08:00') + minutes * 60_000).toISOString();
const stretch = fc.tuple(minute, minute).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));
const target = fc.oneof(
  fc.record({
    unit: fc.constantFrom('workMinutes' as const, 'clockMinutes' as const),
    amount: fc.integer({ min: 1, max: 6000 }),
  }),
  fc.record({
    unit: fc.constantFrom('workDays' as const, 'calendarDays' as const),
    amount: fc.integer({ min: 1, max: 12 }),
  }),
);

/** A pause with its own end, so that it needs no entry of resumption. */
function pauseOver({ from, to }: { from: number; to: number }, id: string, reason = 'sample'): ComplaintEvent {
  const occurredAt = at(from);
  return { id, kind: 'paused', occurredAt, recordedAt: occurredAt, by: '李敏', reason, until: at(to), note: 'x' };
}
const FREE = packWith(milestone({ id: 'x' }));
function dueBy(of: Target, events: ComplaintEvent[], dayEnds: 'lastWindow' | 'sameClockTime') {
  const pack = {
    ...packWith(milestone({ id: 'x', target: of })),
    pauseReasons: FREE.pauseReasons.map((r) => ({ ...r, capDays: null })),
  };
  return only(track(pack, [RECEIVED, ...events], '05-01 09:00', { company: { ...COMPANY, dayEnds } })).dueAt ?? '';
}

describe('a pause outside the time for which a clock ran', () => {
  it('is no part of it: neither before it started nor after it was done', () => {
    const chained = packWith(milestone({ id: 'x', startsAt: 'acceptedAt' }));
    const before = [pause('03-03 09:10'), event('resumed', '03-03 09:40'), event('accepted', '03-03 10:00')];
    const after = [event('accepted', '03-03 09:10'), event('closed', '03-03 10:00')];
    expect(only(track(chained, [RECEIVED, ...before], '03-03 11:00')).pauses).toEqual([]);
    expect(only(track(chained, [RECEIVED, ...after, pause('03-03 11:00')], '03-03 12:00')).pauses).toEqual([]);
    expect(only(track(chained, [RECEIVED, pause('03-03 09:10')], '03-03 11:00'))).toMatchObject({
      pauses: [],
      state: 'notStarted',
    });
  });

  it('still counts while it reaches into it', () => {
    const chained = packWith(
      milestone({ id: 'x', startsAt: 'acceptedAt', target: { unit: 'clockMinutes', amount: 60 } }),
    );
    const events = [RECEIVED, pause('03-03 09:10'), event('accepted', '03-03 10:00'), event('resumed', '03-03 10:30')];
    expect(only(track(chained, events, '03-03 11:00'))).toMatchObject({
      dueAt: '2026-03-03T11:30:00+08:00',
      pauses: [{}],
    });
  });
});

describe.each(['lastWindow', 'sameClockTime'] as const)('the algebra of pauses, with %s', (dayEnds) => {
  const due = (of: Target, events: ComplaintEvent[]) => dueBy(of, events, dayEnds);

  it('overlapping or touching pauses are their union, whatever their reasons', () => {
    fc.assert(
      fc.property(target, minute, minute, minute, fc.boolean(), (of, a, b, c, isOther) => {
        const [from = 0, middle = 0, to = 0] = [a, b, c].toSorted((x, y) => x - y);
        const second = pauseOver({ from: middle, to: to + 1 }, 'p2', isOther ? 'customer' : 'sample');
        const two = [pauseOver({ from, to: Math.max(middle, from + 1) }, 'p1'), second];
        const one = [pauseOver({ from, to: to + 1 }, 'p')];
        expect(due(of, two)).toBe(due(of, one));
      }),
      { numRuns: 150 },
    );
  });

  it('a pause within a pause changes nothing', () => {
    fc.assert(
      fc.property(target, stretch, (of, outer) => {
        const inner = { from: outer.from, to: Math.ceil((outer.from + outer.to) / 2) };
        expect(
          due(of, [pauseOver(outer, 'p1'), pauseOver({ ...inner, to: Math.max(inner.to, inner.from + 1) }, 'p2')]),
        ).toBe(due(of, [pauseOver(outer, 'p')]));
      }),
      { numRuns: 100 },
    );
  });

  it('more pausing never makes it due earlier, and never moves it by more than all pauses together', () => {
    fc.assert(
      fc.property(target, fc.array(stretch, { maxLength: 4 }), stretch, (of, some, more) => {
        const pauses = some.map((span, i) => pauseOver(span, `p${String(i)}`));
        const [less, with1] = [due(of, pauses), due(of, [...pauses, pauseOver(more, 'more')])];
        expect(Date.parse(with1)).toBeGreaterThanOrEqual(Date.parse(less));
        if (of.unit === 'clockMinutes') {
          const inAll = [...some, more].reduce((sum, { from, to }) => sum + to - from, 0);
          expect(Date.parse(with1) - Date.parse(due(of, []))).toBeLessThanOrEqual(inAll * 60_000);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a pause after the due time changes nothing', () => {
    fc.assert(
      fc.property(target, (of) => {
        const plain = due(of, []);
        const after = Math.ceil((Date.parse(plain) - Date.parse(at(0))) / 60_000) + 1;
        expect(due(of, [pauseOver({ from: after, to: after + 500 }, 'p')])).toBe(plain);
      }),
      { numRuns: 60 },
    );
  });
});
