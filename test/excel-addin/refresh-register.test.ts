import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import type { RegisterColumn } from '../../core/register/register-plan.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { changeMemory } from '../../excel-addin/workbook/register-memory.ts';
import { insertCells } from '../excel-host/model/shift-cells.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { liveOn } from './living-on-host.ts';
import { AS_OF, build, openWorkbook, reopening, standing, valueOf } from './register-on-host.ts';

const openBuilt = reopening(async () => {
  const opened = openWorkbook(cleanLedger());
  valueOf(await build());
  return opened;
});

/** A register of which several of our columns were overwritten or emptied, and what it must be again. */
async function spoilt() {
  const opened = await openBuilt();
  const { memory, sheet } = await standing();
  const sound = valueOf(await readSheets());
  const table = opened.host.workbook.tableNamed(memory.tableName);
  if (!table) throw new Error('no table');
  const first = table.area.row + 2;
  const column = (role: RegisterColumn['role']) =>
    columnLetters(table.area.column + memory.columns.findIndex((candidate) => candidate.role === role));
  const spoil = () => {
    const edit = (role: RegisterColumn['role'], from: number, values: string[]) => {
      const place = `${column(role)}${first + from}:${column(role)}${first + from + values.length - 1}`;
      opened.host.userEdits(
        sheet,
        place,
        values.map((value) => [value]),
      );
    };
    edit('number', 2, ['', '', '']);
    edit('gradeReason', 0, ['x', 'x', 'x']);
    edit('deadlineState:closing', 4, ['已办结', '']);
    edit('basis', 1, ['', 'x']);
    edit('nextStep', 8, ['']);
    edit('status', 5, ['']);
  };
  const refresh = () => refreshRegister(memory, { asOf: AS_OF });
  return { opened, memory, sheet, sound, spoil, refresh, column, first };
}

