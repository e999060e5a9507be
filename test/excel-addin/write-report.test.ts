import { describe, expect, it } from 'vitest';
import { periodOf } from '../../core/statistics/periods.ts';
import type { PaperRequest } from '../../excel-addin/actions/write-paper-of.ts';
import { writeReport } from '../../excel-addin/actions/write-report.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const SEPTEMBER = periodOf('2026-09-01', 'month');
const NAME = '分析报告 2026-09';
const LISTS = '报告明细 2026-09';

async function register(rows = 40) {
  const opened = openWorkbook(cleanLedger(rows));
  valueOf(await build());
  return { ...opened, memory: (await standing()).memory };
}
type Opened = Awaited<ReturnType<typeof register>>;

function write({ memory }: Pick<Opened, 'memory'>, more: Partial<PaperRequest> = {}) {
  return writeReport({ memory, period: SEPTEMBER, asOf: AS_OF, companyName: '江苏恒泰建材有限公司', ...more });
}

/** A workbook with a report in which nobody has written. */
async function written(): Promise<Opened> {
  const opened = await register();
  valueOf(await write(opened));
  return opened;
}

async function cellsOf({ Excel }: Opened, name: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange().load('values');
    await context.sync();
    return used.values as unknown[][];
  });
}

async function sheetNames({ Excel }: Opened): Promise<string[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });
}

/** Types into a cell right of the first that says `label`, as a person would. */
async function typeBeside({ Excel }: Opened, name: string, label: string, text: string, right = 1): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const used = sheet.getUsedRange().load('values');
    await context.sync();
    const values = used.values as unknown[][];
    const row = values.findIndex((line) => line.some((value) => String(value).startsWith(label)));
    const column = (values[row] ?? []).findIndex((value) => String(value).startsWith(label));
    sheet.getCell(row, column + right).values = [[text]];
    await context.sync();
  });
}

