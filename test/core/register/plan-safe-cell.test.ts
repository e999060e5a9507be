import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CELL_TEXT, cleanText, quoteForFormula, safeHeader, safeText } from '../../../core/register/safe-cell.ts';

describe('text for a cell', () => {
  it.each([
    ['=HYPERLINK("http://evil.example","点这里")', '\'=HYPERLINK("http://evil.example","点这里")'],
    ['+86 138 0000 0000', "'+86 138 0000 0000"],
    ['-5℃ 以下结块', "'-5℃ 以下结块"],
    ['@SUM(A1:A9)', "'@SUM(A1:A9)"],
    ['  =1+1', "'  =1+1"],
    ['\t=1+1', "'\t=1+1"],
    ['\r\n=1+1', "'\n=1+1"],
    ['＝1＋1', "'＝1＋1"],
    ['\uFEFF=1+1', "'\uFEFF=1+1"],
    ["'quoted'", "''quoted'"],
    ['粉煤灰细度超标', '粉煤灰细度超标'],
    ['a=b', 'a=b'],
    ['', ''],
  ])('%j is written as %j', (given, expected) => {
    expect(safeText(given)).toEqual({ text: expected, rest: '' });
  });

  it('drops what no cell may hold and what turns the reading direction', () => {
    expect(cleanText('a\u0000b\u001Fc\u202Ed\uD800e\r\nf\rg\th')).toBe('abcde\nf\ng\th');
  });

  it('hands back what does not fit, whole characters only', () => {
    const long = '=' + '诉'.repeat(MAX_CELL_TEXT - 3) + '😀清';
    const { text, rest } = safeText(long);
    expect(text.length).toBeLessThanOrEqual(MAX_CELL_TEXT);
    expect(text.slice(1) + rest).toBe(long);
    expect(rest).toBe('😀清');
  });

  it('never leaves a formula sign first, fits the cell, and loses nothing but forbidden signs', () => {
    const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' ', '　', "'", '＝', '\u0000', '\u202E', '');
    fc.assert(
      fc.property(fc.array(start, { maxLength: 4 }), fc.string({ unit: 'binary' }), (signs, tail) => {
        const given = signs.join('') + tail;
        const { text, rest } = safeText(given, 40);
        expect(text).not.toMatch(/^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
        expect(text.length).toBeLessThanOrEqual(40);
        // What Excel gives back: one leading apostrophe is swallowed.
        expect(text.replace(/^'/, '') + rest).toBe(cleanText(given));
      }),
    );
  });
});

describe('a header', () => {
  it.each([
    ['投诉\n内容', '投诉 内容'],
    ['=A1', 'A1'],
    ['  联系人 / 电话 ', '联系人 / 电话'],
    ['+-@', ''],
  ])('%j becomes %j', (given, expected) => {
    expect(safeHeader(given)).toBe(expected);
  });
});

it('quotes a text for a formula so that it cannot end the text early', () => {
  expect(quoteForFormula('5" 管"&A1&"')).toBe('"5"" 管""&A1&"""');
});
