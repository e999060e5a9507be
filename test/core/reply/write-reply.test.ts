import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../../core/policy/localized.ts';
import type { ReplyTemplate } from '../../../core/policy/guidance.ts';
import { checkReply } from '../../../core/reply/check-reply.ts';
import { promisedDeadline } from '../../../core/reply/promised-deadline.ts';
import type { ReplyFacts } from '../../../core/reply/reply-facts.ts';
import { stateTime } from '../../../core/reply/state-time.ts';
import { writeReply } from '../../../core/reply/write-reply.ts';
import { packWith, text } from '../../support/rules-pack.ts';

const milestone = 'preliminaryAnswer';
const template = (body: ReplyTemplate['body'], mustHave: ReplyTemplate['mustHave'] = []): ReplyTemplate => ({
  ...{ id: 'acknowledgement', step: 'acknowledgement', label: text('受理告知'), body, mustHave, source: 'S0-19' },
  milestone,
});

/** The guideline's first response (S0-19), its blank filled by the computed time. */
const ACKNOWLEDGEMENT = template(
  {
    'zh-CN': '{contactName}您好，您的投诉已受理，感谢反馈，我们将在 {dueAt} 前给您初步答复。{companyName} {handler}',
    'zh-TW': '{contactName}您好，您的客訴已受理，感謝回饋，我們將於 {dueAt} 前給您初步答覆。{companyName} {handler}',
    en: 'Dear {contactName}, we have received your complaint, thank you. You will hear from us by {dueAt}. {handler}, {companyName}',
  },
  [
    { id: 'accepted', label: text('已受理'), words: ['已受理', '已收到', 'received'], source: 'S0-19' },
    { id: 'thanks', label: text('致谢'), words: ['感谢', '谢谢', 'thank you'], source: 'S0-19' },
  ],
);

const FACTS: ReplyFacts = {
  values: { contactName: '王建国', receivedAt: '2026-02-13T17:30:00+08:00' },
  deadline: { milestone: 'preliminaryAnswer', dueAt: '2026-02-14T09:30:00+08:00', basis: 'exact' },
  companyName: '保定绿源',
  handler: '小李',
  zone: 'Asia/Shanghai',
};
const write = (change: Partial<ReplyFacts> = {}, locale: Locale = 'zh-CN', from = ACKNOWLEDGEMENT) =>
  writeReply(from, { ...FACTS, ...change }, locale);

describe('a time in a letter', () => {
  it.each([
    ['zh-CN', '2026-02-14T09:30:00+08:00', '2026年2月14日09:30'],
    ['zh-TW', '2026-02-14T09:30:00+08:00', '2026年2月14日 09:30'],
    ['en', '2026-02-14T09:30:00+08:00', '14 February 2026, 09:30'],
    ['zh-CN', '2026-02-14T01:30:00Z', '2026年2月14日09:30'],
    ['zh-CN', '2026-12-01', '2026年12月1日'],
    ['en', '2026-12-01', '1 December 2026'],
  ] as const)('%s %s: %s', (locale, at, expected) => {
    expect(stateTime(at, 'Asia/Shanghai', locale)).toBe(expected);
  });
});

