import * as XLSX from 'xlsx';
import { describe, expect, it } from 'vitest';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { applyRestore, previewRestore } from '../../excel-addin/actions/restore-register.ts';
import { journalEdits, type JournalEdit } from '../../excel-addin/workbook/change-journal.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { writeFixes } from '../../excel-addin/workbook/write-fixes.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';
import { CONTEXT, picture, REMOVE_ALL, restore, shown, unmarked } from './restore-on-host.ts';

const SHEET = '2026年投诉';
const DATE = '2026-11-22';

/** The sheet's columns by heading, and the complaint numbers of its rows. */
async function places(
  { host }: OpenedHost,
  sheet = SHEET,
): Promise<{ letter: (role: string) => string; numbers: string[] }> {
  const { memory } = await standing();
  const letter = (role: string) => XLSX.utils.encode_col(memory.columns.findIndex((column) => column.role === role));
  const column = letter('number');
  const first = sheet === SHEET ? 5 : 2;
  return {
    letter,
    numbers: host.values(sheet, `${column}${first}:${column}${first + 11}`).map(([value]) => String(value)),
  };
}

/** What accepting a fix does: a line in the journal and the cell itself, in one request. */
async function accept({ Excel }: OpenedHost, address: string, rest: Partial<JournalEdit> & { complaint: string }) {
  const edit: JournalEdit = {
    ...{ sheet: SHEET, header: '批号', address, before: '001', beforeFormat: 'General', after: 'B-001' },
    ...{ at: AS_OF, why: '写法统一', ...rest },
  };
  await Excel.run(async (context) => {
    await journalEdits(context, [edit]);
    const cell = context.workbook.worksheets.getItem(edit.sheet).getRange(address);
    cell.numberFormat = [['@']];
    cell.values = [[typeof edit.after === 'object' ? edit.after.formula : edit.after]];
    await context.sync();
  });
}

describe('fixes that were accepted', () => {
  it('are undone when nobody has touched them since, the oldest state of several, and told when somebody has', async () => {
    const opened = openWorkbook(cleanLedger());
    const before = picture(opened.host.save());
    valueOf(await build());
    const { numbers } = await places(opened);
    const [a = '', b = '', c = ''] = numbers;
    await accept(opened, 'G5', { complaint: a });
    await accept(opened, 'G5', { complaint: a, before: 'B-001', beforeFormat: '@', after: 'B-0001' });
    await accept(opened, 'G6', { complaint: b, before: '002' });
    await accept(opened, 'G7', { complaint: c, before: '003' });
    opened.host.userEdits(SHEET, 'G7', [['C-7']]);
    const { plan } = await shown();
    expect(plan.edits.map(({ complaint, what, before: stood }) => [complaint, what, stood])).toEqual([
      [c, 'changedSince', '003'],
      [b, 'undo', '002'],
      [a, 'undo', '001'],
    ]);
    expect(valueOf(await restore())).toMatchObject({ undone: 2, left: 1 });
    opened.host.userEdits(SHEET, 'G7', [["'003"]]);
    const after = picture(opened.host.save());
    // The one that a person typed again has a person's look; all else is as it was.
    const cells = (seen: Record<string, unknown>) => {
      const { cells: all } = seen[SHEET] as { cells: Record<string, unknown> };
      return { ...all, G7: null };
    };
    expect(cells(after)).toEqual(cells(before));
  });

  it('are found in their row after sorting and after rows were put between', async () => {
    const opened = openWorkbook(cleanLedger());
    valueOf(await build());
    const { numbers } = await places(opened);
    await accept(opened, 'G5', { complaint: numbers[0] ?? '' });
    const { memory } = await standing();
    await opened.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(memory.tableName);
      table.sort.apply([{ key: 0, ascending: false }]);
      context.workbook.worksheets.getItem(SHEET).getRange('3:3').insert('Down');
      await context.sync();
    });
    expect(opened.host.values(SHEET, 'G17')[0]).toEqual(['B-001']);
    expect(valueOf(await restore())).toMatchObject({ undone: 1, left: 0 });
    expect(opened.host.values(SHEET, 'G17')[0]).toEqual(['001']);
    expect(
      opened.host
        .values(SHEET, 'L4:P17')
        .flat()
        .every((value) => value === ''),
    ).toBe(true);
    expect(opened.host.bugs).toEqual([]);
  });
});

