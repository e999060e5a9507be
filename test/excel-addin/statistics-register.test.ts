import { describe, expect, it } from 'vitest';
import { findRegister } from '../../excel-addin/actions/find-register.ts';
import { lookForLedgers, lookForRegister } from '../../excel-addin/actions/look-around.ts';
import { makeStatistics } from '../../excel-addin/actions/make-statistics.ts';
import { readStatistics } from '../../excel-addin/actions/read-statistics.ts';
import { readTableHeaders } from '../../excel-addin/workbook/read-register.ts';
import { showVolumeSheet } from '../../excel-addin/workbook/volume-sheet.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf, ZONE } from './register-on-host.ts';
import { picture, REMOVE_ALL, restoreToTheEnd } from './restore-on-host.ts';

async function withStatistics(): Promise<OpenedHost> {
  const opened = openWorkbook(cleanLedger(30));
  valueOf(await build());
  const read = valueOf(await readStatistics((await standing()).memory, { asOf: AS_OF }));
  expect(valueOf(await makeStatistics(read, { asOf: AS_OF })).complaints).toBe(30);
  const words = { title: '业务量', text: '', header: ['月份', '产品', '数量'] as const };
  valueOf(await showVolumeSheet(words, { at: AS_OF, locale: 'zh-CN', months: ['2026-11'] }));
  return opened;
}

async function sheetNames(): Promise<string[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name');
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });
}

describe('statistics beside a register', () => {
  it('are never taken for a register or a ledger', async () => {
    await withStatistics();
    const before = await standing();
    await Excel.run(async (context) => {
      context.workbook.settings.getItem('redress.register').delete();
      await context.sync();
    });
    const { register } = valueOf(await lookForRegister(ZONE));
    expect(register).toMatchObject({ sheet: before.sheet, restored: true });
    const tables = valueOf(await readTableHeaders()).filter(({ name }) => name !== before.memory.tableName);
    expect(tables.map(({ name }) => name)).toContain('RedressFacts');
    expect(findRegister(tables, { zone: ZONE, date1904: false })).toBeNull();
    const { choice } = valueOf(await lookForLedgers(before));
    expect(choice.ledgers.map(({ sheet }) => sheet).filter((sheet) => /统计|业务量/.test(sheet))).toEqual([]);
  });

  it('go when the register is taken back; the volumes that people entered stay unless they are to go', async () => {
    const untouched = picture(openWorkbook(cleanLedger(30)).host.save());
    await withStatistics();
    await restoreToTheEnd({ ...REMOVE_ALL, removePapers: false });
    expect((await sheetNames()).filter((name) => /统计|业务量/.test(name))).toEqual(['统计', '业务量']);
    const opened = await withStatistics();
    await restoreToTheEnd();
    expect(picture(opened.host.save())).toEqual(untouched);
  });
});
