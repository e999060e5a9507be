import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../../core/text/chinese-number.ts';

describe('Chinese numbers', () => {
  it.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十三', 23],
    ['一百零五', 105],
    ['一百五', 150],
    ['两千三百', 2300],
    ['两千三', 2300],
    ['一千零二十', 1020],
    ['二〇二六', 2026],
    ['二0二六', 2026],
    ['26', 26],
    ['半', null],
    ['二十多', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(chineseNumber(text)).toBe(expected);
  });
});
