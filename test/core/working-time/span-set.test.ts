import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addByTheClock, cutOut, lengthOf, unionOf, within } from '../../../core/working-time/span-set.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 50 }))
  .map(([from, length]) => ({ from, to: from + length }));
const spans = fc.array(span, { maxLength: 6 });
const holds = (list: readonly { from: number; to: number }[], point: number) =>
  list.some(({ from, to }) => from <= point && point < to);
const points = Array.from({ length: 260 }, (_, i) => i);

describe('sets of stretches', () => {
  it('a union holds what one of them holds, in order and apart', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const union = unionOf(list);
        for (const point of points) expect(holds(union, point)).toBe(holds(list, point));
        union.forEach(({ from, to }, i) => {
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThan(union[i - 1]?.to ?? -1);
        });
      }),
    );
  });

  it('a stretch falls apart into what is cut out of it and what lies within', () => {
    fc.assert(
      fc.property(span, spans, (whole, list) => {
        const union = unionOf(list);
        const [left, taken] = [cutOut(whole, union), within(whole, union)];
        for (const point of points) {
          expect(holds(left, point)).toBe(holds([whole], point) && !holds(union, point));
          expect(holds(taken, point)).toBe(holds([whole], point) && holds(union, point));
        }
        expect(lengthOf(left) + lengthOf(taken)).toBe(whole.to - whole.from);
      }),
    );
  });

  it.each([
    ['before the pause', 0, 5, 5],
    ['up to where it begins', 0, 10, 10],
    ['over it', 0, 11, 21],
    ['from within it', 15, 3, 23],
    ['over both', 0, 25, 45],
    ['after both', 50, 5, 55],
  ])('the clock goes on %s', (_, start, length, end) => {
    const union = [
      { from: 10, to: 20 },
      { from: 30, to: 40 },
    ];
    expect(addByTheClock(start, length, union)).toBe(end);
  });
});
