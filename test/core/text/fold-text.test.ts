import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../core/text/fold-text.ts';
import { SIMPLIFIED } from '../../../core/text/simplified.ts';

describe('foldText', () => {
  it.each([
    ['責任　單位：ＱＡ', '责任 单位:qa'],
    ['客 訴\t內  容', '客 诉 内 容'],
    ['２０２４年３月５日', '2024年3月5日'],
    ['Received \u00A0Date', 'received date'],
    ['line one\r\nline two', 'line one\nline two'],
    ['\uFEFF投诉\u200B编号', '投诉编号'],
    ['責(zé)任人', '责任人'],
    ['数量(pcs)', '数量(pcs)'],
    ['處理經過與結果', '处理经过与结果'],
    ['😀 好', '😀 好'],
    ['', ''],
  ])('folds %j', (text, folded) => {
    expect(foldText(text).folded).toBe(folded);
  });

  it('leads back to the words as written', () => {
    const text = '　責(zé)任　單位：ＱＡ';
    const { folded, toOriginal } = foldText(text);
    const start = folded.indexOf('单位');
    expect(text.slice(toOriginal(start), toOriginal(start + 2))).toBe('單位');
    expect(toOriginal(folded.length)).toBe(text.length);
  });

  it('never runs backwards and folds no further the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { folded, toOriginal } = foldText(text);
        const offsets = Array.from({ length: folded.length + 1 }, (_, offset) => toOriginal(offset));
        expect(offsets).toEqual([...offsets].sort((left, right) => left - right));
        expect(toOriginal(folded.length)).toBe(text.length);
      }),
    );
  });

  it('stays quick and whole on long text', () => {
    const text = '（ā'.repeat(50_000);
    expect(foldText(text).folded).toHaveLength(100_000);
  });
});

describe('SIMPLIFIED', () => {
  it('maps one character to one other that is not mapped again', () => {
    for (const [traditional, simple] of SIMPLIFIED) {
      expect(Array.from(simple)).toHaveLength(1);
      expect(SIMPLIFIED.get(simple) ?? simple).toBe(simple);
      expect(traditional).not.toBe(simple);
    }
  });
});
