import { describe, expect, it } from 'vitest';
import { foldWord, learnWords } from '../../../core/register/column-words.ts';

const times = (word: string, count: number): string[] => Array.from({ length: count }, () => word);

describe('the words of a column', () => {
  it('takes a team’s own list for right, whatever a policy says', () => {
    const cells = [...times('漏液', 9), ...times('少件', 5), ...times('客服没人接', 2), '标签错贴', '运输'];
    expect(cells.map(learnWords(cells)).every((verdict) => verdict === null)).toBe(true);
  });

  it('names the usual word for a slip, as most cells write it', () => {
    const cells = [...times('質量問題', 12), ...times('交貨延遲', 6), '質里問題', '交貨延吃'];
    const words = learnWords(cells);
    expect([words('質里問題'), words('交貨延吃'), words('質量問題')]).toEqual([
      { kind: 'misspelled', usual: '質量問題' },
      { kind: 'misspelled', usual: '交貨延遲' },
      null,
    ]);
  });

  it('takes a frequent word for another one even where it looks like a slip', () => {
    const cells = [...times('营业班', 20), ...times('营销班', 11)];
    expect(learnWords(cells)('营销班')).toBeNull();
  });

  it.each([
    ...['?', '待定', '待確認', '见备注', '其他(见事由)', '其他（详见要点）', 'TBC', 'unknown', '7', 'Leak?'],
    ...['See letter', 'refer to email', '多科室', '相關部門', 'not yet decided', '待指定', 'unassigned'],
  ])('%s decides nothing', (word) => {
    const cells = [...times('Leak', 9), ...times('Noise', 6), word];
    expect(learnWords(cells)(word)).toEqual({ kind: 'undecided' });
  });

  it('takes a hyphen or a full stop for no other word', () => {
    const cells = [...times('Email', 9), ...times('Phone', 6), 'E-mail', 'e.mail'];
    expect([learnWords(cells)('E-mail'), learnWords(cells)('e.mail')]).toEqual([null, null]);
  });

  it('lets numbers be the words of a column that counts', () => {
    const cells = [...times('1', 9), ...times('2', 6), ...times('3', 3)];
    expect(learnWords(cells)('3')).toBeNull();
  });

  it('tells two words in one cell from one word with a stroke', () => {
    const cells = [
      ...times('质量', 9),
      ...times('服务态度', 6),
      ...times('理财/代销', 4),
      '质量/服务',
      '电池/续航',
      ...times('电池续航', 3),
    ];
    const words = learnWords(cells);
    expect([words('质量/服务'), words('理财/代销'), words('电池/续航')]).toEqual([{ kind: 'two' }, null, null]);
  });

  it('knows a word that a list of the workbook does not have and nothing resembles', () => {
    const listed = new Set(['生产部', '质控部', '物流部'].map(foldWord));
    const cells = [...times('生产部', 8), ...times('质控部', 6), ...times('质控', 2), '物流', '火星组'];
    const words = learnWords(cells, { listed });
    expect([words('火星组'), words('物流'), words('质控')]).toEqual([{ kind: 'stranger' }, null, null]);
  });

  it('tells two words of the column that a word joins', () => {
    const cells = [...times('Late', 9), ...times('Damaged', 6), 'late and damaged', 'Late or Damaged', 'Standard'];
    const words = learnWords(cells);
    expect([words('late and damaged'), words('Late or Damaged'), words('Standard')]).toEqual([
      { kind: 'two' },
      { kind: 'two' },
      null,
    ]);
  });

  it('finds the word of a list that nobody else has used', () => {
    const cells = [...times('外观', 8), ...times('结块', 6), '附着利'];
    expect(learnWords(cells, { listed: new Set(['外观', '结块', '附着力']) })('附着利')).toEqual({
      kind: 'misspelled',
      usual: '附着力',
    });
  });

  it.each(['seepage', 'see-through panel', 'pending order lost'])('%s is a word of its own', (word) => {
    const cells = [...times('Leak', 9), ...times('Noise', 6), word];
    expect(learnWords(cells)(word)).toBeNull();
  });

  it('says nothing about free text', () => {
    const cells = Array.from({ length: 30 }, (_, at) => `第${at}次漏液，客户要求换货`);
    expect(learnWords([...cells, '第3次漏掖，客户要求换货'])('第3次漏掖，客户要求换货')).toBeNull();
  });
});
