import { describe, expect, it } from 'vitest';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { findRenamed } from '../../excel-addin/actions/find-register.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { changeMemory } from '../../excel-addin/workbook/register-memory.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

const TEAM = { laws: [], numberPattern: null, words: [], headers: [{ header: '备考', fields: [] }] };

async function renameTo(name: string, table: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.tables.getItem(table).name = name;
    await context.sync();
  });
}

describe('a register whose table was renamed', () => {
  it('keeps hours, team and the numbers given, and goes on under its new name', async () => {
    openWorkbook(cleanLedger(6));
    valueOf(await build());
    const first = await standing();
    const settled = valueOf(
      await changeMemory(first.memory, (now) => ({ ...now, team: TEAM, numbersGiven: { '20990101': 9 } })),
    );
    await renameTo('我的投诉台账', first.memory.tableName);
    const found = await standing();
    expect(found).toMatchObject({ sheet: first.sheet, restored: false });
    expect(found.memory).toEqual({ ...settled, tableName: '我的投诉台账' });
    expect(valueOf(await refreshRegister(found.memory, { asOf: AS_OF })).rowsChanged).toBe(0);
    expect((await standing()).memory.tableName).toBe('我的投诉台账');
  });

  it('is not taken for another table', async () => {
    openWorkbook(cleanLedger(2));
    valueOf(await build());
    const { memory } = await standing();
    const header = memory.columns.map((column) => column.header);
    const table = (name: string, columns: string[]) => ({ name, sheet: '表', header: columns });
    const named = (found: RegisterMemory | null) => found?.tableName ?? null;
    expect(named(findRenamed([table('A', ['客户', '投诉内容'])], memory))).toBeNull();
    expect(named(findRenamed([table('A', header.slice(0, -4)), table('B', header)], memory))).toBe('B');
    // A backup copy of the sheet stands before the one whose table was renamed.
    expect(named(findRenamed([table(`${memory.tableName}2`, header), table('我的', header)], memory))).toBe('我的');
    const atHome = { ...table('C', header), sheet: memory.originSheet };
    expect(named(findRenamed([table('B', header), atHome], memory))).toBe('C');
  });
});
