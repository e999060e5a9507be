import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayOrMoment } from '../../../core/complaint/moment.ts';
import { roundsOf } from '../../../core/deadline/rounds.ts';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { COMPANY, event, milestone, only, packWith, shanghai, track } from './tracked-pack.ts';

const ZONE = 'Asia/Shanghai';
/** A report is due a day after what it counts from; after a mere day, at the end of the next one. */
const aDayLater = (from: DayOrMoment) =>
  from.includes('T')
    ? new Date(Date.parse(from) + 86_400_000).toISOString()
    : new Date(Date.parse(`${from}T23:59:59+08:00`) + 86_400_000).toISOString();
const rounds = (
  start: string,
  reports: string[],
  end: string | null,
  dueOf: typeof aDayLater | (() => null) = aDayLater,
) => roundsOf(shanghai(start), reports.map(shanghai), end === null ? null : shanghai(end), ZONE, dueOf);
const statuses = (...given: Parameters<typeof rounds>) => rounds(...given).map(({ status }) => status);

describe('reports that are due again and again', () => {
  it('before the first report there is one round, open', () => {
    expect(rounds('03-03 09:00', [], null)).toEqual([
      { from: shanghai('03-03 09:00'), dueAt: '2026-03-04T01:00:00.000Z', doneAt: null, status: 'none' },
    ]);
  });

  it('each round counts from the report before, on time or not', () => {
    const found = rounds('03-03 09:00', ['03-03 15:00', '03-05 10:00'], null);
    expect(found.map(({ from, doneAt }) => [from, doneAt])).toEqual([
      [shanghai('03-03 09:00'), shanghai('03-03 15:00')],
      [shanghai('03-03 15:00'), shanghai('03-05 10:00')],
      [shanghai('03-05 10:00'), null],
    ]);
    expect(found.map(({ status }) => status)).toEqual(['met', 'missed', 'none']);
  });

  it.each<[string, string[], string | null, string[]]>([
    ['a report at the very due time is in time', ['03-04 09:00'], null, ['met', 'none']],
    ['a minute later is too late', ['03-04 09:01'], null, ['missed', 'none']],
    ['of which only the day is known, on the due day, is in time', ['03-04'], null, ['met', 'none']],
    ['of which only the day is known, the day after, is too late', ['03-05'], null, ['missed', 'none']],
    ['closing in time ends the last round as a report would', [], '03-04 08:00', ['met']],
    ['closing too late does not mend it', [], '03-04 12:00', ['missed']],
    ['a good report and closing in time', ['03-04 08:00'], '03-05 07:00', ['met', 'met']],
    ['a good report, then silence until closing', ['03-04 08:00'], '03-09 17:00', ['met', 'missed']],
    ['silence, then reports in time', ['03-06 09:00', '03-07 08:00'], '03-08 08:00', ['missed', 'met', 'met']],
  ])('%s', (_, reports, end, expected) => {
    expect(statuses('03-03 09:00', reports, end)).toEqual(expected);
  });

  it('where the policy leaves the time blank, reports are neither met nor missed', () => {
    expect(statuses('03-03 09:00', ['03-04 08:00'], '03-09 17:00', () => null)).toEqual(['none', 'none']);
  });

  it('a start and a report of which only the days are known count by days', () => {
    expect(statuses('03-03', ['03-04', '03-06'], null)).toEqual(['met', 'missed', 'none']);
  });

  it('what the customer was told before the clock started is no report of it', () => {
    expect(rounds('03-05 10:00', ['03-02 12:00', '03-05 09:59', '03-05 10:00'], null)).toMatchObject([
      { from: shanghai('03-05 10:00'), doneAt: shanghai('03-05 10:00') },
      { from: shanghai('03-05 10:00'), doneAt: null },
    ]);
    // Of the day of the start nobody knows whether it was before.
    expect(rounds('03-05 10:00', ['03-04', '03-05'], null)).toHaveLength(2);
  });

  it('there is one round more than reports, each begins where the one before ended, and at most the last is open', () => {
    const minute = fc.integer({ min: 1, max: 20_000 });
    const at = (m: number) => new Date(Date.parse('2026-03-03T01:00:00Z') + m * 60_000).toISOString();
    fc.assert(
      fc.property(
        fc.array(minute, { maxLength: 6 }),
        fc.option(fc.integer({ min: 20_001, max: 30_000 })),
        (told, end) => {
          const reports = told.toSorted((a, b) => a - b).map(at);
          const found = roundsOf(at(0), reports, end === null ? null : at(end), ZONE, aDayLater);
          expect(found).toHaveLength(reports.length + 1);
          found.slice(1).forEach((round, i) => {
            expect(round.from).toBe(found[i]?.doneAt);
          });
          expect(found.slice(0, -1).every(({ doneAt, status }) => doneAt !== null && status !== 'none')).toBe(true);
          expect(found.at(-1)?.doneAt === null).toBe(end === null);
        },
      ),
    );
  });
});

describe('a complaint whose customer was told something before it was accepted', () => {
  const pack = packWith(
    milestone({
      id: 'progress',
      startsAt: 'acceptedAt',
      stopsAt: 'progressToldAt',
      recurs: true,
      target: { unit: 'workDays', amount: 2 },
    }),
  );
  const ofValues = (values: Record<string, string>) =>
    computeDeadlines({
      ...{ values, grade: 'general', pack, company: COMPANY },
      ...{ asOf: shanghai('03-06 12:00'), zone: ZONE },
    })[0];

  it('is not overdue on the next report before its clock has begun', () => {
    const log = [
      event('received', '03-02 09:00'),
      event('progressTold', '03-02 12:00'),
      event('accepted', '03-05 10:00'),
    ];
    expect(only(track(pack, log, '03-06 12:00'))).toMatchObject({
      ...{ status: 'running', startedAt: shanghai('03-05 10:00'), dueAt: shanghai('03-09 18:00') },
      rounds: [{ from: shanghai('03-05 10:00'), doneAt: null, status: 'running' }],
    });
  });

  it('and by plain values counts from acceptance too', () => {
    const acceptedAt = shanghai('03-05 10:00');
    expect(ofValues({ acceptedAt, progressToldAt: shanghai('03-02 12:00') })).toMatchObject({
      startedAt: acceptedAt,
      dueAt: shanghai('03-09 18:00'),
    });
    expect(ofValues({ acceptedAt, progressToldAt: shanghai('03-06 11:00') })?.dueAt).toBe(shanghai('03-10 18:00'));
    expect(ofValues({ acceptedAt, progressToldAt: '2026-03-05' })).toMatchObject({ startedAt: '2026-03-05' });
    expect(ofValues({ acceptedAt, progressToldAt: '已告知' })).toMatchObject({ basis: 'needsInput' });
  });
});
