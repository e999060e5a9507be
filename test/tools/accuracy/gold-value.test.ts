import { describe, expect, it } from 'vitest';
import { readGoldValue } from './gold-value.ts';

const words = (...texts: string[]) => texts.map((text) => ({ text, resolved: null }));

describe('the forms of gold', () => {
  it.each([
    ['a text', 'A01', [words('A01')], false],
    ['a number', 12, [words('12')], false],
    ['a list, any one is right', ['A01', 'A-01'], [words('A01', 'A-01')], false],
    ['a list that allows nothing', ['A01', null], [words('A01')], true],
    ['all of them', { all: ['A01', 'A02'] }, [words('A01'), words('A02')], false],
    [
      'all of them, one in two spellings',
      { all: [['A01', 'A-01'], 'A02'] },
      [words('A01', 'A-01'), words('A02')],
      false,
    ],
    ['any, by name', { any: ['A01', 'A02'] }, [words('A01', 'A02')], false],
    [
      'a time with its moment',
      { text: '昨天', iso: '2026-03-25' },
      [[{ text: '昨天', resolved: '2026-03-25' }]],
      false,
    ],
    ['a time, resolved', { text: '昨天', resolved: '2026-03-25' }, [[{ text: '昨天', resolved: '2026-03-25' }]], false],
    [
      'a time with two moments',
      { text: '上周末', resolved: ['2026-03-21', '2026-03-22'] },
      [
        [
          { text: '上周末', resolved: '2026-03-21' },
          { text: '上周末', resolved: '2026-03-22' },
        ],
      ],
      false,
    ],
    ['a time that nobody resolved', { text: '前阵子', resolved: null }, [words('前阵子')], false],
  ])('%s', (_, gold, members, mayBeAbsent) => {
    expect(readGoldValue(gold)).toEqual({ members, mayBeAbsent });
  });

  it.each([[null], [undefined], [''], ['  '], [[]], [[null]], [{ all: [] }]])('nothing: %j', (gold) => {
    expect(readGoldValue(gold)).toBeNull();
  });

  it.each([[true], [{ from: 1 }], [[{ from: 1 }]], [{ all: [{ from: 1 }] }]])('not understood: %j', (gold) => {
    expect(readGoldValue(gold)).toBe('unknown');
  });
});