describe('an acknowledgement (S0-19)', () => {
  it.each([
    ['zh-CN', '王建国您好，您的投诉已受理，感谢反馈，我们将在 2026年2月14日09:30 前给您初步答复。保定绿源 小李'],
    ['zh-TW', '王建国您好，您的客訴已受理，感謝回饋，我們將於 2026年2月14日 09:30 前給您初步答覆。保定绿源 小李'],
    [
      'en',
      'Dear 王建国, we have received your complaint, thank you. You will hear from us by 14 February 2026, 09:30. 小李, 保定绿源',
    ],
  ] as const)('in %s states the computed time', (locale, expected) => {
    expect(write({}, locale)).toEqual({ text: expected, gaps: [], isProvisional: false });
  });

  it('says when the promised time is only provisional', () => {
    const deadline = { milestone, dueAt: '2027-02-01T09:30:00+08:00', basis: 'provisional' } as const;
    expect(write({ deadline }).isProvisional).toBe(true);
    const silent = template(text('已受理'));
    expect(write({ deadline }, 'zh-CN', silent).isProvisional).toBe(false);
  });

  it.each([
    ['no time limit is set', { milestone, dueAt: null, basis: 'notConfigured' } as const, 'noTimeLimit'],
    ['at once is no time', { milestone, dueAt: null, basis: 'immediately' } as const, 'noTimeLimit'],
    ['the time of receipt is missing', { milestone, dueAt: null, basis: 'needsInput' } as const, 'noTimeLimit'],
    ['there is no such deadline', null, 'missingValue'],
    [
      'it is another clock’s time (S3-21, S3-22)',
      { milestone: 'firstResponse', dueAt: '2026-02-13T18:30:00+08:00', basis: 'exact' } as const,
      'otherClock',
    ],
  ])('leaves a gap for the time: %s', (_, deadline, code) => {
    const { text: reply, gaps } = write({ deadline });
    expect(reply).toContain('我们将在 【答复时间】 前');
    expect(gaps).toMatchObject([{ placeholder: 'dueAt', code }]);
  });

  it.each([
    ['zh-CN', ['【联系人】', '【公司名称】', '【经办人】']],
    ['zh-TW', ['【聯絡人】', '【公司名稱】', '【承辦人】']],
    ['en', ['【Contact】', '【handler】', '【company name】']],
  ] as const)('leaves a gap for every missing value, in %s: %o', (locale, expected) => {
    const { text: reply, gaps } = write({ values: { contactName: '   ' }, companyName: null, handler: null }, locale);
    expect(gaps.map(({ start, end }) => reply.slice(start, end))).toEqual(expected);
    expect(gaps.every(({ code }) => code === 'missingValue')).toBe(true);
  });

  it('fills what a template may name, and tells what it may not', () => {
    const all = '{customerName}|{receivedAt}|{productName}|{complaintId}|{secret}|{constructor}';
    const values = { customerName: '华科', receivedAt: '2026-02-13', productName: '粉煤灰', complaintId: '01H' };
    const { text: reply, gaps } = write({ values }, 'zh-CN', template(text(all)));
    expect(reply).toBe('华科|2026年2月13日|粉煤灰|01H|【secret】|【constructor】');
    expect(gaps.map(({ placeholder, code }) => [placeholder, code])).toEqual([
      ['secret', 'unknownPlaceholder'],
      ['constructor', 'unknownPlaceholder'],
    ]);
  });

  it('takes a time that cannot be read for a missing one', () => {
    const { gaps } = write({ values: { receivedAt: '上周五' } }, 'zh-CN', template(text('{receivedAt}')));
    expect(gaps).toEqual([
      { placeholder: 'receivedAt', code: 'missingValue', start: 0, end: expect.any(Number) as number },
    ]);
  });
});

describe('hostile values', () => {
  const named = (contactName: string) => write({ values: { contactName } }, 'zh-CN', template(text('{contactName}。')));

  it.each([
    ['a placeholder is not filled', '{handler}', '{handler}。'],
    ['lines become one', '王\r\n\r\n抄送：全体', '王 抄送：全体。'],
    ['control and direction marks go', '王\u202E建\u0000国', '王 建 国。'],
    ['a replacement sign is a sign', '$& $1', '$& $1。'],
  ])('%s', (_, name, expected) => {
    expect(named(name).text).toBe(expected);
  });

  it('are a gap when far too long', () => {
    expect(named('王'.repeat(201)).gaps).toHaveLength(1);
    expect(named('王'.repeat(200)).gaps).toEqual([]);
  });

  it('never make a second line or an unreported gap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...LOCALES), (name, locale) => {
        const { text: reply, gaps } = write({ values: { contactName: name } }, locale);
        expect(reply).not.toMatch(/[\r\n\u2028\u2029\u202A-\u202E]/);
        for (const { start, end } of gaps) expect(reply.slice(start, end)).toMatch(/^【.+】$/);
      }),
    );
  });
});

