import { describe, expect, it } from 'vitest';
import { restToKeep } from '../../../core/register/journal/rest-to-keep.ts';

const HEADER = ['原行号', '客户名称', '来源网址'];
const formats = ['0', null, '@'];
const kept = (...rows: (string | number)[][]) => ({ header: HEADER, rows, formats });

describe('what is not yet on a kept sheet', () => {
  it.each([
    ['nothing, when all stands there', kept([7, '宏远', 'a']), [[7, '宏远', 'a']], []],
    ['nothing, when the row has moved', kept([9, '宏远', 'a']), [[7, '宏远', 'a']], []],
    ['nothing, when part of a row was taken away meanwhile', kept([7, '宏远', '']), [[7, '宏远', 'a']], []],
    ['a row that came', kept([7, '宏远', 'a'], [8, '中铁', 'b']), [[7, '宏远', 'a']], [[8, '中铁', 'b']]],
    ['a row that says something else', kept([7, '宏远', 'b']), [[7, '宏远', 'a']], [[7, '宏远', 'b']]],
  ])('is %s', (_, now, held, rest) => {
    expect(restToKeep(now, [HEADER, ...held])).toEqual({ header: HEADER, rows: rest, formats });
  });

  it('goes under the headings that stand, new ones behind them', () => {
    const now = { header: ['原行号', '来源网址', '定级'], rows: [[8, 'b', '一般']], formats: ['0', '@', null] };
    expect(restToKeep(now, [HEADER, [7, '宏远', 'a']])).toEqual({
      header: [...HEADER, '定级'],
      rows: [[8, '', 'b', '一般']],
      formats: ['0', null, '@', null],
    });
  });
});
