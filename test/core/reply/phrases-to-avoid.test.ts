import { describe, expect, it } from 'vitest';
import { findPack } from '../../../core/policy/packs.ts';
import { checkReply } from '../../../core/reply/check-reply.ts';
import { isDisowned } from '../../../core/reply/is-disowned.ts';

const avoided = (policy: string, draft: string) => {
  const pack = findPack(policy);
  const [template] = pack?.replies ?? [];
  if (!pack || !template) throw new Error(`${policy} has no replies`);
  return checkReply(draft, template, pack).avoid.map(({ phrase, words }) => [phrase, words.quote]);
};

describe('blaming, passing around, asking the boss', () => {
  it.each([
    ['general', '这是生产部的错，不是我们的。', [['blaming', '是生产部的错']]],
    ['general', '都是小李的责任', [['blaming', '都是小李的责任']]],
    ['general', '都是物流公司的錯', [['blaming', '都是物流公司的錯']]],
    ['general', '我们认为这是仓储部的责任', [['blaming', '是仓储部的责任']]],
    ['general', '请您再打给售后部。', [['passingAround', '您再打']]],
    ['general', '您打電話給客服中心吧', [['passingAround', '您打電話給']]],
    ['general', '麻烦请联系售后部。', [['passingAround', '请联系售后部']]],
    ['power-supply', '这事你去找我们所长', [['askTheBoss', '你去找']]],
    ['power-supply', '您得去找收费主任', [['askTheBoss', '去找收费主任']]],
  ])('S1a-5, S1a-6, S1c-5: %s: %s', (policy, draft, expected) => {
    expect(avoided(policy, draft)).toEqual(expected);
  });

  it.each([
    ['general', '这是我们的责任，我们来处理。'],
    ['general', '这是我司的错'],
    ['general', '我帮您打给售后部。'],
    ['general', '不用您再打，我来联系售后部。'],
    ['general', '由我去找相关同事。'],
    ['general', '我去找售后部，再给您回电。'],
    ['power-supply', '我替您去找所长问清楚。'],
  ])('%s: what we do ourselves is none: %s', (policy, draft) => {
    expect(avoided(policy, draft)).toEqual([]);
  });
});

describe('what a draft only names to deny it', () => {
  it.each([
    ['food', '我们绝不会说您的事不解决。'],
    ['food', '我們絕不會說「這個不管」。'],
    ['food', '我们不会不处理。'],
    ['food', '这件事我们绝不不管。'],
    ['food', 'We will never say "not our problem".'],
    ['fly-ash', '在查清原因之前我们不能承诺全额赔偿。'],
    ['general', '我们从不对客户讲“不归我管”。'],
  ])('%s: %s', (policy, draft) => {
    expect(avoided(policy, draft)).toEqual([]);
  });

  it.each([
    ['food', '这个我们不管，不解决。', ['不管', '不解决']],
    ['food', '我们不会来，这事不管。', ['这事不管']],
    ['food', '能不能不解决？', ['不解决']],
    ['power-supply', '这不是我说了算找领导去。', ['找领导去']],
    ['general', '您不能这么说都是同事的错。', ['都是同事的错']],
    ['general', '我不会弄，不归我管。', ['不归我管']],
    ['fly-ash', '我们保证赔偿', ['保证赔偿']],
  ])('%s is still found: %s', (policy, draft, quotes) => {
    const found = avoided(policy, draft).map(([, quote]) => quote);
    for (const quote of quotes) expect(found.some((words) => words?.includes(quote))).toBe(true);
  });

  it.each([
    ['', false],
    ['我们', false],
    ['不会', true],
    ['我们绝不会说', true],
    ['不会来,', false],
    ['we cannot promise ', true],
    ['we can promise ', false],
  ])('by what stands before: 「%s」 → %s', (before, expected) => {
    expect(isDisowned(before)).toBe(expected);
  });
});
