import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatchedWords } from '../../../core/grade/assessment.ts';
import { onDemand } from '../../../core/grade/on-demand.ts';
import { preparePack } from '../../../core/grade/prepared-pack.ts';
import { quoteWords, searchableTexts } from '../../../core/grade/searchable-text.ts';
import { withoutNested } from '../../../core/grade/without-nested.ts';
import { amountsOver, wordsSaid } from '../../../core/grade/words-said.ts';
import { packWith, text } from '../../support/rules-pack.ts';

describe('a part that is worked out on demand', () => {
  it('is worked out once, and not before it is asked for', () => {
    let times = 0;
    const part = onDemand(() => ++times);
    expect(times).toBe(0);
    expect([part(), part(), times]).toEqual([1, 1, 1]);
  });

  it('that asks for itself gets null and still answers', () => {
    const seen: unknown[] = [];
    const part: () => string | null = onDemand(() => {
      seen.push(part());
      return 'ready';
    });
    expect(part()).toBe('ready');
    expect(seen).toEqual([null]);
  });

  it('may be null itself, and is not worked out again', () => {
    let times = 0;
    const part = onDemand(() => {
      times += 1;
      return null;
    });
    expect([part(), part(), times]).toEqual([null, null, 1]);
  });
});

describe('rules of a pack made ready', () => {
  const grades = ['mild', 'middle', 'grave'].map((id) => ({ id, label: text(id), synonyms: [], source: 'test' }));
  const rule = (id: string, grade: string) => ({ id, grade, when: {}, reason: text(id), source: 'test' });
  const pack = packWith({
    grades,
    gradeRules: [
      rule('m1', 'middle'),
      rule('g1', 'grave'),
      rule('l1', 'mild'),
      rule('g2', 'grave'),
      rule('m2', 'middle'),
    ],
  });

  it('stand from the gravest down, within a grade as the pack has them', () => {
    expect(preparePack(pack).rules.map(({ id }) => id)).toEqual(['g1', 'g2', 'm1', 'm2', 'l1']);
  });

  it('are the same for the same pack, and leave the pack as it was', () => {
    expect(preparePack(pack)).toBe(preparePack(pack));
    expect(pack.gradeRules.map(({ id }) => id)).toEqual(['m1', 'g1', 'l1', 'g2', 'm2']);
  });

  it('are not prepared anew, as most of the work, for a company’s answers to the same pack', () => {
    expect(preparePack({ ...pack }).categories).toBe(preparePack(pack).categories);
    expect(preparePack({ ...pack, gradeRules: [] }).rules).toEqual([]);
  });
});

describe('texts to search', () => {
  it('are the fields that have a value, in the order asked for', () => {
    const values = { description: 'A', remarks: 'B', demand: 'C' };
    expect(searchableTexts(values, ['remarks', 'evidence', 'description']).map(({ field }) => field)).toEqual([
      'remarks',
      'description',
    ]);
  });

  it.each([
    ['外箱破損', 2, 4, '破損'],
    ['ＬＩＮＥ  ＤＯＷＮ', 0, 9, 'ＬＩＮＥ  ＤＯＷＮ'],
    ['責(zé)任單位', 0, 4, '責(zé)任單位'],
    ['𠮷野家投诉', 3, 5, '家投'],
  ])('lead back to the words as written: %s', (written, start, end, quote) => {
    const [searchable] = searchableTexts({ description: written }, ['description']);
    const words = searchable && quoteWords(searchable, start, end);
    expect(words?.quote).toBe(quote);
    expect(written.slice(words?.start, words?.end)).toBe(quote);
  });
});

describe('matched words without those inside another', () => {
  const at = (field: MatchedWords['field'], start: number, end: number): MatchedWords => ({
    ...{ field, start, end, quote: `${field} ${start}-${end}` },
  });
  const kept = (...words: MatchedWords[]) => withoutNested(words).map(({ quote }) => quote);

  it.each([
    ['inside', [at('description', 0, 4), at('description', 1, 3)], ['description 0-4']],
    ['equal', [at('description', 0, 4), at('description', 0, 4)], ['description 0-4']],
    ['overlapping', [at('description', 0, 3), at('description', 2, 5)], ['description 0-3', 'description 2-5']],
    ['in another field', [at('demand', 1, 3), at('description', 0, 4)], ['description 0-4', 'demand 1-3']],
    ['in reading order', [at('description', 5, 6), at('description', 1, 2)], ['description 1-2', 'description 5-6']],
    [
      'fields in reading order',
      [at('quantity', 0, 1), at('remarks', 0, 1), at('evidence', 0, 1), at('demand', 0, 1)],
      ['demand 0-1', 'evidence 0-1', 'remarks 0-1', 'quantity 0-1'],
    ],
  ])('%s', (_, words, expected) => {
    expect(kept(...words)).toEqual(expected);
  });

  it('none is inside another, and every word is inside one that is kept', () => {
    const stretch = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
        const words = stretches.map(([start, length]) => at('description', start, start + length));
        const left = withoutNested(words);
        const isIn = (inner: MatchedWords, outer: MatchedWords) => outer.start <= inner.start && inner.end <= outer.end;
        for (const word of words) expect(left.some((outer) => isIn(word, outer))).toBe(true);
        for (const word of left) expect(left.filter((outer) => isIn(word, outer))).toEqual([word]);
      }),
    );
  });
});

describe('words that are really said', () => {
  const said = (description: string, ...words: string[]) =>
    wordsSaid(searchableTexts({ description }, ['description']), words).map(({ quote }) => quote);

  it.each([
    ['生产线停工', ['停工'], ['停工']],
    ['没有造成生产线停工', ['生产线停', '停工'], []],
    ['没有造成生产线停工,但发霉', ['生产线停', '停工', '发霉'], ['发霉']],
    ['停工两天,不过没有人受伤', ['停工', '受伤'], ['停工']],
    ['停工,停工,停工', ['停工'], ['停工']],
    ['迟迟不肯给我退款', ['迟迟…退款'], ['迟迟不肯给我退款']],
    ['', ['停工'], []],
  ])('%s: %o', (description, words, expected) => {
    expect(said(description, ...words)).toEqual(expected);
  });

  it('are found each in every field', () => {
    const texts = searchableTexts({ description: '停工', demand: '别再停工' }, ['description', 'demand']);
    expect(wordsSaid(texts, ['停工']).map(({ field }) => field)).toEqual(['description', 'demand']);
  });

  it('amounts are compared one by one', () => {
    const texts = searchableTexts({ description: '先5箱,后25箱,又100袋' }, ['description']);
    expect(amountsOver(texts, ['箱', '袋'], 20).map(({ quote }) => quote)).toEqual(['25箱', '100袋']);
    expect(amountsOver(texts, ['公斤'], 0)).toEqual([]);
  });
});
