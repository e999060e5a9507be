import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCategory } from '../../../core/grade/choose-category.ts';
import { preparePack } from '../../../core/grade/prepared-pack.ts';
import { searchableTexts } from '../../../core/grade/searchable-text.ts';
import { packWith, text } from '../../support/rules-pack.ts';

const category = (id: string, words: Record<string, number>) => ({
  ...{ id, label: text(id), words, synonyms: [], source: `clause ${id}` },
});
const PACK = packWith({
  categories: [
    category('quality', { 结块: 2, 质量: 1, defect: 2 }),
    category('delivery', { 延迟: 2, 送货: 1, late: 2 }),
    category('packaging', { 破损: 2, 外包装破损: 3 }),
  ],
});
const choose = (description: string, demand?: string) =>
  chooseCategory(
    searchableTexts({ description, ...(demand !== undefined && { demand }) }, ['description', 'demand']),
    preparePack(PACK),
  );

describe('the category of a complaint', () => {
  it.each([
    ['结块', 'quality'],
    ['送貨延遲', 'delivery'],
    ['Two defects in one lot', 'quality'],
    ['外包装破损', 'packaging'],
    ['结块,但主要是延迟送货', 'delivery'],
    ['不是质量问题,是送货慢', 'delivery'],
    ['质量没问题,送货慢', 'delivery'],
    ['你好', undefined],
    ['', undefined],
  ])('S0-14: %s: %s', (description, expected) => {
    expect(choose(description)?.id).toBe(expected);
  });

  it('comes with its clause and its own words, none inside another', () => {
    expect(choose('外包装破损,延迟')).toEqual({
      ...{ id: 'packaging', rule: 'packaging', source: 'clause packaging' },
      words: [{ field: 'description', start: 0, end: 5, quote: '外包装破损' }],
    });
  });

  it.each([
    ['what happened weighs more than what is wanted', '延迟', '质量要好', 'delivery'],
    ['what is wanted counts where nothing else speaks', '三袋', '把结块的换掉', 'quality'],
    ['what is wanted adds up', '延迟', '结块的换掉,质量要好,破损的也换', 'delivery'],
  ])('%s', (_, description, demand, expected) => {
    expect(choose(description, demand)?.id).toBe(expected);
  });

  it('hears the opening more than the rest', () => {
    const filler = '前面说了很多别的事情'.repeat(7);
    expect(choose(`破损。${filler}结块`)?.id).toBe('packaging');
    expect(choose(`结块。${filler}破损`)?.id).toBe('quality');
  });

  it('of equals is the one that the pack lists first', () => {
    expect(choose('延迟,结块')?.id).toBe('quality');
    expect(choose('破损,延迟')?.id).toBe('delivery');
  });

  it('does not change when its words are said again', () => {
    fc.assert(
      fc.property(fc.constantFrom('结块', '延迟', '破损'), fc.integer({ min: 1, max: 20 }), (word, times) => {
        expect(choose(Array(times).fill(word).join('，'))?.id).toBe(choose(word)?.id);
      }),
    );
  });

  it('is found in simplified and traditional characters alike', () => {
    fc.assert(
      fc.property(fc.constantFrom(['延迟', '延遲'], ['结块', '結塊'], ['破损', '破損'], ['质量', '質量']), (pair) => {
        const [simple, traditional] = pair.map((word) => choose(`昨天${word}`));
        expect(traditional?.id).toBe(simple?.id);
        expect(traditional?.words.map(({ start }) => start)).toEqual(simple?.words.map(({ start }) => start));
      }),
    );
  });
});
