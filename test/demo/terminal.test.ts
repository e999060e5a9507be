import { describe, expect, it } from 'vitest';
import { localeOf, openTerminal } from './terminal.ts';

describe('localeOf', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-TW'],
    [{ LANG: 'zh_HK.UTF-8' }, 'zh-TW'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN' }, 'zh-CN'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
  ])('%o → %s', (environment, locale) => expect(localeOf(environment, 'zh-CN')).toBe(locale));

  it('asks the system where the terminal says nothing, as on Windows', () => {
    expect(localeOf({}, 'zh-Hant-TW')).toBe('zh-TW');
    expect(localeOf({ LANG: '' }, 'zh-CN')).toBe('zh-CN');
  });
});

describe('the terminal', () => {
  it('prints a step with what was found and how long it took', async () => {
    const printed: string[] = [];
    const { step } = openTerminal('en', (text) => printed.push(text));
    await step('save', {}, async (tell) => {
      await Promise.resolve();
      tell('badge', { badge: '1' });
    });
    expect(printed.slice(0, 2)).toEqual([' 1  Save to the local queue\n', '      Number on the toolbar button: 1\n']);
    expect(printed[2]).toMatch(/^ {6}\d+\.\d s\n$/);
  });

  it('lets no escape sequence or direction mark of a mail reach the screen', async () => {
    const printed: string[] = [];
    const { step } = openTerminal('en', (text) => printed.push(text));
    await step('clip', { subject: '\u001b[31mred\u202eexe.gpj\nnext' }, () => Promise.resolve());
    expect(printed[0]).toContain('[31mredexe.gpj ⏎ next');
    expect(printed[0]).not.toMatch(/\u001b|\u202e/);
  });
});
