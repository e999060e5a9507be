import { describe, expect, it } from 'vitest';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { build, openWorkbook, preview, standing, valueOf, WORDS } from './register-on-host.ts';

const SHEET = '2026年投诉';
const BACKUP = '2026年投诉（原表）';

/** The user's own cells of a sheet: what stood there before, by address. */
function ownCells(sheets: SheetReading[], name: string, columns: number) {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (sheet?.used === null || sheet === undefined) return [];
  const cut = <T>(rows: T[][]) => rows.map((row) => row.slice(0, columns));
  return [cut(sheet.values), cut(sheet.formulas), cut(sheet.numberFormats), sheet.merges];
}

describe('a ledger that nothing stands in the way of', () => {
  it('becomes a register where it stands, and keeps every cell that was there', async () => {
    const { host } = openWorkbook(cleanLedger());
    const before = valueOf(await readSheets());
    const applied = valueOf(await build());
    expect(applied).toMatchObject({ sheet: SHEET, rows: 12, backup: BACKUP });
    const after = valueOf(await readSheets());
    for (const name of [SHEET, '填写说明', '统计'])
      expect(ownCells(after, name, 11), name).toEqual(ownCells(before, name, 11));
    expect(ownCells(after, BACKUP, 11)).toEqual(ownCells(before, SHEET, 11));
    expect(host.bugs).toEqual([]);
  });

  it('is a native table with its own columns at the right, drop-downs and colours', async () => {
    const { Excel, host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    const at = (role: string) => memory.columns.findIndex((column) => column.role === role);
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(memory.tableName).load('name');
      const header = table.getHeaderRowRange().load('values,address');
      const body = table.getDataBodyRange().load('rowCount,columnIndex,values');
      await context.sync();
      expect(header.values[0]).toEqual(memory.columns.map((column) => column.header));
      expect(body.rowCount).toBe(12);
      const grade = body.getColumn(at('grade')).dataValidation.load('type,rule');
      const formats = body
        .getColumn(at('deadlineState:acknowledge') < 0 ? at('findings') : at('deadlineState:acknowledge'))
        .conditionalFormats.load('items/type');
      const lists = context.workbook.worksheets.getItem('选项').load('visibility');
      await context.sync();
      expect(grade.type).toBe('List');
      expect(formats.items.length).toBeGreaterThan(0);
      expect(lists.visibility).toBe('Hidden');
      expect(body.values.every((row) => row[at('number')] !== '')).toBe(true);
    });
    expect(host.bugs).toEqual([]);
  });

  it('survives saving and opening: table, memory and values are there again', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const before = valueOf(await readSheets([SHEET]));
    openWorkbook(host.save());
    expect((await standing()).sheet).toBe(SHEET);
    expect(valueOf(await readSheets([SHEET]))).toEqual(before);
  });

  it('writes text as text: what looks like a formula stays what it was', async () => {
    openWorkbook(cleanLedger());
    valueOf(await build());
    const [sheet] = valueOf(await readSheets([SHEET]));
    expect(sheet?.values[6]?.[10]).toBe('=不是公式');
    expect(sheet?.formulas[6]?.[10]).toBe('');
  });
});

describe('a ledger that cannot be turned where it stands', () => {
  it('gets a sheet that prints well: header on each page, text large enough, no sign that no one typed', async () => {
    const { host, Excel } = openWorkbook(brokenUpLedger());
    host.userEdits('投诉登记', 'E4', [["'+86 138 1234 5001"]]);
    host.userEdits('投诉登记', 'H4', [['到货细度超标\n要求退货']]);
    const { sheet, table } = valueOf(await build());
    await Excel.run(async (context) => {
      const made = context.workbook.tables.getItem(table);
      const { pageLayout: page } = context.workbook.worksheets.getItem(sheet);
      page.load('orientation,printOrder,zoom');
      const titles = page.getPrintTitleRowsOrNullObject().load('address');
      const header = made.getHeaderRowRange().format.fill.load('color');
      const [phone, words] = [4, 7].map((at) => made.columns.getItemAt(at).getDataBodyRange().load('values'));
      const cells = [phone, words].map((column) => column?.getCell(0, 0).format.load('wrapText,rowHeight'));
      await context.sync();
      expect(page).toMatchObject({ orientation: 'Landscape', printOrder: 'OverThenDown' });
      expect(page.zoom.horizontalFitToPages).toBeGreaterThan(1);
      expect(titles.address).toMatch(/1:\$?1$/);
      expect(header.color).toBe('#0F5F66');
      expect(phone?.values[0]).toEqual(['+86 138 1234 5001']);
      expect(cells.map((format) => format?.wrapText)).toEqual([true, true]);
      expect(cells[0]?.rowHeight, 'a row with two lines').toBeGreaterThan(25);
      expect(words?.values[0]).toEqual(['到货细度超标\n要求退货']);
    });
    expect(host.bugs).toEqual([]);
  });

  it('is quoted on a new sheet and left alone', async () => {
    const { host } = openWorkbook(brokenUpLedger());
    const before = valueOf(await readSheets());
    const applied = valueOf(await build());
    expect(applied).toMatchObject({ sheet: '投诉登记台账', rows: 5, backup: null });
    const after = valueOf(await readSheets());
    expect(after.find(({ name }) => name === '投诉登记')).toEqual(before[0]);
    const register = after.find(({ name }) => name === '投诉登记台账');
    expect(register?.tables).toHaveLength(1);
    expect(register?.values.slice(1).map((row) => row[6])).toEqual(['001', '002', '003', '004', '005']);
    expect(host.bugs).toEqual([]);
  });
});

