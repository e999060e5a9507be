import { describe, expect, it } from 'vitest';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { LOCALES, type Locale } from '../../../core/policy/localized.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { packWith, text } from '../../support/rules-pack.ts';
import { SMALL_PACK } from '../../support/small-pack.ts';

/** What a clock that stops at a step promises, in the words of a letter; read from top to bottom. */
const MEANINGS: { stopsAt: string[]; words: Record<Locale, RegExp> }[] = [
  {
    stopsAt: ['planProposedAt', 'firstResponseAt'],
    words: {
      'zh-CN': /初步(?:答复|处理方案)/,
      'zh-TW': /初步(?:答覆|處理方案)/,
      en: /(?:preliminary|first) (?:answer|plan)/,
    },
  },
  { stopsAt: ['teamFormedAt'], words: { 'zh-CN': /处理小组/, 'zh-TW': /處理小組/, en: /\bteam\b/i } },
  { stopsAt: ['planFixedAt'], words: { 'zh-CN': /解决方案/, 'zh-TW': /解決方案/, en: /\bsolution\b/ } },
  { stopsAt: ['executedAt'], words: { 'zh-CN': /处理完毕/, 'zh-TW': /處理完成/, en: /\bsettled\b/ } },
  { stopsAt: ['closedAt', 'resultToldAt'], words: { 'zh-CN': /结果/, 'zh-TW': /結果/, en: /\bresult\b/ } },
];

const sentenceOf = (body: string) => body.split(/[。；;！!\n]|\. /).find((part) => part.includes('{dueAt}')) ?? '';
const meaningOf = (body: string, locale: Locale) =>
  MEANINGS.find(({ words }) => words[locale].test(sentenceOf(body)))?.stopsAt;

const TEMPLATES = PACKS.flatMap((pack) =>
  pack.replies.map((reply) => ({ pack, reply, name: `${pack.id} ${reply.id}` })),
);

describe('a letter that states {dueAt} (S0-19, S3-22)', () => {
  const promising = TEMPLATES.filter(({ reply }) => JSON.stringify(reply.body).includes('{dueAt}'));

  it('is the acknowledgement of every policy but that of the repair shop, which promises no time', () => {
    const packs = new Set(promising.filter(({ reply }) => reply.step === 'acknowledgement').map(({ pack }) => pack.id));
    expect(PACKS.map(({ id }) => id).filter((id) => !packs.has(id))).toEqual(['auto-repair']);
  });

  it.each(promising.flatMap((each) => LOCALES.map((locale) => ({ ...each, locale }))))(
    '$name in $locale: its words are those of its clock',
    ({ pack, reply, locale }) => {
      const clock = pack.milestones.find(({ id }) => id === reply.milestone);
      expect(meaningOf(reply.body[locale], locale)).toContain(clock?.stopsAt);
    },
  );

  it.each(promising)('$name: its clock is not the one that sending it stops', ({ pack, reply }) => {
    const clock = pack.milestones.find(({ id }) => id === reply.milestone);
    expect([clock?.startsAt, clock?.stopsAt]).not.toEqual(['receivedAt', 'firstResponseAt']);
  });

  it('and no other letter names a clock', () => {
    const named = TEMPLATES.filter(({ reply }) => reply.milestone !== undefined).map(({ name }) => name);
    expect(named).toEqual(promising.map(({ name }) => name));
  });
});

describe('the linter finds a letter and a clock that do not belong together', () => {
  const CODES = ['replyWithoutClock', 'clockNotStated', 'promisesItself', 'unknownName'];
  const [first, closing] = SMALL_PACK.milestones;
  const lint = (body: string, milestone?: string) => {
    const reply = { id: 'ack', step: 'acknowledgement' as const, label: text('ack'), body: text(body), mustHave: [] };
    const replies = [{ ...reply, source: 'S0-19', ...(milestone === undefined ? {} : { milestone }) }];
    return lintPack(packWith({ replies })).filter(({ code }) => CODES.includes(code));
  };

  it.each([
    ['a time and no clock', '在 {dueAt} 前', undefined, ['error replyWithoutClock']],
    ['a clock and no time', '已受理', closing?.id, ['error clockNotStated']],
    ['a clock that is not there', '在 {dueAt} 前', 'moon', ['error unknownName']],
    ['the time by which it is sent itself', '在 {dueAt} 前', first?.id, ['warning promisesItself']],
    ['its own clock', '在 {dueAt} 前', closing?.id, []],
    ['neither', '已受理', undefined, []],
  ])('%s', (_, body, milestone, expected) => {
    expect(lint(body, milestone).map(({ level, code }) => `${level} ${code}`)).toEqual(expected);
  });

  it('and says so in each language', () => {
    const findings = [lint('在 {dueAt} 前'), lint('已受理', closing?.id), lint('在 {dueAt} 前', first?.id)].flat();
    expect(findings).toHaveLength(3);
    for (const locale of LOCALES) {
      for (const finding of findings) expect(sayLine(locale, 'policy.lint', finding)).not.toMatch(/[{}]/);
    }
  });
});
