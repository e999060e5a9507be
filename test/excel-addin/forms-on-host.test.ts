import { describe, expect, it } from 'vitest';
import { flowChartSheet } from '../../core/forms/flow-chart.ts';
import { recordSheet } from '../../core/forms/record-sheet.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { formsThatStand, writeForms } from '../../excel-addin/workbook/form-sheet.ts';
import { formComplaint, formFrame, VALUES } from '../core/forms/form-fixture.ts';
import { newWorkbook } from '../excel-host/file/new-workbook.ts';
import { saveXlsx } from '../excel-host/file/save-xlsx.ts';
import { openWorkbook, valueOf } from './register-on-host.ts';

const FLY_ASH = findPack('fly-ash') as PolicyPack;
const plan = () => recordSheet(formComplaint(FLY_ASH), formFrame(FLY_ASH));
const blank = (names = ['台账']) => openWorkbook(saveXlsx(newWorkbook(names)));

async function namesIn({ Excel }: ReturnType<typeof blank>): Promise<string[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });
}

describe('forms in the workbook', () => {
  it('writes a form to a sheet by the complaint’s number, ready to print on one A4 page', async () => {
    const opened = blank();
    expect(valueOf(await writeForms([plan()], { replace: false })).sheets).toEqual(['20261120-003']);
    await opened.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('20261120-003').load('showGridlines');
      const layout = sheet.pageLayout.load('paperSize,orientation,zoom');
      const area = layout.getPrintArea().load('address');
      const used = sheet.getUsedRange().load('values,formulas,numberFormat');
      await context.sync();
      expect(layout.paperSize).toBe('A4');
      expect(layout.orientation).toBe('Portrait');
      expect(layout.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 1 });
      expect(area.address).toContain('A1:L');
      expect(sheet.showGridlines).toBe(false);
      const shown = used.values.flat().map(String);
      for (const value of [VALUES.customerName, VALUES.contactPhone, VALUES.batchNo])
        expect(shown.join('\n')).toContain(value);
      expect(used.formulas).toEqual(used.values);
      expect(new Set(used.numberFormat.flat())).toEqual(new Set(['@']));
    });
  });

  it('writes a value that looks like a formula as text', async () => {
    const opened = blank();
    const evil = recordSheet(
      formComplaint(FLY_ASH, { ...VALUES, demand: '=HYPERLINK("http://x","y")' }),
      formFrame(FLY_ASH),
    );
    valueOf(await writeForms([evil], { replace: false }));
    await opened.Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem('20261120-003').getUsedRange().load('values,valueTypes');
      await context.sync();
      const types = used.values.flatMap((row, r) =>
        row.flatMap((value, c) => (String(value).includes('HYPERLINK') ? [used.valueTypes[r]?.[c]] : [])),
      );
      expect(types).toEqual(['String']);
      // The guard before it is for cells of another format: in a text cell it would be printed.
      expect(used.values.flat().find((value) => String(value).includes('HYPERLINK'))).toMatch(/^[^']/);
    });
  });

  it('replaces a form of its own only when told to, and keeps it beside the new one otherwise', async () => {
    const opened = blank();
    valueOf(await writeForms([plan()], { replace: false }));
    expect(valueOf(await formsThatStand(['20261120-003', 'other']))).toEqual(['20261120-003']);
    expect(valueOf(await writeForms([plan()], { replace: false })).sheets).toEqual(['20261120-003 2']);
    expect(valueOf(await writeForms([plan()], { replace: true })).sheets).toEqual(['20261120-003']);
    expect((await namesIn(opened)).sort()).toEqual(['20261120-003', '20261120-003 2', '台账'].sort());
  });

  it('never touches a sheet of that name which it did not make', async () => {
    const opened = blank(['20261120-003']);
    expect(valueOf(await formsThatStand(['20261120-003']))).toEqual([]);
    expect(valueOf(await writeForms([plan()], { replace: true })).sheets).toEqual(['20261120-003 2']);
    expect(await namesIn(opened)).toEqual(['20261120-003', '20261120-003 2']);
  });

  it('knows its forms again after saving and opening', async () => {
    const opened = blank();
    valueOf(await writeForms([plan()], { replace: false }));
    const again = openWorkbook(opened.host.save());
    expect(valueOf(await writeForms([plan()], { replace: true })).sheets).toEqual(['20261120-003']);
    expect(await namesIn(again)).toEqual(['台账', '20261120-003']);
  });

  it('stops between two sheets when asked to; those that stand are whole', async () => {
    const opened = blank();
    const stop = new AbortController();
    const made = await writeForms(
      [plan(), flowChartSheet(formFrame(FLY_ASH))],
      { replace: false },
      {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      },
    );
    expect(made).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await namesIn(opened)).toEqual(['台账', '20261120-003']);
  });
});
