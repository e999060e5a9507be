import { describe, expect, it } from 'vitest';
import { mapHeaders } from '../../../core/register/map-columns.ts';
import { FRESH } from './fresh-headers.ts';
import { HOUSES } from './house-headers.ts';
import { TRADES } from './trade-headers.ts';

describe('mapHeaders, the words of a trade', () => {
  it.each([...TRADES, ...HOUSES, ...FRESH])('$trade', ({ columns }) => {
    const labels = Object.keys(columns);
    const mapped = mapHeaders(labels);
    const wrong = labels.flatMap((label, at) => {
      const got = mapped[at]?.fields ?? [];
      const wanted = [columns[label]].flat();
      const isRight = wanted.some((field) => (field === null ? got.length === 0 : got.some((each) => each === field)));
      return isRight ? [] : [`${label}: ${got.join('+')}`];
    });
    expect(wrong).toEqual([]);
  });
});