describe('a refresh', () => {
  it('mends what was overwritten or emptied of ours, and nothing else', async () => {
    const { opened, sound, spoil, refresh } = await spoilt();
    spoil();
    expect(valueOf(await refresh()).rowsChanged).toBeGreaterThan(5);
    expect(valueOf(await readSheets())).toEqual(sound);
    expect(valueOf(await refresh())).toMatchObject({ rowsChanged: 0, cellsChanged: 0 });
    expect(opened.host.warnings.size).toBe(0);
    expect(opened.host.bugs).toEqual([]);
  });

  it('broken off at whichever action is completed by the next one', async () => {
    const { opened, sound, spoil, refresh } = await spoilt();
    spoil();
    const before = opened.host.requests.length;
    valueOf(await refresh());
    const actions = opened.host.requests.slice(before).reduce((sum, request) => sum + request.actions, 0);
    expect(actions).toBeGreaterThan(50);
    let broken = 0;
    for (let action = 1; action <= actions; action++) {
      spoil();
      opened.host.faults.failAction(action, 'GeneralException');
      if (!(await refresh()).ok) broken++;
      valueOf(await refresh());
      expect(valueOf(await readSheets()), `action ${action}`).toEqual(sound);
    }
    expect(broken).toBeGreaterThan(actions / 2);
  }, 300_000);

  it('begins again when rows were moved between reading and writing', async () => {
    const { opened, memory, spoil, refresh, sheet, column, first } = await spoilt();
    spoil();
    const numbers = () => opened.host.values(sheet, `${column('number')}${first}:${column('number')}${first + 11}`);
    // After the last answer of the reading a co-author gives a row another number.
    opened.host.faults.afterRequest(3, () => {
      opened.host.remoteEdits(sheet, `${column('number')}${first}`, [['KS-77']]);
    });
    valueOf(await refresh());
    expect(numbers()[0]?.[0]).toBe('KS-77');
    expect(new Set(numbers().map(([number]) => number)).size).toBe(12);
    expect(memory.tableName).not.toBe('');
  });

  it('writes no row of another complaint when a row is put between before any of its requests', async () => {
    const clean = await spoilt();
    clean.spoil();
    const start = clean.opened.host.requests.length;
    valueOf(await clean.refresh());
    const requests = clean.opened.host.requests.length - start;
    expect(requests).toBeGreaterThan(5);
    for (let request = 1; request < requests; request++) {
      // Above all of them, and between rows that have lost their numbers.
      for (const at of [0, 3]) {
        const { opened, memory, spoil, refresh, sheet, sound, first } = await spoilt();
        const numberAt = memory.columns.findIndex(({ role }) => role === 'number');
        const rows = (values: unknown[][]) => values.slice(first - 1).filter(([named]) => named !== '');
        const ofOthers = (values: unknown[][]) => rows(values).map((row) => row.toSpliced(numberAt, 1));
        const valuesIn = (sheets: typeof sound) => sheets.find(({ name }) => name === sheet)?.values ?? [];
        spoil();
        opened.host.faults.afterRequest(request, () => {
          const place = { row: first - 1 + at, column: 0, rows: 1, columns: 16_384 };
          opened.host.actAs({ kind: 'remote' }, () => insertCells(opened.host.sheet(sheet), place, 'Down', []));
        });
        valueOf(await refresh());
        const now = valuesIn(valueOf(await readSheets()));
        expect(ofOthers(now), `request ${request}, row ${at}`).toEqual(ofOthers(valuesIn(sound)));
        expect(new Set(rows(now).map((row) => row[numberAt])).size).toBe(12);
      }
    }
  }, 60_000);

  it('on a protected sheet says so and changes nothing', async () => {
    const { opened, sheet, spoil, refresh } = await spoilt();
    spoil();
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).protection.protect();
      await context.sync();
    });
    const before = valueOf(await readSheets());
    expect(await refresh()).toMatchObject({ ok: false, code: 'sheetProtected' });
    expect(valueOf(await readSheets())).toEqual(before);
  });

  it('under a filter writes each cell where it belongs, and leaves the filter', async () => {
    const { opened, memory, sound, spoil, refresh } = await spoilt();
    spoil();
    await opened.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(memory.tableName);
      const customer = memory.columns.find(({ fields }) => fields.includes('customerName'))?.header ?? '';
      table.columns.getItem(customer).filter.applyValuesFilter(['江苏宏盛建材有限公司']);
      await context.sync();
    });
    valueOf(await refresh());
    const now = valueOf(await readSheets());
    expect(now.map(({ name, values }) => [name, values])).toEqual(sound.map(({ name, values }) => [name, values]));
    const isFiltered = await opened.Excel.run(async (context) => {
      const filter = context.workbook.tables.getItem(memory.tableName).autoFilter.load('isDataFiltered');
      await context.sync();
      return filter.isDataFiltered;
    });
    expect(isFiltered).toBe(true);
  });

  it('that is cancelled leaves the rest to the next one', async () => {
    const { memory, sound, spoil, refresh } = await spoilt();
    spoil();
    const cancel = new AbortController();
    const made = await refreshRegister(memory, {
      asOf: AS_OF,
      signal: cancel.signal,
      onProgress: (stage) => {
        if (stage === 'writing') cancel.abort();
      },
    });
    expect(made.ok || made.code === 'cancelled').toBe(true);
    valueOf(await refresh());
    expect(valueOf(await readSheets())).toEqual(sound);
  });

  it('after other hours moves the deadlines of all open rows', async () => {
    const { memory, refresh } = await spoilt();
    valueOf(await refresh());
    const company = memory.company && { ...memory.company, calendar: null };
    valueOf(await changeMemory(memory, (now) => ({ ...now, company })));
    const made = valueOf(await refresh());
    expect(made.rowsChanged).toBeGreaterThan(10);
    expect(made.memory.company).toEqual(company);
  });
});

it('an own write of which the host does not tell whose it was ends by itself', async () => {
  const { opened, spoil, column, first } = await spoilt();
  const living = await liveOn(opened);
  valueOf((await living.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
  spoil();
  await living.settle();
  living.told.changed.length = 0;
  living.register.touched(`${column('gradeReason')}${first}:${column('basis')}${first + 8}`);
  await living.settle();
  expect(living.told).toEqual({ changed: [0], trouble: [] });
});
