import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DayOrMoment } from '../../../core/complaint/moment.ts';
import { isDateFormat, readTimeCell } from '../../../core/register/read-time-cell.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import type { TimeCellOptions } from '../../../core/register/time-reading.ts';
import { writeTimeSerial } from '../../../core/register/write-time-serial.ts';

const plain: TimeCellOptions = { date1904: false, zone: 'Asia/Shanghai', orderHint: null, yearHint: null };
const read = (value: CellValue, format = 'General', options: Partial<TimeCellOptions> = {}) => {
  const reading = readTimeCell(value, format, { ...plain, ...options });
  return reading.ok ? (reading.doubt === null ? reading.value : `${reading.value} ${reading.doubt}`) : reading.code;
};

describe('readTimeCell, text with a full date', () => {
  it.each([
    ['2020/6/8', '2020-06-08'],
    ['2021-02-07', '2021-02-07'],
    ['2023.2.23', '2023-02-23'],
    ['24.3.5', '2024-03-05 twoDigitYear'],
    ['2024年元月9日', '2024-01-09'],
    ['2023. 2. 23 ', '2023-02-23'],
    ['2024 - 3 - 5', '2024-03-05'],
    ['20131016', '2013-10-16'],
    ['2024年3月5日', '2024-03-05'],
    ['2024年3月5', '2024-03-05'],
    ['2024 年 3 月 5 日', '2024-03-05'],
    ['2024--03-05', '2024-03-05'],
    ['29/7/2013.', '2013-07-29'],
    ['29/7/2013 - 2:30 pm', '2013-07-29T14:30+08:00'],
    ["23-Feb-'24", '2024-02-23 twoDigitYear'],
    ['2024年3月5号', '2024-03-05'],
    ['２０２４．３．５', '2024-03-05'],
    ['二〇二四年十二月三十一日', '2024-12-31'],
    ['二0一九年三月二十日', '2019-03-20'],
    ['2024.3.5（补登）', '2024-03-05'],
    ["'2024-03-05", '2024-03-05'],
    ['2024/3/5（星期二）', '2024-03-05'],
    ['Tuesday, 5 March 2024', '2024-03-05'],
    ['5th Mar 2025', '2025-03-05'],
    ['Mar 5, 2024', '2024-03-05'],
    ['7/29/2013', '2013-07-29'],
    ['29/7/2013', '2013-07-29'],
    ['5/5/2024', '2024-05-05'],
    ['23-Feb-24', '2024-02-23 twoDigitYear'],
    ['18年8月3日', '2018-08-03 twoDigitYear'],
    ['42894', '2017-06-08 serialAsNumber'],
  ])('%s → %s', (text, expected) => {
    expect(read(text, '@')).toBe(expected);
  });
});

describe('readTimeCell, years of the Republic of China', () => {
  it.each<[CellValue, string]>([
    ['113.3.5', '2024-03-05'],
    ['113/03/05', '2024-03-05'],
    ['民國113年3月5日', '2024-03-05'],
    ['中華民國99年12月31日', '2010-12-31'],
    ['1130305', '2024-03-05'],
    [1130305, '2024-03-05'],
    ['113/03/05 14:20', '2024-03-05T14:20+08:00'],
    ['114.2.29', 'impossible'],
  ])('%s → %s', (value, expected) => {
    expect(read(value, 'General', { zone: 'Asia/Taipei' })).toBe(expected);
  });
});

