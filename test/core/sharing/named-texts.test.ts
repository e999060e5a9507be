import { describe, expect, it } from 'vitest';
import { gatherTexts } from '../../../core/sharing/named-texts.ts';

const areNames = (texts: readonly string[]) => {
  const gathered = gatherTexts();
  for (const text of texts) gathered.add(text);
  return gathered.areNames();
};

describe('texts of a column whose heading says nothing', () => {
  it.each([
    ['李小丫 王二麻 欧阳明月 李小丫', true],
    ['王芳 李小丫 赵铁柱 刘洋', true],
    ['张　伟 李小丫 王二麻', true],
    ['江苏宏盛建材有限公司 宁德泓峤建设集团 顺达商行', true],
    ['江苏宏盛建材有限公司 李小丫 王二麻 夜班', true],
    // Two characters may be any word.
    ['王芳 刘洋 张伟', false],
    ['李小丫 王二麻', false],
    ['白班 夜班 中班', false],
    ['金华市 温州市 江门市 马鞍山', false],
    ['生产部 质检科 成品库', false],
    ['方便面 石膏板 粉煤灰 高锰酸钾', false],
    ['元旦 劳动节 国庆节 端午节', false],
    ['轻微 一般 严重 特别严重', false],
    ['满意 非常满意 不满意', false],
  ])('%s', (texts, expected) => {
    expect(areNames(texts.split(' '))).toBe(expected);
  });

  it('takes words in Latin letters for names only where nearly all rows differ', () => {
    const people = ['Mary Smith', 'John Doe', 'Anna van Dyke', 'Acme Foods Ltd'];
    expect(areNames(people)).toBe(true);
    expect(areNames(['Machine Failure', 'Late Delivery', 'Machine Failure', 'Wrong Item', 'Late Delivery'])).toBe(
      false,
    );
  });

  it('gives a long column of other texts up, and keeps what may be names', () => {
    const gathered = gatherTexts();
    for (let row = 0; row < 1000; row++) gathered.add(`第${row}批`);
    expect([...gathered.texts()]).toEqual([]);
    expect(gathered.areNames()).toBe(false);
  });
});
