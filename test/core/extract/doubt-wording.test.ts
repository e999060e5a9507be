import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LOCALES } from '../../../core/policy/localized.ts';
import { translate } from '../../../core/wording/translate.ts';

const folder = new URL('../../../core/extract/', import.meta.url);
const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const doubts = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/doubt[^\n;]{0,80}?'([a-z]+[A-Z][A-Za-z]+|shortened)'/g)].map((match) => match[1] ?? ''),
  ),
);

it('every doubt has words in every language', () => {
  expect(doubts.size).toBeGreaterThanOrEqual(9);
  for (const doubt of doubts)
    for (const locale of LOCALES) expect(translate(locale, `extract.doubt.${doubt}`)).not.toBe('');
});
