import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { Deadline } from '../../../core/deadline/deadline.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { PolicyPack, type Target } from '../../../core/policy/policy-pack.ts';
import { LAST_PUBLISHED_YEAR } from '../../../core/working-time/official-days.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { translate } from '../../../core/wording/translate.ts';
import { CHINA_OFFICE, CLOSED } from '../working-time/calendars.ts';

const general = findPack('general');
const flyAsh = findPack('fly-ash');
if (!general || !flyAsh) throw new Error('the packs of the product are missing');

/** The general pack with one milestone of one target. */
function packWith(target: Target, warnMinutes = 30): PolicyPack {
  const milestone = {
    id: 'answer',
    label: { 'zh-CN': '答复', 'zh-TW': '答覆', en: 'Answer' },
    startsAt: 'receivedAt',
    stopsAt: 'firstResponseAt',
    targets: { default: target },
    warnMinutes,
    source: 'test',
  };
  return PolicyPack.parse({ ...general, milestones: [milestone] });
}

const COMPANY: CompanySettings = {
  schemaVersion: 1,
  policyId: 'general',
  calendar: CHINA_OFFICE,
  firstDay: 'nextDay',
  targets: {},
};

function compute(
  target: Target,
  values: ComplaintValues,
  { company = COMPANY, asOf = '2026-01-01T00:00:00+08:00', grade = 'general', warnMinutes = 30 } = {},
): Deadline {
  const pack = packWith(target, warnMinutes);
  const [deadline] = computeDeadlines({ values, grade, pack, company, asOf, zone: 'Asia/Shanghai' });
  if (!deadline) throw new Error('no deadline');
  return Deadline.parse(deadline);
}

const codes = (deadline: Deadline) => deadline.trace.map(({ code }) => code);
const HOUR: Target = { unit: 'workMinutes', amount: 60 };

describe('due times', () => {
  it.each([
    ['V1', HOUR, '2026-02-13T17:30:00+08:00', '2026-02-14T09:30:00+08:00'],
    ['V7', { unit: 'clockMinutes', amount: 1440 }, '2026-09-30T17:50:00+08:00', '2026-10-01T17:50:00+08:00'],
    ['V8', { unit: 'workDays', amount: 3 }, '2026-09-17', '2026-09-21T18:00:00+08:00'],
    ['V11', { unit: 'workDays', amount: 3 }, '2026-09-30', '2026-10-10T18:00:00+08:00'],
    ['days', { unit: 'calendarDays', amount: 3 }, '2026-09-30', '2026-10-03T23:59:59+08:00'],
    ['days of a moment', { unit: 'calendarDays', amount: 1 }, '2026-09-30T23:30:00+08:00', '2026-10-01T23:59:59+08:00'],
    ['another offset', HOUR, '2026-03-03T02:00:00Z', '2026-03-03T11:00:00+08:00'],
  ] satisfies [string, Target, string, string][])('%s', (_, target, receivedAt, dueAt) => {
    expect(compute(target, { receivedAt })).toMatchObject({ basis: 'exact', dueAt });
  });

  it('count the day of receipt as day 1 where the company says so', () => {
    const company = { ...COMPANY, firstDay: 'sameDay' as const };
    const due = (target: Target) => compute(target, { receivedAt: '2026-03-03' }, { company }).dueAt;
    expect(due({ unit: 'workDays', amount: 1 })).toBe('2026-03-03T18:00:00+08:00');
    expect(due({ unit: 'calendarDays', amount: 1 })).toBe('2026-03-03T23:59:59+08:00');
  });

  it('are provisional where the way there passes dates that are not published', () => {
    const receivedAt = `${LAST_PUBLISHED_YEAR}-12-28`;
    const deadline = compute({ unit: 'workDays', amount: 9 }, { receivedAt });
    expect(deadline.basis).toBe('provisional');
    expect(deadline.dueAt).not.toBeNull();
    expect(codes(deadline)).toContain('unpublishedYear');
  });
});

