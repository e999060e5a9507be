import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import INJURY from '../../../core/policy/lexicon/injury.json' with { type: 'json' };
import { findWord, prepareWord } from '../../../core/grade/match-words.ts';
import { foldText } from '../../../core/text/fold-text.ts';

const quotes = (text: string, word: string) => {
  const { folded } = foldText(text);
  return findWord(folded, prepareWord(word)).map(({ start, end }) => folded.slice(start, end));
};

describe('a word of a pack in a text', () => {
  it.each([
    ['生产线停工了', '停工', ['停工']],
    ['生產線停線', '停线', ['停线']],
    ['ＬＩＮＥ　ＤＯＷＮ since 8am', 'line down', ['line down']],
    ['The line\ndown again', 'line down', ['line\ndown']],
    ['it leaked, it leaks, it is leaking', 'leak', ['leaked', 'leaks', 'leaking']],
    ['a bleak week', 'leak', []],
    ['delayed twice', 'delay', ['delayed']],
    ['order 123456', '12345', []],
    ['打12345热线', '12345', ['12345']],
    ['迟迟不肯给我退款', '迟迟…退款', ['迟迟不肯给我退款']],
    ['迟迟不来。后来退款', '迟迟…退款', []],
    ['A (b) c', '(b)', ['(b)']],
  ])('%s, looking for %s: %o', (text, word, expected) => {
    expect(quotes(text, word)).toEqual(expected);
  });

  it('stays quick on a long text without any punctuation', () => {
    const text = '迟迟'.repeat(50_000);
    expect(quotes(text, '迟迟…退款')).toEqual([]);
  });

  it('treats every sign in a word as itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[.*+?^${}()|[\]\\/-]{1,6}$/), (word) => {
        expect(quotes(`x ${word} y`, word).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('blisters', () => {
  const hurts = (text: string) => INJURY.filter((word) => quotes(text, word).length > 0);
  it.each(['墙纸贴上三天就起泡', '手机壳起泡', '地板漆起泡脱落', '車漆起泡'])('of goods hurt nobody: %s', (text) => {
    expect(hurts(text)).toEqual([]);
  });
  it.each(['洗了以后手上起泡', '孩子嘴里全起泡了', '皮肤又红又起泡', '手背燙得起泡'])('of a body do: %s', (text) => {
    expect(hurts(text)).not.toEqual([]);
  });
});
