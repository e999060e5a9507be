import { describe, expect, it } from 'vitest';
import { findRegister } from '../../excel-addin/actions/find-register.ts';
import { lookForLedgers } from '../../excel-addin/actions/look-around.ts';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { registerScreen } from '../../excel-addin/register-screen.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { workbookOf, type FixtureSheet } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf, ZONE } from './register-on-host.ts';

const HEADER = ['日期', '客户名称', '联系电话', '问题描述', '处理结果'];
const month = (name: string, dates: string[]): FixtureSheet => ({
  name,
  rows: [
    [`2026年${name}客诉登记表`],
    HEADER,
    ...dates.map((date, at) => [date, `${name}客户${at}`, `139000011${10 + at}`, `第${at}箱漏液`, '换货']),
  ],
  merges: ['A1:E1'],
});

const form = (no: string, guest: string): FixtureSheet => ({
  name: no,
  rows: [
    ['客户投诉处理单'],
    ['投诉编号', no, '投诉日期', '2026-03-04'],
    ['客户名称', guest, '联系电话', '13900001111'],
    ['投诉方式', '☑电话 □来访', '责任部门', '客房部'],
    ['投诉内容', '空调整夜异响'],
    ['处理结果', '减免房费', '状态', '已结案'],
  ],
});

describe('complaints on many sheets', () => {
  it.each<[string, FixtureSheet[], number, string[]]>([
    ['a sheet a month', [month('1月', ['1月3日', '1月9日']), month('2月', ['2月1日'])], 3, ['1月!3', '1月!4', '2月!3']],
    ['a form a sheet', [form('K-1', '顾晨'), form('K-2', '林岚')], 2, ['K-1!2', 'K-2!2']],
  ])('%s: become a register on a new sheet, and stay as they are', async (_, sheets, rows, origins) => {
    const { host } = openWorkbook(workbookOf(sheets));
    const before = valueOf(await readSheets());
    const applied = valueOf(await build());
    expect(applied).toMatchObject({ rows, backup: null });
    const after = valueOf(await readSheets());
    for (const sheet of before) expect(after.find(({ name }) => name === sheet.name)).toEqual(sheet);
    const { memory } = await standing();
    const register = after.find(({ name }) => name === applied.sheet);
    const at = memory.columns.findIndex(({ role }) => role === 'originRow');
    expect(register?.values.slice(1).map((cells) => cells[at])).toEqual(origins);
    const header = memory.columns.map((column) => column.header);
    const found = findRegister([{ name: 'T', sheet: applied.sheet, header }], { zone: ZONE, date1904: false });
    expect(found?.columns[at]?.role).toBe('originRow');
    expect(host.bugs).toEqual([]);
  });

  it('become one through the pane, with a mapping and its samples to look at', async () => {
    openWorkbook(workbookOf([month('1月', ['1月3日']), month('2月', ['2月1日'])]));
    const store = createStore('zh-CN');
    const sheets = [
      { sheet: '1月', rows: 1 },
      { sheet: '2月', rows: 1 },
    ];
    const { look, callbacks } = registerScreen({
      ...{ store, work: paneWork(store), words: (code: string) => code, zone: ZONE, now: () => AS_OF },
      onRegister: () => undefined,
    });
    await look();
    expect(store.get().setup.found?.gathered).toEqual({ kind: 'joined', sheets });
    callbacks.goToStep('mapping');
    const { mapping } = store.get().setup;
    expect(mapping?.columns.find(({ header }) => header === '客户名称')?.samples).toEqual(['1月客户0', '2月客户0']);
    callbacks.goToStep('preview');
    await expect.poll(() => store.get().setup.preview?.rows, { timeout: 20_000 }).toBe(2);
    expect(store.get().setup.preview?.gathered).toEqual({ kind: 'joined', sheets });
    callbacks.buildRegister();
    await expect.poll(() => store.get().setup.step, { timeout: 30_000 }).toBe('done');
    // The months are in the register: they are told, and not offered as a second one.
    const { ledger, others, refused } = store.get().setup.found ?? {};
    expect({ ledger, others }).toEqual({ ledger: null, others: [] });
    expect(refused).toEqual([
      { code: 'inRegister', sheet: '1月' },
      { code: 'inRegister', sheet: '2月' },
    ]);
  }, 60_000);

  it('are no other ledgers beside the whole; one of them can be taken alone, and the whole again', async () => {
    openWorkbook(workbookOf([month('1月', ['1月3日', '1月9日']), month('2月', ['2月1日'])]));
    const store = createStore('zh-CN');
    const { look, callbacks } = registerScreen({
      ...{ store, work: paneWork(store), words: (code: string) => code, zone: ZONE, now: () => AS_OF },
      onRegister: () => undefined,
    });
    await look();
    const found = () => store.get().setup.found;
    expect(found()).toMatchObject({ ledger: { sheet: '1月…2月' }, others: [] });
    callbacks.chooseSheet('2月');
    await expect.poll(() => found()?.ledger?.sheet, { timeout: 20_000 }).toBe('2月');
    await expect.poll(() => found()?.others, { timeout: 20_000 }).toEqual([{ sheet: '1月…2月', rows: 3 }]);
    callbacks.chooseSheet('1月…2月');
    await expect.poll(() => found()?.gathered?.sheets.length, { timeout: 20_000 }).toBe(2);
    await expect.poll(() => found()?.others, { timeout: 20_000 }).toEqual([]);
  }, 60_000);

  it.each([
    ['after', ['1月', '2月'], '3月', 2],
    ['between', ['1月', '3月'], '2月', 1],
  ])('a month that comes %s those of the register is offered, alone', async (_, [first = '', last = ''], later, at) => {
    openWorkbook(workbookOf([month(first, ['1月3日', '1月9日']), month(last, ['3月1日'])]));
    valueOf(await build());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add(later);
      sheet.getRange('A1:E4').values = month(later, ['2月3日', '2月4日']).rows.map((row) =>
        [...row, '', '', '', ''].slice(0, 5),
      );
      sheet.position = at;
      await context.sync();
    });
    const register = await standing();
    const { used, choice } = valueOf(await lookForLedgers(register));
    expect(used).toEqual([first, last]);
    expect(choice.ledgers.map(({ sheet, dataRows }) => [sheet, dataRows.length])).toEqual([[later, 2]]);
    expect(valueOf(await lookForLedgers(register, later)).choice.ledgers).toHaveLength(1);
  });

  it('two months that come later are joined with each other alone, also when they are asked for by name', async () => {
    openWorkbook(workbookOf([month('1月', ['1月3日']), month('2月', ['2月1日'])]));
    valueOf(await build());
    await Excel.run(async (context) => {
      for (const later of ['3月', '4月'])
        context.workbook.worksheets.add(later).getRange('A1:E3').values = month(later, ['3月3日']).rows.map((row) =>
          [...row, '', '', '', ''].slice(0, 5),
        );
      await context.sync();
    });
    const register = await standing();
    const [ledger] = valueOf(await lookForLedgers(register)).choice.ledgers;
    expect(ledger?.dataRows).toHaveLength(2);
    const asked = valueOf(await lookForLedgers(register, ledger?.sheet)).choice.ledgers;
    expect(asked.map(({ sheet, dataRows }) => [sheet, dataRows.length])).toEqual([[ledger?.sheet, 2]]);
  });
});