describe('what is missing is said, never guessed', () => {
  const WORK_DAYS: Target = { unit: 'workDays', amount: 1 };
  const none = { ...COMPANY, calendar: null };
  const noRule = { ...COMPANY, firstDay: null };
  it.each([
    ['a blank of the policy', { unit: 'notConfigured' }, '2026-03-03', COMPANY, 'notConfigured', 'missingTarget'],
    ['working hours', HOUR, '2026-03-03T10:00:00+08:00', none, 'notConfigured', 'missingCalendar'],
    ['working hours for days', WORK_DAYS, '2026-03-03', none, 'notConfigured', 'missingCalendar'],
    ['the first-day rule', WORK_DAYS, '2026-03-03', noRule, 'notConfigured', 'missingFirstDay'],
    [
      'a first-day rule for calendar days',
      { unit: 'calendarDays', amount: 1 },
      '2026-03-03',
      noRule,
      'notConfigured',
      'missingFirstDay',
    ],
    ['the time of day', HOUR, '2026-03-03', COMPANY, 'needsInput', 'needsTimeOfDay'],
    [
      'the time of day for clock hours',
      { unit: 'clockMinutes', amount: 5 },
      '2026-03-03',
      COMPANY,
      'needsInput',
      'needsTimeOfDay',
    ],
    ['the time of receipt', HOUR, undefined, COMPANY, 'needsInput', 'missingStart'],
    ['a readable time', HOUR, '三月初', COMPANY, 'needsInput', 'unreadableStart'],
    ['a plausible year', HOUR, '0206-03-03', COMPANY, 'needsInput', 'unreadableStart'],
    ['open hours', HOUR, '2026-03-03T10:00:00+08:00', { ...COMPANY, calendar: CLOSED }, 'neverOpens', 'neverOpens'],
    [
      'a number for “at once”',
      { unit: 'immediately' },
      '2026-03-03T10:00:00+08:00',
      COMPANY,
      'immediately',
      'immediately',
    ],
  ] satisfies [string, Target, string | undefined, CompanySettings, string, string][])(
    '%s',
    (_, target, receivedAt, company, basis, code) => {
      const deadline = compute(target, receivedAt === undefined ? {} : { receivedAt }, { company });
      expect(deadline).toMatchObject({ basis, dueAt: null, warnAt: null, status: 'none' });
      expect(codes(deadline)).toContain(code);
    },
  );

  it('a company that has answered nothing gets no due time, and both gaps named', () => {
    const [deadline] = computeDeadlines({
      values: { receivedAt: '2026-03-03T10:00:00+08:00' },
      grade: 'general',
      pack: packWith(WORK_DAYS),
      company: null,
      asOf: '2026-03-03T10:00:00+08:00',
      zone: 'Asia/Shanghai',
    });
    expect(deadline?.trace.map(({ code }) => code)).toEqual([
      'target.pack.workDays',
      'missingCalendar',
      'missingFirstDay',
    ]);
  });

  it('a day is enough for a clock target only in days', () => {
    const company = { ...COMPANY, calendar: null };
    const deadline = compute({ unit: 'calendarDays', amount: 2 }, { receivedAt: '2026-03-03' }, { company });
    expect(deadline).toMatchObject({ basis: 'exact', dueAt: '2026-03-05T23:59:59+08:00' });
  });
});

