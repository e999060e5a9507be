import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLongText } from '../../../core/extract/fold-long-text.ts';
import { foldText } from '../../../core/text/fold-text.ts';

describe('foldLongText', () => {
  it('folds as the short one does when lines are short', () => {
    const line = fc.stringMatching(/^[客訴單ＡＢ12 ，]{0,60}$/).map((text) => `${text}\n`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 20, maxLength: 60 }), (lines) => {
        const text = lines.join('');
        const [long, short] = [foldLongText(text), foldText(text)];
        expect(long.folded).toBe(short.folded);
        expect(Array.from(long.folded, (_, at) => long.toOriginal(at))).toEqual(
          Array.from(short.folded, (_, at) => short.toOriginal(at)),
        );
      }),
    );
  });

  it('cuts no character in two', () => {
    expect(foldLongText('a' + '𠮷'.repeat(2_000)).folded).toBe('a' + '𠮷'.repeat(2_000));
  });
});
