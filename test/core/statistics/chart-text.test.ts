import { describe, expect, it } from 'vitest';
import { ageText, onTimeText, paretoText, trendText } from '../../../core/statistics/chart-text.ts';
import { translate } from '../../../core/wording/translate.ts';

const say = (code: string, params: Record<string, string | number> = {}) =>
  translate('zh-CN', `overview.${code}`, params);
const department = (label: string, rate: number, more = {}) => ({
  label,
  rate,
  isSmall: false,
  isUnknown: false,
  ...more,
});

describe('what a chart shows, in words', () => {
  it.each([
    [
      trendText(
        [
          { month: '2026-09', received: 12, closed: 3 },
          { month: '2026-10', received: 9, closed: 11 },
        ],
        say,
      ),
      '2026-10 收到 9 件（上月 12 件），办结 11 件；图中收到最多的月份是 2026-09（12 件）。',
    ],
    [trendText([{ month: '2026-10', received: 0, closed: 0 }], say), '（没有数据）'],
    [
      paretoText(
        [
          { text: '包装破损', count: 6, cumulative: 0.5 },
          { text: '受潮', count: 3, cumulative: 0.75 },
          { text: '错发', count: 2, cumulative: 11 / 12 },
          { text: '其他', count: 1, cumulative: 1 },
        ],
        say,
      ),
      '最多的原因是“包装破损”，6 件，占 50%；前 3 项合计占 91.7%。',
    ],
    [paretoText([], say), '（没有数据）'],
    [
      onTimeText(
        [department('质检部', 0.98), department('储运部', 0.7), department('财务部', 0, { isSmall: true })],
        say,
      ),
      '及时率最低：储运部，70%；最高：质检部，98%。',
    ],
    [onTimeText([department('质检部', 1), department('储运部', 1)], say), '可比较的部门（2 个）及时率都是 100%。'],
    [
      onTimeText([department('财务部', 1, { isSmall: true }), department('未填', 1, { isUnknown: true })], say),
      '各部门应判件数都少于 20 件，不作比较。',
    ],
    [onTimeText([department('未填', 1, { isUnknown: true })], say), '（没有数据）'],
    [
      ageText(
        [
          { band: '0 到 7 天', count: 4 },
          { band: '8 到 15 天', count: 0 },
          { band: '超过 90 天', count: 1 },
        ],
        5,
        say,
      ),
      '“0 到 7 天”最多，4 件；最久的在“超过 90 天”，1 件。',
    ],
    [ageText([{ band: '0 到 7 天', count: 0 }], 0, say), '没有未结投诉。'],
  ])('%s', (text, expected) => {
    expect(text).toBe(expected);
  });
});