describe('fixes under headings that were changed', () => {
  /** Accepts two fixes of one cell by the pane’s own way, and changes headings between and after. */
  async function renamedTwice(opened: OpenedHost) {
    const { memory } = await standing();
    const fix = async (before: string, after: string, header: string) => {
      const { memory: now } = await standing();
      const number = (await places(opened)).numbers[0] ?? '';
      const columns = now.columns;
      const one = { id: 'a', number, header, before, to: { fix: after }, why: '写法统一' };
      return valueOf(await writeFixes({ memory: now, columns, fixes: [one], at: AS_OF }));
    };
    await fix('001', 'B-001', '批号');
    opened.host.userEdits(SHEET, 'G4', [['生产批号']]);
    valueOf(await refreshRegister(memory, { asOf: AS_OF }));
    await fix('B-001', 'B-0001', '生产批号');
    opened.host.userEdits(SHEET, 'G4', [['炉号']]);
    opened.host.userEdits(SHEET, 'F4', [['产品']]);
    return opened.host.values(SHEET, 'G5')[0];
  }

  it('are undone to the oldest state, known by the memory and by what the column is for', async () => {
    const opened = openWorkbook(cleanLedger());
    valueOf(await build());
    expect(await renamedTwice(opened)).toEqual(['B-0001']);
    valueOf(await refreshRegister((await standing()).memory, { asOf: AS_OF }));
    const context = { ...CONTEXT, remembered: (await standing()).memory };
    const preview = valueOf(await previewRestore(REMOVE_ALL, context));
    expect(preview.plan.edits).toMatchObject([{ header: '炉号', what: 'undo', before: '001' }]);
    expect(valueOf(await applyRestore(preview, REMOVE_ALL, context, () => undefined))).toMatchObject({
      undone: 1,
      left: 0,
    });
    expect(opened.host.values(SHEET, 'G5')[0]).toEqual(['001']);
    expect(opened.host.bugs).toEqual([]);
  });

  it('are told where the column or the register cannot be found, and their record stays to be read', async () => {
    for (const lost of ['column', 'register']) {
      const opened = openWorkbook(cleanLedger());
      valueOf(await build());
      await accept(opened, 'G5', { complaint: (await places(opened)).numbers[0] ?? '' });
      await opened.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(SHEET);
        if (lost === 'column') sheet.getRange('G:G').delete('Left');
        else sheet.delete();
        await context.sync();
      });
      const choices = { ...REMOVE_ALL, removeJournal: false };
      expect((await shown(choices)).plan).toMatchObject({ notUndone: 1, journal: 'stays' });
      expect(valueOf(await restore(choices))).toMatchObject({ undone: 0, left: 1 });
      expect(opened.host.sheet('诉清记录').visibility).toBe('Visible');
      const [record] = valueOf(await readSheets(['诉清记录']));
      expect(record?.values.map((row) => row.slice(3, 8))).toContainEqual([
        expect.any(String),
        ...['批号', 'G5', '001', 'B-001'],
      ]);
      // It is a plain sheet now, and nothing stands in the way of a new register.
      expect(await previewRestore(choices, CONTEXT)).toMatchObject({ ok: false, code: 'nothingToRestore' });
      expect([...opened.host.workbook.settings.keys()]).toEqual(['redress.former']);
    }
  });

  it('leave no record behind when the user agrees', async () => {
    const opened = openWorkbook(cleanLedger());
    valueOf(await build());
    await accept(opened, 'G5', { complaint: (await places(opened)).numbers[0] ?? '' });
    opened.host.userEdits(SHEET, 'G5', [['C-7']]);
    expect(valueOf(await restore())).toMatchObject({ left: 1 });
    expect(opened.host.workbook.sheets.map(({ name }) => name)).not.toContain('诉清记录');
  });

  it('are counted once when the restore breaks off at whichever request', async () => {
    for (let request = 1; ; request++) {
      const opened = openWorkbook(cleanLedger(5));
      const before = opened.host.workbook.sheets.map(({ name }) => name);
      valueOf(await build());
      const [a = '', b = ''] = (await places(opened)).numbers;
      await accept(opened, 'G5', { complaint: a });
      await accept(opened, 'G6', { complaint: b, before: '002' });
      opened.host.userEdits(SHEET, 'G6', [['C-7']]);
      const choices = { ...REMOVE_ALL, removeJournal: false };
      const preview = await shown(choices);
      opened.host.faults.abortRequest(request);
      const done = await applyRestore(preview, choices, CONTEXT, () => undefined);
      const again = done.ok ? done : await restore(choices);
      const sheets = opened.host.workbook.sheets.map(({ name }) => name);
      expect(sheets, `request ${String(request)}`).toEqual([...before, '诉清记录']);
      expect(opened.host.values(SHEET, 'G5:G6').flat()).toEqual(['001', 'C-7']);
      if (again.ok) expect(again.value.left, `request ${String(request)}`).toBe(1);
      else expect(again.code).toBe('nothingToRestore');
      if (done.ok) break;
    }
  }, 120_000);
});

