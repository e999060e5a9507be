import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import type { RegisterColumn } from '../../core/register/register-plan.ts';
import { applyRegister, resumeRegister } from '../../excel-addin/actions/apply-register.ts';
import { lookForRegister } from '../../excel-addin/actions/look-around.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { changeMemory, readMemory } from '../../excel-addin/workbook/register-memory.ts';
import { brokenUpLedger, cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, preview, resume, standing, valueOf, WORDS, ZONE } from './register-on-host.ts';

const quiet = { words: WORDS, onProgress: () => undefined };
const LEDGERS = { 'in place': () => cleanLedger(), 'on a new sheet': brokenUpLedger };

/** A run that broke off when its values stood already, before its table was laid. */
async function brokenOff(ledger: () => Uint8Array) {
  const opened = openWorkbook(ledger());
  const { host } = opened;
  const shown = await preview();
  let isWritten = false;
  const first = await applyRegister(shown, {
    words: WORDS,
    onProgress: (stage) => {
      if (stage !== 'table' || isWritten) return;
      isWritten = true;
      host.faults.abortRequest(1);
    },
  });
  expect(first.ok).toBe(false);
  const { pending } = valueOf(await lookForRegister(ZONE));
  if (pending === null) throw new Error('nothing is pending');
  const { table, columns, placement } = pending.plan;
  const letters = (role: RegisterColumn['role']) =>
    columnLetters(table.area.column + columns.findIndex((column) => column.role === role));
  const place = (role: RegisterColumn['role'], row: number) => letters(role) + String(table.area.row + 2 + row);
  const value = (role: RegisterColumn['role'], row: number) => host.values(placement.sheet, place(role, row))[0]?.[0];
  return { ...opened, pending, sheet: placement.sheet, place, value, letters };
}

describe.each(Object.entries(LEDGERS))('a run that broke off %s', (_, ledger) => {
  it('keeps what people decided meanwhile, and proposes all else', async () => {
    openWorkbook(ledger());
    valueOf(await build());
    const expected = valueOf(await readSheets());
    const { host, sheet, place, value } = await brokenOff(ledger);
    const [category, status] = [value('category', 0), value('status', 1)];
    host.userEdits(sheet, place('category', 0), [['人员服务']]);
    host.userEdits(sheet, place('status', 1), [['处理中']]);
    host.userEdits(sheet, place('department', 1), [['']]);
    host.userEdits(sheet, place('gradeReason', 0), [['x']]);
    valueOf(await resume());
    expect(value('category', 0)).toBe('人员服务');
    expect(value('status', 1)).toBe('处理中');
    // But for these two cells it is the register that a run without a break makes.
    host.userEdits(sheet, place('category', 0), [[category]]);
    host.userEdits(sheet, place('status', 1), [[status]]);
    expect(valueOf(await readSheets()).map(({ name, values }) => [name, values])).toEqual(
      expected.map(({ name, values }) => [name, values]),
    );
    expect(host.bugs).toEqual([]);
  });

  it('counts with the decision from the next refresh on', async () => {
    const { host, sheet, place, value } = await brokenOff(ledger);
    const other = value('grade', 0) === '重大' ? '一般' : '重大';
    host.userEdits(sheet, place('grade', 0), [[other]]);
    valueOf(await resume());
    valueOf(await refreshRegister((await standing()).memory, { asOf: AS_OF }));
    expect(value('grade', 0)).toBe(other);
    expect(value('gradeReason', 0)).toBe('人工确定');
  });

  it('goes on with a table that was laid and got no name', async () => {
    openWorkbook(ledger());
    valueOf(await build());
    const pictured = async () =>
      valueOf(await readSheets()).map(({ name, values, tables }) => [name, values, tables.length]);
    const expected = await pictured();
    for (let action = 1; ; action++) {
      const { host } = openWorkbook(ledger());
      const stages: string[] = [];
      const onProgress = (stage: string) => {
        stages.push(stage);
        if (stage === 'table') host.faults.failAction(action, 'GeneralException');
      };
      const made = await applyRegister(await preview(), { words: WORDS, onProgress });
      if (stages.includes('colours')) break;
      expect(made.ok).toBe(false);
      valueOf(await resume());
      expect(await pictured(), `action ${String(action)}`).toEqual(expected);
    }
  });

  it('is not built once more when a co-author has completed it', async () => {
    const { pending } = await brokenOff(ledger);
    valueOf(await resume());
    const { memory } = await standing();
    valueOf(await changeMemory(memory, (now) => ({ ...now, company: null })));
    const before = valueOf(await readSheets());
    expect(await resumeRegister(pending, quiet)).toMatchObject({ ok: false, code: 'changedMeanwhile' });
    expect(valueOf(await readSheets())).toEqual(before);
    expect(valueOf(await readMemory())).toMatchObject({ register: { company: null }, pending: null });
  });
});

describe('a run that broke off in place', () => {
  it.each([
    ['among the ledger’s own', 'C'],
    ['among those that were added', 'category'],
    ['at the left', 'A'],
  ] as const)('is not completed when a column was inserted %s', async (_, at) => {
    const { host, Excel, sheet, letters } = await brokenOff(LEDGERS['in place']);
    const column = at === 'category' ? letters(at) : at;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(`${column}:${column}`).insert('Right');
      await context.sync();
    });
    const before = valueOf(await readSheets());
    expect(await resume()).toMatchObject({ ok: false, code: 'changedMeanwhile' });
    expect(valueOf(await readSheets())).toEqual(before);
    expect(valueOf(await readMemory()).pending).not.toBeNull();
    // Once the change is undone it goes on.
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).getRange(`${column}:${column}`).delete('Left');
      await context.sync();
    });
    valueOf(await resume());
    expect(host.bugs).toEqual([]);
  });

  it('goes on with rows that came or went meanwhile', async () => {
    const { host, sheet, pending } = await brokenOff(LEDGERS['in place']);
    const { area } = pending.plan.table;
    const below = area.row + 1 + area.rowCount;
    host.userEdits(sheet, `A${below}:D${below}`, [[99, '2026-10-01', '新客户', '粉煤灰结块']]);
    expect(valueOf(await resume()).rows).toBe(area.rowCount);
  });
});
