import { strFromU8, unzipSync } from 'fflate';
import { read, utils } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { makeSharingCopy, type SharingChoices } from '../../../excel-addin/actions/make-sharing-copy.ts';
import { rememberPapers } from '../../../excel-addin/workbook/paper-memory.ts';
import { readWholeFile } from '../../../excel-addin/workbook/whole-file.ts';
import { calculatedSheets, libreOffice } from '../../excel-host/tests/libreoffice.ts';
import { cleanLedger } from '../ledger-fixture.ts';
import { build, openWorkbook, standing, valueOf } from '../register-on-host.ts';
import { KEY } from './copied.ts';
import { PLANTED, plantedWorkbook } from './planted-workbook.ts';

const CHOICES: SharingChoices = {
  ...{ what: 'book', isMasked: true, keepStaff: false, keepPictures: false, keepPerformance: false },
  keepOriginals: false,
};
const context = { key: KEY, locale: 'zh-CN' as const, memory: null, chosen: null };
const options = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

const NAMES = ['江苏宏盛建材有限公司', '中交二航局第三项目部', '浙江金桥混凝土有限公司', '王建国', '陈敏', '138123450'];

describe('the whole file from Excel', () => {
  it('comes in slices and is closed, as often as it is asked for', async () => {
    openWorkbook(cleanLedger());
    for (let time = 0; time < 4; time++) {
      const file = valueOf(await readWholeFile(() => undefined));
      expect(read(file).SheetNames).toContain('2026年投诉');
    }
  });

  it('is missed in plain words where the host gives none, and another may be chosen', async () => {
    openWorkbook(cleanLedger(), { file: undefined });
    expect(await makeSharingCopy(CHOICES, context, options())).toMatchObject({ ok: false, code: 'noFile' });
    const chosen = { ...context, chosen: plantedWorkbook() };
    expect(valueOf(await makeSharingCopy(CHOICES, chosen, options())).told.sheets).toContain('台账');
  });
});

