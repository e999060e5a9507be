import { describe, expect, it } from 'vitest';
import { deadlineFunction } from '../../../../core/register/functions/deadline-function.ts';
import type { FunctionBase } from '../../../../core/register/functions/function-rules.ts';
import { gradeFunction } from '../../../../core/register/functions/grade-function.ts';
import { workingMinutesFunction } from '../../../../core/register/functions/working-minutes-function.ts';
import type { CompanySettings } from '../../../../core/policy/company-settings.ts';

const DAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const COMPANY: CompanySettings = {
  schemaVersion: 1,
  policyId: 'general',
  calendar: {
    zone: 'Asia/Shanghai',
    week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] },
    country: 'CN',
    makeUpWindows: DAY,
    overrides: [],
  },
  firstDay: 'nextDay',
  targets: {
    firstResponse: { default: { unit: 'workMinutes', amount: 60 }, major: { unit: 'immediately' } },
    closing: { default: { unit: 'calendarDays', amount: 3 } },
  },
};
const base: FunctionBase = {
  policy: { id: 'general' },
  company: COMPANY,
  locale: 'zh-CN',
  zone: 'Asia/Shanghai',
  date1904: false,
};
const SHIFT = 1_462;
/** Fri 2026-02-13 17:30, before the make-up Saturday of the Spring Festival. */
const FRIDAY = 46_066 + 17.5 / 24;
const SATURDAY = 46_067 + 9.5 / 24;

describe('REDRESS.DEADLINE', () => {
  it('counts as the register does, serial in and serial out', () => {
    const due = deadlineFunction([FRIDAY, '一般', '首次响应'], base);
    expect(due).toEqual({ ok: true, value: expect.closeTo(SATURDAY, 6) as number });
  });

  it('counts from 1904 in a workbook that does', () => {
    const due = deadlineFunction([FRIDAY - SHIFT, 'general', 'firstResponse'], { ...base, date1904: true });
    expect(due).toEqual({ ok: true, value: expect.closeTo(SATURDAY - SHIFT, 6) as number });
  });

  it.each([
    ['a label in another language', [FRIDAY, 'General', 'First response']],
    ['a time written as text', ['2026-02-13 17:30', '一般', '首次响应']],
    ['the policy by its name', [FRIDAY, '一般', '首次响应', 'general']],
    ['an empty policy', [FRIDAY, '一般', '首次响应', '']],
  ])('takes %s', (_, args) => {
    expect(deadlineFunction(args, base)).toEqual({ ok: true, value: expect.closeTo(SATURDAY, 6) as number });
  });

  it('answers the receipt itself for what is due at once', () => {
    expect(deadlineFunction([FRIDAY, '重大', '首次响应'], base)).toEqual({
      ok: true,
      value: expect.closeTo(FRIDAY, 6) as number,
    });
  });

  it.each([
    ['timeMissing', ['', '一般', '办结']],
    ['timeMissing', [null, '一般', '办结']],
    ['timeUnreadable', ['昨天下午吧', '一般', '办结']],
    ['timeUnreadable', [true, '一般', '办结']],
    ['unknownGrade', [FRIDAY, 'X', '办结']],
    ['unknownMilestone', [FRIDAY, '一般', '发货']],
    ['unknownPolicy', [FRIDAY, '一般', '办结', '没有这个']],
    ['dayOnly', [46_066, '一般', '首次响应']],
    ['dayOnly', [46_066, '重大', '首次响应']],
  ])('refuses with %s: %j', (code, args) => {
    expect(deadlineFunction(args, base)).toMatchObject({ ok: false, code });
  });

  it('says what may be asked for', () => {
    expect(deadlineFunction([FRIDAY, 'X', '办结'], base)).toMatchObject({
      detail: { value: 'X', list: '一般 / 重要 / 重大' },
    });
  });

  it('never guesses what is not settled: no answers, and no time limits of another policy', () => {
    const args = [FRIDAY, '一般', '首次响应'];
    expect(deadlineFunction(args, { ...base, company: null })).toMatchObject({ ok: false, code: 'notConfigured' });
    const other = { ...base, policy: { id: 'fly-ash' }, company: { ...COMPANY, policyId: 'fly-ash' } };
    expect(deadlineFunction([...args, 'general'], other)).toMatchObject({ ok: false, code: 'notConfigured' });
  });
});

describe('REDRESS.WORKINGMINUTES', () => {
  it('counts working time, make-up days included, in both directions', () => {
    expect(workingMinutesFunction([FRIDAY, SATURDAY], base)).toEqual({ ok: true, value: 60 });
    expect(workingMinutesFunction([SATURDAY, FRIDAY], base)).toEqual({ ok: true, value: -60 });
    expect(workingMinutesFunction([FRIDAY - SHIFT, SATURDAY - SHIFT], { ...base, date1904: true })).toEqual({
      ok: true,
      value: 60,
    });
  });

  it('takes a day as its midnight', () => {
    expect(workingMinutesFunction([46_066, 46_067], base)).toEqual({ ok: true, value: 450 });
  });

  it('refuses what it cannot count', () => {
    expect(workingMinutesFunction([FRIDAY, SATURDAY], { ...base, company: null })).toMatchObject({ code: 'noHours' });
    expect(workingMinutesFunction([FRIDAY], base)).toMatchObject({ code: 'timeMissing' });
    expect(workingMinutesFunction([36_600, 100_000], base)).toMatchObject({ code: 'tooLong' });
  });
});

describe('REDRESS.GRADE', () => {
  it('proposes the policy’s grade by its label in the register’s language', () => {
    const words = '有人受伤住院，媒体记者已经到场';
    expect(gradeFunction([words], base)).toMatchObject({ ok: true, value: '重大' });
    expect(gradeFunction([words], { ...base, locale: 'en' })).toMatchObject({ ok: true, value: 'Major' });
    expect(gradeFunction(['催一下发票'], base)).toMatchObject({ ok: true, value: '一般' });
  });

  it('goes by another policy when one is named', () => {
    const plain = gradeFunction(['粉煤灰受潮结块'], base);
    const other = gradeFunction(['粉煤灰受潮结块', 'fly-ash'], base);
    expect(plain.ok && other.ok && plain.value !== other.value).toBe(true);
  });

  it('refuses an empty cell and an unknown policy', () => {
    expect(gradeFunction([''], base)).toMatchObject({ code: 'textMissing' });
    expect(gradeFunction(['x', 'nope'], base)).toMatchObject({ code: 'unknownPolicy' });
  });
});
