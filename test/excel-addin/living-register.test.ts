import { describe, expect, it } from 'vitest';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import { importHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { deleteCells, insertCells } from '../excel-host/model/shift-cells.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { liveOn, type Living } from './living-on-host.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

interface Stage extends Living {
  opened: OpenedHost;
  memory: RegisterMemory;
  sheet: string;
  /** First data row on the sheet, counted from 1. */
  first: number;
  at: (role: RegisterColumn['role'], row: number) => string;
  value: (role: RegisterColumn['role'], row: number) => unknown;
  /** Address of the user's column that carries a field. */
  user: (field: string, row: number) => string;
}

async function stage(ledger: Uint8Array = cleanLedger()): Promise<Stage> {
  const opened = openWorkbook(ledger);
  valueOf(await build());
  const { memory, sheet } = await standing();
  const living = await liveOn(opened);
  valueOf((await living.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
  living.told.changed.length = 0;
  const table = opened.host.workbook.tableNamed(memory.tableName);
  if (!table) throw new Error('no table');
  const first = table.area.row + 2;
  const letter = (index: number) => columnLetters(table.area.column + index);
  const at = (role: RegisterColumn['role'], row: number) =>
    `${letter(memory.columns.findIndex((column) => column.role === role))}${first + row}`;
  const user = (field: string, row: number) =>
    `${letter(memory.columns.findIndex(({ fields }) => (fields as string[]).includes(field)))}${first + row}`;
  const value = (role: RegisterColumn['role'], row: number) => opened.host.values(sheet, at(role, row))[0]?.[0];
  return { ...living, opened, memory, sheet, first, at, value, user };
}

describe('a register just made', () => {
  it.each([
    ['in place', () => cleanLedger()],
    ['on a new sheet', () => brokenUpLedger()],
  ])('%s: the scan finds nothing to do', async (_, ledger) => {
    const opened = openWorkbook(ledger());
    valueOf(await build());
    const living = await liveOn(opened);
    const made = valueOf((await living.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
    expect(made).toMatchObject({ rowsChanged: 0, cellsChanged: 0 });
    expect(opened.host.bugs).toEqual([]);
  });
});

describe('an edit', () => {
  it('of one cell brings its row in line in two round trips', async () => {
    const { opened, sheet, user, value, settle, told } = await stage();
    expect(value('grade', 0)).toBe('重要');
    opened.host.userEdits(sheet, user('description', 0), [['产品引起员工受伤，已送医院']]);
    await opened.host.settled();
    const before = opened.host.requests.length;
    await settle();
    expect(value('grade', 0)).toBe('重大');
    expect(value('gradeReason', 0)).toContain('受伤');
    expect(told.changed).toEqual([1]);
    // One to read and one to write, and after each the client's own request that lets go of its ranges. Our write comes back
    // as an event and asks for nothing.
    expect(opened.host.requests.length - before).toBe(4);
  });

  it('goes to its row also when a co-author puts one between right before it is written', async () => {
    for (let request = 1; request <= 3; request++) {
      const { opened, sheet, at, user, value, settle, register, first } = await stage();
      const row =
        [1, 2, 3, 4, 5, 6].find((index) => value('grade', index) !== '重大' && value('grade', index - 1) === '一般') ??
        0;
      opened.host.userEdits(sheet, at('grade', row - 1), [['重要']]);
      await settle();
      const reason = value('gradeReason', row - 1);
      opened.host.userEdits(sheet, user('description', row), [['产品引起员工受伤，已送医院']]);
      await opened.host.settled();
      const model = opened.host.sheet(sheet);
      const top = { row: first - 1, column: 0, rows: 1, columns: 16_384 };
      opened.host.faults.afterRequest(request, () => {
        opened.host.actAs({ kind: 'remote' }, () => insertCells(model, top, 'Down', []));
      });
      await settle();
      valueOf((await register.refresh()) ?? { ok: false, code: 'none', detail: {} });
      // A row came in above: what a person decided for another complaint stands as it stood.
      expect([value('grade', row), value('gradeReason', row)], `request ${String(request)}`).toEqual(['重要', reason]);
      expect(value('grade', row + 1)).toBe('重大');
      expect(value('gradeReason', row + 1)).toContain('受伤');
    }
  });

  it('of a block, as a paste makes it, is answered once', async () => {
    const { opened, sheet, user, value, settle, told } = await stage();
    opened.host.userEdits(
      sheet,
      `${user('description', 0)}:${user('description', 3)}`,
      [0, 1, 2, 3].map(() => ['员工受伤']),
    );
    await settle();
    for (const row of [0, 1, 2, 3]) expect(value('gradeReason', row)).toContain('受伤');
    expect(told.changed).toEqual([4]);
  });

  it('many times in a moment is answered once', async () => {
    const { opened, sheet, user, settle, told } = await stage();
    for (const words of ['员', '员工', '员工受', '员工受伤'])
      opened.host.userEdits(sheet, user('description', 1), [[words]]);
    await settle();
    expect(told.changed).toEqual([1]);
  });

  it('undone leaves the register as it was', async () => {
    const { opened, sheet, at, user, settle } = await stage();
    const before = valueOf(await readSheets());
    const words = opened.host.values(sheet, user('description', 2));
    opened.host.userEdits(sheet, user('description', 2), [['员工受伤']]);
    opened.host.userEdits(sheet, at('grade', 3), [['重大']]);
    await settle();
    opened.host.userEdits(sheet, user('description', 2), words);
    opened.host.userEdits(sheet, at('grade', 3), [['重要']]);
    await settle();
    expect(valueOf(await readSheets())).toEqual(before);
  });

  it('that fills numbers down is taken back', async () => {
    const { opened, sheet, at, value, settle } = await stage();
    const numbers = [0, 1, 2].map((row) => value('number', row));
    opened.host.userEdits(sheet, `${at('number', 1)}:${at('number', 2)}`, [[numbers[0]], [numbers[0]]]);
    await settle();
    expect([0, 1, 2].map((row) => value('number', row))).toEqual(numbers);
  });

  it('of a grade stays, and moves the deadlines', async () => {
    const { opened, sheet, at, value, settle } = await stage();
    opened.host.userEdits(sheet, at('grade', 0), [['重大']]);
    await settle();
    expect(value('grade', 0)).toBe('重大');
    expect(value('gradeReason', 0)).toBe('人工确定');
    expect(value('findings', 0)).toContain('人工定为');
  });

  it('of a co-author is left to their own pane', async () => {
    const { opened, sheet, user, value, settle } = await stage();
    opened.host.remoteEdits(sheet, user('description', 0), [['员工受伤']]);
    await settle();
    expect(value('grade', 0)).toBe('重要');
  });

  it('beside the table asks for nothing', async () => {
    const { opened, sheet, settle, told } = await stage();
    opened.host.userEdits(sheet, 'CC3', [['x']]);
    opened.host.userEdits(sheet, 'A60', [['x']]);
    await settle();
    expect(told).toEqual({ changed: [], trouble: [] });
  });
});

describe('rows', () => {
  it('typed below get a number, a category, deadlines and formulas', async () => {
    const { opened, sheet, first, at, value, user, settle } = await stage();
    opened.host.userEdits(sheet, user('description', 12), [['车辆晚到，要求赔偿']]);
    opened.host.userEdits(sheet, user('receivedAt', 12), [['2026-03-05']]);
    await settle();
    expect(value('number', 12)).toMatch(/^20260305-\d{3}$/);
    expect(value('status', 12)).toBe('已受理');
    expect(String(value('deadlineState:closing', 12))).not.toBe('');
    expect(at('number', 12)).toContain(String(first + 12));
  });

  it('inserted and deleted in the middle break nothing', async () => {
    const { opened, sheet, first, value, settle, told } = await stage();
    const numbers = Array.from({ length: 12 }, (_, row) => value('number', row));
    const model = opened.host.sheet(sheet);
    const row = (index: number) => ({ row: first - 1 + index, rows: 1, column: 0, columns: 16_384 });
    opened.host.actAs({ kind: 'user' }, () => insertCells(model, row(3), 'Down', []));
    await settle();
    expect(value('number', 3)).toBe('');
    expect(value('number', 4)).toBe(numbers[3]);
    opened.host.actAs({ kind: 'user' }, () => deleteCells(model, row(3), 'Up', []));
    opened.host.actAs({ kind: 'user' }, () => deleteCells(model, row(0), 'Up', []));
    await settle();
    expect(Array.from({ length: 11 }, (_, at) => value('number', at))).toEqual(numbers.slice(1));
    expect(told.trouble).toEqual([]);
  });

  it('that were imported are read before the next edit is answered', async () => {
    const { opened, sheet, memory, user, value, settle } = await stage();
    valueOf(await importHandoff({ envelope: envelope(complaint(1)), rejected: [] }, memory, AS_OF));
    await settle();
    opened.host.userEdits(sheet, user('description', 12), [['员工受伤']]);
    await settle();
    // The clerk's grade stays; what the rules say of the new words is noted.
    expect(value('proposed', 12)).toContain('重大');
  });
});

describe('columns', () => {
  it('inserted and deleted among the user’s own are followed', async () => {
    const { opened, sheet, first, settle, told } = await stage();
    const model = opened.host.sheet(sheet);
    const column = { row: first - 2, rows: 13, column: 2, columns: 1 };
    opened.host.actAs({ kind: 'user' }, () => insertCells(model, column, 'Right', []));
    await settle();
    expect((await standing()).memory.columns.map(({ role }) => role)).toContain('grade');
    opened.host.actAs({ kind: 'user' }, () => deleteCells(model, column, 'Left', []));
    await settle();
    expect(told.trouble).toEqual([]);
    expect(told.changed.every((rows) => rows === 0)).toBe(true);
  });

  it('with another name are the same columns', async () => {
    const { opened, sheet, first, at, user, value, settle } = await stage();
    const header = at('grade', -1);
    expect(header).toContain(String(first - 1));
    opened.host.userEdits(sheet, header, [['严重程度']]);
    await settle();
    expect((await standing()).memory.columns.map(({ header: name }) => name)).toContain('严重程度');
    opened.host.userEdits(sheet, user('description', 0), [['员工受伤']]);
    await settle();
    expect(value('grade', 0)).not.toBe('一般');
  });
});

describe('a register that is gone', () => {
  it.each([
    ['table', ({ opened, memory }: Stage) => opened.host.userDeletesTable(memory.tableName)],
    ['sheet', ({ opened, sheet }: Stage) => opened.host.userDeletesSheet(sheet)],
  ] as const)('with its %s is told once, and nothing is written any more', async (_, remove) => {
    const all = await stage();
    remove(all);
    await all.settle();
    expect(all.told.trouble).toEqual(['registerGone']);
    const before = all.opened.host.requests.length;
    await all.settle();
    expect(all.opened.host.requests.length).toBe(before);
    expect(all.opened.host.bugs).toEqual([]);
  });
});
