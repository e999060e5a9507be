import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchCondition } from '../../../../core/grade/match-condition.ts';
import type { Condition } from '../../../../core/policy/condition.ts';
import { entails } from '../../../../core/policy/lint/entails.ts';
import { says } from '../../../../core/policy/lint/says.ts';
import { packWith, situationIn } from '../../../support/rules-pack.ts';

describe('whether one word says another', () => {
  it.each([
    ['严重破碎', '破碎', true],
    ['嚴重破碎', '破碎', true],
    ['破碎', '严重破碎', false],
    ['没开封', '开封', false],
    ['不发红', '发红', false],
    ['运输…发霉', '发霉', true],
    ['运输…发霉', '运输…发霉', true],
    ['运输发霉', '运输…发霉', true],
    ['运输时豆腐发霉', '运输…发霉', true],
    ['运输没有发霉', '运输…发霉', false],
    ['未运输发霉', '运输…发霉', false],
    ['运输，发霉', '运输…发霉', false],
    ['运输…没发霉', '运输…发霉', false],
    ['machine part', 'machine', true],
    ['machinery', 'machine', false],
    ['wet in transit', 'in', true],
    ['Broken', 'broken', true],
  ])('%s says %s: %s', (word, other, expected) => {
    expect(says(word, other)).toBe(expected);
  });
});

describe('whether one condition holds wherever another does', () => {
  it.each<[string, Condition, Condition, boolean]>([
    ['anything, and nothing asked', { anyWord: ['漏浆'] }, {}, true],
    ['nothing asked, and something', {}, { anyWord: ['漏浆'] }, false],
    ['fewer words, and more', { anyWord: ['漏浆'] }, { anyWord: ['漏浆', '停产'] }, true],
    ['more words, and fewer', { anyWord: ['漏浆', '停产'] }, { anyWord: ['漏浆'] }, false],
    ['two groups, and one of them', { eachOf: [['批量'], ['漏浆']] }, { anyWord: ['漏浆'] }, true],
    ['a higher threshold, and a lower', over(20, '箱'), over(10, '箱'), true],
    ['the same number in another unit', over(20, '箱'), over(20, '包'), false],
    ['one value, and two', { axis: { defect: ['leak'] } }, { axis: { defect: ['leak', 'crack'] } }, true],
    ['a value, and one on another axis', { axis: { defect: ['leak'] } }, { axis: { harm: ['none'] } }, false],
    ['a word denied as well, and not', { anyWord: ['漏浆'], noWord: ['轻微'] }, { anyWord: ['漏浆'] }, true],
    ['a word, and the same with a denial', { anyWord: ['漏浆'] }, { anyWord: ['漏浆'], noWord: ['轻微'] }, false],
    ['a threat, and a fact', { anyWord: ['起诉'], evenIfSupposed: true }, { anyWord: ['起诉'] }, false],
    ['a fact, and a threat', { anyWord: ['起诉'] }, { anyWord: ['起诉'], evenIfSupposed: true }, true],
  ])('%s', (_, narrow, wide, expected) => {
    expect(entails(narrow, wide)).toBe(expected);
  });

  /** Words, and longer ones that say them. */
  const LONGER: Record<string, string[]> = {
    漏: ['漏浆', '严重漏浆', '不漏', '漏'],
    停产: ['生产线停产', '没停产', '停产'],
    '停…产': ['停产', '停了产', '停不产', '没停了产'],
    leak: ['leak', 'leaking pipe', 'bleak', 'pipe leak'],
  };
  const group = fc.uniqueArray(fc.constantFrom(...Object.keys(LONGER)), { minLength: 1 });
  const longerOf = (words: string[]) =>
    fc.subarray(
      words.flatMap((word) => LONGER[word] ?? []),
      { minLength: 1 },
    );
  const more = fc.constantFrom<Condition>(
    {},
    { noWord: ['轻微'] },
    { category: ['quality'] },
    { known: ['region'] },
    { quantityOver: { units: ['箱'], over: 5 } },
  );
  const cases = group.chain((words) =>
    fc.tuple(fc.constant(words), longerOf(words), more).chain(([wide, narrow, extra]) =>
      fc.record({
        wide: fc.constant<Condition>({ anyWord: wide }),
        narrow: fc.constant<Condition>({ anyWord: narrow, ...extra }),
        pieces: fc.array(
          fc.oneof(fc.constantFrom(...narrow), fc.constantFrom(...narrow, '，', '。', '没有', '如果', '不', ' ')),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    ),
  );

  it('is never claimed of conditions that a complaint tells apart', () => {
    const pack = packWith({});
    let claimed = 0;
    fc.assert(
      fc.property(cases, ({ wide, narrow, pieces }) => {
        const situation = situationIn(pack, { description: `${pieces.join('')}。结块30箱`, region: '保定' });
        if (!entails(narrow, wide) || !matchCondition(narrow, situation)) return;
        claimed++;
        expect(matchCondition(wide, situation)).not.toBeNull();
      }),
      { numRuns: 2000 },
    );
    expect(claimed).toBeGreaterThan(100);
  });
});

function over(amount: number, unit: string): Condition {
  return { quantityOver: { units: [unit], over: amount } };
}
