import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuantities } from '../../../core/grade/parse-quantities.ts';
import { foldText } from '../../../core/text/fold-text.ts';

const amounts = (text: string, ...units: string[]) =>
  findQuantities(foldText(text).folded, units).map(({ amount, unit }) => `${amount} ${unit}`);

describe('amounts with a unit', () => {
  it.each([
    ['少了20箱', ['箱'], ['20 箱']],
    ['２０ 箱受潮', ['箱'], ['20 箱']],
    ['二十三箱', ['箱'], ['23 箱']],
    ['三十余箱', ['箱'], ['30 箱']],
    ['1,200 pcs rejected', ['pcs'], ['1200 pcs']],
    ['58.7 tonnes', ['tonne'], ['58.7 tonne']],
    ['3 boxes and 3 boxers', ['box'], ['3 box']],
    ['约18.7万元', ['元'], ['187000 元']],
    ['两吨半', ['吨'], ['2.5 吨']],
    ['少了半箱', ['箱'], ['0.5 箱']],
    ['10-15箱', ['箱'], ['15 箱']],
    ['a $1,204.37 bill', ['$'], ['1204.37 $']],
    ['￥3万', ['¥'], ['30000 ¥']],
    ['$ and nothing', ['$'], []],
    ['第3批,箱子坏了', ['箱'], []],
    ['20 箱, 5 袋', ['箱', '袋'], ['20 箱', '5 袋']],
    ['廿一箱', ['箱'], ['21 箱']],
    ['卅箱', ['箱'], ['30 箱']],
    ['貳拾壹箱', ['箱'], ['21 箱']],
    ['壹佰零捌箱', ['箱'], ['108 箱']],
    ['叁仟元', ['元'], ['3000 元']],
    ['大陆二箱', ['箱'], ['2 箱']],
    ['收拾3箱', ['箱'], ['3 箱']],
    ['几十箱', ['箱'], ['20 箱']],
    ['数百箱', ['箱'], ['200 箱']],
    ['21大箱', ['箱'], ['21 箱']],
    ['21整箱', ['箱'], ['21 箱']],
    ['21个箱子', ['箱'], ['21 箱']],
    ['21 个大箱', ['箱'], ['21 箱']],
    ['21件(箱)', ['箱'], ['21 箱']],
    ['21个零件的箱子', ['箱'], []],
    ['25 full boxes', ['box'], ['25 box']],
    ['25 fuller boxes', ['box'], []],
    ['-25箱', ['箱'], ['-25 箱']],
    ['数量：-25箱', ['箱'], ['-25 箱']],
    ['负25箱', ['箱'], ['-25 箱']],
    ['嫩豆腐-25箱', ['箱'], ['25 箱']],
    ['10-25箱', ['箱'], ['25 箱']],
  ])('%s: %o', (text, units, expected) => {
    expect(amounts(text, ...units)).toEqual(expected);
  });

  it('finds any whole number in front of its unit, where it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.boolean(), (amount, grouped) => {
        const written = grouped ? amount.toLocaleString('en') : String(amount);
        const text = `退货${written}箱`;
        expect(findQuantities(text, ['箱'])).toEqual([{ amount, unit: '箱', start: 2, end: text.length }]);
      }),
    );
  });
});
