import { describe, expect, it } from 'vitest';
import { PACKS } from '../../../core/policy/packs.ts';
import { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { localeOf, type Settings } from '../../../extension/settings.ts';
import { quoteOf } from '../../../extension/ui/draft/quote-context.ts';
import {
  companyOf,
  hoursFormOf,
  SUGGESTED_HOURS,
  suggestedHours,
  type HoursForm,
} from '../../../extension/ui/settings/hours-form.ts';
import { showRest, showTime } from '../../../extension/ui/show-time.ts';
import { speechIn } from '../../../extension/ui/speech.ts';
import { aCapture } from '../support/a-complaint.ts';

const zone = 'Asia/Shanghai';
const asOf = '2026-11-20T02:00:00Z';
const pack = PACKS.find(({ id }) => id === 'general');
if (pack === undefined) throw new Error('no pack');

describe('a time as a clerk says it', () => {
  const zh = speechIn('zh-CN');
  it.each([
    ['2026-11-20T14:05:00+08:00', '今天 14:05'],
    ['2026-11-21T00:00:00+08:00', '明天 00:00'],
    ['2026-11-19T23:59:00+08:00', '昨天 23:59'],
    ['2026-11-20T00:30:00Z', '今天 08:30'],
    ['2026-11-27T09:00:00+08:00', '11月27日周五 09:00'],
    ['2027-01-04T09:00:00+08:00', '2027年1月4日周一 09:00'],
    ['2026-11-18', '11月18日周三'],
    ['2026-11-20', '今天'],
  ])('%s → %s', (time, expected) => {
    expect(showTime(zh, time, zone, asOf)).toBe(expected);
  });

  it('speaks the other languages', () => {
    expect(showTime(speechIn('en'), '2026-11-27T09:00:00+08:00', zone, asOf)).toBe('Fri, Nov 27 09:00');
    expect(showTime(speechIn('zh-TW'), '2026-11-21T09:00:00+08:00', zone, asOf)).toBe('明天 09:00');
  });

  it.each([
    ['2026-11-20T02:34:00Z', '还剩 34 分钟'],
    ['2026-11-20T05:05:00Z', '还剩 3 小时 5 分'],
    ['2026-11-20T14:59:00Z', '还剩 12 小时'],
    ['2026-11-22T05:00:00Z', '还剩 2 天 3 小时'],
    ['2026-12-20T05:00:00Z', '还剩 30 天'],
    ['2026-11-20T01:00:00Z', '已超过 1 小时'],
    ['2026-11-20T02:00:30Z', '还剩 不到 1 分钟'],
  ])('until %s: %s', (due, expected) => {
    expect(showRest(zh, due, asOf)).toBe(expected);
  });
});

describe('a quotation', () => {
  const quote = (text: string, words: string) => {
    const start = text.indexOf(words);
    const capture = aCapture({ blocks: [{ role: 'body', label: null, text }] });
    return quoteOf(capture, { block: 0, start, end: start + words.length, quote: words });
  };

  it('stays on its line and is cut with an ellipsis', () => {
    expect(
      quote('上一行\n我司于十一月十八日收到贵司送来的粉煤灰两车，卸货时发现严重结块无法入仓\n下一行', '两车'),
    ).toMatchObject({
      before: '…八日收到贵司送来的粉煤灰',
      words: '两车',
      after: '，卸货时发现严重结块无法入仓',
    });
  });

  it('shortens what is long and says how long it is', () => {
    const long = '字'.repeat(200);
    expect(quote(long, long)).toMatchObject({ fullLength: 200, after: '' });
  });

  it('cannot be turned around by direction marks', () => {
    expect(quote('批号\u202eABC\u202c完', 'ABC')).toMatchObject({ before: '批号', after: '完' });
  });

  it('of a ticket field shows the label of the field', () => {
    const capture = aCapture({ blocks: [{ role: 'field', label: '批次号', text: 'QS-7' }] });
    expect(quoteOf(capture, { block: 0, start: 0, end: 4, quote: 'QS-7' })).toMatchObject({
      before: '批次号：',
      words: 'QS-7',
    });
  });

  it('marks words of the message header', () => {
    expect(quoteOf(aCapture(), { block: null, start: 0, end: 3, quote: '王建国' })).toMatchObject({
      before: '',
      words: '王建国',
      after: '',
      isFromHead: true,
      fullLength: null,
    });
  });
});

describe('working hours', () => {
  const into = (form: HoursForm) => companyOf(form, { pack, zone, before: null });

  it('become a calendar that fits the schema, and come back as the same form', () => {
    const company = into(SUGGESTED_HOURS);
    if (company === null) throw new Error('refused');
    expect(WorkingCalendar.safeParse(company.calendar).success).toBe(true);
    expect(hoursFormOf(company, pack)).toEqual(SUGGESTED_HOURS);
  });

  it('take the suggested time limits only when they are ticked, and keep those that the company has set itself', () => {
    const [milestone] = pack.milestones;
    if (milestone === undefined) throw new Error('no milestone');
    const own = { [milestone.id]: { default: { unit: 'workMinutes' as const, amount: 7 } } };
    const suggested = {
      ...pack,
      milestones: [{ ...milestone, suggestions: { default: { unit: 'workDays' as const, amount: 3 } } }],
    };
    const targets = (form: HoursForm, before: ReturnType<typeof into>) =>
      companyOf(form, { pack: suggested, zone, before })?.targets;
    expect(targets(SUGGESTED_HOURS, null)).toEqual({ [milestone.id]: { default: { unit: 'workDays', amount: 3 } } });
    expect(targets({ ...SUGGESTED_HOURS, takesTargets: false }, null)).toEqual({});
    const before = into(SUGGESTED_HOURS);
    expect(targets(SUGGESTED_HOURS, before && { ...before, targets: own })).toEqual(own);
  });

  it.each([
    ['no working day', { days: [] }],
    ['a span that ends before it begins', { first: { from: '12:00', to: '09:00' } }],
    ['an afternoon before the morning ends', { second: { from: '11:00', to: '18:00' } }],
    ['a span without a time', { first: { from: '', to: '12:00' } }],
  ] as [string, Partial<HoursForm>][])('are refused with %s', (_, part) => {
    expect(into({ ...SUGGESTED_HOURS, ...part })).toBeNull();
  });

  it.each([
    ['no country', { country: null }],
    ['Taiwan', { country: 'TW' }],
    ['Scotland', { country: 'GB', region: 'SCT' }],
    ['Germany, no region chosen yet', { country: 'DE' }],
  ] as [string, Partial<HoursForm>][])('follow the official days of %s', (_, part) => {
    const form = { ...SUGGESTED_HOURS, ...part };
    const company = into(form);
    if (company === null) throw new Error('refused');
    expect(WorkingCalendar.parse(company.calendar)).toMatchObject(part);
    expect(hoursFormOf(company, pack)).toEqual(form);
  });

  it('let go of a region that is no longer chosen', () => {
    const before = into({ ...SUGGESTED_HOURS, country: 'GB', region: 'SCT' });
    const after = companyOf(SUGGESTED_HOURS, { pack, zone, before });
    expect(after?.calendar).toMatchObject({ country: 'CN' });
    expect(after?.calendar).not.toHaveProperty('region');
  });

  it('are suggested with the official days of the place', () => {
    expect(['Asia/Shanghai', 'Asia/Taipei', 'Europe/Paris'].map((each) => suggestedHours(each).country)).toEqual([
      ...['CN', 'TW', null],
    ]);
  });

  it('keep the days off that the company has entered', () => {
    const before = into(SUGGESTED_HOURS);
    if (!before?.calendar) throw new Error('refused');
    const overrides = [{ date: '2026-12-25', windows: [], note: '厂休' }];
    const company = { ...before, calendar: { ...before.calendar, overrides } };
    expect(companyOf(SUGGESTED_HOURS, { pack, zone, before: company })?.calendar?.overrides).toEqual(overrides);
  });
});

describe('the language', () => {
  const settings: Pick<Settings, 'locale'> = { locale: null };
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['en-GB', 'en'],
    ['de', 'en'],
  ])('of a browser in %s is %s', (browser, expected) => {
    expect(localeOf(settings, browser)).toBe(expected);
  });

  it('is the chosen one when one is chosen', () => {
    expect(localeOf({ ...settings, locale: 'zh-TW' }, 'en')).toBe('zh-TW');
  });
});
