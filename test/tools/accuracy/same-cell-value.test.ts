import { describe, expect, it } from 'vitest';
import { isSameCellValue } from './same-cell-value.ts';
import type { SampleValue } from './workbook-gold.ts';

type Case = [field: string, value: string | undefined, gold: SampleValue, isSame: boolean];

const CASES: Case[] = [
  ['customerName', ' 恒发 建材', '恒发建材', true],
  ['customerName', '恒发建材公司', '恒发建材', false],
  ['customerName', undefined, '恒发建材', false],
  ['contactPhone', undefined, null, true],
  ['contactPhone', '1.38E+10', null, false],
  ['receivedAt', '2024-03-05T15:00:00+08:00', '2024-03-05T15:00', true],
  ['receivedAt', '2024-03-05T15:00:00+08:00', '2024-03-05', true],
  ['receivedAt', '2024-03-05', '2024-03-05T15:00', false],
  ['quantity', '３0.0', 30, true],
  ['quantity', '1,250吨', 1250, true],
  ['quantity', '31', 30, false],
  ['quantity', '9 pkts', 9, true],
  ['compensation', 'Rs. 440/-', 440, true],
  ['compensation', 'HK$1,200', 1200, true],
  ['compensation', 'about 440', 440, false],
  ['contactPhone', '159 0000 5285', '+8615900005285', true],
  ['contactPhone', '15900005286', '+8615900005285', false],
  ['contactPhone', '(020) 7946 0018 x14', '+442079460018x14', true],
  ['contactPhone', '912345678', '+886912345678', true],
  ['contactPhone', '13800000001 / 13800000002', ['+8613800000001', '+8613800000002'], true],
  ['contactPhone', '13800000001 13800000002', ['+8613800000001', '+8613800000002'], true],
  ['contactPhone', '13800000001', ['+8613800000001', '+8613800000002'], false],
  ['category', '投诉', ['投诉', '举报'], true],
];

describe('a value of a row', () => {
  it.each(CASES)('%s: %j for %j is %s', (field, value, gold, isSame) => {
    expect(isSameCellValue(field, value, gold)).toBe(isSame);
  });
});
