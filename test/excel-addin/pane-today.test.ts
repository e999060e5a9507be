import { describe, expect, it } from 'vitest';
import { readToday, type Today } from '../../excel-addin/actions/read-today.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { writeTimeSerial } from '../../core/register/write-time-serial.ts';
import { todayModel } from '../../excel-addin/pane-models.ts';
import { importHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger, workbookOf } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

describe('today', () => {
  it('counts each complaint once, by the gravest of its deadlines, and leaves out what is closed', async () => {
    openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    const today = valueOf(await readToday(memory, AS_OF));
    expect(today.rows).toBe(12);
    expect(today.counts.closed).toBe(9);
    expect(today.counts.overdue).toBeGreaterThan(0);
    const { overdue } = today.lists;
    expect(overdue.every(({ word, row }) => word === 'overdue' && row >= 13)).toBe(true);
    expect(overdue[0]?.customer).not.toBe('');
    expect(overdue).toHaveLength(today.counts.overdue);
  });

  it('puts what is overdue before what is due soon, oldest first', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    valueOf(await importHandoff({ envelope: envelope(complaint(1)), rejected: [] }, memory, AS_OF));
    // A Sunday's complaint is due within working time of Monday.
    host.workbook.now = () => new Date('2026-11-23T09:40:00+08:00');
    const today = valueOf(await readToday((await standing()).memory, AS_OF));
    const dues = today.lists.overdue.map(({ due }) => due ?? 0);
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    const { lists } = todayModel(today, memory, { locale: 'zh-CN', asOf: '2026-11-23T09:40:00+08:00' });
    expect(lists.overdue.count).toBe(dues.length);
    expect(lists.overdue.first[0]?.due).toMatch(/^\d\d-\d\d \d\d:\d\d$/);
    expect(today.rows).toBe(13);
  });

  it('puts what was overdue before the register was made last, apart, and counts it all the same', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    const [oldest] = valueOf(await readToday(memory, AS_OF)).lists.overdue;
    if (typeof oldest?.due !== 'number') throw new Error('nothing is overdue');
    const model = (today: Today) => todayModel(today, memory, { locale: 'zh-CN', asOf: AS_OF });
    const first = valueOf(await readToday(memory, AS_OF));
    expect(first.fromBefore).toBe(first.lists.overdue.length);
    expect(model(first).lists.overdue.first.every(({ isFromBefore }) => isFromBefore)).toBe(true);
    // Made at a time when they were overdue for some days only: they still wait for somebody.
    const madeAt = '2026-09-20T10:00:00+08:00';
    expect(valueOf(await readToday({ ...memory, madeAt }, AS_OF)).fromBefore).toBeLessThan(first.fromBefore);

    const later = writeTimeSerial('2026-12-30T09:00:00+08:00', memory.zone);
    host.workbook.now = () => new Date('2026-12-31T09:00:00+08:00');
    const { sheet } = await standing();
    host.userEdits(sheet, cellAddress(oldest.row, oldest.column), [[later]]);
    const today = valueOf(await readToday(memory, '2026-12-31T09:00:00+08:00'));
    expect(today.lists.overdue[0]).toMatchObject({ number: oldest.number, due: later, isFromBefore: false });
    expect(today.lists.overdue).toHaveLength(today.counts.overdue);
    expect(today.fromBefore).toBeLessThan(today.counts.overdue);

    // A workbook that has lost its memory: nobody knows, so nothing is set apart.
    const lost = valueOf(await readToday({ ...memory, madeAt: undefined }, '2026-12-31T09:00:00+08:00'));
    expect(lost.fromBefore).toBe(0);
    const dues = lost.lists.overdue.map(({ due }) => due ?? Infinity);
    expect(dues).toEqual([...dues].sort((one, other) => one - other));
  });

  it('tells the year of what is not of this year by the register’s clock, how late it is, and the grade', async () => {
    openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    const today = valueOf(await readToday(memory, AS_OF));
    const [row] = today.lists.overdue;
    if (row === undefined) throw new Error('nothing is overdue');
    expect(row.grade).not.toBe('');
    const shown = (asOf: string, due: string, state = '已逾期') => {
      const overdue = [{ ...row, state, due: writeTimeSerial(due, memory.zone) }];
      return todayModel({ ...today, lists: { ...today.lists, overdue } }, memory, { locale: 'zh-CN', asOf }).lists
        .overdue.first[0];
    };
    expect(shown('2026-01-06T20:30:00+08:00', '2025-12-27T18:00:00+08:00')).toMatchObject({
      ...{ due: '2025-12-27 18:00', state: '逾期 10 天', grade: row.grade },
    });
    expect(shown('2026-01-06T20:30:00+08:00', '2026-01-06T18:00:00+08:00', '已逾期（暂定）')).toMatchObject({
      ...{ due: '01-06 18:00', state: '逾期 2 小时（暂定）' },
    });
    // The new year has begun in the register's zone.
    expect(shown('2025-12-31T16:30:00Z', '2026-01-01T00:10:00+08:00')).toMatchObject({
      ...{ due: '01-01 00:10', state: '已逾期' },
    });
  });

  it('puts the gravest first of what is due at the same time', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory, sheet } = await standing();
    const [first, second] = valueOf(await readToday(memory, AS_OF)).lists.overdue;
    if (typeof first?.due !== 'number' || second === undefined) throw new Error('too little is overdue');
    const grade = memory.columns.findIndex(({ role }) => role === 'grade');
    host.userEdits(sheet, cellAddress(first.row, grade), [['一般']]);
    host.userEdits(sheet, cellAddress(second.row, grade), [['重大']]);
    host.userEdits(sheet, cellAddress(second.row, first.column), [[first.due]]);
    const { overdue } = valueOf(await readToday(memory, AS_OF)).lists;
    expect(overdue.slice(0, 2)).toMatchObject([
      { number: second.number, grade: '重大' },
      { number: first.number, grade: '一般' },
    ]);
  });

  it('lists what nobody has taken up and what waits for the customer, by the number that opens it', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory, sheet } = await standing();
    const status = memory.columns.findIndex((column) => column.role === 'status');
    const edit = (row: number, text: string) => {
      host.userEdits(sheet, cellAddress(row, status), [[text]]);
    };
    const soon = '2026-09-15T09:00:00+08:00';
    const before = valueOf(await readToday(memory, soon)).lists;
    expect(before.new.length).toBeGreaterThan(1);
    expect(before.waiting).toEqual([]);
    expect(valueOf(await readToday(memory, soon)).canWait).toBe(false);
    const [first, second] = before.new;
    if (first === undefined || second === undefined) throw new Error('nothing is new');
    edit(first.row, '等待客户寄样');
    edit(second.row, '待回复客户');
    const { lists, canWait } = valueOf(await readToday(memory, soon));
    expect(canWait).toBe(true);
    expect(lists.waiting).toMatchObject([{ number: first.number, row: first.row }]);
    expect(first.number).toMatch(/^\d{8}-\d{3}$/);
    expect(lists.new.map(({ number }) => number)).toEqual(before.new.slice(2).map(({ number }) => number));
  });

  it('leaves no complaint that nobody has taken up out of all lists', async () => {
    const header = ['序号', '投诉日期', '客户名称', '产品名称', '投诉内容', '状态'];
    const row = (at: number, date: string, status = '') => [
      ...[at, date, `客户${String(at)}有限公司`, '粉煤灰', '到货细度超标，要求退货', status],
    ];
    const rows = [
      row(1, '2026-11-20'),
      row(2, ''),
      row(3, '月初'),
      row(4, '2026-10-24'),
      row(5, '2026-10-01', '已结案'),
    ];
    openWorkbook(workbookOf([{ name: '台账', rows: [header, ...rows] }]));
    valueOf(await build());
    const { memory } = await standing();
    const { lists } = valueOf(await readToday(memory, AS_OF));
    expect(new Set(Object.values(lists).flatMap((list) => list.map((each) => each.row))).size).toBe(4);
  });

  it('calls new what was received in the last seven days, and nothing that has been answered', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory, sheet } = await standing();
    const numbersNew = async (asOf: string) =>
      valueOf(await readToday(memory, asOf)).lists.new.map(({ number }) => number);
    // The three that are open were received on the 10th, 11th and 12th of September.
    expect(await numbersNew('2026-09-17T23:00:00+08:00')).toHaveLength(3);
    expect(await numbersNew('2026-09-18T09:00:00+08:00')).toHaveLength(2);
    expect(await numbersNew(AS_OF)).toEqual([]);
    const [first] = valueOf(await readToday(memory, '2026-09-17T23:00:00+08:00')).lists.new;
    const state = memory.columns.findIndex(({ role }) => role === 'deadlineState:firstResponse');
    if (first === undefined || state < 0) throw new Error('nothing is new');
    host.userEdits(sheet, cellAddress(first.row, state), [['按时完成']]);
    expect(await numbersNew('2026-09-17T23:00:00+08:00')).not.toContain(first.number);
  });
});
