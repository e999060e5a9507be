import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutTarget, type Circumstances } from '../../../core/deadline/lay-out-target.ts';
import { readTime } from '../../../core/deadline/read-time.ts';
import type { SettledTarget, TargetChoice } from '../../../core/policy/choose-target.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { UNPUBLISHED_FROM } from '../../../core/working-time/official-days.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';
import { COMPANY, shanghai } from './tracked-pack.ts';

const choice = (target: SettledTarget, more: Partial<TargetChoice> = {}): TargetChoice => ({
  ...{ target, setBy: 'pack', source: '第5条', ...more },
});
const minutes = (amount: number): SettledTarget => ({ unit: 'workMinutes', amount });
const clockMinutes = (amount: number): SettledTarget => ({ unit: 'clockMinutes', amount });
const days = (amount: number): SettledTarget => ({ unit: 'workDays', amount });
const calendarDays = (amount: number): SettledTarget => ({ unit: 'calendarDays', amount });

interface Around extends Circumstances {
  company?: CompanySettings | null;
  zone?: string;
}
function lay(target: SettledTarget | TargetChoice, start: string | undefined, around: Around = {}) {
  const { company = COMPANY, zone = 'Asia/Shanghai', ...more } = around;
  return layOutTarget('unit' in target ? choice(target) : target, readTime(start), company, zone, more);
}
const codes = (...given: Parameters<typeof lay>) => lay(...given).trace.map(({ code }) => code);
const stretch = (from: string, to: string) => ({ from: Date.parse(shanghai(from)), to: Date.parse(shanghai(to)) });

describe('what is said first when several things are missing', () => {
  const nothing: CompanySettings = { ...COMPANY, calendar: null, firstDay: null };
  it.each<[string, SettledTarget, string | undefined, Around, string, string[]]>([
    [
      'a blank goes before a missing start',
      { unit: 'notConfigured' },
      undefined,
      {},
      'notConfigured',
      ['missingTarget'],
    ],
    [
      'a blank is quoted in the words of the policy',
      { unit: 'notConfigured', blank: '[X]个工作日' },
      shanghai('03-03 09:00'),
      {},
      'notConfigured',
      ['missingTargetQuoted'],
    ],
    [
      'settings go before a missing start',
      minutes(60),
      undefined,
      { company: nothing },
      'notConfigured',
      ['missingCalendar'],
    ],
    [
      'both settings are named at once',
      days(1),
      '三月初',
      { company: nothing },
      'notConfigured',
      ['missingCalendar', 'missingFirstDay'],
    ],
    [
      'calendar days need no working hours',
      calendarDays(1),
      '2026-03-03',
      { company: nothing },
      'notConfigured',
      ['missingFirstDay'],
    ],
    [
      'a step that has not happened is waited for',
      minutes(60),
      undefined,
      { waitsFor: 'acceptedAt' },
      'notStarted',
      ['waitsFor.acceptedAt'],
    ],
    ['a receipt that is not known is asked for', minutes(60), undefined, {}, 'needsInput', ['missingStart']],
    [
      'what cannot be read is asked for, waited for or not',
      minutes(60),
      '上午',
      { waitsFor: 'acceptedAt' },
      'needsInput',
      [],
    ],
  ])('%s', (_, target, start, more, basis, last) => {
    const found = lay(target, start, more);
    expect(found).toMatchObject({ basis, dueAt: null });
    expect(found.trace.map(({ code }) => code).slice(1)).toEqual(last.length === 0 ? ['target.pack.workHours'] : last);
  });

  it('clock hours need nothing of a company', () => {
    expect(lay(clockMinutes(1440), shanghai('03-03 09:00'), { company: null })).toMatchObject({
      basis: 'exact',
      dueAt: shanghai('03-04 09:00'),
    });
  });

  it('what is to be done at once has no due time, and its start is told only where it is known', () => {
    expect(codes({ unit: 'immediately' }, shanghai('03-03 09:00'))).toEqual([
      'start',
      'target.pack.open',
      'immediately',
    ]);
    expect(codes({ unit: 'immediately' }, '2026-03-03')).toEqual(['startDay', 'target.pack.open', 'immediately']);
    expect(codes({ unit: 'immediately' }, undefined)).toEqual(['target.pack.open', 'immediately']);
    expect(codes({ unit: 'immediately' }, '刚才', { company: null })).toEqual(['target.pack.open', 'immediately']);
  });
});

