import { describe, expect, it } from 'vitest';
import { satisfactionReader } from '../../../core/statistics/read-satisfaction.ts';

describe('what a cell says of satisfaction', () => {
  const read = satisfactionReader(null, undefined);
  it.each([
    ['满意', true],
    ['非常满意。', true],
    ['客户表示满意', true],
    ['12月3日电话回访，客户对处理结果表示满意，无其他要求', true],
    ['滿意', true],
    ['Customer is satisfied', true],
    ['不满意', false],
    ['客户不太满意，要求再次处理', false],
    ['not satisfied', false],
    ['没有不满意，客户满意', true],
    ['基本满意', null],
    ['一般', null],
    ['待回访，确认是否满意', null],
    ['提高满意度', null],
    ['已回访', null],
    ['', null],
  ])('%s: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
