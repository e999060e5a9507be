import { expect, it } from 'vitest';
import { COMPLAINT_SIGNALS } from '../../../core/extract/complaint-signals.ts';
import { labelMeaning } from '../../../core/extract/label-words.ts';
import { CHINESE_PRODUCT_HEADS, ENGLISH_PRODUCT_HEADS } from '../../../core/extract/product-words.ts';

it('no list of words has an empty one, which would match everywhere', () => {
  const heads = [...CHINESE_PRODUCT_HEADS, ...ENGLISH_PRODUCT_HEADS.split('|')];
  expect(heads.filter((head) => head.trim() === '')).toEqual([]);
  expect(COMPLAINT_SIGNALS.filter(({ pattern }) => pattern.test(''))).toEqual([]);
});

it.each([
  ['客户 名称', 'customerName'],
  ['■ 联系电话', 'contactPhone'],
  ['订单编号', 'orderNo'],
  ['生产日期/批号', 'batchNo'],
  ['date received', 'receivedAt'],
  ['batch no.', 'batchNo'],
  ['处理结果', null],
])('the label %s means %s', (label, field) => {
  expect(labelMeaning(label)?.field ?? null).toBe(field);
});
