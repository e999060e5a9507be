import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchableTexts } from '../../../core/grade/searchable-text.ts';
import { unlikeDates } from '../../../core/grade/unlike-dates.ts';

const found = (description: string, remarks?: string) =>
  unlikeDates(
    searchableTexts({ description, ...(remarks === undefined ? {} : { remarks }) }, ['description', 'remarks']),
  ).map(({ quote }) => quote);

describe('two different days in one text', () => {
  it.each([
    ['外箱3月1日,里面2月1日', ['3月1日', '2月1日']],
    ['外箱三月一日，里面二月廿八日', ['三月一日', '二月廿八日']],
    ['外箱2026.03.01，小袋2025.03.01', ['2026.03.01', '2025.03.01']],
    ['箱上2026-03-01，袋上3月2号', ['2026-03-01', '3月2号']],
    ['外箱３月１日，里面３月１日，底下３月５日', ['３月１日', '３月５日']],
    ['外箱3月1日，里面也是3月1日', []],
    ['外箱2026年3月1日，里面3月1日', []],
    ['3月5日到货，外箱3月1日，里面3月1日', []],
    ['外箱3月1日，3月6日发现', []],
    ['电话 0312-5566，重1.5公斤', []],
    ['13月40日，3月1日', []],
    ['没有日期', []],
  ])('%s: %o', (description, dates) => {
    expect(found(description)).toEqual(dates);
  });

  it('in different fields are no contradiction of one text', () => {
    expect(found('外箱3月1日', '里面2月1日')).toEqual([]);
  });

  it('are found however they are written, and never for one day', () => {
    const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
    const write = fc.constantFrom(
      (month: number, date: number) => `${month}月${date}日`,
      (month: number, date: number) => `2026-${month}-${date}`,
    );
    fc.assert(
      fc.property(day, day, write, write, (one, other, writeOne, writeOther) => {
        const isSame = one[0] === other[0] && one[1] === other[1];
        expect(found(`外箱${writeOne(...one)}，袋${writeOther(...other)}`).length).toBe(isSame ? 0 : 2);
      }),
    );
  });
});
