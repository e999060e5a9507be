import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedRows, packRows, splitRows, unpackRows } from '../../../core/queue/packed-rows.ts';
import { rowOf } from '../../../core/queue/queue-row.ts';
import { anEntry, idOf } from './queue-entries.ts';

const row = (at: number, words = `w${at}`) => ({ ...rowOf(anEntry({ id: idOf(at) })), words });
const rows = fc.uniqueArray(fc.nat(60), { maxLength: 30 }).map((ats) => ats.sort((a, b) => a - b).map((at) => row(at)));

describe('packed rows', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const pack = packRows(some);
        expect(pack === null ? [] : unpackRows(pack)).toEqual(some);
        expect(pack?.first).toBe(some[0]?.id);
      }),
    );
  });

  it('keep their words apart, even if one holds the sign between them', () => {
    const pack = packRows([row(1, 'a\0b'), row(2, '')]);
    expect(pack && unpackRows(pack).map(({ words }) => words)).toEqual(['a b', '']);
  });

  it('are split into parts that fit, in order, none lost', () => {
    const limit = { rows: 4, text: 9 };
    fc.assert(
      fc.property(rows, fc.boolean(), (some, isLast) => {
        const parts = splitRows(some, isLast, limit);
        expect(parts.flat()).toEqual(some);
        for (const part of parts) {
          const text = part.reduce((sum, { words }) => sum + words.length, 0);
          expect(part.length === 1 || (part.length <= limit.rows && text <= limit.text)).toBe(true);
          expect(part.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('stay full at the end, where new ones come behind', () => {
    const some = Array.from({ length: 5 }, (_, at) => row(at));
    const lengths = (isLast: boolean) => splitRows(some, isLast, { rows: 4, text: 99 }).map(({ length }) => length);
    expect([lengths(true), lengths(false)]).toEqual([
      [4, 1],
      [3, 2],
    ]);
  });

  it('change, come and go by their ids', () => {
    const after = changedRows([row(1), row(3), row(5)], [row(4), row(3, 'new')], new Set([idOf(1), idOf(9)]));
    expect(after.map(({ id, words }) => [id, words])).toEqual([
      [idOf(3), 'new'],
      [idOf(4), 'w4'],
      [idOf(5), 'w5'],
    ]);
  });
});
