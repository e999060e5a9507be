import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { Assessment } from '../../../core/grade/assessment.ts';
import { findSums } from '../../../core/grade/find-sums.ts';
import { CURRENCIES, currencyOf } from '../../../core/text/currencies.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { foldText } from '../../../core/text/fold-text.ts';
import { rowEvaluator } from '../../../core/register/evaluate-row.ts';
import { findingWords } from '../../../core/register/finding-text.ts';

const general = findPack('general');
if (general === null) throw new Error('no general pack');
const assess = (description: string, quantity?: string) =>
  assessComplaint({ description, ...(quantity === undefined ? {} : { quantity }) }, general);
const sums = (text: string) => {
  const { folded } = foldText(text);
  return findSums(folded, 'CNY', ['元', '块', '万']).map(({ amount, currency }) => [amount, currency]);
};

describe('a sum of money has the currency that the text gives it', () => {
  it.each<[string, number, string]>([
    ['USD 20,000', 20_000, 'USD'],
    ['usd20000', 20_000, 'USD'],
    ['US$ 20,000', 20_000, 'USD'],
    ['20,000 USD', 20_000, 'USD'],
    ['20,000 US dollars', 20_000, 'USD'],
    ['2万美元', 20_000, 'USD'],
    ['美金两万', 20_000, 'USD'],
    ['RM 20,000', 20_000, 'MYR'],
    ['RM20,000.50', 20_000.5, 'MYR'],
    ['两万令吉', 20_000, 'MYR'],
    ['NT$ 20,000', 20_000, 'TWD'],
    ['NT$20,000元', 20_000, 'TWD'],
    ['新臺幣二萬元', 20_000, 'TWD'],
    ['2万元新台币', 20_000, 'TWD'],
    ['HK$ 8,000', 8000, 'HKD'],
    ['S$300', 300, 'SGD'],
    ['€2,500.50', 2500.5, 'EUR'],
    ['£300', 300, 'GBP'],
    ['$45k', 45_000, 'dollars'],
    ['600 dollars', 600, 'dollars'],
    ['人民币20,000元', 20_000, 'CNY'],
    ['RMB 20,000', 20_000, 'CNY'],
    ['CNY 2万', 20_000, 'CNY'],
    ['20000元', 20_000, 'CNY'],
    ['损失60万', 600_000, 'CNY'],
    ['￥1,500', 1500, 'CNY'],
  ])('%s is %d %s, once', (text, amount, currency) => {
    expect(sums(text)).toEqual([[amount, currency]]);
  });

  it.each(['form 20', 'alarm 300 times', '20 rms', '型号 RM', 'NT$', '车跑了60万公里', '第3 USD', 'brand 5'])(
    '%s is no sum',
    (text) => {
      expect(sums(text)).toEqual([]);
    },
  );

  it('keeps several apart', () => {
    expect(sums('货款 USD 20,000，运费3000元，押金 RM 500')).toEqual([
      [20_000, 'USD'],
      [3000, 'CNY'],
      [500, 'MYR'],
    ]);
  });

  it('is found for each currency, before the sum and behind it', () => {
    const names = Object.entries(CURRENCIES).flatMap(([currency, { before, after }]) => [
      ...before.map((name) => [currency, `${name} 1234`] as const),
      ...after.map((name) => [currency, `1234 ${name}`] as const),
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...names), ([currency, text]) => {
        expect(sums(`要求赔偿 ${text}，尽快`)).toEqual([[1234, currency]]);
      }),
      { numRuns: 300 },
    );
  });

  it('is named by what stands beside it', () => {
    expect(['元', 'nt$', 'usd', 'dollars', '箱', 'kg'].map(currencyOf)).toEqual([
      'CNY',
      'TWD',
      'USD',
      'dollars',
      null,
      null,
    ]);
  });
});

describe('a limit in yuan', () => {
  it.each(['货款 USD 20,000', '货款 RM 20,000', '貨款 NT$ 20,000', 'total price $600k', '共 2,000,000 日元'])(
    'is not compared with “%s”: a person is asked',
    (description) => {
      const assessment = assess(description);
      expect(assessment.grade.id).toBe('general');
      const rules = assessment.openSums?.map(({ rule, currency }) => [rule, currency]);
      expect(rules).toEqual([
        ['largeSum', 'CNY'],
        ['notableSum', 'CNY'],
      ]);
      const [word] = assessment.openSums?.[0]?.words ?? [];
      expect(description.slice(word?.start, word?.end)).toBe(word?.quote);
      expect(word?.quote).toMatch(/\d/);
      expect(Assessment.parse(assessment)).toEqual(assessment);
    },
  );

  it('is compared with yuan, whatever other sums stand there; only the graver rule stays open', () => {
    const both = assess('货款 6000 元，另有运费 USD 900');
    expect(both.grade).toMatchObject({ id: 'important', rule: 'notableSum' });
    expect(both.grade.words.map(({ quote }) => quote)).toEqual(['6000 元']);
    expect(both.openSums?.map(({ rule }) => rule)).toEqual(['largeSum']);
    expect(assess('人民币 6,000').grade.rule).toBe('notableSum');
    expect(assess('RMB 600,000').grade.rule).toBe('largeSum');
  });

  it('leaves nothing open where no other currency stands, where it is only supposed, or where a person has chosen', () => {
    expect(assess('货款 6000 元').openSums).toBeUndefined();
    expect(assess('如果赔偿 USD 900，我们就接受').openSums).toBeUndefined();
    const chosen = assessComplaint({ description: 'USD 20,000' }, general, { grade: 'major' });
    expect(chosen.openSums).toBeUndefined();
    expect(assess('生产线停工，损失 USD 20,000').openSums).toBeUndefined();
  });

  it('is told in the register, unless the row has its own grade', () => {
    const evaluate = rowEvaluator({
      pack: general,
      company: null,
      asOf: '2026-03-20T10:30:00+08:00',
      zone: 'Asia/Shanghai',
    });
    const values = { description: '要求赔偿 USD 20,000' };
    const told = evaluate(values).findings.filter(({ code }) => code === 'otherCurrency');
    expect(told).toMatchObject([{ level: 'warning', field: 'description', params: { sum: 'USD 20,000' } }]);
    const [finding] = told;
    expect(finding && findingWords(finding, 'zh-CN')).toContain('USD 20,000');
    expect(evaluate(values, { category: null, grade: 'major' }).findings).toEqual([]);
  });
});

describe('an authority that tested the goods', () => {
  const food = findPack('food');
  const lanes = (description: string) => food && assessComplaint({ description }, food).lanes.map(({ id }) => id);

  it.each<[string, string[]]>([
    ['贵司豆干抽检不合格，请说明', ['authority']],
    ['这批货被监督抽查了', ['authority']],
    ['抽检发现菌落总数不合格', ['authority']],
    ['如果抽检不合格，责任由谁承担？', []],
    ['万一被监督抽查怎么办', []],
    ['没有抽检不合格', []],
    ['抽检合格，请放心', []],
    ['如果再不处理，我就找市监局', ['authority']],
  ])('%s: %o', (description, expected) => {
    expect(lanes(description)).toEqual(expected);
  });
});
