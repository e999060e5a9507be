import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

const read = (line: string) => readOptions(line === '' ? [] : line.split(' '));

describe('the demo’s options', () => {
  it('has defaults for all of them', () => {
    expect(read('')).toEqual({
      ok: true,
      value: { help: false, headed: false, mails: [], ledger: null, sheet: null, policy: null, out: 'out' },
    });
  });

  it.each(['--mail a.eml --mail b.eml', '--mail=a.eml --mail=b.eml'])('collects the mails of "%s"', (line) =>
    expect(read(line)).toMatchObject({ ok: true, value: { mails: ['a.eml', 'b.eml'] } }),
  );

  it('keeps equal signs and Chinese within a value', () => {
    expect(read('--ledger=台账=2026.xlsx --sheet 投诉=1 --headed')).toMatchObject({
      ok: true,
      value: { ledger: '台账=2026.xlsx', sheet: '投诉=1', headed: true },
    });
  });

  it.each([
    ['--mials a.eml', 'unknownOption', '--mials'],
    ['-x', 'unknownOption', '-x'],
    ['a.eml', 'strayArgument', 'a.eml'],
    ['--mail', 'missingValue', '--mail'],
    ['--mail --headed', 'missingValue', '--mail'],
    ['--out=', 'missingValue', '--out'],
    ['--headed=yes', 'unknownOption', '--headed=yes'],
  ])('refuses "%s" as %s', (line, code, option) => expect(read(line)).toEqual({ ok: false, code, detail: { option } }));
});
