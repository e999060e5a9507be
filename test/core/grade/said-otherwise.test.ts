import { describe, expect, it } from 'vitest';
import { isAbsent, isAbsentOrSupposed, isDenied } from '../../../core/grade/said-otherwise.ts';

const at = (text: string, word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });

describe('what a complaint is not about', () => {
  it.each([
    ['不是质量问题,是服务问题', '质量问题', true],
    ['不是质量问题,是服务问题', '服务问题', false],
    ['质量没问题,就是物流慢', '质量', true],
    ['产品质量本身很好', '质量', true],
    ['质量有问题', '质量', false],
    ['包装不是问题。质量问题才是', '质量问题', false],
    ['包装破损和受潮', '受潮', false],
    ['与质量无关', '质量', true],
    ['和质量没有关系', '质量', true],
    ['跟运输没关系', '运输', true],
    ['延迟与破损都有', '破损', false],
    ['the quality is fine but delivery was late', 'quality', true],
    ['this is not a quality issue', 'quality issue', true],
    ['the quality is poor', 'quality', false],
  ])('%s / %s: %s', (text, word, expected) => {
    expect(isDenied(text, at(text, word))).toBe(expected);
  });
});

describe('a step outside the house that nobody took', () => {
  it.each([
    ['我们没有找记者', '记者', true],
    ['至今没有找过媒体', '媒体', true],
    ['没有找记者曝光', '曝光', true],
    ['没有去法院起诉', '起诉', true],
    ['并未请律师', '律师', true],
    ['不想去法院', '法院', true],
    ['没有向消协投诉', '消协', true],
    ['从未打12345', '12345', true],
    ['还没有联系媒体', '媒体', true],
    ['we have not gone to the press', 'press', true],
    ['we did not contact a lawyer', 'lawyer', true],
    ['我们不得不找记者', '记者', false],
    ['我不得不起诉', '起诉', false],
    ['再不处理要不找媒体', '媒体', false],
    ['你们再不联系我去法院', '法院', false],
    ['你们再不联系我们去法院', '法院', false],
    ['没有说法就找记者', '记者', false],
    ['没有人管只好打12345', '12345', false],
    ['if you do not answer i will call a lawyer', 'lawyer', false],
  ])('%s / %s: %s', (text, word, expected) => {
    expect(isAbsent(text, at(text, word))).toBe(expected);
  });
});

describe('what did not happen or is only supposed', () => {
  it.each([
    ['没有停工', '停工', true],
    ['目前没有造成客户生产线停工', '停工', true],
    ['未造成人员受伤', '受伤', true],
    ['尚未起火', '起火', true],
    ['避免停产', '停产', true],
    ['停工倒没有发生', '停工', true],
    ['未发货导致停工', '停工', false],
    ['没有人来处理,现在停工了', '停工', false],
    ['没有说明书,停工两天', '停工', false],
    ['如果今天不到货我们就要停工', '停工', true],
    ['如果可以请回电。现在已经停工', '停工', false],
    ['可能导致生产线停工', '停工', false],
    ['是否会起火还不知道', '起火', true],
    ['no one was injured', 'injured', true],
    ['without any injury', 'injury', true],
    ['the driver was injured', 'injured', false],
    ['not delivered, so production stopped', 'production stopped', false],
    ['if it had caught fire', 'caught fire', true],
    ['it caught fire', 'caught fire', false],
  ])('%s / %s: %s', (text, word, expected) => {
    expect(isAbsentOrSupposed(text, at(text, word))).toBe(expected);
  });
});
