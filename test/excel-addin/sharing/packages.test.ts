import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { masker } from '../../../core/sharing/masker.ts';
import { makeCopy } from '../../../core/sharing/package/make-copy.ts';
import { pseudonyms } from '../../../core/sharing/pseudonyms.ts';
import { allSteps } from '../../../core/steps.ts';
import { openPackage, PackageError } from '../../../excel-addin/sharing/open-package.ts';
import { KEY, OPTIONS } from './copied.ts';
import { plantedParts, plantedWorkbook } from './planted-workbook.ts';

const made = (file: Uint8Array, limit?: number) => {
  const opened = openPackage(file, limit);
  return opened.ok ? allSteps(makeCopy(opened.value, masker(pseudonyms(KEY, 'en')), OPTIONS)) : opened;
};
const changed = (part: string, text: string) => zipSync({ ...plantedParts(), [part]: strToU8(text) });
const SHEET = 'xl/worksheets/sheet1.xml';

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
