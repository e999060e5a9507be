import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName } from '../../../extension/files/clean-name.ts';

describe('the name of a file', () => {
  it.each([
    ['报告.pdf', '报告.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\照片.jpg', '照片.jpg'],
    ['=cmd|calc.xlsx', 'cmdcalc.xlsx'],
    ['@SUM(1).csv', 'SUM(1).csv'],
    ['photo\u202egpj.exe', 'photogpj.exe'],
    ['a\u0000b\nc.txt', 'abc.txt'],
    ['CON.txt', '_CON.txt'],
    ['...hidden', 'hidden'],
    ['name. ', 'name'],
    ['', 'file'],
    ['..', 'file'],
    [`${'长'.repeat(300)}.pdf`, `${'长'.repeat(176)}.pdf`],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given)).toBe(clean);
  });

  it('is never empty, never long, never leads elsewhere, and stays as it is when it is clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const clean = cleanName(given);
        expect(clean).not.toMatch(/[/\\\u0000-\u001f\u202a-\u202e]|^[=+\-@.]|^$/u);
        expect(Array.from(clean).length).toBeLessThanOrEqual(181);
        expect(cleanName(clean)).toBe(clean);
      }),
    );
  });
});
