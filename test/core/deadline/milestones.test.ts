import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { TIME_STEPS } from './time-steps.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import type { Target } from '../../../core/policy/policy-pack.ts';
import { translate } from '../../../core/wording/translate.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';
import { clock, COMPANY, event, milestone, only, packWith, shanghai, told, track } from './tracked-pack.ts';

const RECEIVED = event('received', '03-03 09:00');
const hour: Target = { unit: 'workMinutes', amount: 60 };

describe('a milestone that starts when another step ends', () => {
  const chained = packWith(
    milestone({
      id: 'execution',
      startsAt: 'planApprovedAt',
      stopsAt: 'executedAt',
      target: { unit: 'workDays', amount: 2 },
    }),
    milestone({ id: 'blank', startsAt: 'planApprovedAt', stopsAt: 'executedAt', target: { unit: 'notConfigured' } }),
  );

  it('waits for it, and says for what', () => {
    const { execution, blank } = track(chained, [RECEIVED], '03-03 10:00');
    expect(execution).toMatchObject({ basis: 'notStarted', state: 'notStarted', status: 'none', dueAt: null });
    expect(execution && told(execution)).toEqual([
      'Time limit: 2 working days, after test',
      'Not started yet: waits for approval of the plan',
    ]);
    expect(execution && told(execution, 'zh-CN').at(-1)).toBe('尚未开始计时：等待“方案审批通过”');
    // A blank is a blank whether it has started or not.
    expect(blank).toMatchObject({ state: 'notConfigured' });
  });

  it('runs from then on', () => {
    const approved = event('planApproved', '03-05 16:00');
    expect(track(chained, [RECEIVED, approved], '03-05 17:00')['execution']).toMatchObject({
      basis: 'exact',
      status: 'running',
      dueAt: '2026-03-09T18:00:00+08:00',
    });
  });

  it('is not started for plain values either, while a missing receipt is a gap', () => {
    const given = computeDeadlines({
      values: {},
      grade: 'general',
      pack: packWith(...chained.milestones, milestone({ id: 'x' })),
      company: COMPANY,
      asOf: shanghai('03-03 10:00'),
      zone: 'Asia/Shanghai',
    });
    expect(given.map(({ basis }) => basis)).toEqual(['notStarted', 'notConfigured', 'needsInput']);
  });

  it('has words in all languages for every step it may wait for', () => {
    for (const step of TIME_STEPS)
      for (const locale of LOCALES) expect(translate(locale, `deadline.trace.waitsFor.${step}`)).not.toBe('');
  });
});

describe('hours of which the policy does not say which', () => {
  const pack = packWith(
    milestone({ id: 'reply', stopsAt: 'firstResponseAt', target: { unit: 'hoursOfUnknownKind', amount: 1 } }),
  );
  const late = event('received', '03-03 20:00');
  const asked = (hoursMean: 'working' | 'clock' | null, policyId = 'small') =>
    only(track(pack, [late], '03-03 20:10', { company: { ...COMPANY, hoursMean, policyId } }));

  it('are not configured until the company has answered, and the question is named', () => {
    expect(asked(null)).toMatchObject({ basis: 'notConfigured', dueAt: null });
    expect(told(asked(null))).toEqual([
      'After test',
      'The policy says 1 hour but not whether a working hour or an hour by the clock; choose in the settings',
    ]);
    expect(told(asked(null), 'zh-CN').at(-1)).toBe('制度写明 1 小时，但没有说明是工作小时还是连续计时，请在设置中选择');
    expect(asked('working', 'other').basis).toBe('notConfigured');
  });

  it('count as the company says', () => {
    expect(clock(asked('working').dueAt)).toBe('03-04 10:00');
    expect(clock(asked('clock').dueAt)).toBe('03-03 21:00');
    expect(told(asked('clock'))).toContain('The policy only says “1 hour”; the company counts by the clock');
    expect(told(asked('working'))).toContain('The policy only says “1 hour”; the company counts working hours');
  });
});

