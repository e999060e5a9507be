import { read, utils } from 'xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { calculatedSheets, libreOffice, printed } from '../../excel-host/tests/libreoffice.ts';
import { copied } from './copied.ts';
import { PLANTED, plantedParts, plantedWorkbook } from './planted-workbook.ts';

/** Every form in which a value may stand in a part. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const escaped = Array.from(value, (sign) => `&#${sign.codePointAt(0)};`).join('');
  const hex = Array.from(value, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`).join('');
  return [
    ...[value, escaped, hex, encodeURIComponent(value), value.replaceAll('&', '&amp;')],
    ...[
      bytes.toString('base64').slice(0, -4),
      bytes.toString('latin1'),
      Buffer.from(value, 'utf16le').toString('latin1'),
    ],
  ].filter((form) => form.length > 1);
}

/** A part's words without its tags, so that a value cut into runs is found. */
const wordsOf = (xml: string) => xml.replace(/<[^>]*>/g, '');

describe('a sharing copy of a workbook with personal data in every place', () => {
  const copy = copied(plantedWorkbook());

  it('was planted in nearly every part', () => {
    const clean = Object.entries(plantedParts()).filter(
      ([, part]) => !Object.values(PLANTED).some((value) => strFromU8(part).includes(value)),
    );
    expect(clean.map(([name]) => name).filter((name) => !/rels$|Content_Types|vba|sheet[23]/.test(name))).toEqual([]);
  });

  it.each(Object.entries(PLANTED))('holds no %s: %s', (_, value) => {
    const found = [...copy.parts].filter(([name, part]) =>
      formsOf(value).some(
        (form) =>
          name.includes(form) || part.includes(form) || wordsOf(part).includes(form) || part.includes(encodeURI(form)),
      ),
    );
    expect(found.map(([name]) => name)).toEqual([]);
  });

  it('holds no part of a value that a formula had cut out', () => {
    for (const [name, part] of copy.parts) expect(wordsOf(part), name).not.toMatch(/8000/);
    expect(copy.told.resultsLeftOut).toBe(2);
  });

  it('holds only parts of known kinds, and says what it left out', () => {
    expect(
      [...copy.parts.keys()].filter((name) =>
        /docProps|custom|ext|person|thread|media|embed|vba|printer|query|connect|records/i.test(name),
      ),
    ).toEqual([]);
    expect(Object.keys(copy.told.leftOut).sort()).toEqual(
      expect.arrayContaining([
        'addinSettings',
        'files',
        'macros',
        'otherBooks',
        'pictures',
        'properties',
        'queries',
        'threads',
      ]),
    );
    expect(copy.told.linksRemoved).toBeGreaterThan(0);
  });

  it('keeps formulas, and changes texts in them as it changes cells', () => {
    const book = read(copy.bytes, { cellFormula: true, sheetStubs: true });
    const [ledger, people] = book.SheetNames.map((name) => book.Sheets[name]);
    const cell = (sheet: typeof ledger, ref: string) => sheet?.[ref] as { v?: unknown; f?: string } | undefined;
    expect(cell(ledger, 'H2')?.f).toBe('RIGHT(C2,4)');
    expect(cell(ledger, 'I2')?.f).toBe(`B2="${String(cell(ledger, 'B2')?.v)}"`);
    expect(cell(people, 'B2')?.f).toContain('COUNTIF(');
    expect(cell(people, 'A2')?.v).toBe(cell(ledger, 'B2')?.v);
    expect(cell(ledger, 'I3')?.f).toBeUndefined();
    expect(cell(ledger, 'F2')?.v).toBe('粉煤灰');
    expect(cell(ledger, 'A2')?.v).toBe('20260902-001');
    expect(cell(ledger, 'C2')?.v).toBe(cell(ledger, 'C3')?.v);
  });

  it('names a sheet, a pivot and what filters it by the pseudonym', () => {
    const workbook = copy.parts.get('xl/workbook.xml') ?? '';
    const [, sheet = ''] = /<sheet name="([^"]*)" sheetId="2"/.exec(workbook) ?? [];
    expect(sheet).toMatch(/^客户-\S{8}$/);
    expect(copy.parts.get('xl/worksheets/sheet1.xml')).toContain(`location="'${sheet}'!A1"`);
    expect(copy.parts.get('xl/worksheets/sheet1.xml')).toContain(`<filter val="${sheet}"`);
    expect(copy.parts.get('xl/pivotCache/pivotCacheDefinition1.xml')).toContain(`<s v="${sheet}"`);
    expect(copy.parts.get('xl/pivotCache/pivotCacheDefinition1.xml')).toContain('refreshOnLoad="1"');
    expect(copy.parts.get('xl/charts/chart1.xml')).toContain(`'${sheet}'!$A$2`);
  });

  it('is the same with the same key and another with another', () => {
    expect(copied(plantedWorkbook()).parts).toEqual(copy.parts);
    expect(copied(plantedWorkbook(), {}, 'c1'.repeat(32)).parts.get('xl/sharedStrings.xml')).not.toBe(
      copy.parts.get('xl/sharedStrings.xml'),
    );
  });

  it('can be shared again', () => {
    expect(copied(copy.bytes).parts.get('xl/sharedStrings.xml')).not.toContain(PLANTED.name);
  });

  it.skipIf(libreOffice === null)('is opened, calculated and printed by LibreOffice', async () => {
    const [ledger = [], people = []] = [...(await calculatedSheets(copy.bytes)).values()];
    const customer = ledger[1]?.[1] ?? '';
    expect(customer).toMatch(/^客户-\S{8}$/);
    // Calculated anew, from the masked cells.
    expect(ledger[1]?.slice(7, 9)).toEqual([ledger[1]?.[2]?.slice(-4), 'TRUE']);
    expect(ledger[2]?.[7]).toBe(ledger[1]?.[7]);
    expect(people[1]).toEqual([customer, '1']);
    expect((await printed(copy.bytes)).pages.length).toBeGreaterThan(0);
  });
});

describe('a copy that holds only some sheets', () => {
  it('makes values of what leads to others, and keeps what the chart shows', () => {
    const copy = copied(plantedWorkbook(), { only: ['台账'] });
    expect(copy.told.sheets).toEqual(['台账']);
    expect(copy.told.sheetsLeftOut).toEqual([PLANTED.name, '统计']);
    const chart = copy.parts.get('xl/charts/chart1.xml') ?? '';
    expect(chart).toContain('<c:strLit>');
    expect(chart).toContain('<c:numLit>');
    expect(chart).not.toContain('<c:f>');
    expect(copy.parts.get('xl/workbook.xml')).not.toContain('definedName name="客户');
    expect([...copy.parts.keys()].filter((name) => name.includes('ivot'))).toEqual([]);
    expect(utils.sheet_to_json(read(copy.bytes).Sheets['台账'] ?? {})).toHaveLength(3);
  });

  it('keeps pictures where they are wanted, under a name of its own', () => {
    const copy = copied(plantedWorkbook(), { keepPictures: true });
    expect([...Object.keys(unzipSync(copy.bytes))].filter((name) => name.includes('media'))).toEqual([
      'xl/media/image1.png',
    ]);
    expect(copy.parts.get('xl/drawings/drawing1.xml')).toContain('<xdr:pic>');
  });

  it('is refused where nothing would be left', () => {
    expect(() => copied(plantedWorkbook(), { only: ['没有'] })).toThrow('noSheets');
  });
});