describe('whose target holds', () => {
  const received: ComplaintValues = { receivedAt: '2026-03-03T09:00:00+08:00' };
  const minutes = (amount: number): Target => ({ unit: 'workMinutes', amount });
  const byGrade: Record<string, Target> = { default: minutes(240), important: minutes(120), major: minutes(60) };
  const graded = { ...general, milestones: general.milestones.map((each) => ({ ...each, targets: byGrade })) };
  const dueAt = (grade: string, targets: CompanySettings['targets'], policyId = 'general') =>
    computeDeadlines({
      values: received,
      grade,
      pack: graded,
      company: { ...COMPANY, policyId, targets },
      asOf: '2026-03-03T09:00:00+08:00',
      zone: 'Asia/Shanghai',
    }).find(({ milestone }) => milestone === 'firstResponse')?.dueAt;

  it('the pack’s, by grade, with its default for the others', () => {
    expect(dueAt('major', {})).toBe('2026-03-03T10:00:00+08:00');
    expect(dueAt('general', {})).toBe('2026-03-03T14:30:00+08:00');
    expect(dueAt('constructor', {})).toBe('2026-03-03T14:30:00+08:00');
  });

  it('the company’s before the pack’s, a named grade before the default', () => {
    const targets = { firstResponse: { default: minutes(30), major: minutes(10) } };
    expect(dueAt('major', targets)).toBe('2026-03-03T09:10:00+08:00');
    expect(dueAt('general', targets)).toBe('2026-03-03T09:30:00+08:00');
    expect(dueAt('important', targets)).toBe('2026-03-03T11:00:00+08:00');
  });

  it('not that of a company that set it for another pack', () => {
    expect(dueAt('major', { firstResponse: { major: minutes(10) } }, 'fly-ash')).toBe('2026-03-03T10:00:00+08:00');
  });

  it('the company’s default where the pack leaves a grade blank', () => {
    const deadlines = computeDeadlines({
      values: { ...received, firstResponseAt: '2026-03-03T09:20:00+08:00' },
      grade: 'major',
      pack: flyAsh,
      company: { ...COMPANY, policyId: 'fly-ash', targets: { preliminaryAnswer: { default: minutes(60) } } },
      asOf: '2026-03-03T09:30:00+08:00',
      zone: 'Asia/Shanghai',
    });
    expect(deadlines.map(({ milestone, basis, dueAt: due }) => [milestone, basis, due])).toEqual([
      ['firstResponse', 'exact', '2026-03-03T10:00:00+08:00'],
      ['report', 'immediately', null],
      ['preliminaryAnswer', 'exact', '2026-03-03T10:20:00+08:00'],
      ['closing', 'notConfigured', null],
    ]);
  });
});

describe('where a deadline stands', () => {
  const receivedAt = '2026-03-03T10:00:00+08:00';
  const statusAt = (asOf: string, firstResponseAt?: string) =>
    compute(HOUR, { receivedAt, ...(firstResponseAt === undefined ? {} : { firstResponseAt }) }, { asOf }).status;

  it.each([
    ['2026-03-03T10:29:59+08:00', 'running'],
    ['2026-03-03T10:30:00+08:00', 'dueSoon'],
    ['2026-03-03T11:00:00+08:00', 'dueSoon'],
    ['2026-03-03T11:00:01+08:00', 'overdue'],
    ['2026-03-03T03:30:00Z', 'overdue'],
  ])('not done at %s: %s', (asOf, status) => {
    expect(statusAt(asOf)).toBe(status);
  });

  it.each([
    ['2026-03-03T11:00:00+08:00', 'met'],
    ['2026-03-03T11:00:01+08:00', 'missed'],
    ['2026-03-03', 'met'],
    ['2026-03-04', 'missed'],
  ])('done %s: %s, whenever one looks', (stoppedAt, status) => {
    expect(statusAt('2026-03-03T10:00:00+08:00', stoppedAt)).toBe(status);
    expect(statusAt('2027-01-01T00:00:00+08:00', stoppedAt)).toBe(status);
  });

  it('warns no earlier than the start', () => {
    expect(compute(HOUR, { receivedAt }, { warnMinutes: 600 }).warnAt).toBe(receivedAt);
  });

  it('points out a completion before the start and one that cannot be read', () => {
    const lines = (firstResponseAt: string) => codes(compute(HOUR, { receivedAt, firstResponseAt }));
    expect(lines('2026-03-02T10:00:00+08:00')).toContain('stoppedBeforeStart');
    expect(lines('2026-03-02')).toContain('stoppedBeforeStart');
    expect(lines('2026-03-03')).not.toContain('stoppedBeforeStart');
    expect(lines('已回')).toContain('unreadableStop');
    expect(statusAt('2026-03-03T12:00:00+08:00', '已回')).toBe('overdue');
  });
});

