import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../../core/policy/answer-blank.ts';
import type { BlankAnswer } from '../../../core/policy/blank-answer.ts';
import { CompanySettings } from '../../../core/policy/company-settings.ts';
import { findPack } from '../../../core/policy/packs.ts';
import type { AnswerKind } from '../../../core/policy/policy-blank.ts';
import { suggestedTargets } from '../../../core/policy/suggested-targets.ts';
import { answerFormOf, answerOf } from '../../../core/policy/answer-form.ts';
import { kindOfDay, windowsFor, withDay } from '../../../core/working-time/own-days.ts';
import { badDays, weekFormOf, withCalendar } from '../../../extension/ui/options/calendar-form.ts';
import { targetFormOf, targetOf, type TargetForm } from '../../../core/policy/target-form.ts';
import { companyOf, fitsHoursForm, hoursFormOf, SUGGESTED_HOURS } from '../../../extension/ui/settings/hours-form.ts';
import { CHINA_OFFICE } from '../../core/working-time/calendars.ts';

const pack = findPack('general');
if (pack === null) throw new Error('no general policy');
const words = (word: string) => ({ 'zh-CN': word, 'zh-TW': word, en: word });

describe('a time limit', () => {
  it.each<[TargetForm, ReturnType<typeof targetOf>]>([
    [
      { amount: '4', unit: 'workHours' },
      { unit: 'workMinutes', amount: 240 },
    ],
    [
      { amount: '1.5', unit: 'clockHours' },
      { unit: 'clockMinutes', amount: 90 },
    ],
    [
      { amount: '３', unit: 'workDays' },
      { unit: 'workDays', amount: 3 },
    ],
    [{ amount: '', unit: 'immediately' }, { unit: 'immediately' }],
    [{ amount: '2.5', unit: 'calendarDays' }, null],
    [{ amount: '', unit: 'workHours' }, null],
    [{ amount: '0', unit: 'workDays' }, null],
    [{ amount: '-1', unit: 'workDays' }, null],
    [{ amount: '1e3', unit: 'workDays' }, null],
  ])('typed as %j is read', (form, target) => {
    expect(targetOf(form)).toEqual(target);
  });

  it('comes back from its form as it was', () => {
    const unit = fc.constantFrom('workMinutes', 'clockMinutes', 'workDays', 'calendarDays');
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 3_650 }), (each, amount) => {
        expect(targetOf(targetFormOf({ unit: each, amount }))).toEqual({ unit: each, amount });
      }),
    );
  });
});

describe('an answer', () => {
  it.each<[AnswerKind, BlankAnswer]>([
    [{ kind: 'target' }, { kind: 'target', target: { unit: 'workMinutes', amount: 90 } }],
    [
      { kind: 'choice', options: ['a'] },
      { kind: 'choice', option: 'a' },
    ],
    [
      { kind: 'choice', options: ['a'] },
      { kind: 'choice', option: 'a', cutOffDays: 30 },
    ],
    [{ kind: 'role' }, { kind: 'role', role: 'boss' }],
    [
      { kind: 'number', unit: 'yuan' },
      { kind: 'number', number: 0 },
    ],
    [
      { kind: 'number', unit: 'percent' },
      { kind: 'number', number: 12.5 },
    ],
    [{ kind: 'timesWithinDays' }, { kind: 'timesWithinDays', times: 3, withinDays: 30 }],
    [{ kind: 'text' }, { kind: 'text', text: '由厂长决定' }],
    [
      { kind: 'scale' },
      { kind: 'scale', steps: ['差', '好'].map((name, at) => ({ id: `step${at + 1}`, label: words(name) })) },
    ],
    [
      { kind: 'warnPoints' },
      { kind: 'warnPoints', points: { default: [{ minutes: 120 }, { share: 0.8 }], major: [{ minutes: 45 }] } },
    ],
    [
      { kind: 'ladder' },
      {
        kind: 'ladder',
        steps: [
          { minutes: -60, tell: 'boss' },
          { minutes: 0, tell: 'boss' },
          { minutes: 90, tell: 'boss' },
        ],
      },
    ],
  ])('of kind %j comes back from its form as it was', (asked, answer) => {
    expect(answerOf(answerFormOf(answer), asked)).toEqual(answer);
  });

  it('about stretches of time comes back exactly, whatever they are, in a unit that reads well', () => {
    const minutes = fc.integer({ min: 1, max: 100_000 });
    const share = fc.integer({ min: 1, max: 9_999 }).map((each) => each / 10_000);
    fc.assert(
      fc.property(minutes, fc.boolean(), share, (each, isBefore, part) => {
        const ladder: BlankAnswer = { kind: 'ladder', steps: [{ minutes: isBefore ? -each : each, tell: 'boss' }] };
        expect(answerOf(answerFormOf(ladder), { kind: 'ladder' })).toEqual(ladder);
        const points: BlankAnswer = { kind: 'warnPoints', points: { default: [{ minutes: each }, { share: part }] } };
        expect(answerOf(answerFormOf(points), { kind: 'warnPoints' })).toEqual(points);
        for (const { amount } of [...answerFormOf(ladder).ladder, ...answerFormOf(points).warnings.slice(0, 1)])
          expect(amount).toMatch(/^\d+(\.5)?$/);
      }),
    );
    const twenty = answerFormOf({ kind: 'ladder', steps: [{ minutes: 20, tell: 'boss' }] });
    expect(twenty.ladder).toEqual([{ tell: 'boss', amount: '20', unit: 'minutes', when: 'after' }]);
    const days = answerFormOf({ kind: 'ladder', steps: [{ minutes: -4_320, tell: 'boss' }] });
    expect(days.ladder).toEqual([{ tell: 'boss', amount: '3', unit: 'days', when: 'before' }]);
  });

  it.each<AnswerKind>([
    ...(['target', 'role', 'timesWithinDays', 'text', 'scale', 'warnPoints', 'ladder', 'calendar'] as const).map(
      (kind) => ({ kind }),
    ),
    { kind: 'choice', options: ['a'] },
    { kind: 'number', unit: 'years' },
  ])('is none while the form is empty: %j', (asked) => {
    expect(answerOf(answerFormOf(null), asked)).toBeNull();
  });
});

