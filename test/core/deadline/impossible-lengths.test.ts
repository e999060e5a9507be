import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { deadlineState } from '../../../core/deadline/deadline-state.ts';
import { startBy } from '../../../core/deadline/start-by.ts';
import { CompanySettings } from '../../../core/policy/company-settings.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { isReckonable, Target } from '../../../core/policy/target.ts';
import { deadlineNotes } from '../../../core/register/deadline-notes.ts';
import { translate } from '../../../core/wording/translate.ts';
import { workingMinutesBetween } from '../../../core/working-time/working-minutes-between.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';
import { CHINA_OFFICE, CLOSED } from '../working-time/calendars.ts';

const asOf = '2026-03-03T10:00:00+08:00';
const company = (target: Target, calendar = CHINA_OFFICE): CompanySettings => ({
  ...SMALL_COMPANY,
  calendar,
  targets: { closing: { default: target } },
});
const closing = (settings: CompanySettings) =>
  computeDeadlines({
    ...{ values: { receivedAt: asOf }, grade: 'general', pack: SMALL_PACK, company: settings, asOf },
    zone: 'Asia/Shanghai',
  }).find(({ milestone }) => milestone === 'closing');

const TOO_LONG: Target[] = [
  { unit: 'workMinutes', amount: 5_256_001 },
  { unit: 'clockMinutes', amount: 1e12 },
  { unit: 'workDays', amount: 3_651 },
  { unit: 'calendarDays', amount: 1e9 },
];

describe('a length of more than ten years', () => {
  it.each(TOO_LONG)('is refused where settings are read: $amount $unit', (target) => {
    expect(Target.safeParse(target).success).toBe(false);
    expect(CompanySettings.safeParse(company(target)).success).toBe(false);
    expect(isReckonable(target)).toBe(false);
  });

  it.each(TOO_LONG)('crashes nothing where it was never read: $amount $unit', (target) => {
    expect(closing(company(target))).toMatchObject({
      ...{ basis: 'notConfigured', dueAt: null },
      trace: [{ code: 'targetTooLong' }],
    });
    const found = startBy({ dueAt: asOf, target: target as never, calendar: CHINA_OFFICE, firstDay: 'nextDay' });
    expect(found).toMatchObject({ ok: false, code: 'targetTooLong' });
  });

  it('is not what ten years are', () => {
    const target: Target = { unit: 'calendarDays', amount: 3_650 };
    expect(isReckonable(target)).toBe(true);
    expect(closing(company(target))).toMatchObject({ basis: 'exact', dueAt: '2036-02-29T23:59:59+08:00' });
    expect(isReckonable({ unit: 'immediately' })).toBe(true);
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity])('as little as a length of %d', (amount) => {
    expect(isReckonable({ unit: 'workDays', amount })).toBe(false);
  });
});

describe('a calendar that never opens', () => {
  const never = closing(company({ unit: 'workDays', amount: 1 }, CLOSED));

  it('has a word of its own, and is not “not set”', () => {
    expect(never).toMatchObject({ basis: 'neverOpens', dueAt: null, status: 'none' });
    expect(never && deadlineState(never)).toBe('neverOpens');
    expect(never?.trace.map(({ code }) => code)).toContain('neverOpens');
  });

  it.each(LOCALES)('is shown as such in a register and in the panel (%s)', (locale) => {
    const words = translate(locale, 'register.state.neverOpens');
    expect(
      deadlineNotes(never ? [never] : [], SMALL_PACK.milestones, {
        locale,
        zone: 'Asia/Shanghai',
        readAsText: new Set(),
      }),
    ).toContain(words);
    expect(translate(locale, 'deadline.basis.neverOpens')).not.toBe(translate(locale, 'deadline.basis.notConfigured'));
  });

  it('does not befall targets that run by the clock', () => {
    expect(closing(company({ unit: 'calendarDays', amount: 1 }, CLOSED))?.basis).toBe('exact');
  });
});

describe('working minutes between two moments that lie a century apart', () => {
  it('are not counted half: there is no answer, in either direction', () => {
    expect(workingMinutesBetween(CHINA_OFFICE, '1970-01-01T00:00:00Z', '2199-01-01T00:00:00Z')).toBeNull();
    expect(workingMinutesBetween(CHINA_OFFICE, '2199-01-01T00:00:00Z', '1970-01-01T00:00:00Z')).toBeNull();
    expect(workingMinutesBetween(CLOSED, '1970-01-01T00:00:00Z', '2199-01-01T00:00:00Z')).toBeNull();
  });

  it('are counted to the end over sixteen years', () => {
    const week = (from: string, to: string) => workingMinutesBetween({ ...CHINA_OFFICE, country: null }, from, to) ?? 0;
    const [a, b, c] = ['2000-01-03T00:00:00+08:00', '2008-01-07T00:00:00+08:00', '2016-01-04T00:00:00+08:00'] as const;
    expect(week(a, c)).toBe(week(a, b) + week(b, c));
    expect(week(a, c)).toBe(
      ((Date.parse(c) - Date.parse(a)) / (7 * 86_400_000)) *
        week('2016-01-04T00:00:00+08:00', '2016-01-11T00:00:00+08:00'),
    );
  });
});