describe('conditions', () => {
  const pack = packWith(
    milestone({ id: 'all' }),
    milestone({ id: 'grave', when: { grade: ['major'] } }),
    milestone({ id: 'regulator', when: { lane: ['regulator'] } }),
    milestone({ id: 'words', when: { anyWord: ['停产'] } }),
    milestone({ id: 'quality', when: { category: ['quality'], known: ['batchNo'] } }),
    milestone({ id: 'consumer', when: { axis: { origin: ['consumer'] } } }),
  );
  const ids = (more: object) => Object.keys(track(pack, [RECEIVED], '03-03 10:00', more));

  it('leave out what grade, facts and fields rule out, and nothing that nobody looked at', () => {
    expect(ids({})).toEqual(['all', 'regulator', 'words', 'consumer']);
    expect(ids({ grade: 'major', values: { batchNo: 'B1' } })).toEqual([
      'all',
      'grave',
      'regulator',
      'words',
      'quality',
      'consumer',
    ]);
    const facts = { category: 'delivery', lanes: [], axes: { origin: 'channel' } };
    expect(ids({ facts, values: { batchNo: 'B1' } })).toEqual(['all', 'words']);
    expect(ids({ facts: { lanes: ['regulator'], axes: { origin: 'consumer' } } })).toEqual([
      'all',
      'regulator',
      'words',
      'consumer',
    ]);
  });

  it('may be read by someone who reads words', () => {
    expect(ids({ holds: () => false })).toEqual(['all']);
  });

  it('hold for plain values too', () => {
    const question = {
      values: {},
      grade: 'general',
      pack,
      company: COMPANY,
      asOf: shanghai('03-03 10:00'),
      zone: 'Asia/Shanghai',
    };
    expect(computeDeadlines(question).map(({ milestone: id }) => id)).toEqual([
      'all',
      'regulator',
      'words',
      'consumer',
    ]);
    expect(computeDeadlines({ ...question, applies: ({ id }) => id === 'grave' })).toHaveLength(1);
  });
});

describe('a report that is due again and again', () => {
  const pack = packWith(
    milestone({
      id: 'progress',
      startsAt: 'acceptedAt',
      stopsAt: 'progressToldAt',
      recurs: true,
      target: { unit: 'workDays', amount: 2 },
    }),
  );
  const ACCEPTED = [RECEIVED, event('accepted', '03-03 10:00')];
  const told1 = event('progressTold', '03-05 10:00');
  const report = (events: typeof ACCEPTED, asOf: string) => only(track(pack, events, asOf));

  it('counts from the start, then from the report before', () => {
    expect(report(ACCEPTED, '03-04 10:00')).toMatchObject({ dueAt: '2026-03-05T18:00:00+08:00', status: 'running' });
    const second = report([...ACCEPTED, told1], '03-05 11:00');
    expect(second).toMatchObject({
      startedAt: shanghai('03-05 10:00'),
      dueAt: '2026-03-09T18:00:00+08:00',
      status: 'running',
    });
    expect(second.rounds.map(({ status, doneAt }) => [status, doneAt])).toEqual([
      ['met', shanghai('03-05 10:00')],
      ['running', null],
    ]);
    expect(report([...ACCEPTED, told1], '03-10 09:00').status).toBe('overdue');
  });

  it('ends with closing; one missed round makes it missed', () => {
    const closed = event('closed', '03-09 12:00');
    expect(report([...ACCEPTED, told1, closed], '03-20 10:00')).toMatchObject({
      status: 'met',
      stoppedAt: shanghai('03-09 12:00'),
    });
    const lateTold = event('progressTold', '03-06 10:00');
    expect(report([...ACCEPTED, lateTold, closed], '03-20 10:00')).toMatchObject({ status: 'missed' });
    expect(report([...ACCEPTED, event('closed', '03-10 12:00'), told1], '03-20 10:00')).toMatchObject({
      status: 'missed',
    });
  });

  it('waits while it has not started, and takes plain values as they are', () => {
    expect(report([RECEIVED], '03-04 10:00')).toMatchObject({ state: 'notStarted', rounds: [] });
    const [plain] = computeDeadlines({
      ...{
        values: { acceptedAt: shanghai('03-03 10:00'), progressToldAt: shanghai('03-05 10:00') },
        grade: 'general',
        pack,
        company: COMPANY,
      },
      ...{ asOf: shanghai('03-05 11:00'), zone: 'Asia/Shanghai' },
    });
    expect(plain).toMatchObject({ dueAt: '2026-03-09T18:00:00+08:00', status: 'running', stoppedAt: null });
  });
});

