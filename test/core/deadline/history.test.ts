import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import { verdictsAtClosing } from '../../../core/deadline/verdicts-at-closing.ts';
import { calendarVersion } from '../../../core/working-time/calendar-version.ts';
import { layCalendar } from '../../../core/working-time/lay-calendar.ts';
import type { Target } from '../../../core/policy/policy-pack.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';
import { clock, COMPANY, event, milestone, only, packWith, shanghai, told, track } from './tracked-pack.ts';

const hours = (count: number): Target => ({ unit: 'workMinutes', amount: count * 60 });
const GRADED = packWith(
  milestone({ id: 'firstResponse', stopsAt: 'firstResponseAt', targets: { default: hours(4), major: hours(1) } }),
  milestone({
    id: 'closing',
    targets: {
      default: { unit: 'workDays', amount: 7 },
      important: { unit: 'workDays', amount: 5 },
      major: { unit: 'workDays', amount: 3 },
    },
  }),
);
const RECEIVED = event('received', '03-03 09:00');
const regrade = (at: string, from: string | null, to: string) => event('regraded', at, { from, to, reason: '批量' });

describe('regrading', () => {
  it('keeps what has passed and swaps the target; both due times stay in the history', () => {
    const { closing } = track(GRADED, [RECEIVED, regrade('03-04 10:00', 'general', 'major')], '03-04 11:00');
    expect(closing).toMatchObject({ grade: 'major', dueAt: '2026-03-06T18:00:00+08:00' });
    expect(closing?.gradeHistory.map(({ grade, dueAt }) => [grade, clock(dueAt)])).toEqual([
      ['general', '03-12 18:00'],
      ['major', '03-06 18:00'],
    ]);
    expect(closing && told(closing).at(-1)).toBe(
      'Regraded from “general” to “major” at 2026-03-04 10:00: due 2026-03-06 18:00 instead of 2026-03-12 18:00; time used and pauses stay',
    );
  });

  it('keeps the pauses', () => {
    const pauses = [event('paused', '03-04 09:00', { reason: 'sample' }), event('resumed', '03-04 18:00')];
    const before = track(GRADED, [RECEIVED, ...pauses, regrade('03-05 10:00', 'general', 'major')], '03-05 11:00');
    expect(clock(before['closing']?.dueAt ?? null)).toBe('03-09 18:00');
    const within = track(GRADED, [RECEIVED, ...pauses, regrade('03-04 10:00', 'general', 'major')], '03-05 11:00');
    expect(within['closing']?.dueAt).toBe(before['closing']?.dueAt);
  });

  it('does not touch what was done before it', () => {
    const done = event('acknowledged', '03-03 12:00');
    const late = track(GRADED, [RECEIVED, done, regrade('03-03 14:00', 'general', 'major')], '03-03 15:00');
    expect(late['firstResponse']).toMatchObject({ grade: 'general', status: 'met', gradeHistory: [] });
    const early = track(GRADED, [RECEIVED, done, regrade('03-03 11:00', 'general', 'major')], '03-03 15:00');
    expect(early['firstResponse']).toMatchObject({ grade: 'major', status: 'missed' });
  });

  it('before the clock of a milestone started is no change for it', () => {
    const chained = packWith(
      milestone({
        id: 'plan',
        startsAt: 'acceptedAt',
        stopsAt: 'planSubmittedAt',
        targets: { default: hours(8), major: hours(2) },
      }),
    );
    const events = [RECEIVED, regrade('03-03 10:00', null, 'major'), event('accepted', '03-03 14:00')];
    expect(only(track(chained, events, '03-03 15:00'))).toMatchObject({
      grade: 'major',
      gradeHistory: [],
      dueAt: '2026-03-03T16:00:00+08:00',
    });
  });

  it('the first grade that is recorded holds from the beginning', () => {
    const { closing } = track(GRADED, [RECEIVED, regrade('03-04 10:00', null, 'important')], '03-04 11:00', {
      grade: 'major',
    });
    expect(closing).toMatchObject({ grade: 'important', gradeHistory: [] });
  });

  it('that leaves the due time, or has none, is told as such', () => {
    const same = track(GRADED, [RECEIVED, regrade('03-03 09:30', 'general', 'important')], '03-03 10:00')[
      'firstResponse'
    ];
    expect(same && told(same).at(-1)).toBe(
      'Regraded from “general” to “important” at 2026-03-03 09:30; the due time stays the same',
    );
    const blank = packWith(milestone({ id: 'x', targets: { default: hours(1), major: { unit: 'notConfigured' } } }));
    const none = only(track(blank, [RECEIVED, regrade('03-03 09:30', 'general', 'major')], '03-03 10:00'));
    expect(none).toMatchObject({ basis: 'notConfigured', state: 'notConfigured' });
    expect(told(none).at(-1)).toMatch(/the time limit changed with it$/);
  });

  it('of what has no due time before and after is not told', () => {
    const blank = packWith(
      milestone({ id: 'x', targets: { default: { unit: 'notConfigured', blank: '[X]个工作日' } } }),
    );
    const none = only(track(blank, [RECEIVED, regrade('03-03 09:30', 'general', 'major')], '03-03 10:00'));
    expect(told(none)).toEqual([
      'After test',
      'The policy says “[X]个工作日” without a number; set it in the settings',
    ]);
  });

  it('back and forth is as before', () => {
    const grade = fc.constantFrom('general', 'important', 'major');
    fc.assert(
      fc.property(
        grade,
        grade,
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 5 }),
        (home, away, minutes) => {
          const at = (m: number) => new Date(Date.parse('2026-03-03T09:00:00+08:00') + m * 60_000).toISOString();
          const changes = minutes.flatMap((m, i): ComplaintEvent[] => {
            const [there, back] = [at(m * 2), at(m * 2 + 1)];
            const entry = { by: '李敏', reason: 'x', kind: 'regraded' as const };
            return [
              { ...entry, id: `a${String(i)}`, occurredAt: there, recordedAt: there, from: home, to: away },
              { ...entry, id: `b${String(i)}`, occurredAt: back, recordedAt: back, from: away, to: home },
            ];
          });
          const plain = track(GRADED, [RECEIVED], '03-20 09:00', { grade: home });
          const moved = track(GRADED, [RECEIVED, ...changes], '03-20 09:00', { grade: home });
          for (const id of ['firstResponse', 'closing']) {
            expect([moved[id]?.dueAt, moved[id]?.status, moved[id]?.grade]).toEqual([
              plain[id]?.dueAt,
              plain[id]?.status,
              plain[id]?.grade,
            ]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('reopening', () => {
  const CLOSED = [RECEIVED, event('acknowledged', '03-03 10:00'), event('closed', '03-05 18:00')];
  const reopen = (way: 'continue' | 'newCycle' | 'linkedCase') =>
    event('reopened', '03-10 09:00', { way, reason: '又坏了' });

  it('continue: the same clock goes on, the time it was closed not counted', () => {
    const { closing, firstResponse } = track(GRADED, [...CLOSED, reopen('continue')], '03-10 10:00');
    expect(closing).toMatchObject({
      cycle: 2,
      status: 'running',
      // Seven working days to 03-12; Friday 03-06 and Monday 03-09 were nobody's.
      dueAt: '2026-03-16T18:00:00+08:00',
      earlier: [{ cycle: 1, status: 'met', stoppedAt: shanghai('03-05 18:00'), dueAt: '2026-03-12T18:00:00+08:00' }],
    });
    expect(firstResponse).toMatchObject({ status: 'met', stoppedAt: shanghai('03-03 10:00'), earlier: [] });
    expect(closing && told(closing)).toEqual(
      expect.arrayContaining([
        'Round 2: reopened, the same clock goes on',
        '2026-03-05 18:00 to 2026-03-10 09:00: the complaint was closed, not counted',
      ]),
    );
  });

  it('newCycle: all clocks start anew with the reopening, and the first result stays', () => {
    const { closing, firstResponse } = track(GRADED, [...CLOSED, reopen('newCycle')], '03-10 10:00');
    expect(firstResponse).toMatchObject({
      startedAt: shanghai('03-10 09:00'),
      status: 'running',
      earlier: [{ cycle: 1, status: 'met' }],
    });
    expect(closing).toMatchObject({ dueAt: '2026-03-19T18:00:00+08:00', earlier: [{ cycle: 1, status: 'met' }] });
  });

  it('linkedCase: this complaint stays as it was', () => {
    const before = track(GRADED, CLOSED, '03-10 10:00');
    expect(track(GRADED, [...CLOSED, reopen('linkedCase')], '03-10 10:00')).toEqual(before);
  });
});

describe('withdrawal', () => {
  it('stops all clocks; what was overdue then stays missed, what was done stays met', () => {
    const events = [RECEIVED, event('withdrawn', '03-03 15:00')];
    const { closing, firstResponse } = track(GRADED, events, '03-20 10:00');
    expect(closing).toMatchObject({ status: 'withdrawn', state: 'withdrawn', tellAt: null, escalation: [] });
    expect(firstResponse).toMatchObject({ status: 'missed' });
    expect(closing && told(closing).at(-1)).toBe('The complaint was withdrawn on 2026-03-03 15:00; the clock stopped');
    expect(
      track(GRADED, [...events, event('acknowledged', '03-03 09:30')], '03-20 10:00')['firstResponse'],
    ).toMatchObject({ status: 'met' });
  });

  it('of which only the day is known leaves the day in time', () => {
    expect(track(GRADED, [RECEIVED, event('withdrawn', '03-12')], '03-20 10:00')['closing']).toMatchObject({
      status: 'missed',
    });
    expect(track(GRADED, [RECEIVED, event('withdrawn', '03-11')], '03-20 10:00')['closing']).toMatchObject({
      status: 'withdrawn',
    });
  });
});

describe('closing', () => {
  const CLOSED = [RECEIVED, event('closed', '03-05 18:00')];

  it('freezes what was never recorded, and leaves the follow-up running', () => {
    const pack = packWith(
      ...GRADED.milestones,
      milestone({ id: 'after', startsAt: 'closedAt', stopsAt: 'followedUpAt', target: hours(8) }),
    );
    const { firstResponse, after } = track(pack, CLOSED, '03-06 10:00');
    expect(firstResponse).toMatchObject({ status: 'missed' });
    expect(after).toMatchObject({ status: 'running' });
    const quick = track(pack, [RECEIVED, event('closed', '03-03 10:00')], '03-06 10:00');
    expect(quick['firstResponse']).toMatchObject({ status: 'none', state: 'unrecorded' });
    expect(quick['firstResponse'] && told(quick['firstResponse']).at(-1)).toBe(
      'The complaint was closed without a record of when this was done',
    );
  });

  it('keeps its verdicts when the calendar changes later', () => {
    const verdicts = verdictsAtClosing(Object.values(track(GRADED, CLOSED, '03-05 18:00')));
    expect(verdicts).toEqual([
      { milestone: 'firstResponse', dueAt: '2026-03-03T14:30:00+08:00', status: 'missed' },
      { milestone: 'closing', dueAt: '2026-03-12T18:00:00+08:00', status: 'met' },
    ]);
    const closed = [RECEIVED, event('closed', '03-05 18:00', { verdicts })];
    const days = ['03-04', '03-05', '03-06'].map((day) => ({ date: `2026-${day}`, windows: [], note: '' }));
    const company = { ...COMPANY, calendar: { ...CHINA_OFFICE, overrides: days } };
    const later = track(GRADED, closed, '03-20 09:00', { company })['closing'];
    expect(later).toMatchObject({ status: 'met', dueAt: '2026-03-12T18:00:00+08:00' });
    expect(later && told(later).at(-1)).toBe(
      'Judged by 2026-03-12 18:00 when it was closed; later changes do not touch it',
    );
    expect(track(GRADED, CLOSED, '03-20 09:00', { company })['closing']).toMatchObject({
      dueAt: '2026-03-17T18:00:00+08:00',
    });
  });

  it('is judged anew where its closing was put right since', () => {
    const verdicts = [{ milestone: 'closing', dueAt: '2026-03-12T18:00:00+08:00', status: 'missed' as const }];
    const closed = event('closed', '03-13 18:00', { verdicts });
    const corrected = event('corrected', '03-14 09:00', {
      ...{ corrects: closed.id, to: '2026-03-12T12:00:00+08:00', reason: '按台账更正' },
    });
    expect(track(GRADED, [RECEIVED, closed], '03-20 09:00')['closing']?.status).toBe('missed');
    expect(track(GRADED, [RECEIVED, closed, corrected], '03-20 09:00')['closing']?.status).toBe('met');
  });
});

describe('a promise beside the deadline', () => {
  const promise = (dueAt: string, more = {}) =>
    event('promised', '03-03 09:05', { milestone: 'firstResponse', dueAt: shanghai(dueAt), ...more });
  const at = (dueAt: string, asOf: string) => track(GRADED, [RECEIVED, promise(dueAt)], asOf)['firstResponse'];

  it('the earlier of the two warns, the later blames', () => {
    // Computed: 14:30.
    expect(at('03-03 11:00', '03-03 10:40')).toMatchObject({ status: 'dueSoon', warnAt: shanghai('03-03 10:30') });
    expect(at('03-03 11:00', '03-03 12:00')).toMatchObject({
      status: 'dueSoon',
      warnedFor: shanghai('03-03 11:00'),
      blamedAfter: shanghai('03-03 14:30'),
    });
    expect(at('03-03 11:00', '03-03 14:31')).toMatchObject({ status: 'overdue' });
    expect(at('03-03 17:00', '03-03 14:31')).toMatchObject({ status: 'dueSoon', blamedAfter: shanghai('03-03 17:00') });
    expect(at('03-03 17:00', '03-03 17:01')).toMatchObject({ status: 'overdue' });
  });

  it('counts alone where the policy leaves the time blank (S0-19)', () => {
    const blank = packWith(
      milestone({ id: 'firstResponse', stopsAt: 'planProposedAt', target: { unit: 'notConfigured' } }),
    );
    const given = (asOf: string, done: ComplaintEvent[] = []) =>
      only(track(blank, [RECEIVED, promise('03-03 17:00'), ...done], asOf));
    expect(given('03-03 12:00')).toMatchObject({
      basis: 'notConfigured',
      dueAt: null,
      promisedAt: shanghai('03-03 17:00'),
      status: 'running',
    });
    expect(given('03-03 17:01')).toMatchObject({ status: 'overdue' });
    expect(given('03-04 10:00', [event('planProposed', '03-03 16:00')])).toMatchObject({ status: 'met' });
  });

  it('may come from elsewhere; the last one in the log goes before', () => {
    const promised = [
      { milestone: 'firstResponse', dueAt: shanghai('03-03 17:00') },
      { milestone: 'closing', dueAt: null },
    ];
    const given = track(GRADED, [RECEIVED], '03-03 10:00', { promised });
    expect([given['firstResponse']?.promisedAt, given['closing']?.promisedAt]).toEqual([shanghai('03-03 17:00'), null]);
    const logged = track(GRADED, [RECEIVED, promise('03-03 11:00')], '03-03 10:00', { promised });
    expect(logged['firstResponse']?.promisedAt).toBe(shanghai('03-03 11:00'));
  });

  it('before a new cycle is no promise for it', () => {
    const log = [RECEIVED, promise('03-03 11:00'), event('closed', '03-05 18:00')];
    const reopened = event('reopened', '03-10 09:00', { way: 'newCycle', reason: 'x' });
    const again = event('promised', '03-10 09:30', { milestone: 'firstResponse', dueAt: shanghai('03-10 16:00') });
    expect(track(GRADED, [...log, reopened], '03-10 10:00')['firstResponse']?.promisedAt).toBeNull();
    expect(track(GRADED, [...log, reopened, again], '03-10 10:00')['firstResponse']?.promisedAt).toBe(
      shanghai('03-10 16:00'),
    );
  });

  it('says what has changed in the rules since', () => {
    const versions = { policyVersion: '0.9.0', calendarVersion: 'other' };
    const changed = track(GRADED, [RECEIVED, promise('03-03 11:00', versions)], '03-03 10:00')['firstResponse'];
    expect(changed && told(changed).slice(-3)).toEqual([
      'The customer was promised 2026-03-03 11:00, earlier than what is computed now: warned from the promise, overdue only after the computed time',
      'The policy was version 0.9.0 when the promise was given, and is 1.0.0 now',
      'Working hours or holidays have changed since the promise',
    ]);
    const same = { policyVersion: '1.0.0', calendarVersion: calendarVersion(layCalendar(CHINA_OFFICE, [])) };
    const unchanged = track(GRADED, [RECEIVED, promise('03-03 14:30', same)], '03-03 10:00')['firstResponse'];
    expect(unchanged && told(unchanged).at(-1)).toBe('The customer was promised the same time (2026-03-03 14:30)');
    const longer = at('03-03 17:00', '03-03 10:00');
    expect(longer && told(longer).at(-1)).toMatch(/overdue only after the promise$/);
  });
});
