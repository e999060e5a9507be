import { describe, expect, it } from 'vitest';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { isAbsentOrSupposed } from '../../../core/grade/said-otherwise.ts';
import { packWith, text } from '../../support/rules-pack.ts';

const PACK = packWith({
  lanes: [{ id: 'constructor', label: text('x'), when: { anyWord: ['记者'] }, tell: [], tasks: [], source: 'S1f-45' }],
});

describe('the category', () => {
  it.each([
    ['description', 'quality'],
    ['demand', 'quality'],
    ['evidence', undefined],
    ['remarks', undefined],
  ])('is read from what happened and what is wanted, not from notes: %s', (field, expected) => {
    expect(assessComplaint({ [field]: '结块' }, PACK).category?.id).toBe(expected);
  });

  it('leaves the grade to the notes as well', () => {
    expect(assessComplaint({ remarks: '客户停产' }, PACK)).toMatchObject({ category: null, grade: { id: 'major' } });
  });
});

describe('choices that nobody made', () => {
  it('are none, though a lane is called like a part of every object', () => {
    expect(assessComplaint({ description: '结块' }, PACK, { lanes: {}, axes: {} }).lanes).toEqual([]);
    expect(assessComplaint({ description: '记者来了' }, PACK, { lanes: {} }).lanes).toMatchObject([
      { id: 'constructor', rule: 'constructor', words: [{ quote: '记者' }] },
    ]);
  });
});

describe('a supposition', () => {
  const supposed = (between: number) => {
    const before = `如果${'这批货'.repeat(between)}`;
    return isAbsentOrSupposed(`${before}停工`, { start: before.length, end: before.length + 2 });
  };

  it.each([
    [0, true],
    [10, true],
    [19, true],
    [25, false],
    [1000, false],
  ])('reaches over %d times three characters of one sentence: %s', (between, expected) => {
    expect(supposed(between)).toBe(expected);
  });
});
