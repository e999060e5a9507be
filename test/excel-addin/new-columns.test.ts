import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import type { NewColumn } from '../../core/register/refresh/new-columns.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { insertCells } from '../excel-host/model/shift-cells.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { liveOn } from './living-on-host.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

async function stage() {
  const opened = openWorkbook(cleanLedger());
  valueOf(await build());
  const { memory, sheet } = await standing();
  const told: NewColumn[][] = [];
  const living = await liveOn(opened, {
    onChanged: ({ newColumns = [] }) => {
      if (newColumns.length > 0) told.push(newColumns);
    },
  });
  const refresh = async () => valueOf((await living.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
  await refresh();
  const table = opened.host.workbook.tableNamed(memory.tableName);
  if (table === undefined) throw new Error('no table');
  const type = (column: number, texts: string[]) => {
    const letter = columnLetters(table.area.column + column);
    const first = table.area.row + 1;
    opened.host.userEdits(
      sheet,
      `${letter}${String(first)}:${letter}${String(first + texts.length - 1)}`,
      texts.map((text) => [text]),
    );
  };
  const firstRow = async () => {
    const { memory: now } = await standing();
    const { register } = valueOf(await readComplaintBook(now, AS_OF));
    return register.reader.read(table.area.row + 1, AS_OF).values;
  };
  return { ...living, ...{ opened, memory, sheet, table, told, refresh, type, firstRow } };
}

describe('a column that people add to the register', () => {
  it('on its right is taken up by its heading, told once, and read', async () => {
    const { opened, type, settle, told, firstRow, memory, refresh } = await stage();
    type(memory.columns.length, ['满意度', '满意', '不满意']);
    // Excel itself lets the table grow over a heading that is typed beside it.
    await opened.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(memory.tableName);
      table.resize(table.getRange().getResizedRange(0, 1));
      await context.sync();
    });
    await settle();
    await refresh();
    expect(told).toEqual([[{ header: '满意度', fields: ['satisfaction'] }]]);
    expect((await firstRow()).satisfaction).toBe('满意');
    await refresh();
    expect(told).toHaveLength(1);
  });

  it('inside it is taken up too, and known again when it is renamed or the pane is opened anew', async () => {
    const { opened, sheet, table, type, settle, told, firstRow, refresh } = await stage();
    const at = { row: 0, column: table.area.column + 3, rows: 1_048_576, columns: 1 };
    insertCells(opened.host.sheet(sheet), at, 'Right', []);
    type(3, ['满意度', '满意', '不满意']);
    await settle();
    expect(told).toEqual([[{ header: '满意度', fields: ['satisfaction'] }]]);
    expect((await firstRow()).satisfaction).toBe('满意');
    type(3, ['客户打分']);
    await settle();
    expect((await firstRow()).satisfaction).toBe('满意');
    openWorkbook(opened.host.save());
    const { memory } = await standing();
    const { columns } = valueOf(await readComplaintBook(memory, AS_OF)).register;
    expect(columns.find(({ fields }) => fields.includes('satisfaction'))?.header).toBe('客户打分');
    expect((await refresh()).newColumns).toEqual([]);
  });

  it('that says nothing, or what another column holds, stays none of ours', async () => {
    const { opened, sheet, table, type, settle, told, firstRow } = await stage();
    const before = await firstRow();
    const at = { row: 0, column: table.area.column + 3, rows: 1_048_576, columns: 2 };
    insertCells(opened.host.sheet(sheet), at, 'Right', []);
    type(3, ['小王的记号', '甲']);
    type(4, ['客户名称（旧）', '别的公司']);
    await settle();
    expect(told).toEqual([]);
    expect(await firstRow()).toEqual(before);
  });
});
