import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { findQuantities } from '../../../core/grade/parse-quantities.ts';
import { chineseNumber } from '../../../core/text/chinese-number.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { foldText } from '../../../core/text/fold-text.ts';

const found = (text: string, ...units: string[]) => {
  const { folded } = foldText(text);
  return findQuantities(folded, units).map(({ amount, unit, start, end }) => [amount, unit, folded.slice(start, end)]);
};

/** A number below ten thousand as it is read aloud: 1020 → 一千零二十. */
function inChinese(amount: number): string {
  const digits = Array.from(String(amount), (digit) => '零一二三四五六七八九'[Number(digit)] ?? '');
  const places = ['千', '百', '十', ''].slice(4 - digits.length);
  const spoken = digits.map((digit, i) => (digit === '零' ? '零' : `${digit}${places[i] ?? ''}`)).join('');
  return spoken.replaceAll(/零+/g, '零').replace(/(?<=.)零$/, '');
}

describe('a sum in yuan', () => {
  it.each([
    ['五十二万三千元', 523_000],
    ['一万二千元', 12_000],
    ['三万五元', 35_000],
    ['3万5千元', 35_000],
    ['十二万零五百元', 120_500],
    ['一亿两千万元', 120_000_000],
    ['两百万元', 2_000_000],
    ['0.8万元', 8000],
    ['5千元', 5000],
    ['3亿元', 300_000_000],
    ['6百元', 600],
    ['１２，０００元', 12_000],
    ['十几万元', 100_000],
    ['30余万元', 300_000],
  ])('%s is %d', (text, amount) => {
    expect(found(text, '元').at(-1)?.slice(0, 2)).toEqual([amount, '元']);
  });

  it('is quoted whole, from its first figure to its unit', () => {
    expect(found('共计五十二万三千元的货', '元')).toEqual([[523_000, '元', '五十二万三千元']]);
    expect(found('订金 3.5 万元', '元')).toEqual([[35_000, '元', '3.5 万元']]);
  });

  it('ends where the next amount begins', () => {
    expect(found('损失3万 5箱坏了', '箱')).toEqual([[5, '箱', '5箱']]);
    expect(found('赔2万元,另5千元运费', '元').map(([amount]) => amount)).toEqual([20_000, 5000]);
    expect(found('三万四万元都有人开过价', '元').map(([amount]) => amount)).toEqual([40_000]);
  });
});

describe('a sum without a unit, where the pack lists 万', () => {
  it.each([
    ['损失60万', [[600_000, '万', '60万']]],
    ['损失60万左右', [[600_000, '万', '60万']]],
    ['六十万的货款', [[600_000, '万', '六十万']]],
    ['损失六十多万,要求赔偿', [[600_000, '万', '六十多万']]],
    ['跑了60万公里', []],
    ['出过60万辆', []],
    ['60千', []],
  ])('%s: %o', (text, expected) => {
    expect(found(text, '万')).toEqual(expected);
  });

  it('is counted once where a unit follows', () => {
    expect(found('损失60万元', '万', '元')).toEqual([[600_000, '元', '60万元']]);
  });
});

describe('what has a number and is no amount', () => {
  it.each([
    ['第21箱发霉', '箱'],
    ['第二十一箱发霉', '箱'],
    ['21号仓的箱子', '箱'],
    ['2026年3月', '箱'],
    ['零散的箱子', '个'],
    ['21 boxers', 'box'],
    ['21 boxing gloves', 'box'],
  ])('%s', (text, unit) => {
    expect(found(text, unit)).toEqual([]);
  });
});

describe('halves and approximate amounts', () => {
  it.each([
    ['半箱', 0.5],
    ['三箱半', 3.5],
    ['3箱半', 3.5],
    ['二十来箱', 20],
    ['20多箱', 20],
    ['大约20箱', 20],
    ['两箱', 2],
    ['一百零八箱', 108],
    ['三百六箱', 360],
  ])('%s is %d', (text, amount) => {
    expect(found(text, '箱').map(([value]) => value)).toEqual([amount]);
  });

  it('quotes the half with it', () => {
    expect(found('坏了三箱半', '箱')).toEqual([[3.5, '箱', '三箱半']]);
    expect(found('坏了三箱半袋', '箱', '袋').map(([amount]) => amount)).toEqual([3, 0.5]);
    expect(found('坏了三箱半,两袋', '箱', '袋').map(([amount]) => amount)).toEqual([3.5, 2]);
  });
});

describe('a sum with its sign', () => {
  it.each([
    ['$1.2 million', '$', 1_200_000],
    ['$45k', '$', 45_000],
    ['£ 300', '£', 300],
    ['€2,500.50', '€', 2500.5],
    ['¥３万', '¥', 30_000],
    ['NT$ 8,800', 'nt$', 8800],
  ])('%s', (text, sign, amount) => {
    expect(found(text, sign).map(([value]) => value)).toEqual([amount]);
  });

  it('each of several counts; a lone sign is none', () => {
    expect(found('$5 then $10, and a $', '$').map(([value]) => value)).toEqual([5, 10]);
  });
});

describe('the general pack hears a large sum however it is written', () => {
  const general = findPack('general');
  const rule = (description: string) => general && assessComplaint({ description }, general).grade.rule;

  it.each([
    ['货款共五十二万三千元', 'largeSum'],
    ['货款共52.3万元', 'largeSum'],
    ['货款 523,000 元', 'largeSum'],
    ['货款共60万', 'largeSum'],
    ['货款共五十万元', 'notableSum'],
    ['货款共一万二千元', 'notableSum'],
    ['货款共五千元', null],
    ['车跑了60万公里', null],
  ])('%s: %s', (description, expected) => {
    expect(rule(description)).toBe(expected);
  });
});

describe('laws', () => {
  const amount = fc.integer({ min: 1, max: 9999 });

  it('a number read aloud is the number', () => {
    fc.assert(
      fc.property(amount, (value) => {
        expect(chineseNumber(inChinese(value))).toBe(value);
      }),
    );
  });

  it('the places above ten thousand and below add up, in either script of figures', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1000, max: 9999 }), (high, low) => {
        const value = high * 10_000 + low;
        for (const text of [`${inChinese(high)}万${inChinese(low)}元`, `${high}万${low}元`, `${value}元`]) {
          expect(found(text, '元')).toEqual([[value, '元', text]]);
        }
      }),
    );
  });

  it('every amount is quoted with its own unit, and none overlaps another', () => {
    const part = fc.oneof(
      amount.map(String),
      amount.map(inChinese),
      fc.constantFrom('箱', '袋', '万', '半', ',', '第'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        let last = 0;
        for (const { start, end, unit } of findQuantities(parts.join(''), ['箱', '袋'])) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(parts.join('').slice(start, end).replace(/半$/, '').endsWith(unit)).toBe(true);
          last = end;
        }
      }),
      { examples: [[['3', '箱', '半', '箱']], [['3', '箱', '半', '万', '箱']]] },
    );
  });
});