describe('a copy of a register', () => {
  it('masks its people, keeps its numbers and formulas, and leaves out the journal and the original', async () => {
    const opened = openWorkbook(cleanLedger());
    expect((await build()).ok).toBe(true);
    const { memory } = await standing();
    const before = opened.host.save();
    const { file, told, given } = valueOf(await makeSharingCopy(CHOICES, { ...context, memory }, options()));
    const all = Object.entries(unzipSync(file))
      .map(([name, part]) => name + strFromU8(part))
      .join('\n');
    for (const name of NAMES) expect(all).not.toContain(name);
    expect(all).not.toContain('redress');
    const [source, copy] = [read(before, { cellFormula: true }), read(file, { cellFormula: true })];
    const out = source.SheetNames.filter((name) => !copy.SheetNames.includes(name));
    expect(told.sheetsLeftOut).toEqual(out);
    expect(out).toHaveLength(2);
    const rows = (book: typeof copy) =>
      utils.sheet_to_json<Record<string, unknown>>(book.Sheets['2026年投诉'] ?? {}, { range: 3 });
    const [was, is] = [rows(source), rows(copy)];
    for (const header of ['投诉日期', '产品名称', '批号', '登记编号', '投诉归类', '投诉分级', '办理状态', '处理情况'])
      expect(
        is.map((row) => row[header]),
        header,
      ).toEqual(was.map((row) => row[header]));
    expect(is.every((row) => /^客户-\S{8}$/.test(String(row['客户名称'])))).toBe(true);
    expect(new Set(is.map((row) => row['客户名称'])).size).toBe(3);
    expect(given.some(({ value }) => value === '江苏宏盛建材有限公司')).toBe(true);
    const formulas = (book: typeof copy, sheet: string) =>
      Object.entries(book.Sheets[sheet] ?? {}).flatMap(([ref, cell]) => {
        const { f } = cell as { f?: string };
        return f === undefined ? [] : [`${ref} ${f}`];
      });
    for (const sheet of copy.SheetNames) expect(formulas(copy, sheet), sheet).toEqual(formulas(source, sheet));
    // The workbook itself was only read.
    expect(unzipSync(opened.host.save())).toEqual(unzipSync(before));
  });

  it('holds the last report alone where that is wanted, found by its id and not by its name', async () => {
    openWorkbook(cleanLedger());
    await Excel.run(async (run) => {
      const names = ['分析报告 2026-09', '十月份的报告'];
      const sheets = names.map((name) => run.workbook.worksheets.add(name).load('id,name'));
      for (const sheet of sheets)
        sheet.getRange('A1:A2').formulas = [['江苏宏盛建材有限公司'], ["=COUNTA('2026年投诉'!C5:C16)"]];
      await run.sync();
      const paper = { kind: 'report' as const, lists: null, digest: '', added: 0, listsLook: null, blanks: [] };
      rememberPapers(
        run,
        sheets.map(({ id }, at) => ({ ...paper, period: at === 0 ? '2026-09' : '2026-10', sheet: id })),
      );
      await run.sync();
    });
    const { file, told } = valueOf(await makeSharingCopy({ ...CHOICES, what: 'report' }, context, options()));
    expect(told.sheets).toEqual(['十月份的报告']);
    expect(told.formulasToValues).toBe(1);
    const sheet = read(file, { cellFormula: true }).Sheets['十月份的报告'] ?? {};
    expect((sheet['A1'] as { v: string }).v).toMatch(/^客户-\S{8}$/);
    expect((sheet['A2'] as { f?: string } | undefined)?.f).toBeUndefined();
  });

  it('is refused where a report is wanted and none stands', async () => {
    openWorkbook(cleanLedger());
    const made = await makeSharingCopy({ ...CHOICES, what: 'report' }, context, options());
    expect(made).toMatchObject({ ok: false, code: 'noReport' });
  });

  it('stops when it is told to, and makes nothing', async () => {
    openWorkbook(cleanLedger());
    const stop = new AbortController();
    stop.abort();
    expect(await makeSharingCopy(CHOICES, context, { ...options(), signal: stop.signal })).toMatchObject({
      ok: false,
      code: 'cancelled',
    });
  });

  it('keeps names where the whole report is given on', async () => {
    openWorkbook(cleanLedger());
    const chosen = { ...context, chosen: plantedWorkbook() };
    const { file } = valueOf(await makeSharingCopy({ ...CHOICES, isMasked: false }, chosen, options()));
    expect(read(file).SheetNames).toContain(PLANTED.name);
  });
});

describe('pivots of a copy', () => {
  it.skipIf(libreOffice === null)('have the same totals before and after, as LibreOffice calculates them', async () => {
    const opened = openWorkbook(cleanLedger(40));
    expect((await build()).ok).toBe(true);
    const { memory } = await standing();
    await Excel.run(async (run) => {
      const sheet = run.workbook.worksheets.add('透视');
      const pivot = sheet.pivotTables.add('按客户', run.workbook.tables.getItem(memory.tableName), 'A3');
      pivot.rowHierarchies.add(pivot.hierarchies.getItem('客户名称'));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem('登记编号'));
      await run.sync();
    });
    const before = (await calculatedSheets(opened.host.save())).get('透视') ?? [];
    const { file } = valueOf(await makeSharingCopy(CHOICES, { ...context, memory }, options()));
    const after = (await calculatedSheets(file)).get('透视') ?? [];
    const numbers = (rows: string[][]) =>
      rows
        .flat()
        .filter((cell) => /^\d+$/.test(cell))
        .sort();
    expect(numbers(before).length).toBeGreaterThan(3);
    expect(numbers(after)).toEqual(numbers(before));
    expect(after.flat().filter((cell) => /^客户-/.test(cell))).toHaveLength(3);
  });
});