describe('how the target is named', () => {
  it.each<[string, TargetChoice, string, number | undefined]>([
    ['whole working hours', choice(minutes(120)), 'target.pack.workHours', 2],
    ['working minutes', choice(minutes(90)), 'target.pack.workMinutes', 90],
    ['whole hours by the clock', choice(clockMinutes(1440)), 'target.pack.clockHours', 24],
    ['minutes by the clock', choice(clockMinutes(45)), 'target.pack.clockMinutes', 45],
    ['working days, sixty of them too', choice(days(60)), 'target.pack.workDays', 60],
    ['calendar days', choice(calendarDays(7)), 'target.pack.calendarDays', 7],
    ['the company’s own', choice(minutes(60), { setBy: 'company' }), 'target.company.workHours', 1],
    ['a default of the product', choice(calendarDays(3), { setBy: 'product' }), 'target.product.calendarDays', 3],
  ])('%s', (_, given, code, count) => {
    expect(lay(given, shanghai('03-03 09:00')).trace[1]).toEqual({ code, params: { count, source: '第5条' } });
  });

  it('hours whose kind the company has chosen say so; those still open name the question instead of a blank', () => {
    const chosen = choice(minutes(120), { hours: { count: 2, mean: 'working' } });
    expect(codes(chosen, shanghai('03-03 09:00'))[2]).toBe('hoursMeanWorking');
    const byClock = choice(clockMinutes(120), { hours: { count: 2, mean: 'clock' } });
    expect(codes(byClock, shanghai('03-03 09:00'))[2]).toBe('hoursMeanClock');
    const open = choice({ unit: 'notConfigured' }, { hours: { count: 2, mean: null } });
    expect(lay(open, shanghai('03-03 09:00')).trace.at(-1)).toEqual({ code: 'openHours', params: { count: 2 } });
  });
});

describe('calendar days end with the last second of their day', () => {
  it.each<[string, string, string, number, string]>([
    ['at home', 'Asia/Shanghai', '2026-03-03', 1, '2026-03-04T23:59:59+08:00'],
    ['over the end of February', 'Asia/Shanghai', '2026-02-27', 2, '2026-03-01T23:59:59+08:00'],
    ['over 29 February', 'Asia/Shanghai', '2028-02-27', 2, '2028-02-29T23:59:59+08:00'],
    ['over New Year', 'Asia/Shanghai', '2026-12-31', 1, '2027-01-01T23:59:59+08:00'],
    ['on a day of 23 hours', 'America/New_York', '2026-03-07', 1, '2026-03-08T23:59:59-04:00'],
    ['on a day of 25 hours', 'America/New_York', '2026-10-31', 1, '2026-11-01T23:59:59-05:00'],
    ['before a day that begins at one', 'Africa/Cairo', '2026-04-22', 1, '2026-04-23T23:59:59+02:00'],
    ['on a day that begins at one', 'Africa/Cairo', '2026-04-23', 1, '2026-04-24T23:59:59+03:00'],
  ])('%s', (_, zone, start, amount, dueAt) => {
    const company = { ...COMPANY, calendar: null };
    expect(lay(calendarDays(amount), start, { company, zone })).toMatchObject({ basis: 'exact', dueAt });
  });

  it('the day of a moment is that of the place, not of the one who wrote it', () => {
    // Half past six in the evening in London is the next morning in Shanghai.
    expect(lay(calendarDays(1), '2026-03-03T18:30:00Z').dueAt).toBe('2026-03-05T23:59:59+08:00');
    const company = { ...COMPANY, calendar: null };
    expect(lay(calendarDays(1), '2026-03-03T18:30:00Z', { company, zone: 'Europe/London' }).dueAt).toBe(
      '2026-03-04T23:59:59+00:00',
    );
  });

  it('say where the whole due day is closed, and nothing where it is open or nobody knows', () => {
    expect(codes(calendarDays(4), '2026-03-03')).toContain('dueWhileClosed');
    expect(codes(calendarDays(3), '2026-03-03')).not.toContain('dueWhileClosed');
    expect(codes(calendarDays(4), '2026-03-03', { company: { ...COMPANY, calendar: null } })).not.toContain(
      'dueWhileClosed',
    );
  });

  it('a pause before day 1 adds nothing, one of the day of receipt only where that is day 1', () => {
    const pauses = [stretch('03-03 10:00', '03-03 22:00')];
    expect(lay(calendarDays(2), shanghai('03-03 09:00'), { pauses }).dueAt).toBe('2026-03-05T23:59:59+08:00');
    const company = { ...COMPANY, firstDay: 'sameDay' as const };
    expect(lay(calendarDays(2), shanghai('03-03 09:00'), { pauses, company }).dueAt).toBe('2026-03-05T11:59:59+08:00');
    // What was paused before it came in does not count.
    const early = [stretch('03-03 05:00', '03-03 09:00')];
    expect(lay(calendarDays(2), shanghai('03-03 09:00'), { pauses: early, company }).dueAt).toBe(
      '2026-03-04T23:59:59+08:00',
    );
  });
});

