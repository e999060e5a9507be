import { describe, expect, it } from 'vitest';
import { freshMemory, mergeMemory, rulesOf } from '../../../core/register/merge-memory.ts';
import { standing } from './refresh/standing-register.ts';

const { memory } = standing([['TS-1', 46_082.4375, '宏远建材', '粉煤灰结块', '', '', '', '']]);
const given = (numbersGiven: Record<string, number>) => ({ ...memory, numbersGiven });

describe('memories of two panes', () => {
  it.each([
    ['before work', freshMemory],
    ['after work on rows', mergeMemory],
  ])('%s have the greater mark of each series', (_, merge) => {
    const merged = merge(given({ a: 3, b: 1 }), given({ a: 2, b: 4, c: 5 }));
    expect(merged.numbersGiven).toEqual({ a: 3, b: 4, c: 5 });
    expect(merge(given({ a: 3 }), null)).toEqual(given({ a: 3 }));
  });

  it('have the stored settings, and after work on rows the writer’s columns', () => {
    const columns = memory.columns.map((column) => ({ ...column, header: `${column.header}2` }));
    const stored = { ...memory, company: null, policy: { id: 'other', version: '2' } };
    expect(mergeMemory({ ...memory, columns }, stored)).toEqual({ ...stored, columns });
    expect(freshMemory({ ...memory, columns }, stored)).toEqual(stored);
  });

  it('of two tables are not mixed', () => {
    const other = { ...given({ z: 9 }), tableName: 'Other' };
    expect(mergeMemory(memory, other)).toEqual(other);
    expect(freshMemory(memory, other)).toEqual(memory);
  });

  it('have the same rules when only the numbers differ', () => {
    expect(rulesOf(given({ a: 1 }))).toBe(rulesOf(given({ a: 2 })));
    expect(rulesOf({ ...memory, company: null })).not.toBe(rulesOf(memory));
  });
});
