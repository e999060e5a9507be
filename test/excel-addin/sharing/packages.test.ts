import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read, utils } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { logColumns } from '../../../core/register/log/log-columns.ts';
import { masker } from '../../../core/sharing/masker.ts';
import { makeCopy } from '../../../core/sharing/package/make-copy.ts';
import { pseudonyms } from '../../../core/sharing/pseudonyms.ts';
import { allSteps } from '../../../core/steps.ts';
import { openPackage, PackageError } from '../../../excel-addin/sharing/open-package.ts';
import { workbookOf } from '../ledger-fixture.ts';
import { copied, KEY, OPTIONS } from './copied.ts';
import { plantedParts, plantedWorkbook } from './planted-workbook.ts';

const made = (file: Uint8Array, limit?: number) => {
  const opened = openPackage(file, limit);
  return opened.ok ? allSteps(makeCopy(opened.value, masker(pseudonyms(KEY, 'en')), OPTIONS)) : opened;
};
const changed = (part: string, text: string) => zipSync({ ...plantedParts(), [part]: strToU8(text) });
const SHEET = 'xl/worksheets/sheet1.xml';

/** The same with a table over the first two rows of its only sheet. */
function withTable(file: Uint8Array, columns: readonly string[]): Uint8Array {
  const parts = unzipSync(file);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  const area = `A1:${String.fromCharCode(64 + columns.length)}2`;
  const doc = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = columns.map((name, at) => `<tableColumn id="${at + 1}" name="${name}"/>`).join('');
  return zipSync({
    ...parts,
    'xl/worksheets/sheet1.xml': strToU8(
      sheet.replace(
        '</worksheet>',
        `<tableParts count="1"><tablePart xmlns:r="${doc}" r:id="rId1"/></tableParts></worksheet>`,
      ),
    ),
    'xl/worksheets/_rels/sheet1.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${doc}/table" Target="../tables/table1.xml"/></Relationships>`,
    ),
    'xl/tables/table1.xml': strToU8(
      `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="Log" displayName="Log" ref="${area}"><tableColumns count="${columns.length}">${list}</tableColumns></table>`,
    ),
  });
}

/** A compound file with a directory entry of the name, as Office writes around an encrypted package. */
function compoundFile(stream: string): Uint8Array {
  const file = new Uint8Array(4096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set(Buffer.from(stream, 'utf16le'), 1024);
  return file;
}

describe('a file that is no workbook to copy', () => {
  it.each([
    ['nothing', new Uint8Array(), 'notWorkbook'],
    ['a text', strToU8('客户,电话\n张伟,13800138000'), 'notWorkbook'],
    ['an old .xls', compoundFile('Workbook'), 'notWorkbook'],
    ['a workbook with a password', compoundFile('EncryptedPackage'), 'encrypted'],
    ['a zip of other things', zipSync({ 'a.txt': strToU8('a') }), 'notWorkbook'],
    ['a broken part', changed(SHEET, '<worksheet><sheetData><row'), 'unreadable'],
    [
      'a part with a document type',
      changed('xl/styles.xml', '<!DOCTYPE x [<!ENTITY a "b">]><styleSheet/>'),
      'unreadable',
    ],
    ['tags that do not match', changed('xl/tables/table1.xml', '<table><a></table>'), 'unreadable'],
  ])('%s is refused in plain words', (_, file, code) => {
    expect(made(file)).toMatchObject({ ok: false, code });
  });

  it('is refused where it unpacks to more than any workbook', () => {
    const bomb = changed(SHEET, `<worksheet>${' '.repeat(30_000_000)}</worksheet>`);
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => made(bomb, 10_000_000)).toThrow(PackageError);
  });

  it('is not believed what it says of its sizes', () => {
    const file = plantedWorkbook();
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    for (let at = 0; at < file.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true);
    expect(made(file)).toMatchObject({ ok: true });
  });

  it('is refused where it is cut off anywhere', () => {
    const file = plantedWorkbook();
    for (let length = 0; length < file.length; length += 1009) {
      const result = made(file.slice(0, length));
      expect(result.ok, String(length)).toBe(false);
    }
  });
});

describe('a form with a label beside each value', () => {
  it('keeps its labels and masks its values', () => {
    const file = workbookOf([
      {
        name: '处理单',
        rows: [
          ['客户投诉处理单'],
          ['投诉人', '沈浩然', null, '联系方式', 13812345678],
          ['投诉时间', '2026-09-03', null, '接诉人', '吴婷婷'],
          ['投诉内容', '沈浩然来电说楼道灯不亮'],
        ],
      },
    ]);
    const sheet = utils.sheet_to_json<string[]>(read(copied(file).bytes).Sheets['处理单'] ?? {}, { header: 1 });
    const [, first = [], second = [], third = []] = sheet;
    expect([first[0], first[3]]).toEqual(['投诉人', '联系方式']);
    expect([second[0], second[1], second[3]]).toEqual(['投诉时间', '2026-09-03', '接诉人']);
    expect(first[1]).toMatch(/^客户-\S{8}$/);
    expect(first[4]).toMatch(/^电话-\S{8}$/);
    expect(second[4]).toMatch(/^员工-\S{8}$/);
    expect(third[1]).toBe(`${first[1] ?? ''}来电说楼道灯不亮`);
  });
});

describe('a list of two columns', () => {
  it('is known by its headings, and its names are masked in other texts too', () => {
    const rows = [
      ['姓名', '电话'],
      ['诸葛小明', 13912345678],
    ];
    const file = workbookOf([
      { name: '通讯录', rows },
      { name: '说明', rows: [['诸葛小明负责']] },
    ]);
    const { parts } = copied(file);
    expect([...parts.values()].join('')).not.toMatch(/诸葛小明|13912345678/);
    expect([...parts.values()].join('')).toContain('姓名');
  });
});

describe('an event log in a copy', () => {
  it('keeps what people read, masked, and nothing of what the add-in reads', () => {
    const header = logColumns('zh-CN').map((column) => column.header);
    const row = ['1', '20260902-001', '受理', '2026-09-02', '2026-09-02', '孙倩茹', '孙倩茹受理，回电13800138000'];
    const rows = [header, [...row, '01HZX', 'received', '{"by":"孙倩茹"}', 'ab12']];
    const copy = copied(withTable(workbookOf([{ name: '事件记录', rows }]), header));
    const [, line = []] = utils.sheet_to_json<string[]>(read(copy.bytes).Sheets['事件记录'] ?? {}, { header: 1 });
    expect(line.slice(0, 5)).toEqual(row.slice(0, 5));
    expect(line[5]).toMatch(/^员工-\S{8}$/);
    expect(line[6]).toMatch(/^员工-\S{8}受理，回电电话-\S{8}$/);
    expect(line.slice(7).filter((value) => value !== 'received')).toEqual([]);
  });
});

describe('a workbook as other programs write it', () => {
  it('is read with a prefix before each name', () => {
    const parts = plantedParts();
    const prefixed = Object.fromEntries(
      Object.entries(parts).map(([name, part]) => {
        const text = Buffer.from(part).toString('utf8');
        if (!/^xl\/(?:workbook|sharedStrings|worksheets\/sheet\d)\.xml$|^xl\/workbook.xml$/.test(name))
          return [name, part];
        const plain = text
          .replace(/<(\/?)(?!\?|\w+:)(\w)/g, '<$1x:$2')
          .replace(
            'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
            'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
          );
        return [name, strToU8(plain)];
      }),
    );
    const result = made(zipSync(prefixed));
    expect(result.ok && result.value.told.masked.person).toBeGreaterThan(2);
  });
});
