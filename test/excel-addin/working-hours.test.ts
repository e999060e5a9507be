import { describe, expect, it } from 'vitest';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { translate } from '../../core/wording/translate.ts';
import { WorkingCalendar } from '../../core/working-time/working-calendar.ts';
import { suggestCompany } from '../../excel-addin/actions/suggest-company.ts';
import { describeCalendar, fromHours, hoursOf } from '../../excel-addin/taskpane/working-hours.ts';

/** The default pack; it is always there. */
const GENERAL = findPack('general') as PolicyPack;
const suggested = suggestCompany(GENERAL, 'Asia/Shanghai').calendar;

describe('the form of working hours', () => {
  it('gives back the calendar that it was opened with', () => {
    expect(WorkingCalendar.parse(fromHours(hoursOf(suggested)))).toEqual(suggested);
    for (const zone of ['Europe/Paris', 'Europe/London', 'Asia/Taipei']) {
      const abroad = suggestCompany(GENERAL, zone).calendar;
      expect(WorkingCalendar.parse(fromHours(hoursOf(abroad)))).toEqual(abroad);
    }
    const scotland = WorkingCalendar.parse({ ...suggested, country: 'GB', region: 'SCT' });
    expect(WorkingCalendar.parse(fromHours(hoursOf(scotland)))).toEqual(scotland);
  });

  it('takes a break of no length for none', () => {
    const hours = { ...hoursOf(suggested), pauseFrom: '12:00', pauseTo: '12:00' };
    const calendar = WorkingCalendar.parse(fromHours(hours));
    expect(calendar.week[1]).toEqual([{ from: '09:00', to: '18:00' }]);
    expect(hoursOf(calendar)).toMatchObject({ from: '09:00', to: '18:00' });
  });

  it.each([
    ['ends before it begins', { from: '18:00', to: '09:00' }],
    ['has its break outside', { pauseFrom: '08:00', pauseTo: '08:30' }],
    ['has an empty time', { to: '' }],
  ])('is refused when a day %s', (_, change) => {
    expect(WorkingCalendar.safeParse(fromHours({ ...hoursOf(suggested), ...change })).success).toBe(false);
  });

  it('says in words what it means, days in runs', () => {
    const t = (code: string, params = {}) => translate('zh-CN', code, params);
    expect(describeCalendar(suggested, t)).toBe('周一至周五 09:00–12:00、13:30–18:00，按国家公布的放假调休');
    const odd = WorkingCalendar.parse(fromHours({ ...hoursOf(suggested), days: [1, 2, 3, 6], country: null }));
    expect(describeCalendar(odd, t)).toBe('周一至周三、周六 09:00–12:00、13:30–18:00');
    expect(describeCalendar(suggested, (code, params) => translate('en', code, params))).toBe(
      'Monday–Friday 09:00–12:00, 13:30–18:00, with public holidays and make-up days',
    );
  });

  it.each([
    ['TW', undefined, '，按台湾法定节假日'],
    ['GB', 'SCT', '，按英国（Scotland）法定节假日'],
    ['GB', undefined, '，按英国（未选地区）法定节假日'],
    ['US', 'FED', '，按美国（仅联邦假日）法定节假日'],
  ])('says whose official days it follows: %s %s', (country, region, end) => {
    const t = (code: string, params = {}) => translate('zh-CN', code, params);
    const calendar = WorkingCalendar.parse({ ...suggested, country, ...(region && { region }) });
    expect(describeCalendar(calendar, t).endsWith(end)).toBe(true);
  });
});

describe('the suggestion', () => {
  it.each([
    ['Asia/Shanghai', 'CN'],
    ['Asia/Taipei', 'TW'],
    ['Asia/Hong_Kong', 'HK'],
    ['Europe/London', 'GB'],
    ['Europe/Paris', null],
  ])('in %s follows the days of %s, with no region chosen for the company', (zone, country) => {
    const calendar = suggestCompany(GENERAL, zone).calendar;
    expect(calendar).toMatchObject({ zone, country });
    expect(calendar).not.toHaveProperty('region');
    expect(WorkingCalendar.parse(calendar)).toEqual(calendar);
  });
});
