import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import type { Target } from '../../../core/policy/policy-pack.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { translate } from '../../../core/wording/translate.ts';
import { CHINA_OFFICE, CLOSED } from '../working-time/calendars.ts';
import { COMPANY, milestone, packWith, track } from './tracked-pack.ts';

const ZONES = ['Asia/Shanghai', 'Asia/Taipei', 'Europe/London', 'America/New_York', 'Pacific/Apia'];
const always = [{ from: '00:00', to: '24:00' }];
const AROUND_THE_CLOCK: WorkingCalendar['week'] = {
  1: always,
  2: always,
  3: always,
  4: always,
  5: always,
  6: always,
  7: always,
};

const calendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  zone: fc.constantFrom(...ZONES),
  week: fc.constantFrom(CHINA_OFFICE.week, AROUND_THE_CLOCK, CLOSED.week),
  country: fc.constantFrom('CN' as const, null),
  makeUpWindows: fc.constantFrom(CHINA_OFFICE.makeUpWindows, []),
  overrides: fc.constant([]),
});
const target: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    unit: fc.constantFrom('workMinutes' as const, 'clockMinutes' as const),
    amount: fc.integer({ min: 1, max: 4000 }),
  }),
  fc.record({
    unit: fc.constantFrom('workDays' as const, 'calendarDays' as const),
    amount: fc.integer({ min: 1, max: 10 }),
  }),
  fc.constant({ unit: 'immediately' as const }),
  fc.constant({ unit: 'notConfigured' as const, blank: '[X]个工作日' }),
  fc.record({ unit: fc.constant('hoursOfUnknownKind' as const), amount: fc.integer({ min: 1, max: 48 }) }),
);

/** Minutes after a moment shortly before New Year 2028, a leap year; to be seen around 29 February too. */
const BEGIN = Date.parse('2027-12-20T00:00:00Z');
const at = (minute: number) => new Date(BEGIN + minute * 60_000).toISOString();
const when = fc.integer({ min: 0, max: 75 * 1440 });

const entry = fc.record({
  kind: fc.constantFrom(
    ...(['acknowledged', 'accepted', 'progressTold', 'followedUp', 'closed', 'reopened'] as const),
    ...(['regraded', 'paused', 'resumed', 'withdrawn', 'promised'] as const),
  ),
  minute: when,
  isDay: fc.boolean(),
  lag: fc.integer({ min: 0, max: 5000 }),
  flag: fc.boolean(),
});
const log: fc.Arbitrary<ComplaintEvent[]> = fc
  .tuple(when, fc.array(entry, { maxLength: 9 }))
  .map(([received, entries]) => [
    ComplaintEvent.parse({ id: 'r', kind: 'received', occurredAt: at(received), recordedAt: at(received), by: '李敏' }),
    ...entries.map(({ kind, minute, isDay, lag, flag }, i) => {
      const more: Record<string, object> = {
        followedUp: { satisfied: flag },
        reopened: { way: flag ? 'continue' : 'newCycle', reason: 'x' },
        regraded: { from: null, to: flag ? 'major' : 'important', reason: 'x' },
        paused: { reason: flag ? 'customer' : 'sample', note: 'x' },
        promised: { milestone: flag ? 'closing' : 'plan', dueAt: at(minute + 3000) },
      };
      const occurredAt = isDay ? at(minute).slice(0, 10) : at(minute);
      return ComplaintEvent.parse({
        id: `e${String(i)}`,
        kind,
        occurredAt,
        recordedAt: at(minute + lag),
        by: 'x',
        ...more[kind],
      });
    }),
  ]);

