import { describe, expect, it } from 'vitest';
import { foldForScore, isSameText, isSameWords } from './same-text.ts';

describe('text as it is compared', () => {
  it.each([
    ['ＡＢ－１２', 'ab-12'],
    ['  Fly   Ash. ', 'fly ash'],
    ['粉煤灰 二级。', '粉煤灰二级'],
    ['“退货退款”', '退货退款'],
    ['粉煤灰 (II 级)', '粉煤灰(ii级'],
    ['Acme Ltd.  of Kent', 'acme ltd. of kent'],
  ])('folds %j', (text, folded) => {
    expect(foldForScore(text)).toBe(folded);
  });

  it.each([
    ['equal but for width, case and blanks', 'ＡＣＭＥ  ltd', 'Acme Ltd', true],
    ['two words more', 'the Acme Ltd works', 'Acme Ltd', true],
    ['three words more', 'the old Acme Ltd works', 'Acme Ltd', false],
    ['two words less', 'fly ash', 'Class F fly ash', true],
    ['three words less', 'ash', 'fine Class F ash', false],
    ['four characters more', '请你们尽快退货', '尽快退货', true],
    ['four characters more, at both ends', '请您退货退款谢谢', '退货退款', true],
    ['five characters more', '请您一定退货退款', '货退款', false],
    ['a word and two characters more', '请您 now 退货', '退货', true],
    ['punctuation more', '（退货退款！）', '退货退款', true],
    ['half a number', '58 t', '8 t', false],
    ['half a decimal', '58.7 t', '7 t', false],
    ['half a Chinese number', '十五台', '五台', false],
    ['half a word', 'Annabel', 'Anna', false],
    ['half a model', 'T40', 'T40S', false],
    ['a plural', 'tires', 'tire', true],
    ['something else', '换货', '退货', false],
    ['nothing', '', '退货', false],
    ['only marks', '!!', '退货', false],
  ])('%s: %j for %j', (_, value, gold, isSame) => {
    expect(isSameText(value, gold)).toBe(isSame);
  });

  it('leaves the marks between words aside where parts were joined', () => {
    expect(isSameText('照片；视频；报告', '照片、视频、报告')).toBe(false);
    expect(isSameWords('照片；视频；报告', '照片、视频、报告')).toBe(true);
    expect(isSameWords('照片；录音；报告书一份两页', '照片、视频、报告')).toBe(false);
  });
});
