import { describe, expect, it } from 'vitest';
import { misspelling } from '../../../core/register/spelling.ts';

describe('misspelling', () => {
  it.each([
    ['质里问题', '质量问题'],
    ['己结案', '已结案'],
    ['货款', '贷款'],
    ['服务太度', '服务态度'],
    ['包装破捐', '包装破损'],
    ['服务态态度', '服务态度'],
    ['deilvery', 'delivery'],
    ['workmansip', 'workmanship'],
    ['serivce', 'service'],
    ['closd', 'closed'],
    ['急症科', '急诊科'],
    ['升物', '异物'],
    ['私较服务', '私教服务'],
    ['虚假签牧', '虚假签收'],
  ])('%s is surely meant for %s', (word, usual) => {
    expect(misspelling(word, usual)).toBe('sure');
  });

  it.each([
    ['工能', '功能'],
    ['交付延吃', '交付延迟'],
    ['服态度', '服务态度'],
    ['处里问题', '处理问题'],
  ])('%s is likely meant for %s: the slip breaks a word', (word, usual) => {
    expect(misspelling(word, usual)).not.toBeNull();
  });

  it.each([
    ['质量', '质量问题'],
    ['产品质量问题', '质量问题'],
    ['口味', '口感'],
    ['异物', '有异物'],
    ['退货', '换货'],
    ['质控部', '品控部'],
    ['delay', 'delays'],
    ['repair', 'repaired'],
    ['close', 'closed'],
    ['late', 'rate'],
    ['quality', 'quantity'],
    ['billing', 'filling'],
    ['A-101', 'A-102'],
    ['', '质量'],
    ['质量', '质量'],
  ])('%s and %s are two names', (word, usual) => {
    expect(misspelling(word, usual)).toBeNull();
  });
});
