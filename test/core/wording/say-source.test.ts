import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../core/policy/localized.ts';
import { ISO_PROCESSES, saySource } from '../../../core/wording/say-source.ts';
import { ROOT } from '../../support/import-graph.ts';

describe('the source of a rule in words', () => {
  it.each([
    ['zh-CN', 'S0-18, S0-19', 'S0-18'],
    ['zh-CN', 'ISO 10002 initial assessment: impact', 'ISO 10002 “初步评估：影响”'],
    ['zh-TW', 'ISO 10002 closing, S1a-4', 'ISO 10002 「申訴結案」'],
    ['en', 'ISO 10002 acknowledgement', 'ISO 10002 “acknowledgement”'],
    ['zh-CN', 'S1a-4, S1a-8', '《对客户投诉正确认识》'],
    ['zh-TW', 'S1d-3', '《處理客戶投訴方法》'],
    ['en', 'S1d-3', '“Ways of Handling Customer Complaints”'],
    ['zh-CN', 'S1f-7', 'S1f-7'],
    ['zh-CN', '消费者权益保护法 25', '消费者权益保护法 25'],
    ['zh-CN', 'product', '诉清的建议'],
  ] as const)('%s: %s', (locale, source, words) => {
    expect(saySource(locale, source)).toBe(words);
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

describe('the general policy', () => {
  it('shows its user no number of an item that stands in no paper of theirs', () => {
    const general = readFileSync(join(ROOT, 'core', 'policy', 'packs', 'general.json'), 'utf8');
    const sources = [...general.matchAll(/"source": "([^"]+)"/g)].map(([, source = '']) => source);
    expect(sources.length).toBeGreaterThan(50);
    for (const locale of LOCALES)
      expect(sources.map((source) => saySource(locale, source)).filter((words) => /^S\d/.test(words))).toEqual([]);
  });
});
