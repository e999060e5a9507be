import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../core/policy/localized.ts';
import { stateTime } from '../../../core/reply/state-time.ts';
import { statesTime } from '../../../core/reply/states-time.ts';

const ZONE = 'Asia/Shanghai';
const at = (clock: string) => `2026-03-03T${clock}:00+08:00`;

describe('a time as people write it', () => {
  it.each([
    ['10:00', '我们将在2026年3月3日10:00前答复'],
    ['10:00', '3月3日上午10点前'],
    ['10:00', '3月3日上午 10 點鐘前回覆'],
    ['10:00', '3月3日（周二）上午10点整'],
    ['10:00', '2026-03-03 10:00'],
    ['10:00', '2026/3/3 10:00'],
    ['10:00', '2026.03.03 10：00'],
    ['10:00', '2026年3月3日10时'],
    ['10:00', '三月三日上午十点'],
    ['10:00', '3月3号早上10点'],
    ['10:00', '２０２６年３月３日１０：００'],
    ['10:00', 'by 10:00 on 3 March'],
    ['10:00', 'by 10 am on Tuesday, March 3rd, 2026'],
    ['10:00', 'on 3 March 2026 at 10:00'],
    ['10:00', 'Mar 3, 10:00 a.m.'],
    ['14:30', '3月3日下午2点半'],
    ['14:30', '3月3日下午两点三十分'],
    ['14:30', '3月3日14时30分'],
    ['14:30', '3月3日下午14:30'],
    ['14:30', '3 March, 2:30 pm'],
    ['09:05', '3月3日上午9点05分'],
    ['09:05', '3月3日9:05'],
    ['12:00', '3月3日中午12点'],
    ['18:00', '3月3日傍晚6点'],
    ['23:59', '我们会在3月3日前答复'],
    ['23:59', 'You will hear from us by 3 March 2026.'],
    ['23:59', '2026年3月3日23:59'],
  ])('%s: %s', (clock, draft) => {
    expect(statesTime(draft, at(clock), ZONE)).toBe(true);
  });

  it.each([
    ['10:00', '3月3日'],
    ['10:00', '上午10点'],
    ['10:00', '3月3日晚上10点'],
    ['10:00', '3月3日下午10:00'],
    ['10:00', '3月3日10点半'],
    ['10:00', '3月3日10点15分'],
    ['10:00', '3月3日10:30'],
    ['10:00', '13月3日10:00'],
    ['10:00', '3月13日10:00'],
    ['10:00', '3月3日110:00'],
    ['10:00', '二十三月三日十点'],
    ['10:00', '2027年3月3日10:00'],
    ['10:00', '2025-03-03 10:00'],
    ['10:00', '10:00 pm on 3 March'],
    ['10:00', '10 am on 3 March 2027'],
    ['10:00', 'March 13, 10:00'],
    ['10:00', '3月4日上午10点'],
    ['14:30', '3月3日2点半'],
    ['14:30', '3月3日上午2点半'],
    ['14:30', '3月3日下午2点'],
    ['23:59', '3月3日10点前'],
    ['23:59', '3月3日上午前'],
    ['23:59', '3月3日晚上8点'],
    ['23:59', '3 March, 10 am'],
    ['10:00', '明天上午10点'],
    ['10:00', ''],
  ])('%s is not: %s', (clock, draft) => {
    expect(statesTime(draft, at(clock), ZONE)).toBe(false);
  });

  it('is that of the zone', () => {
    expect(statesTime('3月3日10:00', '2026-03-03T02:00:00Z', ZONE)).toBe(true);
    expect(statesTime('3月3日2:00', '2026-03-03T02:00:00Z', ZONE)).toBe(false);
  });

  it('is always read in the words in which we write it, and never as another minute’s', () => {
    const minute = fc.integer({ min: 0, max: 3 * 366 * 24 * 60 });
    const moment = (minutes: number) => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
    fc.assert(
      fc.property(minute, minute, fc.constantFrom(...LOCALES), (one, other, locale) => {
        const draft = `您好，将在${stateTime(moment(one), ZONE, locale)}前答复您。`;
        expect(statesTime(draft, moment(one), ZONE)).toBe(true);
        if (one !== other) expect(statesTime(draft, moment(other), ZONE)).toBe(false);
      }),
    );
  });
});