describe('who is told when', () => {
  const escalation = [
    { minutes: 60, tell: 'director' },
    { minutes: -30, tell: 'lead' },
  ];
  const pack = packWith(
    milestone({
      id: 'x',
      target: { unit: 'clockMinutes', amount: 24 * 60 },
      warnMinutes: 120,
      escalation,
      isSoft: true,
    }),
  );
  const asked = (received: string, asOf: string, more = {}) =>
    only(track(pack, [event('received', received)], asOf, more));

  it('in order of time, once it has come', () => {
    const x = asked('03-03 15:00', '03-04 14:30');
    expect(x.escalation).toEqual([
      { tell: 'lead', at: shanghai('03-04 14:30'), quietUntil: null, isReached: true },
      { tell: 'director', at: shanghai('03-04 16:00'), quietUntil: null, isReached: false },
    ]);
    expect(x).toMatchObject({ tellAt: shanghai('03-04 13:30'), quietUntil: shanghai('03-04 13:30') });
  });

  it('not at night: at the next opening, or before closing where that would be too late', () => {
    // Due Wed 20:00, to be warned at 18:00: closed, and the next opening is after the due time.
    expect(asked('03-03 20:00', '03-04 10:00')).toMatchObject({ tellAt: shanghai('03-04 17:30'), quietUntil: null });
    // Due Wed 10:30, to be warned at 08:30: at the opening.
    expect(asked('03-03 10:30', '03-03 11:00')).toMatchObject({
      tellAt: shanghai('03-04 09:00'),
      quietUntil: shanghai('03-04 09:00'),
    });
    // After the due time there is nothing to be early for.
    expect(asked('03-03 17:30', '03-04 10:00').escalation.at(-1)).toMatchObject({
      tell: 'director',
      at: shanghai('03-05 09:00'),
      quietUntil: shanghai('03-05 09:00'),
    });
    // Received on Saturday, due on Sunday: nobody was there in between, so Monday.
    expect(asked('03-07 10:00', '03-07 10:00').tellAt).toBe(shanghai('03-09 09:00'));
  });

  it('at once for the gravest grade, and where no calendar says when it is night', () => {
    expect(asked('03-03 20:00', '03-04 10:00', { grade: 'major' })).toMatchObject({
      tellAt: shanghai('03-04 18:00'),
      quietUntil: null,
    });
    expect(asked('03-03 20:00', '03-04 10:00', { company: null })).toMatchObject({
      tellAt: shanghai('03-04 18:00'),
      quietUntil: null,
    });
  });

  it('nobody, once it is done', () => {
    const x = only(track(pack, [event('received', '03-03 15:00'), event('closed', '03-03 16:00')], '03-04 16:00'));
    expect(x).toMatchObject({ tellAt: null, quietUntil: null, escalation: [], isSoft: true });
    expect(told(x)[0]).toBe('The policy says “in principle”: lateness is shown, nobody is blamed');
  });
});

describe('layers of the calendar', () => {
  it('a department and a single complaint have days of their own', () => {
    const pack = packWith(milestone({ id: 'x', target: { unit: 'workDays', amount: 2 } }));
    const windows = CHINA_OFFICE.week[1];
    const x = only(
      track(pack, [RECEIVED], '03-03 10:00', {
        layers: [
          { level: 'case', days: [{ date: '2026-03-05', windows, note: '客户在场' }] },
          {
            level: 'department',
            days: [
              { date: '2026-03-04', windows: [], note: '盘点' },
              { date: '2026-03-05', windows: [], note: '' },
            ],
          },
        ],
      }),
    );
    expect(x.dueAt).toBe('2026-03-06T18:00:00+08:00');
    expect(told(x)).toContain('2026-03-04: closed by the department (盘点)');
    const hours = packWith(milestone({ id: 'x', target: { unit: 'workMinutes', amount: 600 } }));
    const layers = [{ level: 'case' as const, days: [{ date: '2026-03-04', windows, note: '客户在场' }] }];
    expect(told(only(track(hours, [RECEIVED], '03-03 10:00', { layers })))).toContain(
      '2026-03-04: open by an arrangement for this complaint: 客户在场',
    );
  });
});

describe('everything else that a record may hold', () => {
  const pack = packWith(
    milestone({ id: 'reply', stopsAt: 'firstResponseAt', target: hour }),
    milestone({ id: 'atOnce', stopsAt: 'reportedAt', target: { unit: 'immediately' } }),
  );

  it('times of the record serve where the log is silent, those of the log go before', () => {
    const values = { receivedAt: shanghai('03-03 08:00'), firstResponseAt: shanghai('03-03 11:00') };
    expect(track(pack, [], '03-03 12:00', { values })['reply']).toMatchObject({
      status: 'missed',
      dueAt: shanghai('03-03 10:00'),
    });
    expect(track(pack, [event('received', '03-03 10:30')], '03-03 12:00', { values })['reply']).toMatchObject({
      status: 'met',
    });
  });

  it('a time that cannot be read is asked for', () => {
    expect(track(pack, [], '03-03 12:00', { values: { receivedAt: '三月初' } })['reply']).toMatchObject({
      state: 'needsInput',
    });
  });

  it('what is to be done at once is done or not, and never late', () => {
    expect(track(pack, [RECEIVED], '03-03 12:00')['atOnce']).toMatchObject({
      basis: 'immediately',
      state: 'immediately',
    });
    expect(track(pack, [RECEIVED, event('reported', '03-03 09:01')], '03-03 12:00')['atOnce']).toMatchObject({
      state: 'done',
    });
  });
});
