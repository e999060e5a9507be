import { expect, it } from 'vitest';
import { twinWords } from '../../../core/register/findings/twin-words.ts';

it.each([
  [0, '同一天，内容相近'],
  [2, '相隔 2 天，内容相近'],
])('rows of much the same words %s days apart: %s', (daysApart, words) => {
  expect(twinWords({ one: 1, other: 2, field: null, value: '', daysApart }, 'zh-CN')).toContain(words);
});

it.each([
  [null, '内容相近'],
  [0, '同一天'],
  [3, '相隔 3 天'],
])('rows of the same goods %s days apart: %s', (daysApart, words) => {
  expect(twinWords({ one: 1, other: 2, field: 'batchNo', value: 'F-3', daysApart }, 'zh-CN')).toContain(words);
});