describe('dates whose holidays are not published', () => {
  it('make provisional exactly the walks that pass one, and the first of them is named', () => {
    const unpublished = Date.parse(`${UNPUBLISHED_FROM}T00:00:00+08:00`);
    const dayBefore = (count: number) =>
      new Date(unpublished - count * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const found = lay(days(12), dayBefore(5));
    expect(found.basis).toBe('provisional');
    expect(found.trace.at(-1)).toEqual({ code: 'unpublishedYear', params: { date: UNPUBLISHED_FROM } });
    expect(lay(days(1), dayBefore(20)).basis).toBe('exact');
  });

  it('do not matter by the clock, nor to a company that keeps no official days', () => {
    const start = '2031-05-04T09:00:00+08:00';
    expect(lay(clockMinutes(60), start).basis).toBe('exact');
    expect(lay(minutes(60), start).basis).toBe('provisional');
    expect(
      lay(minutes(60), start, { company: { ...COMPANY, calendar: { ...CHINA_OFFICE, country: null } } }).basis,
    ).toBe('exact');
  });
});

describe('a longer target', () => {
  const unit = fc.constantFrom(
    'workMinutes' as const,
    'clockMinutes' as const,
    'workDays' as const,
    'calendarDays' as const,
  );
  const minute = fc.integer({ min: 0, max: 200 * 1440 });
  const at = (m: number) => new Date(Date.parse('2026-01-04T16:00:00Z') + m * 60_000).toISOString();
  const due = (target: SettledTarget, start: string, pauses = [stretch('03-03 10:00', '03-05 15:00')]) =>
    Date.parse(lay(target, start, { pauses }).dueAt ?? '');

  it('is never due earlier, nor is one that starts later', () => {
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 40 }), minute, minute, (of, amount, one, other) => {
        const [first, second] = one <= other ? [one, other] : [other, one];
        expect(due({ unit: of, amount: amount + 1 }, at(first))).toBeGreaterThan(due({ unit: of, amount }, at(first)));
        expect(due({ unit: of, amount }, at(second))).toBeGreaterThanOrEqual(due({ unit: of, amount }, at(first)));
      }),
      { numRuns: 100 },
    );
  });

  it('of working minutes may be cut anywhere: the parts one after the other end where the whole does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), minute, (one, other, start) => {
        const middle = new Date(due(minutes(one), at(start))).toISOString();
        expect(due(minutes(other), middle)).toBe(due(minutes(one + other), at(start)));
      }),
      { numRuns: 100 },
    );
  });
});
