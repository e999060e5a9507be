import { describe, expect, test } from 'vitest';
import { codeOf, emptyHost, onSheet } from './on-host.ts';

async function typed(
  entry: unknown,
  format?: string,
): Promise<{ value: unknown; formula: unknown; format: unknown; text: unknown }> {
  return onSheet(emptyHost(), async (sheet, context) => {
    const cell = sheet.getRange('B2');
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[entry]];
    cell.load('values,formulas,numberFormat,text');
    await context.sync();
    return {
      value: cell.values[0]?.[0] as unknown,
      formula: cell.formulas[0]?.[0] as unknown,
      format: cell.numberFormat[0]?.[0] as unknown,
      text: cell.text[0]?.[0],
    };
  });
}

describe('what an entry becomes ([T Range.values][#6687])', () => {
  test.each([
    ['plain text', 'plain text', 'General'],
    ['42', 42, 'General'],
    [' 42 ', 42, 'General'],
    ['1,234.5', 1234.5, '#,##0.00'],
    ['5%', 0.05, '0%'],
    ['1.38E+10', 13_800_000_000, '0.00E+00'],
    ['123456789012345678', 123_456_789_012_345_000, 'General'],
    ['TRUE', true, 'General'],
    ['#N/A', '#N/A', 'General'],
    ['2026-03-05', 46_086, 'm/d/yyyy'],
    ['3/5/2026', 46_086, 'm/d/yyyy'],
    ['5-Mar-2026', 46_086, 'd-mmm-yy'],
    ['2026-03-05 13:30', 46_086.5625, 'm/d/yyyy h:mm'],
    ['10:30', 0.4375, 'h:mm'],
    ['31/12/2026', '31/12/2026', 'General'],
    ['2026年3月5日', '2026年3月5日', 'General'],
    ['2026-02-30', '2026-02-30', 'General'],
    ['-5', -5, 'General'],
    ['-', '-', 'General'],
    ["'007", '007', 'General'],
    ["'=1+1", '=1+1', 'General'],
    ['', '', 'General'],
  ])('%j becomes %j in format %s', async (entry, value, format) => {
    const cell = await typed(entry);
    expect(cell.value).toEqual(value);
    expect(cell.format).toBe(format);
  });

  test.each(['=1+1', '+1+1', '-(-2)'])('%s begins a formula', async (entry) => {
    const cell = await typed(entry);
    expect(cell.value).toBe(2);
    expect(cell.formula).toBe(entry.startsWith('=') ? entry : `=${entry}`);
  });

  test('a formula-like text that is none is refused', async () => {
    expect(await codeOf(typed('=_='))).toBe('InvalidArgument');
    expect(await codeOf(typed('+86 138 0000 0000'))).toBe('InvalidArgument');
  });

  test('a cell formatted @ keeps everything as text, one with a format keeps its format', async () => {
    expect((await typed('=1+1', '@')).value).toBe('=1+1');
    expect((await typed('007', '@')).value).toBe('007');
    expect((await typed('3/5/2026', 'yyyy-mm-dd')).text).toBe('2026-03-05');
  });

  test('an apostrophe is stored but never read back', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.values = [["'=AVERAGE(x)"]];
      cell.load('values,formulas');
      await context.sync();
      expect(cell.formulas).toEqual([['=AVERAGE(x)']]);
      cell.values = cell.values; // read-modify-write turns the text into a formula, as in Excel ([#1559])
      cell.load('values');
      await context.sync();
      expect(cell.values).toEqual([['#NAME?']]);
    });
  });
});

describe('shape and blanks ([D excel/excel-add-ins-blank-null-values.md])', () => {
  test('a matrix of another shape is refused and nothing of it is written', async () => {
    const opened = emptyHost();
    const write = (values: unknown[][]): Promise<string> =>
      codeOf(
        onSheet(opened, async (sheet, context) => {
          sheet.getRange('A1:B2').values = values;
          await context.sync();
        }),
      );
    expect(await write([[1, 2]])).toBe('InvalidArgument');
    expect(await write([[1, 2], [3]])).toBe('InvalidArgument');
    expect(opened.host.values('Ledger', 'A1:B2').flat()).toEqual(['', '', '', '']);
  });

  test('a scalar fills the range; null leaves a cell; "" empties it', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      (sheet.getRange('A1:B2') as { values: unknown }).values = 7;
      sheet.getRange('A1:B1').values = [[null, '']];
      await context.sync();
    });
    expect(opened.host.values('Ledger', 'A1:B2')).toEqual([
      [7, ''],
      [7, 7],
    ]);
  });

  test('null as a whole value is refused', async () => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      (sheet.getRange('A1') as { values: unknown }).values = null;
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });

  test('"" as a number format is General again, null leaves it', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const range = sheet.getRange('A1:B1');
      range.numberFormat = [['0.00', '0.00']];
      range.numberFormat = [['', null]];
      range.load('numberFormat');
      await context.sync();
      expect(range.numberFormat).toEqual([['General', '0.00']]);
    });
  });

  test('whole columns read null and cannot be written', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      const column = sheet.getRange('A:A').load('values,isEntireColumn,rowCount,address');
      await context.sync();
      expect(column.values).toBeNull();
      expect(column.isEntireColumn).toBe(true);
      expect(column.rowCount).toBe(1_048_576);
      expect(column.address).toBe('Ledger!A:A');
    });
    const write = onSheet(opened, async (sheet, context) => {
      sheet.getRange('A:A').values = [[1]];
      await context.sync();
    });
    expect(await codeOf(write)).toBe('InvalidArgument');
  });

  test('a value written into the hidden part of a merged area does not land', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:C1').merge(false);
      sheet.getRange('A1:C1').values = [['title', 'x', 'y']];
      await context.sync();
    });
    expect(opened.host.values('Ledger', 'A1:C1')).toEqual([['title', '', '']]);
  });
});
