import { describe, expect, it } from 'vitest';
import { chartPlans, type ChartId } from '../../../core/statistics/chart-plan.ts';
import type { ComplaintFacts } from '../../../core/statistics/complaint-facts.ts';
import { generatedFacts, PACK } from '../../excel-addin/statistics-fixture.ts';

const ASOF = '2026-11-22';

function plan(id: ChartId, facts: ComplaintFacts[], target: number | null = null) {
  const found = chartPlans(facts, { pack: PACK, asOf: ASOF, target, locale: 'zh-CN' }).find((each) => each.id === id);
  if (found === undefined) throw new Error(`no chart ${id}`);
  return found;
}

describe('the standard charts', () => {
  const facts = generatedFacts(1_500);

  it('show every month of a year and the one before, empty ones too', () => {
    const { rows } = plan('trend', facts);
    expect(rows.map(([month]) => month)).toEqual([
      ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'],
      ...['2026-08', '2026-09', '2026-10', '2026-11'],
    ]);
    for (const [month, received, closed] of rows) {
      const own = facts.filter(({ receivedDay }) => receivedDay?.startsWith(String(month)));
      const done = facts.filter(
        ({ closedDay, isOpen, isWithdrawn }) => !isOpen && !isWithdrawn && closedDay?.startsWith(String(month)),
      );
      expect([received, closed]).toEqual([own.length, done.length]);
    }
    expect(rows[4]?.slice(1, 3)).toEqual([0, 0]);
  });

  it('end with the last complaint of a ledger that was given up before', () => {
    const old = facts.filter(({ receivedDay }) => receivedDay !== null && receivedDay < '2025-03-01');
    const { rows, title } = plan('trend', old);
    expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['2024-02', '2025-02']);
    expect(title).toContain('2024-02 至 2025-02');
    const counts = plan('pareto', old).rows.map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
  });

  it('draw a target only where one was entered, and say so else', () => {
    expect(plan('trend', facts).rows.every((row) => row[3] === null)).toBe(true);
    expect(plan('trend', facts).note).toContain('不画目标线');
    expect(plan('trend', facts, 30).rows.every((row) => row[3] === 30)).toBe(true);
    expect(plan('trend', facts, 30).note).toBeNull();
  });

  it('order causes by their number, with the share of all that have one', () => {
    const { rows, note } = plan('pareto', facts);
    const inSpan = facts.filter(({ receivedDay }) => receivedDay !== null && receivedDay >= '2025-11-01');
    const named = inSpan.filter(({ dimensions }) => dimensions.cause !== '');
    const counts = rows.map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(named.length);
    expect(counts.slice(0, -1)).toEqual(counts.slice(0, -1).sort((a, b) => b - a));
    expect(rows.at(-1)?.[0]).toBe('（其余）');
    expect(rows.at(-1)?.[2]).toBe(1);
    expect(note).toContain(String(inSpan.length - named.length));
  });

  it('put the weakest department first, and never rank a small sample', () => {
    const many = facts.map((one, at) => ({
      ...one,
      dimensions: { ...one.dimensions, department: at % 100 === 0 ? '小组' : one.dimensions.department },
    }));
    const { rows, note } = plan('onTime', many);
    const rates = rows.flatMap(([, rate]) => (rate === null ? [] : [Number(rate)]));
    expect(rates.slice(0, -1)).toEqual(rates.slice(0, -1).sort((a, b) => a - b));
    expect(String(rows.at(-1)?.[0])).toMatch(/^（未填写）/);
    const small = rows.find(([name]) => String(name).startsWith('小组'));
    expect(small?.[1]).toBeNull();
    expect(small?.[2]).toBeCloseTo(Number(small?.[3]) / Number(small?.[4]), 12);
    expect(rows.indexOf(small ?? [])).toBe(rows.length - 2);
    expect(note).toContain('少于 20 件');
  });

  it('count open complaints by age, and tell those without a day', () => {
    const { rows, note } = plan('age', facts);
    const open = facts.filter(({ isOpen }) => isOpen);
    const dated = open.filter(({ ageDays }) => ageDays !== null);
    expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(dated.length);
    expect(note).toContain(String(open.length - dated.length));
  });

  it.each(['trend', 'pareto', 'onTime', 'age'] as const)('have something to show of an empty register (%s)', (id) => {
    expect(plan(id, []).rows.length).toBeGreaterThan(0);
  });
});