describe('what people have added since', () => {
  it('in place: rows stay in the ledger, what has no column there is kept on a plain sheet', async () => {
    const opened = openWorkbook(cleanLedger());
    const own = valueOf(await readSheets([SHEET]))[0]?.values;
    valueOf(await build());
    const { letter, numbers } = await places(opened);
    opened.host.userEdits(SHEET, 'C17:C17', [['新客户']]);
    opened.host.userEdits(SHEET, `${letter('source')}17`, [['https://crm.example/9']]);
    opened.host.userEdits(SHEET, `${letter('grade')}6`, [['一般']]);
    const { plan } = await shown();
    expect(plan).toMatchObject({ rowsSince: 1, rowsChanged: 1, registerSheet: null });
    expect(valueOf(await restore())).toMatchObject({ keptSheet: `诉清保留 ${DATE}` });
    const [ledger, kept] = valueOf(await readSheets([SHEET, `诉清保留 ${DATE}`]));
    expect(ledger?.values.slice(0, 16)).toEqual(own);
    expect(ledger?.values[16]?.[2]).toBe('新客户');
    const texts = kept?.values.map((row) => row.map(String)) ?? [];
    expect(texts[0]?.slice(0, 2)).toEqual(['原行号', '序号']);
    expect(texts.find(([row]) => row === '6')).toEqual(expect.arrayContaining([numbers[1], '一般']));
    expect(texts.find(([row]) => row === '17')).toEqual(expect.arrayContaining(['新客户', 'https://crm.example/9']));
  });

  it('on its own sheet: the register stays as a plain sheet, unless it is to be deleted', async () => {
    for (const removeRegister of [false, true]) {
      const opened = openWorkbook(brokenUpLedger());
      const before = picture(opened.host.save());
      valueOf(await build());
      opened.host.userEdits('投诉登记台账', 'K3', [['客户已撤诉']]);
      const choices = { ...REMOVE_ALL, removeRegister };
      expect((await shown(choices)).plan).toMatchObject({
        rowsChanged: 1,
        registerSheet: removeRegister ? 'deleted' : 'stays',
      });
      valueOf(await restore(choices));
      const after = picture(opened.host.save());
      if (!removeRegister) {
        expect(opened.host.values('投诉登记台账', 'K3')[0]).toEqual(['客户已撤诉']);
        const kept = valueOf(await readSheets(['投诉登记台账']))[0];
        expect(kept?.tables).toEqual([]);
        expect(kept?.formulas.flat().every((formula) => formula === '')).toBe(true);
        delete after['投诉登记台账'];
        // What repeats on its pages, and its mark, belong to the sheet that stays.
        after['names'] = unmarked(after['names']).filter((name) => !name.includes('>投诉登记台账!'));
      }
      expect(after).toEqual(before);
    }
  });

  it('the copy of the original stays when it is to stay', async () => {
    const opened = openWorkbook(cleanLedger());
    const before = picture(opened.host.save());
    valueOf(await build());
    valueOf(await restore({ ...REMOVE_ALL, removeBackup: false }));
    const { [`${SHEET}（原表）`]: copy, ...after } = picture(opened.host.save());
    expect({ ...after, names: unmarked(after['names']) }).toEqual(before);
    expect((copy as { cells: unknown }).cells).toEqual((before[SHEET] as { cells: unknown }).cells);
  });
});

describe('a table that was there', () => {
  it('is given back with its columns and filters', async () => {
    const opened = openWorkbook(cleanLedger());
    await opened.Excel.run(async (context) => {
      const table = context.workbook.worksheets.getItem(SHEET).tables.add('A4:K16', true);
      table.name = '投诉';
      table.style = 'TableStyleMedium9';
      table.columns.getItem('客户名称').filter.applyValuesFilter(['中交二航局第三项目部']);
      await context.sync();
    });
    const again = openWorkbook(opened.host.save());
    const before = picture(again.host.save());
    valueOf(await build());
    expect((await standing()).memory.tableName).toBe('投诉');
    valueOf(await restore());
    expect(picture(again.host.save())).toEqual(before);
    expect(again.host.bugs).toEqual([]);
  });
});