describe('a draft is checked', () => {
  const phrase = (id: string, words: string[], use = false) => ({
    ...{ id, step: 'talking' as const, use, text: text(id), words, instead: use ? null : text('我们来处理') },
    source: 'S1c-5',
  });
  const PACK = packWith({
    phrases: [
      phrase('passBuck', ['我不知道', '找…领导']),
      phrase('refuse', ['不管', '不解决']),
      phrase('kind', ['非常重视'], true),
    ],
  });
  const check = (draft: string, facts: ReplyFacts | null = FACTS, from = ACKNOWLEDGEMENT) =>
    checkReply(draft, from, PACK, facts);

  it.each(LOCALES)('what we write ourselves is good (%s)', (locale) => {
    expect(check(write({}, locale).text)).toMatchObject({ isGood: true, avoid: [], gaps: [], statesDueTime: true });
  });

  it.each([
    ['已受理，请于2026年2月14日09:30前等候。', ['thanks']],
    ['謝謝，2026 年 2 月 14 日 09:30 前回覆。', ['accepted']],
    ['2026年2月14日09:30', ['accepted', 'thanks']],
  ])('must-have content: %s lacks %o', (draft, missing) => {
    const { required, isGood, statesDueTime } = check(draft);
    expect(required.filter(({ words }) => words.length === 0).map(({ content }) => content)).toEqual(missing);
    expect([isGood, statesDueTime]).toEqual([false, true]);
  });

  it('shows the words that are there, as written', () => {
    const { required } = check('您的投訴已收到，感謝！');
    expect(required.map(({ words }) => words.map(({ quote }) => quote))).toEqual([['已收到'], ['感謝']]);
  });

  it('S1c-5, S1f-18: phrases to avoid, each place, with what to say instead', () => {
    const draft = '这事我不知道，你找我们领导去。我們不管，真的不管。';
    const { avoid } = check(draft);
    expect(avoid.map(({ phrase: id, words }) => [id, words.quote])).toEqual([
      ['passBuck', '我不知道'],
      ['passBuck', '找我们领导'],
      ['refuse', '不管'],
      ['refuse', '不管'],
    ]);
    expect(avoid[0]).toMatchObject({ instead: text('我们来处理'), source: 'S1c-5' });
    for (const { words } of avoid) expect(draft.slice(words.start, words.end)).toBe(words.quote);
  });

  it.each([
    ['不管不解决', ['不管', '不解决']],
    ['就是不管。不管！', ['不管', '不管']],
    ['我不知道找哪个领导', ['我不知道', '找哪个领导']],
    ['我们会管的', []],
  ])('phrases side by side: %s: %o', (draft, expected) => {
    expect(check(draft).avoid.map(({ words }) => words.quote)).toEqual(expected);
  });

  it('of words that overlap the first and longest is shown', () => {
    const pack = packWith({ phrases: [phrase('x', ['绝对不', '不可能', '可能赔', '绝对不可'])] });
    const { avoid } = checkReply('绝对不可能赔', ACKNOWLEDGEMENT, pack);
    expect(avoid.map(({ words }) => words.quote)).toEqual(['绝对不可']);
  });

  it('a gap or placeholder that is left', () => {
    const { gaps, isGood } = check('【联系人】您好，{handler} 已受理，感谢，2026年2月14日09:30前答复。');
    expect(gaps.map(({ quote }) => quote)).toEqual(['【联系人】', '{handler}']);
    expect(isGood).toBe(false);
  });

  it.each([
    ['the time is left out', '已受理，感谢，会尽快答复。', FACTS, false],
    ['another time is stated', '已受理，感谢，2026年2月15日09:30前答复。', FACTS, false],
    ['no time is known', '已受理，感谢。', { ...FACTS, deadline: null }, null],
    ['nobody gave the facts', '已受理，感谢。', null, null],
  ])('the computed time: %s', (_, draft, facts, expected) => {
    expect(check(draft, facts).statesDueTime).toBe(expected);
  });

  it('is not good with another clock’s time, though it is stated as the template does', () => {
    const dueAt = '2026-02-14T09:30:00+08:00';
    const deadline = { milestone: 'firstResponse', dueAt, basis: 'exact' as const };
    const { isOtherClock, isGood } = check(write().text, { ...FACTS, deadline });
    expect([isOtherClock, isGood]).toEqual([true, false]);
    expect(check(write().text).isOtherClock).toBe(false);
  });

  it('of the deadlines of a complaint the template’s own is taken', () => {
    const deadlines = ['firstResponse', 'preliminaryAnswer', 'closing'].map((id) => ({ milestone: id }));
    expect(promisedDeadline(ACKNOWLEDGEMENT, deadlines)).toEqual({ milestone: 'preliminaryAnswer' });
    expect(promisedDeadline(ACKNOWLEDGEMENT, deadlines.slice(0, 1))).toBeNull();
    const { milestone: none, ...silent } = ACKNOWLEDGEMENT;
    expect([none, promisedDeadline(silent, deadlines)]).toEqual(['preliminaryAnswer', null]);
  });

  it('need not state a time that its template does not promise', () => {
    const { statesDueTime, isGood } = check('谢谢', FACTS, template(text('谢谢')));
    expect([statesDueTime, isGood]).toEqual([null, true]);
  });
});
