import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../core/policy/localized.ts';
import { PACKS } from '../../../core/policy/packs.ts';
import { ISO_PROCESSES, saySource } from '../../../core/wording/say-source.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { ROOT } from '../../support/import-graph.ts';

describe('the source of a rule in words', () => {
  it.each([
    ['zh-CN', 'S0-18, S0-19', '《快速响应粉煤灰客户投诉处理指引》'],
    ['en', 'S4-2', '“Rules for Farm Machinery Complaints”'],
    ['zh-CN', 'ISO 10002 initial assessment: impact', 'ISO 10002 “初步评估：影响”'],
    ['zh-TW', 'ISO 10002 closing, S1a-4', 'ISO 10002 「申訴結案」'],
    ['en', 'ISO 10002 acknowledgement', 'ISO 10002 “acknowledgement”'],
    ['zh-CN', 'S1a-4, S1a-8', '《对客户投诉正确认识》'],
    ['zh-TW', 'S1d-3', '《處理客戶投訴方法》'],
    ['en', 'S1d-3', '“Ways of Handling Customer Complaints”'],
    ['zh-TW', 'S1f-C2', '《客戶投訴處理辦法》'],
    ['zh-CN', '消费者权益保护法 25', '消费者权益保护法 25'],
    ['zh-CN', 'product', '诉清的建议'],
  ] as const)('%s: %s', (locale, source, words) => {
    expect(saySource(locale, source)).toBe(words);
  });

  it('is said so in a line of an explanation, too', () => {
    const line = { code: 'target.pack.workHours', params: { count: 1, source: 'S0-19' } };
    expect(sayLine('zh-CN', 'deadline.trace', line)).toContain('《快速响应粉煤灰客户投诉处理指引》');
  });

  it('knows every process of ISO 10002 that a policy cites', () => {
    const places = ['packs', 'law-packs'].map((name) => join(ROOT, 'core', 'policy', name));
    const texts = places.flatMap((place) => readdirSync(place).map((file) => readFileSync(join(place, file), 'utf8')));
    const cited = texts.flatMap((text) =>
      [...text.matchAll(/"source": "(?:[^"]*, )?ISO 10002 ([^",;]+)/g)].map(([, name]) => name),
    );
    expect(cited.length).toBeGreaterThan(50);
    expect([...new Set(cited)].filter((name) => !Object.hasOwn(ISO_PROCESSES, name ?? ''))).toEqual([]);
    for (const locale of LOCALES)
      expect(saySource(locale, 'ISO 10002 receipt of complaint')).toMatch(/^ISO 10002 [“「]/);
  });
});

describe('a policy', () => {
  it.each(PACKS.map(({ id }) => id))('%s shows its user no number of ours that stands in no paper of theirs', (id) => {
    const text = readFileSync(join(ROOT, 'core', 'policy', 'packs', `${id}.json`), 'utf8');
    const sources = [...text.matchAll(/"source": "([^"]+)"/g)].map(([, source = '']) => source);
    expect(sources.length).toBeGreaterThan(20);
    for (const locale of LOCALES)
      expect(sources.map((source) => saySource(locale, source)).filter((words) => /^S\d/.test(words))).toEqual([]);
  });
});
