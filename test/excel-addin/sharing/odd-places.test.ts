import { strFromU8, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { copied } from './copied.ts';
import { PLANTED, plantedParts } from './planted-workbook.ts';

const { name, phone } = PLANTED;
const LEDGER = 'xl/worksheets/sheet1.xml';
const STYLES = 'xl/styles.xml';
const ROWS_END = '</row>\n</sheetData>';

/** The copy's parts without tags and with them, after a change to one part of the planted workbook. */
function copyOf(part: string, from: string, to: string): string[] {
  const parts = plantedParts();
  const before = strFromU8(parts[part] ?? new Uint8Array());
  expect(before).toContain(from);
  const { parts: copy } = copied(zipSync({ ...parts, [part]: strToU8(before.replace(from, to)) }));
  return [...copy.values()].flatMap((xml) => [xml, xml.replace(/<[^>]*>/g, '')]);
}
const cells = (inner: string): [string, string, string] => [LEDGER, ROWS_END, `${inner}${ROWS_END}`];
const row = (inner: string) => cells(`</row><row r="6">${inner}`);
const FORMAT = 'formatCode="0&quot;张伟&quot;"';

describe('a copy leaves no personal data in', () => {
  it.each<[string, [string, string, string], string[]]>([
    [
      'the branch of a formula that is not shown',
      cells('<c r="C4" t="str"><f>IF(A4=1,"李小丫","王二麻")</f><v>李小丫</v></c>'),
      ['李小丫', '王二麻'],
    ],
    [
      'a formula that puts a name together',
      [LEDGER, '<f>RIGHT(C2,4)</f>', '<f>"欧阳"&amp;"明月"&amp;"1380013"&amp;"8000"</f>'],
      ['欧阳', '明月', '1380013'],
    ],
    [
      'a page header with a name that is half bold',
      [LEDGER, '<oddHeader>', '<oddHeader>&amp;C欧阳&amp;B明月&amp;B 138&amp;B00138000'],
      ['欧阳', '明月', '00138000'],
    ],
    [
      'a number format with backslashes',
      [STYLES, FORMAT, 'formatCode="0\\欧\\阳\\明\\月"'],
      ['欧\\阳', '明\\月', name],
    ],
    ['a number format with bare words', [STYLES, FORMAT, `formatCode="0${name};[=1]${name}"`], [name]],
    ['a number format in pieces', [STYLES, FORMAT, 'formatCode="&quot;欧阳&quot;0&quot;明月&quot;"'], ['欧阳', '明月']],
    ['a number format of a currency', [STYLES, FORMAT, `formatCode="[$${name}-804]0"`], [name]],
    ['a cell that calls itself an error', row(`<c r="F6" t="e"><v>${phone}</v></c>`), [phone]],
    ['a cell that calls itself a date', row(`<c r="F6" t="d"><v>${name}</v></c>`), [name]],
    ['a cell that calls itself a number', row(`<c r="F6"><v>${name}</v></c>`), [name]],
    ['the column of the complaints’ numbers', cells(`<c r="A4" t="str"><v>${phone}</v></c>`), [phone]],
    ['that column, as a number', cells(`<c r="A4"><v>${phone}</v></c>`), [phone]],
  ])('%s', (_, [part, from, to], hidden) => {
    const found = copyOf(part, from, to);
    for (const value of hidden) expect(found.filter((text) => text.includes(value))).toEqual([]);
  });

  it.each<[string, [string, string, string], string]>([
    ['errors', row('<c r="F6" t="e"><v>#DIV/0!</v></c>'), '<c r="F6" t="e"><v>#DIV/0!</v></c>'],
    ['days', row('<c r="F6" t="d"><v>2026-09-02</v></c>'), '<c r="F6" t="d"><v>2026-09-02</v></c>'],
    ['numbers', row('<c r="F6"><v>-1.5E-3</v></c>'), '<c r="F6"><v>-1.5E-3</v></c>'],
    [
      'formats',
      [STYLES, FORMAT, 'formatCode="yyyy&quot;年&quot;m\\月d日;[Red]0"'],
      'yyyy&quot;年&quot;m\\月d日;[Red]0',
    ],
    ['headers', [LEDGER, '<oddHeader>', '<oddHeader>&amp;C第&amp;B &amp;P &amp;B页'], '&amp;C第&amp;B &amp;P &amp;B页'],
    [
      'numbers that a link says twice',
      row('<c r="F6" t="str"><f>HYPERLINK("#A"&amp;MATCH("20240104-001",A:A,0),"20240104-001")</f><v>1</v></c>'),
      'HYPERLINK("#A"&amp;MATCH("20240104-001",A:A,0),"20240104-001")',
    ],
    ['empty words of a formula', cells('<c r="C4" t="str"><f>IF(A4="","",C3)</f><v></v></c>'), 'IF(A4="","",C3)'],
  ])('but keeps %s as they were', (_, [part, from, to], kept) => {
    expect(copyOf(part, from, to).some((text) => text.includes(kept))).toBe(true);
  });

  it('keeps a link into the workbook that a program wrote as an address', () => {
    const parts = plantedParts();
    const relations = 'xl/worksheets/_rels/sheet1.xml.rels';
    const written = strFromU8(parts[relations] ?? new Uint8Array());
    const changed = written.replace(/Target="mailto:[^"]*"/, `Target="#'${name}'!A2"`);
    expect(changed).not.toBe(written);
    const { told, parts: copy } = copied(zipSync({ ...parts, [relations]: strToU8(changed) }));
    const [link = ''] = /<hyperlink [^>]*ref="E2"[^>]*>/.exec(copy.get(LEDGER) ?? '') ?? [];
    expect(link).toMatch(/location="'客户-\S{8}'!A2"/);
    expect(link).not.toContain('r:id');
    expect(told.linksRemoved).toBe(0);
  });

  it('says which formulas became values because of their words', () => {
    const [part, from, to] = cells('<c r="C4" t="str"><f>IF(A4=1,"李小丫","王二麻")</f><v>李小丫</v></c>');
    const parts = plantedParts();
    const changed = strFromU8(parts[part] ?? new Uint8Array()).replace(from, to);
    const { told, parts: copy } = copied(zipSync({ ...parts, [part]: strToU8(changed) }));
    expect(told.formulasWithNames).toBe(1);
    expect(copy.get('xl/sharedStrings.xml')).toMatch(/电话-\S{8}/);
  });
});
