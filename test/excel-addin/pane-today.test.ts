import { describe, expect, it } from 'vitest';
import { readToday } from '../../excel-addin/actions/read-today.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { todayModel } from '../../excel-addin/pane-models.ts';
import { importHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

describe('today', () => {
  it('counts each complaint once, by the gravest of its deadlines, and leaves out what is closed', async () => {
    openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory } = await standing();
    const today = valueOf(await readToday(memory));
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
    const today = valueOf(await readToday((await standing()).memory));
    const dues = today.lists.overdue.map(({ due }) => due ?? 0);
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    const { lists } = todayModel(today, memory, 'zh-CN');
    expect(lists.overdue.count).toBe(dues.length);
    expect(lists.overdue.first[0]?.due).toMatch(/^\d\d-\d\d \d\d:\d\d$/);
    expect(today.rows).toBe(13);
  });

  it('lists what nobody has taken up and what waits for the customer, by the number that opens it', async () => {
    const { host } = openWorkbook(cleanLedger());
    valueOf(await build());
    const { memory, sheet } = await standing();
    const status = memory.columns.findIndex((column) => column.role === 'status');
    const edit = (row: number, text: string) => {
      host.userEdits(sheet, cellAddress(row, status), [[text]]);
    };
    const before = valueOf(await readToday(memory)).lists;
    expect(before.new.length).toBeGreaterThan(1);
    expect(before.waiting).toEqual([]);
    const [first, second] = before.new;
    if (first === undefined || second === undefined) throw new Error('nothing is new');
    edit(first.row, '等待客户寄样');
    edit(second.row, '待回复客户');
    const { lists } = valueOf(await readToday(memory));
    expect(lists.waiting).toMatchObject([{ number: first.number, row: first.row }]);
    expect(first.number).toMatch(/^\d{8}-\d{3}$/);
    expect(lists.new.map(({ number }) => number)).toEqual(before.new.slice(2).map(({ number }) => number));
  });
});
