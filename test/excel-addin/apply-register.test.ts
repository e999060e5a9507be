import { describe, expect, it } from 'vitest';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { lookForRegister } from '../../excel-addin/actions/look-around.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, preview, resume, standing, valueOf, WORDS, ZONE } from './register-on-host.ts';

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
  it.each(Array.from({ length: 24 }, (_, index) => index + 1))(
    'an error at request %i leaves a state that the next run completes, nothing doubled',
    async (number) => {
      const clean = openWorkbook(cleanLedger(150));
      valueOf(await build());
      const expected = valueOf(await readSheets());
      expect(clean.host.bugs).toEqual([]);

      const { host } = openWorkbook(cleanLedger(150));
      const { shown, choices } = await preview();
      host.faults.abortRequest(number);
      const first = await applyRegister(shown, choices, { words: WORDS, onProgress: () => undefined });
      if (!first.ok) {
        expect(first.code).toBe('interrupted');
        const { pending, register } = valueOf(await lookForRegister(ZONE));
        if (pending !== null) valueOf(await resume());
        else if (register === null) valueOf(await build());
      }
      const after = valueOf(await readSheets());
      expect(after).toEqual(expected);
      expect((await standing()).memory.tableName).toBe('ComplaintRegister');
      expect(valueOf(await lookForRegister(ZONE)).pending).toBeNull();
      expect(host.bugs).toEqual([]);
    },
  );

  it('says so when the sheet is protected, and writes nothing', async () => {
    const { host, Excel } = openWorkbook(cleanLedger());
    const { shown, choices } = await preview();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).protection.protect();
      await context.sync();
    });
    const before = valueOf(await readSheets());
    const refused = await applyRegister(shown, choices, { words: WORDS, onProgress: () => undefined });
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
    const { shown, choices } = await preview();
    host.faults.editMode = true;
    expect(await readSheets()).toMatchObject({ ok: false, code: 'cellEditMode' });
    host.faults.endEditMode();
    expect(await applyRegister(shown, choices, { words: WORDS, onProgress: () => undefined })).toMatchObject({
      ok: true,
    });
  });

  it('looks again when a colleague has changed the ledger after the preview', async () => {
    const { host } = openWorkbook(cleanLedger());
    const { shown, choices } = await preview();
    host.remoteEdits(SHEET, 'H6', [['车辆晚到六小时，整条线停工，要求赔偿']]);
    const before = valueOf(await readSheets());
    expect(await applyRegister(shown, choices, { words: WORDS, onProgress: () => undefined })).toMatchObject({
      ok: false,
      code: 'changedMeanwhile',
    });
    expect(valueOf(await readSheets())).toEqual(before);
  });

  it('works on the oldest host that the manifest allows', async () => {
    const { host } = openWorkbook(cleanLedger(), { profile: 'ltsc2021' });
    expect(valueOf(await build())).toMatchObject({ rows: 12 });
    expect(host.bugs).toEqual([]);
  });
});

describe('round trips', () => {
  it('are few, and do not grow with the rows but by blocks', async () => {
    const { host } = openWorkbook(cleanLedger(12));
    valueOf(await build());
    const small = host.requests.length;
    const large = openWorkbook(cleanLedger(600));
    valueOf(await build());
    expect(small).toBeLessThan(40);
    expect(large.host.requests.length - small).toBeLessThan(20);
    expect(AS_OF).toContain('2026');
  });
});
