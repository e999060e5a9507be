import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchableTexts } from '../../../core/grade/searchable-text.ts';
import { amountsOver } from '../../../core/grade/words-said.ts';

const over = (limit: number, description: string) =>
  amountsOver(searchableTexts({ description }, ['description']), ['箱', 'box', 'boxes'], limit).length > 0;

describe('S1f-38: more than 20 箱, as people say it', () => {
  it.each([
    '二十多箱破损',
    '20余箱破损',
    '超过20箱破损',
    '20箱以上破损',
    '不止20箱',
    '至少20箱都坏了',
    '20箱出头',
    '廿一箱破损',
    '貳拾壹箱破損',
    '21大箱破损',
    '几十箱破损',
    '将近30箱破损',
    '不到30箱',
    '嫩豆腐-25箱',
    'more than 20 boxes are torn',
    'Over 20 boxes',
  ])('%s: yes', (description) => {
    expect(over(20, description)).toBe(true);
  });

  it.each([
    '20箱破损',
    '恰好20箱',
    '不到20箱',
    '不到21箱',
    '将近21箱',
    '不超过20箱',
    '没有超过20箱',
    '最多20箱',
    '十几箱',
    '十多箱',
    '-25箱',
    'fewer than 20 boxes',
    'up to 20 boxes',
    '20 boxes',
  ])('%s: no', (description) => {
    expect(over(20, description)).toBe(false);
  });
});

describe('what is affected goes before what was bought', () => {
  it.each([
    '进了50箱，卖的时候发现只有3箱有问题',
    '买了50箱，其中3箱发霉',
    '50箱里有3箱破损',
    '一共到货60箱，3箱漏气',
    'We ordered 50 boxes and only 3 boxes are damaged',
  ])('%s: no batch', (description) => {
    expect(over(20, description)).toBe(false);
  });

  it.each([
    '进了50箱，全部有问题，其中3箱最严重',
    '买了50箱，25箱破损',
    '买了50箱，都破了，有3箱退了',
    '进了50箱有问题',
    '3箱破损，退50箱',
    'We ordered 50 boxes and all are bad, 3 boxes leak',
  ])('%s: a batch', (description) => {
    expect(over(20, description)).toBe(true);
  });
});

describe('laws', () => {
  it('a little more than an amount is never less than the amount itself', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(999), (amount, limit) => {
        const plain = over(limit, `坏${amount}箱`);
        for (const more of [`坏${amount}多箱`, `坏超过${amount}箱`, `坏${amount}箱以上`]) {
          expect(over(limit, more)).toBe(plain || amount === limit);
        }
        for (const less of [`坏了不到${amount}箱`, `坏了不超过${amount}箱`]) {
          if (!plain) expect(over(limit, less)).toBe(false);
        }
      }),
    );
  });
});