describe('the analysis report in the workbook', () => {
  it('stands on a sheet with its lists and charts, and every number leads to its complaints', async () => {
    const opened = await register();
    const before = await sheetNames(opened);
    expect(valueOf(await write(opened))).toEqual({ sheet: NAME, isBesides: false });
    expect(await sheetNames(opened)).toEqual(
      [...before, NAME, LISTS].toSorted((a, b) => Number(before.includes(b)) - Number(before.includes(a))),
    );
    await opened.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(NAME);
      const used = sheet.getUsedRange().load('values,formulas,text,rowCount,columnCount');
      const charts = sheet.charts.load('items/name');
      await context.sync();
      expect(charts.items.length).toBeGreaterThanOrEqual(1);
      const values = used.values as unknown[][];
      const at = values.findIndex(([label]) => label === '收到投诉');
      const count = values[at]?.[4];
      expect(count).toBeGreaterThan(10);
      const link = sheet.getCell(at, 4).load('hyperlink');
      const { format } = sheet.getCell(at, 4).load('format/shrinkToFit');
      await context.sync();
      expect(format.shrinkToFit, 'a number that has no room reads ####').toBe(true);
      const [, target = ''] = /!(.+)$/.exec(link.hyperlink.documentReference ?? '') ?? [];
      const listed = context.workbook.worksheets.getItem(LISTS).getRange(target).load('values,formulas');
      await context.sync();
      expect(listed.values.length).toBe(count);
      expect(String(listed.formulas[0]?.[0])).toContain('HYPERLINK');
      expect(String(listed.values[0]?.[0])).toMatch(/^\d{8}-\d+$/);
    });
  });

  it('is replaced when it is written again, with what people wrote into it', async () => {
    const opened = await register();
    valueOf(await write(opened));
    await typeBeside(opened, NAME, '建议：', '逐件补查', 4);
    expect(valueOf(await write(opened))).toEqual({ sheet: NAME, isBesides: false });
    expect((await cellsOf(opened, NAME)).flat()).toContain('逐件补查');
    expect((await sheetNames(opened)).filter((name) => name.startsWith('分析报告'))).toEqual([NAME]);
    expect((await sheetNames(opened)).filter((name) => name.startsWith('报告明细')).length).toBe(1);
  });

  it('is put beside one that is signed, or that somebody has changed otherwise', async () => {
    const opened = await register();
    valueOf(await write(opened));
    await typeBeside(opened, NAME, '批准', '陈总');
    expect(valueOf(await write(opened))).toEqual({ sheet: `${NAME} 2`, isBesides: true });
    expect((await cellsOf(opened, NAME)).flat()).toContain('陈总');
    expect((await cellsOf(opened, `${NAME} 2`)).flat()).not.toContain('陈总');
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(`${NAME} 2`).getRange('A1').values = [['另一家公司']];
      await context.sync();
    });
    expect(valueOf(await write(opened))).toEqual({ sheet: `${NAME} 3`, isBesides: true });
    expect((await cellsOf(opened, `${NAME} 2`)).flat()).toContain('另一家公司');
  });

  it('takes no text for another once a row was put in before it', async () => {
    const opened = await register();
    valueOf(await write(opened));
    await typeBeside(opened, NAME, '建议：', '逐件补查', 4);
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(NAME).getRange('A4:XFD4').insert('Down');
      await context.sync();
    });
    const before = await cellsOf(opened, NAME);
    expect(valueOf(await write(opened))).toEqual({ sheet: `${NAME} 2`, isBesides: true });
    expect(await cellsOf(opened, NAME)).toEqual(before);
    const fresh = await cellsOf(await written(), NAME);
    expect(await cellsOf(opened, `${NAME} 2`)).toEqual(fresh);
  }, 120_000);

  it('stays with what somebody writes into it while the new one is written', async () => {
    const opened = await register();
    valueOf(await write(opened));
    const typing: Promise<void>[] = [];
    const onProgress: PaperRequest['onProgress'] = (stage) => {
      if (stage === 'writing' && typing.length === 0) typing.push(typeBeside(opened, NAME, '建议：', '逐件补查', 4));
    };
    expect(valueOf(await write(opened, { onProgress })).isBesides).toBe(true);
    expect(await Promise.all(typing)).toHaveLength(1);
    expect((await cellsOf(opened, NAME)).flat()).toContain('逐件补查');
  }, 120_000);

  it('stays where somebody has put notes beside the complaints of its lists', async () => {
    const opened = await register();
    valueOf(await write(opened));
    await typeBeside(opened, LISTS, '报告里每个数字', '客户同意换货', 10);
    expect(valueOf(await write(opened)).isBesides).toBe(true);
    expect((await cellsOf(opened, LISTS)).flat()).toContain('客户同意换货');
  }, 120_000);

  it('stays where somebody has commented on it', async () => {
    const opened = await register();
    valueOf(await write(opened));
    await opened.Excel.run(async (context) => {
      context.workbook.comments.add(`'${NAME}'!B6`, '请核对');
      await context.sync();
    });
    expect(valueOf(await write(opened)).isBesides).toBe(true);
  });

  it('leaves a sheet of that name which it did not make alone', async () => {
    const opened = await register();
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.add(NAME).getRange('A1').values = [['我的']];
      await context.sync();
    });
    expect(valueOf(await write(opened)).sheet).toBe(`${NAME} 2`);
    expect((await cellsOf(opened, NAME)).flat()).toEqual(['我的']);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const opened = await register();
    const before = await sheetNames(opened);
    const stop = new AbortController();
    const made = await write(opened, {
      signal: stop.signal,
      onProgress: (stage) => {
        if (stage === 'writing') stop.abort();
      },
    });
    expect(made).toMatchObject({ ok: false, code: 'cancelled' });
    expect((await sheetNames(opened)).filter((name) => /报告/.test(name))).toEqual([]);
    expect(before.length).toBeGreaterThan(0);
    expect(valueOf(await write(opened)).sheet).toBe(NAME);
  });

  it('takes away what a broken run has begun, not a sheet that somebody made under its name', async () => {
    const opened = await register(3);
    const onProgress: PaperRequest['onProgress'] = (stage) => {
      if (stage === 'writing') opened.host.faults.abortRequest(2);
    };
    expect((await write(opened, { onProgress })).ok).toBe(false);
    expect(await sheetNames(opened)).toContain(LISTS);
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(NAME).delete();
      context.workbook.worksheets.add(NAME).getRange('A1').values = [['我手写的报告']];
      await context.sync();
    });
    valueOf(await write(opened, { period: periodOf('2026-10-01', 'month') }));
    expect((await cellsOf(opened, NAME)).flat()).toEqual(['我手写的报告']);
    expect(await sheetNames(opened)).not.toContain(LISTS);
  }, 120_000);

  it('writes no second sheet after a run that broke off', async () => {
    const opened = await register();
    valueOf(await write(opened));
    await typeBeside(opened, NAME, '建议：', '逐件补查', 4);
    for (let at = 1; at < 40; at += 1) {
      opened.host.faults.abortRequest(at);
      const made = await write(opened);
      if (made.ok) break;
    }
    valueOf(await write(opened));
    const names = (await sheetNames(opened)).filter((name) => name.startsWith('分析报告'));
    const all = await Promise.all(names.map((name) => cellsOf(opened, name)));
    for (const cells of all) expect(cells.flat()).toContain('逐件补查');
    expect(names.length).toBeLessThanOrEqual(2);
  }, 120_000);

  it('keeps what somebody filled in where a run had broken off', async () => {
    const opened = await register();
    const texts = async () =>
      (await sheetNames(opened)).includes(NAME) ? (await cellsOf(opened, NAME)).flat().map(String) : [];
    // Late enough that the sheet is laid out, and not yet remembered as whole.
    for (let at = 2; at < 8 && !(await texts()).some((text) => text.startsWith('建议：')); at++) {
      let isWriting = false;
      const onProgress: PaperRequest['onProgress'] = (stage) => {
        if (stage !== 'writing' || isWriting) return;
        isWriting = true;
        opened.host.faults.abortRequest(at);
      };
      expect((await write(opened, { onProgress })).ok).toBe(false);
    }
    await typeBeside(opened, NAME, '建议：', '逐件补查', 4);
    expect(valueOf(await write(opened))).toEqual({ sheet: `${NAME} 2`, isBesides: true });
    expect((await cellsOf(opened, NAME)).flat()).toContain('逐件补查');
    // It is the user's own from now on.
    expect(valueOf(await write(opened)).sheet).toBe(`${NAME} 2`);
    expect((await cellsOf(opened, NAME)).flat()).toContain('逐件补查');
  }, 120_000);
});
