import { describe, expect, it } from 'vitest';
import { fieldsToAsk } from '../../../core/grade/fields-to-ask.ts';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import { situationOf } from '../../../core/grade/situation.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import type { ReplyFacts } from '../../../core/reply/reply-facts.ts';
import { replyLanguage } from '../../../core/reply/reply-language.ts';
import { questionsBelow, questionsForCustomer, writeQuestions } from '../../../core/reply/write-questions.ts';

const facts: ReplyFacts = {
  values: { contactName: '王敏' },
  deadline: null,
  companyName: '华科建材',
  handler: '李青',
  zone: 'Asia/Shanghai',
};
const missingOf = (packId: string) => {
  const pack = PACKS.find(({ id }) => id === packId);
  if (pack === undefined) throw new Error('no pack');
  return fieldsToAsk(situationOf({}, assessComplaint({}, pack)), pack).filter(({ mandatory }) => mandatory);
};

describe('a reply that asks for what is missing', () => {
  it('greets by name, numbers the questions, thanks and signs', () => {
    const { text, gaps } = writeQuestions(missingOf('general'), facts, 'zh-CN');
    const lines = text.split('\n');
    expect(lines[0]).toBe('王敏：您好！');
    expect(lines.filter((line) => /^\d+\. /.test(line)).length).toBeGreaterThan(2);
    expect(lines.at(-1)).toBe('华科建材 李青');
    expect(gaps).toEqual([]);
  });

  it('does not ask the customer for what the company itself must know', () => {
    const missing = missingOf('general');
    expect(missing.map(({ field }) => field)).toContain('receivedAt');
    expect(questionsForCustomer(missing).map(({ field }) => field)).not.toContain('receivedAt');
    expect(writeQuestions(missing, facts, 'zh-CN').text).not.toContain('收到的');
  });

  it('greets without a name where none is known, and leaves a gap for a signature that is not set', () => {
    const { text, gaps } = writeQuestions(missingOf('general'), { ...facts, values: {}, handler: null }, 'zh-CN');
    expect(text.startsWith('您好！\n')).toBe(true);
    expect(gaps.map(({ placeholder }) => placeholder)).toEqual(['handler']);
    const [gap] = gaps;
    expect(text.slice(gap?.start, gap?.end)).toBe('【经办人】');
  });

  it('asks a single question without a number', () => {
    const [first] = questionsForCustomer(missingOf('general'));
    if (first === undefined) throw new Error('no question');
    expect(writeQuestions([first], facts, 'en').text).toContain(`\n${first.question.en}\n`);
    expect(writeQuestions([first], facts, 'en').text).toContain('one more thing');
  });

  it('is empty when nothing is missing', () => {
    expect(writeQuestions([], facts, 'zh-CN').text).toBe('');
    expect(questionsBelow([], 'zh-CN')).toBe('');
  });

  it('keeps a hostile name on one line and does not fill braces in it', () => {
    const { text } = writeQuestions(
      missingOf('general'),
      { ...facts, values: { contactName: '甲\n{handler}' } },
      'zh-CN',
    );
    expect(text.split('\n')[0]).toBe('甲 {handler}：您好！');
  });

  it.each(PACKS.flatMap(({ id }) => LOCALES.map((locale) => [id, locale] as const)))(
    'of %s is written in %s',
    (id, locale) => {
      const { text } = writeQuestions(missingOf(id), facts, locale);
      if (locale === 'en')
        expect(text.replace('王敏', '').replace(/华科建材, 李青/, '')).not.toMatch(/\p{Script=Han}/u);
      else expect(replyLanguage(text, 'en')).toBe(locale);
    },
  );

  it('stands below another reply as a postscript', () => {
    const below = questionsBelow(missingOf('general'), 'zh-CN');
    expect(below.startsWith('\n\n附：')).toBe(true);
    expect(below).toContain('\n1. ');
  });
});

describe('the language of a reply', () => {
  it.each([
    ['您好，收到的粉煤灰结块严重，请尽快处理。', 'zh-CN'],
    ['您好，收到的粉煤灰結塊嚴重，請儘快處理。', 'zh-TW'],
    ['The bags arrived torn, please replace them.', 'en'],
    ['The bags of 华科 arrived torn, please replace them soon.', 'en'],
    ['型号 KF-35GW 的空调不制冷，order no. A12 请换货', 'zh-CN'],
    ['您好，附件是投訴單 (complaint form)，煩請處理。', 'zh-TW'],
  ] as const)('%s → %s', (text, language) => {
    expect(replyLanguage(text, 'zh-CN')).toBe(language);
  });

  it('is the fallback where no word tells', () => {
    expect(replyLanguage('12345 !!', 'zh-TW')).toBe('zh-TW');
    expect(replyLanguage('', 'en')).toBe('en');
    expect(replyLanguage('你好', 'zh-TW')).toBe('zh-TW');
    expect(replyLanguage('你好', 'en')).toBe('zh-CN');
  });
});