describe('trouble on the way', () => {
  it('never takes a sheet that came since the preview for its own copy', async () => {
    const { host, Excel } = openWorkbook(cleanLedger());
    const shown = await preview();
    const mine = `${SHEET}-汇总`;
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(mine).getRange('A1').values = [['我的汇总']];
      await context.sync();
    });
    const before = valueOf(await readSheets());
    valueOf(await applyRegister(shown, { words: WORDS, onProgress: () => undefined }));
    const after = valueOf(await readSheets());
    expect(ownCells(after, mine, 11)).toEqual(ownCells(before, mine, 11));
    expect(ownCells(after, BACKUP, 11)).toEqual(ownCells(before, SHEET, 11));
    expect(host.bugs).toEqual([]);
  });

  it('says so when the sheet is protected, and writes nothing', async () => {
    const { host, Excel } = openWorkbook(cleanLedger());
    const shown = await preview();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).protection.protect();
      await context.sync();
    });
    const before = valueOf(await readSheets());
    const refused = await applyRegister(shown, { words: WORDS, onProgress: () => undefined });
    expect(refused).toMatchObject({ ok: false });
    expect(valueOf(await readSheets())).toEqual(before);
    expect(host.bugs).toEqual([]);
  });

  it('makes the register on a new sheet when the ledger is protected from the start', async () => {
    const { Excel } = openWorkbook(cleanLedger());
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).protection.protect();
      await context.sync();
    });
    expect(valueOf(await build())).toMatchObject({ sheet: '投诉登记台账', backup: null });
  });

  it('says so while a cell is being edited, and waits with what was confirmed', async () => {
    const { host } = openWorkbook(cleanLedger());
    const shown = await preview();
    host.faults.editMode = true;
    expect(await readSheets()).toMatchObject({ ok: false, code: 'cellEditMode' });
    host.faults.endEditMode();
    expect(await applyRegister(shown, { words: WORDS, onProgress: () => undefined })).toMatchObject({
      ok: true,
    });
  });

  it('asks to look again when a colleague has changed what the plan rests on', async () => {
    const { host } = openWorkbook(cleanLedger());
    const shown = await preview();
    host.remoteEdits(SHEET, 'B5', [['2026-11-20']]);
    const before = valueOf(await readSheets());
    const again = await applyRegister(shown, { words: WORDS, onProgress: () => undefined });
    expect(again).toMatchObject({ ok: false, code: 'changedMeanwhile' });
    expect(valueOf(await readSheets())).toEqual(before);
  });

  it('goes on when a colleague’s edit changes nothing of the plan, and keeps that edit', async () => {
    const { host } = openWorkbook(cleanLedger());
    const shown = await preview();
    host.remoteEdits(SHEET, 'K6', [['已电话沟通']]);
    valueOf(await applyRegister(shown, { words: WORDS, onProgress: () => undefined }));
    const [sheet] = valueOf(await readSheets([SHEET]));
    expect(sheet?.values[5]?.[10]).toBe('已电话沟通');
  });

  it('works on the oldest host that the manifest allows', async () => {
    const { host } = openWorkbook(cleanLedger(), { profile: 'ltsc2021' });
    expect(valueOf(await build())).toMatchObject({ rows: 12 });
    expect(host.bugs).toEqual([]);
  });
});