describe('readTimeCell, time of day', () => {
  it.each([
    ['2019/4/25 9:32:09', '2019-04-25T09:32:09+08:00'],
    ['2024-03-20T09:30:00', '2024-03-20T09:30+08:00'],
    ['2024-03-20T09:30:00Z', '2024-03-20T17:30+08:00'],
    ['03/24/2025 11:33:07 PM', '2025-03-24T23:33:07+08:00'],
    ['2024年3月5日 下午3点', '2024-03-05T15:00+08:00'],
    ['20240305 1500', '2024-03-05T15:00+08:00'],
    ['24/03/2025 1610hrs', '2025-03-24T16:10+08:00'],
    ['24/03/2025, 16:10', '2025-03-24T16:10+08:00'],
    ['24 Mar 2025 at 4.10pm', '2025-03-24T16:10+08:00'],
    ['2024.3.5上午9点半', '2024-03-05T09:30+08:00'],
    ['2024年12月7日16时59分', '2024-12-07T16:59+08:00'],
    ['2024年12月7日16时59分30秒', '2024-12-07T16:59:30+08:00'],
    ['2024/3/5 下午 03:20', '2024-03-05T15:20+08:00'],
    ['2024/3/5 12:05 AM', '2024-03-05T00:05+08:00'],
    ['2024/3/5 中午12点', '2024-03-05T12:00+08:00'],
    ['2024/3/5 晚12点', '2024-03-06T00:00+08:00'],
    ['2024/3/5 24:00', '2024-03-06T00:00+08:00'],
    ['2024/3/5 上午', '2024-03-05'],
    ['20240305143000', '2024-03-05T14:30+08:00'],
    ['5 Mar 2024 3pm', '2024-03-05T15:00+08:00'],
    ['2024/3/5 25:10', 'impossible'],
    ['2024/3/5 14:75', 'impossible'],
  ])('%s → %s', (text, expected) => {
    expect(read(text, '@')).toBe(expected);
  });

  it.each([
    ['2024-01-15 12:00', 'Europe/London', '2024-01-15T12:00+00:00'],
    ['2024-07-15 12:00', 'Europe/London', '2024-07-15T12:00+01:00'],
    ['2024-07-15 12:00', 'Pacific/Apia', '2024-07-15T12:00+13:00'],
    ['2024-07-15 12:00', 'America/New_York', '2024-07-15T12:00-04:00'],
  ])('%s on the clocks of %s is %s', (text, zone, expected) => {
    expect(read(text, '@', { zone })).toBe(expected);
  });
});

