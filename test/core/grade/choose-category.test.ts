import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseCategory, rankCategories, rivalsOf } from '../../../core/grade/choose-category.ts';
import { preparePack } from '../../../core/grade/prepared-pack.ts';
import { searchableTexts } from '../../../core/grade/searchable-text.ts';
import { findPack } from '../../../core/policy/packs.ts';
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

describe('what a clause is there for', () => {
  it.each([
    ['what was good counts less', '谢谢上次送货很快,但这批有结块', 'quality'],
    ['what is threatened counts less', '破损。再不处理就让你们延迟送货', 'packaging'],
    ['what is asked for counts less', '结块,请送货', 'quality'],
    ['an English thank-you counts less', 'Thank you for not being late, but there is one defect', 'quality'],
  ])('%s', (_, description, expected) => {
    expect(choose(description)?.id).toBe(expected);
  });

  it('hears the heading more than the opening', () => {
    expect(choose('延迟\n结块')?.id).toBe('delivery');
    expect(choose('结块\n延迟')?.id).toBe('quality');
    expect(choose(`${'一'.repeat(90)}\n结块,延迟`)?.id).toBe('quality');
  });
});

describe('what went wrong with what, by the general policy', () => {
  const general = findPack('general');
  const ranked = (description: string) =>
    general ? rankCategories(searchableTexts({ description }, ['description']), preparePack(general)) : [];

  it.each([
    ['扣 … 两次', '卡上那笔扣了两次', 'billing'],
    ['修 … 还是', '空调修完当天还是那样', 'after_sales'],
    ['staff … rude', '门口的保安冲着老人骂', 'service'],
    ['a workman’s harm is of the service', '搬家的师傅把柜子砸了', 'service'],
    ['a carrier’s harm is of the delivery', '快递把箱子甩在楼道', 'delivery_logistics'],
    ['container … burst', '六个桶身都瘪了', 'packaging'],
    ['told when sold … not kept', '当初推销讲得好,签完就不承认', 'sales'],
    ['a manual that is unclear', 'The leaflet is confusing', 'usage'],
    ['traffic … at night', 'Your trucks keep idling in our lane', 'other'],
  ])('%s', (_, description, expected) => {
    const [best] = ranked(description);
    expect(best?.choice.id).toBe(expected);
    expect(best?.choice.words.length).toBeGreaterThan(0);
  });

  it('reaches over a few words of one sentence only', () => {
    const billing = (text: string) => ranked(text).find(({ choice }) => choice.id === 'billing')?.score ?? 0;
    expect(billing('卡上扣款。我去了两次')).toBeLessThan(billing('卡上扣款两次'));
    expect(billing(`卡上扣款${'那个'.repeat(9)}两次`)).toBeLessThan(billing('卡上扣款两次'));
  });

  it('hears how it was handled less than what happened, but for the heading', () => {
    expect(ranked('打了三次电话没人接,占线,车门漏水')[0]?.choice.id).toBe('product_quality');
    expect(ranked('客服电话打不通\n一直占线,没人接')[0]?.choice.id).toBe('service');
  });

  it('hears no word inside a longer one that means nothing', () => {
    const score = (text: string) => ranked(text).find(({ choice }) => choice.id === 'product_quality')?.score ?? 0;
    expect(score('外面套了气泡柱')).toBe(0);
    expect(score('漆面有气泡')).toBeGreaterThan(0);
  });

  it('takes damage for a matter of the service where the trade sells one', () => {
    const share = (text: string) => ranked(text).find(({ choice }) => choice.id === 'product_quality')?.score ?? 0;
    expect(share('衣服开线,干洗')).toBeLessThan(share('衣服开线,昨天'));
  });

  it('looks at the beginning of a long text only', () => {
    expect(ranked(`${'一'.repeat(13_000)}漏水`)).toEqual([]);
  });

  it('names what comes near, and nothing where one is clear', () => {
    const [best, ...others] = ranked('箱子破了,少了两箱');
    expect(rivalsOf([best, ...others].filter((each) => each !== undefined)).map(({ id }) => id).length).toBeLessThan(3);
    expect(rivalsOf([])).toEqual([]);
    expect(rivalsOf(ranked('重复扣费,账单多收费,发票开错'))).toEqual([]);
    const near = (score: number, id: string) => ({ score, choice: { id, rule: id, source: id, words: [] } });
    const rivals = rivalsOf([near(8, 'a'), near(7, 'b'), near(6, 'c'), near(6, 'd'), near(5.9, 'e')]);
    expect(rivals.map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