describe('the calendar form', () => {
  it('tells the days whose hours make no sense', () => {
    const week = { ...weekFormOf(null), 2: [{ from: '12:00', to: '09:00' }], 3: [{ from: '', to: '09:00' }] };
    expect(badDays(week)).toEqual([2, 3]);
    expect(badDays(weekFormOf(null))).toEqual([]);
  });

  it('makes settings that fit, and loses nothing of what was there', () => {
    const before = {
      ...noAnswers(pack),
      calendar: { ...CHINA_OFFICE, region: undefined },
      answers: { retentionYears: 5 },
    };
    const days = withDay([], {
      date: '2026-12-25',
      windows: windowsFor('halfDay', weekFormOf(CHINA_OFFICE)),
      note: '',
    });
    const after = withCalendar(
      CompanySettings.parse(JSON.parse(JSON.stringify(before))),
      { overrides: days },
      'Asia/Shanghai',
    );
    expect(CompanySettings.safeParse(after).success).toBe(true);
    expect(after).toMatchObject({
      calendar: { week: CHINA_OFFICE.week, overrides: days },
      answers: { retentionYears: 5 },
    });
    expect(kindOfDay(days[0]?.windows ?? [])).toBe('halfDay');
  });

  it('keeps own days by date, the last entry of one', () => {
    const closed = { date: '2026-10-01', windows: [], note: 'a' };
    const days = withDay(withDay([closed], { ...closed, date: '2026-05-01' }), { ...closed, note: 'b' });
    expect(days.map(({ date, note }) => `${date} ${note}`)).toEqual(['2026-05-01 a', '2026-10-01 b']);
  });
});

describe('the short form', () => {
  it('is not offered for a week that it would flatten', () => {
    expect(fitsHoursForm(CHINA_OFFICE)).toBe(true);
    expect(
      fitsHoursForm({ ...CHINA_OFFICE, week: { ...CHINA_OFFICE.week, 5: [{ from: '09:00', to: '12:00' }] } }),
    ).toBe(false);
  });

  it('takes suggestions only when told, and never takes away what the company has set', () => {
    const zone = 'Asia/Shanghai';
    const [milestone = ''] = Object.keys(suggestedTargets(pack));
    const own = { [milestone]: { major: { unit: 'clockMinutes' as const, amount: 7 } } };
    const before = { ...noAnswers(pack), calendar: CHINA_OFFICE, targets: own };
    expect(hoursFormOf(before, pack)?.takesTargets).toBe(false);
    const without = companyOf({ ...SUGGESTED_HOURS, takesTargets: false }, { pack, zone, before });
    expect(without?.targets).toEqual(own);
    const taken = companyOf(SUGGESTED_HOURS, { pack, zone, before });
    expect(taken?.targets[milestone]?.['major']).toEqual({ unit: 'clockMinutes', amount: 7 });
    expect(Object.keys(taken?.targets ?? {})).toEqual(expect.arrayContaining(Object.keys(suggestedTargets(pack))));
    expect(companyOf({ ...SUGGESTED_HOURS, takesTargets: false }, { pack, zone, before: taken })?.targets).toEqual(own);
  });
});
