import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintFacts, Dimension } from '../../../core/statistics/complaint-facts.ts';
import { countBy, figuresBy, pareto } from '../../../core/statistics/groups.ts';
import { periodOf } from '../../../core/statistics/periods.ts';
import { COUNTED_COMPANY, COUNTED_PACK } from './counted-pack.ts';
import { someFacts } from './some-facts.ts';

const TEXTS: Dimension[] = ['cause', 'grade', 'month'];
const anyFacts = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '受潮', '破损', '漏气'),
      fc.constantFrom('一般', '重大', ''),
      fc.constantFrom('2026-01', '2025-12'),
    ),
  )
  .map((rows) =>
    rows.map(([cause, grade, month], at) => someFacts(`T${at}`, { row: at, dimensions: { cause, grade, month } })),
  );

describe('groups', () => {
  it('add up to the whole, each complaint once, whatever the order of rows', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...TEXTS), (facts, dimension) => {
        const groups = countBy(facts, dimension);
        expect(groups.flatMap(({ numbers }) => numbers).sort()).toEqual(facts.map(({ number }) => number).sort());
        for (const { count, numbers, share } of groups) {
          expect(count).toBe(numbers.length);
          expect(share).toBeCloseTo(count / facts.length, 12);
        }
        const order = (list: typeof groups) => list.map(({ text, count }) => `${text} ${count}`);
        expect(order(countBy(facts.toReversed(), dimension))).toEqual(order(groups));
      }),
    );
  });

  it('have the most first, equal ones by their text, and those without a text last', () => {
    const facts = ['b', 'a', '', '', '', 'c', 'c'].map((cause, at) => someFacts(String(at), { dimensions: { cause } }));
    expect(countBy(facts, 'cause').map(({ text, count }) => [text, count])).toEqual([
      ...[
        ['c', 2],
        ['a', 1],
        ['b', 1],
        ['', 3],
      ],
    ]);
  });
});

describe('Pareto', () => {
  it('climbs to the whole of what has a cause, the steepest first', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { groups, without } = pareto(facts, 'cause');
        expect(groups.every(({ text }) => text !== '')).toBe(true);
        expect(without.length + groups.reduce((sum, { count }) => sum + count, 0)).toBe(facts.length);
        groups.forEach(({ count, cumulative }, at) => {
          const before = groups[at - 1];
          expect(cumulative).toBeGreaterThan(before?.cumulative ?? 0);
          expect(count).toBeLessThanOrEqual(before?.count ?? Infinity);
        });
        if (groups.length > 0) expect(groups.at(-1)?.cumulative).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('figures by a dimension', () => {
  it('are those of each part alone, but what recurs is looked for among all', () => {
    const like = (number: string, receivedDay: string, handler: string) =>
      someFacts(number, { receivedDay, dimensions: { handler, batchNo: 'B7' } });
    const facts = [like('1', '2026-02-01', '张三'), like('2', '2026-02-05', '李四'), like('3', '2026-02-06', '')];
    const frame = { pack: COUNTED_PACK, company: COUNTED_COMPANY, asOf: '2026-03-20', volumes: [] };
    const parts = figuresBy(facts, 'handler', periodOf('2026-02-01', 'month'), frame);
    const counted = (id: string) => parts.map(({ figures }) => figures.find((figure) => figure.id === id)?.counted);
    expect(parts.map(({ text }) => text)).toEqual(['张三', '李四', '']);
    expect(counted('received')).toEqual([['1'], ['2'], ['3']]);
    expect(counted('recurring')).toEqual([[], ['2'], ['3']]);
  });

  it('divide a product’s complaints by its own volume, all others by the whole', () => {
    const of = (number: string, productName: string) =>
      someFacts(number, { receivedDay: '2026-02-01', dimensions: { productName, department: '质检部' } });
    const volumes = [
      { month: '2026-02', product: '粉煤灰', units: 200 },
      { month: '2026-02', product: '矿粉', units: 300 },
    ];
    const frame = { pack: COUNTED_PACK, company: COUNTED_COMPANY, asOf: '2026-03-20', volumes };
    const told = [of('1', '粉煤灰'), of('2', '水泥')];
    const rates = (dimension: Dimension, facts: ComplaintFacts[]) =>
      figuresBy(facts, dimension, periodOf('2026-02-01', 'month'), frame).map(({ text, figures }) => {
        const rate = figures.find(({ id }) => id === 'complaintRate');
        return [text, rate?.denominator, rate?.missing];
      });
    expect(rates('productName', told).sort()).toEqual([
      ['水泥', null, 'volume'],
      ['粉煤灰', 200, null],
    ]);
    expect(rates('department', [of('1', '粉煤灰'), of('2', '矿粉')])).toEqual([['质检部', 500, null]]);
    expect(rates('department', told)).toEqual([['质检部', null, 'volume']]);
  });
});
