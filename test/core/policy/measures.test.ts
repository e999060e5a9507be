import { describe, expect, it } from 'vitest';
import { Measure, type Computes } from '../../../core/policy/measure.ts';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { packWith, text } from '../../support/rules-pack.ts';

const measures = PACKS.flatMap((pack) =>
  pack.measures.map((measure) => ({ name: `${pack.id}.${measure.id}`, measure })),
);
const COUNTS: readonly Computes['figure'][] = ['received', 'founded'];

describe('the measures of the policies', () => {
  it.each(measures)('$name says what counts it, or that nothing does', ({ measure }) => {
    expect(measure.computes).not.toBeUndefined();
  });

  it.each(measures)('$name is counted by a figure of its own form', ({ measure: { computes, denominator, asks } }) => {
    if (!computes) return;
    expect(COUNTS.includes(computes.figure)).toBe(denominator === null);
    if (asks !== null) expect(computes.figure).toBe('complaintRate');
  });

  it('are counted by hand where a register cannot answer their words', () => {
    const byHand = measures.flatMap(({ name, measure }) => (measure.computes === null ? [name] : []));
    expect(byHand.sort()).toEqual([
      'food.recurrence', // only those after a corrective measure
      'food.satisfaction', // a sum of scores
      'power-supply.satisfaction', // customers, not complaints
      'power-supply.secondary', // nobody writes that down
    ]);
  });

  it.each([
    ['a milestone', { figure: 'onTime', milestone: 'moon' }, 'measures.m.moon'],
    ['a verdict', { figure: 'verdictShare', verdicts: ['guilty'] }, 'measures.m.guilty'],
  ] as const)('may not name %s that the policy does not have', (_, computes, where) => {
    const measure = Measure.parse({
      ...{ id: 'm', label: text('m'), numerator: text('a'), denominator: text('b'), asks: null, by: [] },
      ...{ period: 'month', source: 'test', computes },
    });
    const found = lintPack(packWith({ measures: [measure] })).map(({ code, where: at }) => `${code} ${at}`);
    expect(found).toContain(`unknownName ${where}`);
  });
});
