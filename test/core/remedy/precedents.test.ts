import { describe, expect, it } from 'vitest';
import { findPrecedents, weighMoney, type SettledComplaint } from '../../../core/remedy/precedents.ts';
import { axisOf, packWith, situationIn } from '../../support/rules-pack.ts';

const PACK = packWith({ axes: [axisOf('defect', { lump: ['结块'], colour: ['发黑'] })] });
const now = situationIn(PACK, { description: '细度不对,还有结块' });

const past = (id: string, change: Partial<SettledComplaint> = {}): SettledComplaint => ({
  ...{ id, category: 'quality', grade: 'general', axes: { defect: 'lump' }, remedies: ['discount'], money: 1000 },
  ...{ closedOn: '2026-03-01', satisfied: true, ...change },
});
const find = (...complaints: SettledComplaint[]) => findPrecedents(now, PACK, complaints);

describe('what similar complaints got (S1d-7)', () => {
  it('leaves out other categories, and everything where this one has none', () => {
    expect(find(past('a'), past('b', { category: 'delivery' }), past('c', { category: null })).cases).toHaveLength(1);
    const unknown = situationIn(PACK, { description: '你好' });
    expect(findPrecedents(unknown, PACK, [past('a', { category: null })]).cases).toEqual([]);
  });

  it.each([
    ['the same in all', {}, true],
    ['another grade', { grade: 'major' }, false],
    ['another defect', { axes: { defect: 'colour' } }, false],
    ['a defect that nobody wrote down', { axes: {} }, true],
    ['an axis of no pack', { axes: { defect: 'lump', constructor: 'x' } }, true],
  ])('%s', (_, change, isSame) => {
    expect(find(past('a', change)).cases[0]?.isSame).toBe(isSame);
  });

  it('puts the likest first, of equals the newest', () => {
    const { cases } = find(
      past('grade', { grade: 'major' }),
      past('old', { closedOn: '2025-01-01' }),
      past('colour', { axes: { defect: 'colour' } }),
      past('new', { closedOn: '2026-09-09' }),
    );
    expect(cases.map(({ complaint }) => complaint.id)).toEqual(['new', 'old', 'grade', 'colour']);
    expect(cases[3]).toMatchObject({ sameGrade: true, sameAxes: [], otherAxes: ['defect'] });
  });

  it('counts remedies and sums over the same cases alone', () => {
    const precedents = find(
      past('a', { money: 400, remedies: ['discount', 'apology'], satisfied: false }),
      past('b', { money: 1000 }),
      past('c', { money: null, remedies: ['resupply'], satisfied: null }),
      past('d', { money: 90_000, grade: 'major' }),
    );
    expect(precedents.remedies).toEqual([
      { remedy: 'discount', times: 2, satisfied: 1 },
      { remedy: 'apology', times: 1, satisfied: 0 },
      { remedy: 'resupply', times: 1, satisfied: 0 },
    ]);
    expect(precedents.money).toEqual({ times: 2, lowest: 400, median: 700, highest: 1000 });
  });

  it.each([
    [[5], 5],
    [[1, 2, 30], 2],
    [[4, 1, 3, 2], 2.5],
  ])('the median of %o is %s', (sums, median) => {
    expect(find(...sums.map((money, at) => past(String(at), { money }))).money?.median).toBe(median);
  });

  it.each([
    [999, 'below'],
    [1000, 'within'],
    [2000, 'within'],
    [2001, 'above'],
  ])('a sum of %s is %s what they got', (money, expected) => {
    expect(weighMoney(money, find(past('a', { money: 1000 }), past('b', { money: 2000 })))).toBe(expected);
  });

  it('says when a sum would be the first', () => {
    expect(weighMoney(5, find(past('a', { money: null })))).toBe('noneYet');
  });
});