describe('the trace', () => {
  const trace = (target: Target, receivedAt: string, company = COMPANY) =>
    compute(target, { receivedAt }, { company }).trace.map(({ code, params }) =>
      translate('en', `deadline.trace.${code}`, params),
    );

  it('tells a working hour span by span, lunch and closing included', () => {
    expect(trace({ unit: 'workMinutes', amount: 120 }, '2026-03-03T11:40:00+08:00')).toEqual([
      'Starts 2026-03-03 11:40 (Asia/Shanghai)',
      'Time limit: 2 working hours, after test',
      '2026-03-03 11:40–12:00: 20 minutes',
      '2026-03-03 12:00–13:30: break, not counted',
      '2026-03-03 13:30–15:10: 100 minutes',
      'Due 2026-03-03 15:10',
    ]);
    expect(trace(HOUR, '2026-03-03T20:00:00+08:00')).toContain('2026-03-03: after closing time, not counted');
  });

  it('tells a long holiday in one line and a make-up workday in its own', () => {
    expect(trace({ unit: 'workDays', amount: 3 }, '2026-09-30')).toEqual([
      'Starts on 2026-09-30; the time of day is not known',
      'Time limit: 3 working days, after test',
      'Day 1 is the day after the start',
      'The last day ends with its last working hours (no other rule is set)',
      '2026-10-01 to 2026-10-07: National Day holiday',
      '2026-10-08: working day 1',
      '2026-10-09: working day 2',
      '2026-10-10: working day 3 (make-up workday)',
      'Due 2026-10-10 18:00',
    ]);
  });

  it('tells the company’s own days with its note', () => {
    const overrides = [
      { date: '2026-03-04', windows: [], note: '年会' },
      { date: '2026-03-05', windows: [], note: '' },
      { date: '2026-03-07', windows: [{ from: '09:00', to: '10:00' }], note: '盘点' },
    ];
    const company = { ...COMPANY, calendar: { ...CHINA_OFFICE, overrides } };
    const lines = trace({ unit: 'workMinutes', amount: 12 * 60 }, '2026-03-03T13:30:00+08:00', company);
    expect(lines).toContain('2026-03-04: closed by the company (年会)');
    expect(lines).toContain('2026-03-05: closed by the company');
    expect(trace({ unit: 'workMinutes', amount: 12 * 60 + 30 }, '2026-03-03T13:30:00+08:00', company)).toContain(
      "2026-03-07: open by the company's own calendar: 盘点",
    );
  });

  it('warns when a clock target ends on a closed day (V7)', () => {
    const lines = trace({ unit: 'clockMinutes', amount: 1440 }, '2026-09-30T17:50:00+08:00');
    expect(lines.at(-1)).toBe('The due date is not a working day; act before it');
  });

  it('has words in all three languages for every kind of line, with nothing left unfilled', () => {
    const units = ['workMinutes', 'clockMinutes', 'workDays', 'calendarDays'] as const;
    const targets: Target[] = [
      ...units.flatMap((unit) => [7, 60, 120].map((amount) => ({ unit, amount }))),
      { unit: 'immediately' },
      { unit: 'notConfigured' },
    ];
    const starts = ['2025-12-30', '2026-01-30T17:00:00+08:00', '2026-09-18T19:00:00+08:00', 'x'];
    const overrides = [{ date: '2026-03-10', windows: [], note: 'note' }];
    const calendars = [CHINA_OFFICE, { ...CHINA_OFFICE, overrides, makeUpWindows: [] }, CLOSED, null];
    for (const target of targets) {
      for (const receivedAt of starts) {
        for (const calendar of calendars) {
          for (const policyTargets of [{}, { answer: { default: target } }]) {
            const company = { ...COMPANY, calendar, targets: policyTargets };
            for (const { code, params } of compute(target, { receivedAt, firstResponseAt: '2026-03-01' }, { company })
              .trace) {
              for (const locale of LOCALES) {
                expect(translate(locale, `deadline.trace.${code}`, params)).not.toMatch(/[{}]/);
              }
            }
          }
        }
      }
    }
  });
});
