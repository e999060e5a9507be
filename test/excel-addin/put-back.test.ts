import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import type { PutBack } from '../../core/register/refresh/put-back.ts';
import type { RegisterColumn } from '../../core/register/register-plan.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { liveOn } from './living-on-host.ts';
import { build, openWorkbook, standing, valueOf } from './register-on-host.ts';

async function stage() {
  const opened = openWorkbook(cleanLedger());
  valueOf(await build());
  const { memory, sheet } = await standing();
  const told: PutBack[][] = [];
  const onChanged = ({ putBack }: { putBack: PutBack[] }) => {
    if (putBack.length > 0) told.push(putBack);
  };
  const living = await liveOn(opened, { onChanged });
  valueOf((await living.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
  const area = opened.host.workbook.tableNamed(memory.tableName)?.area;
  if (area === undefined) throw new Error('no table');
  const at = (role: RegisterColumn['role'], row: number) =>
    columnLetters(area.column + memory.columns.findIndex((column) => column.role === role)) +
    String(area.row + 2 + row);
  const value = (cell: string) => opened.host.values(sheet, cell)[0]?.[0];
  const [deadline] = memory.columns.flatMap(({ role }) => (role.startsWith('deadlineState:') ? [role] : []));
  if (deadline === undefined) throw new Error('no deadline');
  return { ...living, ...{ told, sheet, at, value, deadline, opened }, host: opened.host };
}

describe('what is typed into cells that the register keeps up', () => {
  it('is told with the cell and what was typed, once', async () => {
    const { host, sheet, at, value, deadline, settle, told, register } = await stage();
    const reason = value(at('gradeReason', 1));
    host.userEdits(sheet, at(deadline, 0), [['已经回复']]);
    await settle();
    host.userEdits(sheet, at('gradeReason', 1), [['我说的']]);
    await settle();
    expect(told).toEqual([
      [{ kind: 'formula', cell: at(deadline, 0), typed: '已经回复', given: '' }],
      [{ kind: 'value', cell: at('gradeReason', 1), typed: '我说的', given: '' }],
    ]);
    expect(value(at('gradeReason', 1))).toBe(reason);
    valueOf((await register.refresh()) ?? { ok: false, code: 'none', detail: {} });
    expect(told).toHaveLength(2);
  });

  it('is told together for a block', async () => {
    const { host, sheet, at, value, deadline, settle, told } = await stage();
    const numbers = [0, 1, 2].map((row) => value(at('number', row)));
    host.userEdits(sheet, `${at('number', 1)}:${at('number', 2)}`, [[numbers[0]], [numbers[0]]]);
    host.userEdits(sheet, `${at(deadline, 1)}:${at(deadline, 2)}`, [['好'], ['好']]);
    await settle();
    expect(told.map((each) => each.map(({ kind }) => kind).sort())).toEqual([
      ['formula', 'formula', 'number', 'number'],
    ]);
    expect(told[0]).toContainEqual({
      kind: 'number',
      cell: at('number', 1),
      typed: String(numbers[0]),
      given: String(numbers[1]),
    });
  });

  it('while no pane was open is told by the next look', async () => {
    const { opened, host, sheet, at, value, deadline, told, register } = await stage();
    const [first, second] = [value(at('number', 0)), value(at('number', 1))];
    await register.leave();
    host.userEdits(sheet, at(deadline, 0), [['已经回复']]);
    host.userEdits(sheet, at('number', 1), [[first]]);
    const seen: PutBack[] = [];
    const next = await liveOn(opened, { onChanged: ({ putBack }) => seen.push(...putBack) });
    valueOf((await next.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
    expect(told).toEqual([]);
    expect(seen).toEqual([
      { kind: 'formula', cell: at(deadline, 0), typed: '已经回复', given: '' },
      { kind: 'number', cell: at('number', 1), typed: String(first), given: String(second) },
    ]);
  });

  it.each([[false], [true]])(
    'in a column of deadlines is told as a time (the cell was empty: %s)',
    async (wasEmpty) => {
      const { host, sheet, at, value, settle, told } = await stage();
      // Without a receipt there is no deadline.
      if (wasEmpty) host.userEdits(sheet, at('user:1', 0), [['']]);
      await settle();
      const cell = at('deadline:closing', 0);
      const before = value(cell);
      expect(before === '').toBe(wasEmpty);
      host.userEdits(sheet, cell, [[46_351.375]]);
      await settle();
      expect(value(cell)).toBe(before);
      expect(told).toEqual([[{ kind: 'value', cell, typed: '2026-11-25 09:00', given: '' }]]);
    },
  );

  it('is not told of what only follows from another cell, nor of a decision', async () => {
    const { host, sheet, at, settle, told } = await stage();
    host.userEdits(sheet, at('grade', 0), [['重大']]);
    await settle();
    expect(told).toEqual([]);
  });
});