describe('readTimeCell, numbers', () => {
  it.each<[number, string, string]>([
    [45356, 'yyyy/m/d', '2024-03-05'],
    [45356.5, 'yyyy/m/d h:mm', '2024-03-05T12:00+08:00'],
    [45356.999999, 'yyyy/m/d h:mm', '2024-03-06'],
    [45356, '[$-404]e/m/d', '2024-03-05'],
    [45356, 'yyyy"年"m"月"d"日"', '2024-03-05'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [59, 'yyyy-mm-dd', '1900-02-28'],
    [60, 'yyyy-mm-dd', 'impossible'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    [20240305, 'General', '2024-03-05'],
    [20240305, '0', '2024-03-05'],
    [20240305, 'yyyy/m/d', '2024-03-05'],
    [3e9, 'yyyy/m/d', 'unreadable'],
    [20241340, '0', 'impossible'],
    [45356, 'General', '2024-03-05 serialAsNumber'],
    [12, 'General', 'unreadable'],
    [-3, 'yyyy-mm-dd', 'unreadable'],
    [2021, 'General', 'ambiguous'],
    [3.5, 'General', 'ambiguous'],
  ])('%d shown as %s → %s', (value, format, expected) => {
    expect(read(value, format)).toBe(expected);
  });

  it('reads 3.5 as month and day where the year is known, by the decimals shown', () => {
    expect(read(3.5, 'General', { yearHint: 2024 })).toBe('2024-03-05 monthDayNumber');
    expect(read(3.1, '0.00', { yearHint: 2024 })).toBe('2024-03-10 monthDayNumber');
    expect(read(13.5, 'General', { yearHint: 2024 })).toBe('unreadable');
  });

  it('counts from 1904 where the workbook does', () => {
    expect(read(43487, 'yyyy/mm/dd', { date1904: true })).toBe('2023-01-23');
  });
});

describe('readTimeCell, what the column must tell', () => {
  it.each<[string, Partial<TimeCellOptions>, string]>([
    ['3/4/2024', {}, 'ambiguous'],
    ['3/4/2024', { orderHint: 'dmy' }, '2024-04-03 orderAssumed'],
    ['3/4/2024', { orderHint: 'mdy' }, '2024-03-04 orderAssumed'],
    ['03/24/2025', { orderHint: 'dmy' }, '2025-03-24 orderDiffers'],
    ['13.08.25', {}, 'ambiguous'],
    ['13.08.25', { orderHint: 'dmy' }, '2025-08-13 twoDigitYear'],
    ['25/06/01', { orderHint: 'ymd' }, '2025-06-01 twoDigitYear'],
    ['3月5日', {}, 'ambiguous'],
    ['3月5日', { yearHint: 2024 }, '2024-03-05 yearAssumed'],
    ['2月29日', { yearHint: 2023 }, 'impossible'],
    ['21 Apr', { yearHint: 2025 }, '2025-04-21 yearAssumed'],
    ['3/5', { yearHint: 2024 }, 'ambiguous'],
    ['3/25', { yearHint: 2024 }, '2024-03-25 yearAssumed'],
    ['3/5', { yearHint: 2024, orderHint: 'ymd' }, '2024-03-05 yearAssumed'],
    ['3/5', { yearHint: 2024, orderHint: 'dmy' }, '2024-05-03 yearAssumed'],
    ['2024年3月', { yearHint: 2024 }, 'ambiguous'],
  ])('%s with %j → %s', (text, hints, expected) => {
    expect(read(text, '@', hints)).toBe(expected);
  });
});

describe('readTimeCell, refusals', () => {
  it.each<[CellValue, string]>([
    ['', 'empty'],
    ['  ', 'empty'],
    ['—', 'empty'],
    ['无', 'empty'],
    ['n/a', 'empty'],
    ['2023-02-30', 'impossible'],
    ['2023.13.5', 'impossible'],
    ['30-Feb-24', 'impossible'],
    ['XX/XX/2017', 'unreadable'],
    ['尽快', 'unreadable'],
    ['3个工作日', 'unreadable'],
    ['年 月 日', 'unreadable'],
    ['May', 'unreadable'],
    ['2024/3/5-3/7', 'unreadable'],
    [true, 'unreadable'],
  ])('%j → %s', (value, code) => {
    expect(read(value, '@')).toBe(code);
  });

  it('answers with a day, a moment or a reason, whatever stands in the cell', () => {
    const options = fc.record({
      date1904: fc.boolean(),
      zone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'),
      orderHint: fc.constantFrom('ymd' as const, 'dmy' as const, 'mdy' as const, null),
      yearHint: fc.option(fc.integer({ min: 1990, max: 2100 })),
    });
    const digits = fc.stringMatching(/^[0-9年月日:/.\- 上下午APM]{0,24}$/);
    const cell = fc.oneof(fc.string(), digits, fc.double({ noNaN: false }), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(cell, fc.constantFrom('General', 'yyyy-mm-dd', '@', '0.00'), options, (value, format, hints) => {
        const reading = readTimeCell(value, format, hints);
        if (reading.ok) expect(DayOrMoment.safeParse(reading.value).success).toBe(true);
        else expect(['empty', 'unreadable', 'impossible', 'ambiguous']).toContain(reading.code);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('isDateFormat', () => {
  it.each([
    ['yyyy/m/d', true],
    ['[$-409]d-mmm-yy;@', true],
    ['h:mm', true],
    ['e/m/d', true],
    ['General', false],
    ['@', false],
    ['0.00E+00', false],
    ['#,##0 "pcs/day"', false],
    ['[Red]0', false],
    ['0_);(0)', false],
  ])('%s → %s', (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});

describe('writeTimeSerial', () => {
  it.each([
    ['1900-01-01', 1],
    ['1900-02-28', 59],
    ['1900-03-01', 61],
    ['2024-03-05', 45356],
    ['2024-03-05T12:00+08:00', 45356.5],
    ['2024-03-05T04:00:00Z', 45356.5],
  ])('%s → %d', (value, serial) => {
    expect(writeTimeSerial(value, 'Asia/Shanghai')).toBe(serial);
  });

  it.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'])('is read back unchanged in %s', (zone) => {
    const dates = (from: string) => fc.date({ min: new Date(from), max: new Date('9998-12-30'), noInvalidDate: true });
    const options = { ...plain, zone };
    fc.assert(
      fc.property(dates('1900-01-02'), (date) => {
        const written = date.toISOString().slice(0, 10);
        expect(readTimeCell(writeTimeSerial(written, zone), 'yyyy-mm-dd', options)).toMatchObject({ value: written });
      }),
    );
    fc.assert(
      fc.property(dates('1970-01-02'), fc.integer({ min: 1, max: 86_399 }), (date, second) => {
        const written = date.toISOString().slice(0, 10);
        const clock = new Date(second * 1000).toISOString().slice(11, 19);
        const moment = readTimeCell(`${written} ${clock}`, '@', options);
        if (!moment.ok) throw new Error(`${written} ${clock} was not read`);
        const serial = writeTimeSerial(moment.value, zone);
        expect(readTimeCell(serial, 'yyyy-mm-dd hh:mm:ss', options)).toMatchObject({ value: moment.value });
      }),
    );
  });
});
