import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spellingGroups } from '../../../core/register/findings/spelling-groups.ts';
import { spellingKey } from '../../../core/register/findings/spelling-key.ts';

const grouped = (texts: string[], options = {}) =>
  spellingGroups(
    texts.map((text, row) => ({ row, text })),
    options,
  ).map(({ spellings }) => spellings.map(({ text }) => text));

describe('spellings of one name', () => {
  it.each([
    [['质检部', '質檢部', '质 检部'], 1],
    [['ＱＡ部', 'QA部', 'qa 部'], 1],
    [['A-100', 'A100', 'a 100'], 1],
    [['产品质量', '产品质里', '产品质量'], 1],
    [['江苏宏盛建材有限公司', '江苏宏盛建材（有限）公司'], 0],
    [['Late delivery', 'Late delivry'], 1],
  ])('%j are one', (texts, count) => {
    expect(grouped(texts)).toHaveLength(count);
  });

  it.each([
    [['A-100', 'A-101']],
    [['1-11', '11-1']],
    [['1.00', '100']],
    [['F类Ⅰ级粉煤灰', 'F类Ⅱ级粉煤灰']],
    [['质检一部', '质检二部']],
    [['东厂', '西厂']],
    [['发货', '退货']],
    [['B-100', 'D-100']],
    [['生产部', '生产二部']],
  ])('%j are different things', (texts) => {
    expect(grouped(texts)).toEqual([]);
  });

  it('of people only when it cannot be another one', () => {
    expect(grouped(['王生', '王声'], { areNames: true })).toEqual([]);
    expect(grouped(['王生', '王声'])).toHaveLength(1);
  });

  it('come with their rows, the most used first', () => {
    const [group] = spellingGroups([
      { row: 4, text: '質檢部' },
      { row: 5, text: '质检部' },
      { row: 9, text: '质检部 ' },
    ]);
    expect(group?.spellings).toEqual([
      { text: '质检部', rows: [5, 9] },
      { text: '質檢部', rows: [4] },
    ]);
  });
});

describe('the laws of groups', () => {
  const signs = Array.from('质質检檢部 A-ａ1２.0量里一二Bb');
  const word = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 8 });
  const digits = (text: string) => (spellingKey(text).match(/\d+(?:[.-]\d+)*/g) ?? []).join(' ');

  it('equal folds always stand together', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 12 }), (texts) => {
        const groups = grouped(texts);
        for (const one of texts)
          for (const other of texts) {
            if (one.trim() === other.trim() || spellingKey(one) === '' || spellingKey(one) !== spellingKey(other))
              continue;
            expect(groups.some((group) => group.includes(one.trim()) && group.includes(other.trim()))).toBe(true);
          }
      }),
    );
  });

  it('digits that differ never do', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 12 }), (texts) => {
        for (const group of grouped(texts)) expect(new Set(group.map(digits)).size).toBe(1);
      }),
    );
  });

  it('each row stands once', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (texts) => {
        const rows = spellingGroups(texts.map((text, row) => ({ row, text }))).flatMap(({ spellings }) =>
          spellings.flatMap((spelling) => spelling.rows),
        );
        expect(new Set(rows).size).toBe(rows.length);
      }),
    );
  });
});
