import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../../core/complaint/field.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { CATALOGUES } from '../../../core/wording/catalogues.ts';
import { translate } from '../../../core/wording/translate.ts';
import { ROOT, sourceFiles } from '../../support/import-graph.ts';

/** Every message of a catalogue as `code → text`; plural forms become `code#one`, `code#other`. */
function messages(node: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    const code = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') found.set(code, value);
    else if (typeof value === 'object' && value !== null)
      for (const [c, text] of messages(value, code)) found.set(c, text);
  }
  return found;
}

const isPluralForm = (code: string) => /\.(one|other)$/.test(code);
const codes = (locale: (typeof LOCALES)[number]) =>
  [...new Set([...messages(CATALOGUES[locale]).keys()].map((code) => code.replace(/\.(one|other)$/, '')))].sort();
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

describe('the catalogues', () => {
  it.each(LOCALES)('%s has the same messages as zh-CN', (locale) => {
    expect(codes(locale)).toEqual(codes('zh-CN'));
  });

  it.each(LOCALES)('%s has no empty message and the placeholders of zh-CN', (locale) => {
    const original = messages(CATALOGUES['zh-CN']);
    for (const [code, text] of messages(CATALOGUES[locale])) {
      expect(text.trim(), code).not.toBe('');
      const reference = original.get(code);
      if (reference !== undefined && !isPluralForm(code))
        expect(placeholders(text), code).toEqual(placeholders(reference));
    }
  });

  it('names every field', () => {
    for (const locale of LOCALES) for (const field of FIELDS) expect(translate(locale, `fields.${field}`)).not.toBe('');
  });

  it('writes zh-TW in traditional and zh-CN in simplified characters', () => {
    const simplifiedOnly = /[诉户络项时说这对应关为务单产质复个们来传统数据设状态处]/;
    const traditionalOnly = /[訴戶絡項時說這對應關為務單產質複個們來傳統數據設狀態處]/;
    for (const [code, text] of messages(CATALOGUES['zh-TW']))
      expect(simplifiedOnly.test(text), `${code}: ${text}`).toBe(false);
    for (const [code, text] of messages(CATALOGUES['zh-CN']))
      expect(traditionalOnly.test(text), `${code}: ${text}`).toBe(false);
  });

  it('has every message that the code asks for by a whole name', () => {
    // A branch counts too: `sayLine` takes one and adds the code of its line.
    const known = new Set(
      codes('en').flatMap((code) => code.split('.').map((_, i, parts) => parts.slice(0, i + 1).join('.'))),
    );
    const areas = Object.keys(CATALOGUES.en).join('|');
    const asked = new RegExp(`['"\`]((?:${areas})\\.[A-Za-z][\\w.-]*[\\w])['"\`]`, 'g');
    const missing = ['core', 'extension', 'excel-addin']
      .flatMap(sourceFiles)
      .filter((file) => file !== 'core/wording/translate.ts')
      .flatMap((file) =>
        [...readFileSync(join(ROOT, file), 'utf8').matchAll(asked)].map(([, code]) => `${file}: ${code ?? ''}`),
      )
      .filter((line) => !known.has(line.split(': ')[1] ?? ''));
    expect(missing).toEqual([]);
  });
});

describe('translate', () => {
  it('fills placeholders and leaves unknown ones visible', () => {
    expect(translate('en', 'fields.receivedAt')).toBe('Received');
  });

  it('throws on an unknown code, since a missing message is a bug', () => {
    expect(() => translate('en', 'fields.nonsense')).toThrow('No wording for fields.nonsense in en');
  });
});
