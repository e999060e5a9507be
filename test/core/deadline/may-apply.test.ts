import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayApply, type KnownFacts } from '../../../core/deadline/may-apply.ts';
import type { Condition } from '../../../core/policy/condition.ts';

/** A heating cover that failed in winter, complained of by a consumer through the market regulator. */
const KNOWN: KnownFacts = {
  values: { orderNo: 'A-1', batchNo: 'B-2' },
  grade: 'major',
  category: 'quality',
  lanes: ['regulator', 'consumer'],
  axes: { origin: 'consumer', harm: null },
};

describe('whether a milestone may hold for a complaint', () => {
  it.each<[string, Condition | undefined, boolean]>([
    ['no condition: for all', undefined, true],
    ['an empty condition: for all', {}, true],
    ['its grade', { grade: ['general', 'major'] }, true],
    ['another grade', { grade: ['general', 'important'] }, false],
    ['its category', { category: ['quality'] }, true],
    ['another category', { category: ['delivery', 'service'] }, false],
    ['one of its lanes', { lane: ['media', 'regulator'] }, true],
    ['no lane of its own', { lane: ['media'] }, false],
    ['its value on an axis', { axis: { origin: ['channel', 'consumer'] } }, true],
    ['another value on an axis', { axis: { origin: ['channel'] } }, false],
    ['an axis on which it has no value', { axis: { harm: ['injury'] } }, false],
    ['an axis that nobody placed it on', { axis: { cause: ['transport'] } }, false],
    ['one axis of two', { axis: { origin: ['consumer'], harm: ['injury'] } }, false],
    ['a field that is known', { known: ['orderNo'] }, true],
    ['all fields that are known', { known: ['orderNo', 'batchNo'] }, true],
    ['a field that is not known beside one that is', { known: ['orderNo', 'purchaseDate'] }, false],
    ['grade and category', { grade: ['major'], category: ['quality'] }, true],
    ['grade right, category wrong', { grade: ['major'], category: ['delivery'] }, false],
    ['grade wrong, category right', { grade: ['general'], category: ['quality'] }, false],
  ])('%s', (_, when, expected) => {
    expect(mayApply(when, KNOWN)).toBe(expected);
  });

  it.each<[string, Condition]>([
    ['words', { anyWord: ['停产'] }],
    ['groups of words', { eachOf: [['发霉'], ['小孩']] }],
    ['words that must not be there', { noWord: ['咨询'] }],
    ['quantities', { quantityOver: { units: ['箱'], over: 20 } }],
  ])('%s are for others to read, and rule nothing out', (_, when) => {
    expect(mayApply(when, KNOWN)).toBe(true);
  });

  it('a field that is known to be empty is known', () => {
    expect(mayApply({ known: ['remarks'] }, { ...KNOWN, values: { remarks: '' } })).toBe(true);
  });

  it.each<[string, Condition, keyof KnownFacts]>([
    ['category', { category: ['delivery'] }, 'category'],
    ['lanes', { lane: ['media'] }, 'lanes'],
    ['axes', { axis: { origin: ['channel'] } }, 'axes'],
  ])('%s that nobody looked at rule nothing out', (_, when, fact) => {
    const unseen = Object.fromEntries(Object.entries(KNOWN).filter(([name]) => name !== fact)) as unknown as KnownFacts;
    expect(mayApply(when, KNOWN)).toBe(false);
    expect(mayApply(when, unseen)).toBe(true);
  });

  it('a complaint that was looked at and found without category or lane is not in one', () => {
    expect(mayApply({ category: ['quality'] }, { ...KNOWN, category: null })).toBe(false);
    expect(mayApply({ lane: ['regulator'] }, { ...KNOWN, lanes: [] })).toBe(false);
  });
});

describe('knowing more', () => {
  const id = fc.constantFrom('a', 'b', 'c');
  const ids = fc.array(id, { minLength: 1, maxLength: 2 });
  const condition: fc.Arbitrary<Condition> = fc.record(
    { grade: ids, category: ids, lane: ids, axis: fc.record({ origin: ids }) },
    { requiredKeys: [] },
  );
  const facts = fc.record({
    values: fc.constant({}),
    grade: id,
    category: fc.option(id),
    lanes: fc.array(id, { maxLength: 2 }),
    axes: fc.record({ origin: fc.option(id) }),
  });

  it('never brings back a deadline that was ruled out, and a stricter condition never holds for more', () => {
    fc.assert(
      fc.property(condition, condition, facts, (one, other, known) => {
        const { values, grade } = known;
        if (mayApply(one, known)) expect(mayApply(one, { values, grade })).toBe(true);
        const both = { ...other, ...one };
        if (mayApply(both, known)) expect(mayApply(one, known)).toBe(true);
      }),
    );
  });
});
