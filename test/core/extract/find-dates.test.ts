import { describe, expect, it } from 'vitest';
import { findDates } from '../../../core/extract/find-dates.ts';
import type { DateSetting } from '../../../core/extract/find-dates.ts';
import { readLabelledDate } from '../../../core/extract/read-date-words.ts';
import { foldText } from '../../../core/text/fold-text.ts';

// Wednesday, 15 April 2026
const cn: DateSetting = { writtenAt: '2026-04-15T09:30:00+08:00', zone: 'Asia/Shanghai', language: 'zh-CN' };
const tw: DateSetting = { ...cn, zone: 'Asia/Taipei', language: 'zh-TW' };
const uk: DateSetting = { writtenAt: '2026-04-15T09:30:00+01:00', zone: 'Europe/London', language: 'en' };
const us: DateSetting = { writtenAt: '2026-04-15T09:30:00-04:00', zone: 'America/New_York', language: 'en' };
const read = (text: string, setting: DateSetting) =>
  findDates(foldText(text).folded, setting).map((d) => [d.value, d.doubt]);

describe('findDates in Chinese', () => {
  it.each([
    ['2026年3月5日', '2026-03-05'],
    ['２０２６／０３／０５', '2026-03-05'],
    ['2026-03-05 14:20:11', '2026-03-05T14:20:00+08:00'],
    ['3月5号下午3点半到货', '2026-03-05T15:30:00+08:00'],
    ['3/5上午', '2026-03-05'],
    ['昨天下午3点12分', '2026-04-14T15:12:00+08:00'],
    ['昨天夜里11点多', '2026-04-14'],
    ['今天中午12:10左右', '2026-04-15T12:10:00+08:00'],
    ['前天凌晨两点', '2026-04-13T02:00:00+08:00'],
    ['昨晚8点', '2026-04-14T20:00:00+08:00'],
    ['上周五', '2026-04-10'],
    ['上禮拜六下午4點多', '2026-04-11'],
    ['周一早上', '2026-04-13'],
    ['今天（15号）上午', '2026-04-15'],
    ['昨天（4/14）晚上8点', '2026-04-14T20:00:00+08:00'],
    ['三天前', '2026-04-12'],
    ['去年11月3日', '2025-11-03'],
    ['二〇二六年三月二十日', '2026-03-20'],
  ])('%s → %s', (text, value) => {
    expect(read(text, cn)).toEqual([[value, null]]);
  });

  it.each([
    ['115年3月10日', '2026-03-10'],
    ['民國115年3月10日', '2026-03-10'],
    ['115/03/10', '2026-03-10'],
    ['4/9(四)早上7點半', '2026-04-09T07:30:00+08:00'],
  ])('%s in Taiwan → %s', (text, value) => {
    expect(read(text, tw)).toEqual([[value, null]]);
  });

  it.each([
    ['9月20日', '2025-09-20', 'assumedYear'],
    ['12号', '2026-04-12', 'assumedMonth'],
    ['2019年11月', '2019-11-01', 'monthOnly'],
    ['昨天3点', '2026-04-14T03:00:00+08:00', 'ambiguousTime'],
  ])('%s is doubted', (text, value, doubt) => {
    expect(read(text, cn)).toEqual([[value, doubt]]);
  });

  it('reads a bare day in the month of the date before it', () => {
    expect(read('3月27日换的，28号下午5点多坏了', cn)).toEqual([
      ['2026-03-27', null],
      ['2026-03-28', null],
    ]);
  });

  it.each(['目前天气热', '3号楼', '4号筒仓', '2月30日', '3个月', '周一至周五', 'GB/T 1596-2017', '第5月刊', '24/7'])(
    '%s is no date',
    (text) => {
      expect(read(text, cn).filter(([, doubt]) => doubt !== 'monthOnly')).toEqual([]);
    },
  );
});

describe('findDates in English', () => {
  it.each([
    ['10 March 2026', '2026-03-10', null],
    ['on the 2nd of April', '2026-04-02', null],
    ['March 5th, 2026', '2026-03-05', null],
    ['yesterday at 6:50 AM', '2026-04-14T06:50:00+01:00', null],
    ['at 6:50 AM yesterday', '2026-04-14T06:50:00+01:00', null],
    ['Last night at about half ten', '2026-04-14T22:30:00+01:00', null],
    ['this morning around 8:15', '2026-04-15T08:15:00+01:00', null],
    ['last Friday', '2026-04-10', 'roughDate'],
    ['two weeks ago', '2026-04-01', 'roughDate'],
    ['13/4/2026', '2026-04-13', null],
    ['03/04/2026', '2026-04-03', 'ambiguousDate'],
  ])('%s → %s', (text, value, doubt) => {
    expect(read(text, uk)).toEqual([[value, doubt]]);
  });

  it('puts the month first in America', () => {
    expect(read('03/04/2026', us)).toEqual([['2026-03-04', null]]);
  });
});

describe('readLabelledDate', () => {
  it('also knows numbers that would not be dates elsewhere', () => {
    expect(readLabelledDate('20200313', cn)).toEqual({ value: '2020-03-13', doubt: null });
    expect(readLabelledDate('20201350', cn)).toBeNull();
  });
});
