import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { ComplaintFacts } from '../../../core/statistics/complaint-facts.ts';
import { trendAlarms } from '../../../core/statistics/trend-alarms.ts';
import { addDays } from '../../../core/working-time/zoned-time.ts';
import { text } from '../../support/rules-pack.ts';
import { someFacts } from './some-facts.ts';

type Rule = PolicyPack['trendAlarms'][number];
const batch = (times: number | null, withinDays: number | null): Rule => ({
  ...{ id: 'batch', label: text('同批号'), same: ['batchNo'], source: 'S1f-33', times, withinDays },
});
const about = (batchNo: string, ...days: string[]) =>
  days.map((receivedDay, at) => someFacts(`${batchNo}-${at}`, { receivedDay, dimensions: { batchNo } }));
const raisedBy = (facts: ComplaintFacts[], rule = batch(3, 7), asOf = '2026-03-20') =>
  trendAlarms(facts, { trendAlarms: [rule] }, asOf).raised.map(({ numbers }) => numbers.join(' '));

describe('a trend alarm', () => {
  it.each([
    ['so many within so many days, both counted', ['2026-03-01', '2026-03-04', '2026-03-07'], ['B-0 B-1 B-2']],
    ['not a day later', ['2026-03-01', '2026-03-04', '2026-03-08'], []],
    ['not too few', ['2026-03-01', '2026-03-02'], []],
    ['all on one day', ['2026-03-01', '2026-03-01', '2026-03-01'], ['B-0 B-1 B-2']],
    ['across a leap day', ['2024-02-28', '2024-02-29', '2024-03-05'], ['B-0 B-1 B-2']],
    ['across a year’s change', ['2025-12-29', '2026-01-01', '2026-01-04'], ['B-0 B-1 B-2']],
    ['a run that goes on, as one', ['2026-03-01', '2026-03-03', '2026-03-05', '2026-03-09'], ['B-0 B-1 B-2 B-3']],
    [
      'the longest of two runs',
      ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-03-01', '2026-03-02', '2026-03-03'],
      ['B-0 B-1 B-2 B-3'],
    ],
    [
      'the later of two that are as long',
      ['2026-01-01', '2026-01-02', '2026-01-03', '2026-03-01', '2026-03-02', '2026-03-03'],
      ['B-3 B-4 B-5'],
    ],
    ['not what is still to come', ['2026-03-19', '2026-03-20', '2026-03-21'], []],
  ])('tells of %s', (_, days, raised) => {
    expect(raisedBy(about('B', ...days))).toEqual(raised);
  });

  it('folds spellings, and never takes nothing for the same', () => {
    const same = [...about('s-95', '2026-03-01'), ...about('Ｓ９５', '2026-03-02'), ...about('S 95', '2026-03-03')];
    expect(raisedBy(same)).toEqual(['s-95-0 Ｓ９５-0 S 95-0']);
    expect(raisedBy(about('', '2026-03-01', '2026-03-02', '2026-03-03'))).toEqual([]);
    const noDay = about('B', '2026-03-01', '2026-03-02', '2026-03-03').map((each) => ({ ...each, receivedDay: null }));
    expect(raisedBy(noDay)).toEqual([]);
  });

  it('wants everything to be the same that the policy names', () => {
    const rule: Rule = { ...batch(2, 7), same: ['productModel', 'cause'] };
    const like = (number: string, cause: string) =>
      someFacts(number, { receivedDay: '2026-03-01', dimensions: { productModel: 'S95', cause } });
    expect(raisedBy([like('1', '受潮'), like('2', '破损'), like('3', '受潮'), like('4', '')], rule)).toEqual(['1 3']);
  });

  it('says what it is about, and whether it is over', () => {
    const [alarm] = trendAlarms(
      about('B7', '2026-03-12', '2026-03-13', '2026-03-14'),
      { trendAlarms: [batch(3, 7)] },
      '2026-03-20',
    ).raised;
    expect(alarm).toMatchObject({
      ...{ id: 'batch', source: 'S1f-33', same: [{ dimension: 'batchNo', text: 'B7' }], times: 3, withinDays: 7 },
      ...{ first: '2026-03-12', last: '2026-03-14', isCurrent: true },
    });
    const later = trendAlarms(
      about('B7', '2026-03-12', '2026-03-13', '2026-03-14'),
      { trendAlarms: [batch(3, 7)] },
      '2026-03-21',
    );
    expect(later.raised.map(({ isCurrent }) => isCurrent)).toEqual([false]);
  });

  it.each([
    [null, 30],
    [3, null],
  ])('is told as not set where the policy names no number (%s times in %s days)', (times, withinDays) => {
    const facts = about('B', '2026-03-01', '2026-03-01', '2026-03-01');
    const { raised, notSet } = trendAlarms(facts, { trendAlarms: [batch(times, withinDays)] }, '2026-03-20');
    expect(raised).toEqual([]);
    expect(notSet).toEqual([{ id: 'batch', label: text('同批号'), source: 'S1f-33' }]);
  });

  it('is raised exactly where some window holds enough, whatever the order of rows', () => {
    const lists = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 14 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }), (list, times, within) => {
        const facts = list.map((day, at) =>
          someFacts(String(at), { receivedDay: addDays('2026-01-01', day), dimensions: { batchNo: 'B' } }),
        );
        const rule = batch(times, within);
        const inWindow = (day: number) => list.filter((other) => other >= day && other < day + within);
        const lies = (day: number) =>
          list.some((from) => from <= day && day < from + within && inWindow(from).length >= times);
        const [run] = trendAlarms(facts, { trendAlarms: [rule] }, '2026-12-31').raised;
        expect(run !== undefined).toBe(list.some((day) => inWindow(day).length >= times));
        for (const number of run?.numbers ?? []) expect(lies(list[Number(number)] ?? -1)).toBe(true);
        const backwards = trendAlarms(facts.toReversed(), { trendAlarms: [rule] }, '2026-12-31').raised;
        expect(backwards).toEqual(run === undefined ? [] : [run]);
      }),
    );
  });
});
