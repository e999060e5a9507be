import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textKey } from '../../../core/statistics/dimension-text.ts';
import { countBy } from '../../../core/statistics/groups.ts';
import { giveOneSpelling } from '../../../core/statistics/one-spelling.ts';
import { generatedFacts } from '../../excel-addin/statistics-fixture.ts';

const withCauses = (causes: readonly string[]) =>
  generatedFacts(causes.length).map((each, at) => ({
    ...each,
    dimensions: { ...each.dimensions, cause: causes[at] ?? '' },
  }));

describe('one spelling for what is the same', () => {
  it('is the most frequent one', () => {
    const facts = withCauses(['ABC', 'abc', 'ＡＢＣ', 'abc', '', '破损']);
    giveOneSpelling(facts);
    expect(countBy(facts, 'cause').map(({ text, count }) => [text, count])).toEqual([
      ['abc', 4],
      ['破损', 1],
      ['', 1],
    ]);
  });

  it('does not depend on the order of rows, and joins only what folds to the same', () => {
    const spelling = fc.constantFrom('A b', 'a B', 'ａb', '破损', '破 损', 'x', '');
    fc.assert(
      fc.property(fc.array(spelling, { minLength: 1, maxLength: 20 }), (causes) => {
        const [one, other] = [withCauses(causes), withCauses(causes.toReversed())];
        giveOneSpelling(one);
        giveOneSpelling(other);
        expect(other.map(({ dimensions }) => dimensions.cause).reverse()).toEqual(
          one.map(({ dimensions }) => dimensions.cause),
        );
        one.forEach(({ dimensions }, at) => expect(textKey(dimensions.cause)).toBe(textKey(causes[at] ?? '')));
        const keys = new Set(one.map(({ dimensions }) => textKey(dimensions.cause)));
        expect(new Set(one.map(({ dimensions }) => dimensions.cause)).size).toBe(keys.size);
      }),
    );
  });
});