const scene = fc.record({
  calendar,
  log,
  asOf: when.map((minute) => at(minute + 20 * 1440)),
  targets: fc.tuple(target, target, target, target),
  company: fc.record({
    firstDay: fc.constantFrom('nextDay' as const, 'sameDay' as const, null),
    dayEnds: fc.constantFrom('lastWindow' as const, 'sameClockTime' as const, null),
    hoursMean: fc.constantFrom('working' as const, 'clock' as const, null),
  }),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function packOf({ targets: [first, closing, plan, progress] }: Scene) {
  return packWith(
    milestone({ id: 'firstResponse', stopsAt: 'firstResponseAt', target: first }),
    milestone({
      id: 'closing',
      target: closing,
      escalation: [
        { minutes: 60, tell: 'director' },
        { minutes: -60, tell: 'lead' },
      ],
    }),
    milestone({
      id: 'plan',
      startsAt: 'acceptedAt',
      stopsAt: 'planSubmittedAt',
      targets: { default: plan, major: { unit: 'clockMinutes', amount: 90 } },
    }),
    milestone({
      id: 'progress',
      startsAt: 'acceptedAt',
      stopsAt: 'progressToldAt',
      recurs: true,
      isSoft: true,
      target: progress,
    }),
  );
}

const companyOf = (given: Scene) => ({ ...COMPANY, ...given.company, calendar: given.calendar });
const ask = (given: Scene, events = given.log, asOf = given.asOf) =>
  track(packOf(given), events, '', { asOf, company: companyOf(given), zone: given.calendar.zone });

describe('deadlines of any log, calendar, zone and target', () => {
  it('are the same in whatever order the log is read, and however often', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 8 }), (given, turn) => {
        const turned = [...given.log.slice(turn), ...given.log.slice(0, turn), ...given.log];
        expect(ask(given, turned)).toEqual(ask(given));
      }),
      { numRuns: 100 },
    );
  });

  it('have words for everything they say, in all three languages, with nothing left unfilled', () => {
    fc.assert(
      fc.property(scene, (given) => {
        for (const { trace, state, status, basis } of Object.values(ask(given))) {
          for (const locale of LOCALES) {
            for (const line of trace) expect(sayLine(locale, 'deadline.trace', line)).not.toMatch(/[{}]/);
            for (const code of [`state.${state}`, `status.${status}`, `basis.${basis}`])
              translate(locale, `deadline.${code}`);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('have a due time exactly where they are exact or provisional, and it is never before the start', () => {
    fc.assert(
      fc.property(scene, (given) => {
        for (const { basis, dueAt, startedAt, warnedFor, blamedAfter } of Object.values(ask(given))) {
          expect(dueAt !== null).toBe(basis === 'exact' || basis === 'provisional');
          if (dueAt !== null && startedAt?.includes('T'))
            expect(Date.parse(dueAt)).toBeGreaterThanOrEqual(Date.parse(startedAt));
          if (warnedFor !== null && blamedAfter !== null)
            expect(Date.parse(warnedFor)).toBeLessThanOrEqual(Date.parse(blamedAfter));
          expect(warnedFor === null).toBe(blamedAfter === null);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('only get worse with time: running, due soon, overdue', () => {
    const order = ['running', 'dueSoon', 'overdue'];
    fc.assert(
      fc.property(scene, fc.array(when, { minLength: 2, maxLength: 5 }), (given, times) => {
        const calm = given.log.filter(({ kind }) => kind !== 'paused' && kind !== 'withdrawn');
        const looks = times.toSorted((a, b) => a - b).map((minute) => ask(given, calm, at(minute + 40 * 1440)));
        for (const id of ['firstResponse', 'closing', 'plan']) {
          const ranks = looks.map((look) => order.indexOf(look[id]?.status ?? '')).filter((rank) => rank >= 0);
          expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never stop the first response, and warn nobody about what is over or stands still', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const deadlines = ask(given);
        expect(deadlines['firstResponse']?.pauses).toEqual([]);
        expect(deadlines['firstResponse']?.status).not.toBe('paused');
        for (const { status, tellAt, escalation } of Object.values(deadlines)) {
          if (!['running', 'dueSoon', 'overdue'].includes(status)) expect([tellAt, escalation]).toEqual([null, []]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('of a log without history are those of its plain values', () => {
    fc.assert(
      fc.property(scene, fc.subarray(['acknowledged', 'accepted', 'closed'] as const), (given, kinds) => {
        const plain = given.log.filter(
          ({ kind }, i, all) =>
            (kind === 'received' || (kinds as string[]).includes(kind)) &&
            all.findIndex((other) => other.kind === kind) === i,
        );
        const fields = {
          received: 'receivedAt',
          acknowledged: 'firstResponseAt',
          accepted: 'acceptedAt',
          closed: 'closedAt',
        } as const;
        const values = Object.fromEntries(
          plain.map(({ kind, occurredAt }) => [fields[kind as keyof typeof fields], occurredAt]),
        );
        const pack = packOf(given);
        const simple = computeDeadlines({
          values,
          grade: 'general',
          pack,
          company: companyOf(given),
          asOf: given.asOf,
          zone: given.calendar.zone,
        });
        const tracked = ask(given, plain);
        for (const { milestone: id, basis, dueAt, stoppedAt, startedAt } of simple) {
          expect(tracked[id]).toMatchObject({ basis, dueAt, stoppedAt, startedAt });
        }
      }),
      { numRuns: 150 },
    );
  });
});
