import { describe, expect, it } from 'vitest';
import { columnLetters } from '../../core/register/cell-address.ts';
import type { LedgerColumn } from '../../core/register/ledger-reading.ts';
import type { NewColumn } from '../../core/register/refresh/new-columns.ts';
import { learnHeaders } from '../../core/register/settings/learned-headers.ts';
import { NO_TEAM, type LearnedHeader } from '../../core/register/settings/team-settings.ts';
import { applyRegister } from '../../excel-addin/actions/apply-register.ts';
import { importHandoff, previewHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { previewRegister } from '../../excel-addin/actions/preview-register.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { changeMemory } from '../../excel-addin/workbook/register-memory.ts';
import { insertCells } from '../excel-host/model/shift-cells.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger, workbookOf } from './ledger-fixture.ts';
import { liveOn } from './living-on-host.ts';
import { AS_OF, build, openWorkbook, preview, standing, valueOf, WORDS } from './register-on-host.ts';

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

  it('is taken up though complaints were imported before', async () => {
    const { opened, memory, sheet, table, type, refresh, firstRow } = await stage();
    const at = { row: 0, column: table.area.column + 3, rows: 1_048_576, columns: 1 };
    insertCells(opened.host.sheet(sheet), at, 'Right', []);
    type(3, ['满意度', '满意', '不满意']);
    const { reading } = valueOf(await previewHandoff(envelope(complaint(1)), memory));
    valueOf(await importHandoff(reading, memory, AS_OF));
    expect((await refresh()).newColumns).toEqual([{ header: '满意度', fields: ['satisfaction'] }]);
    expect((await firstRow()).satisfaction).toBe('满意');
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

describe('a ledger with one heading over two columns', () => {
  const time = (value: number) => ({ value, format: 'yyyy-mm-dd hh:mm' });
  const HEADER = ['序号', '日期', '客户名称', '产品名称', '投诉内容', '首次响应时间', '日期', '状态'];
  const ledger = () =>
    workbookOf([
      {
        name: '台账',
        rows: [
          HEADER,
          [1, time(46340.375), '金桥混凝土有限公司', '粉煤灰', '车辆晚到四小时', time(46340.5), time(46342.5), ''],
          [2, time(46341.375), '中交二航局第三项目部', '粉煤灰', '重量短少', time(46341.5), time(46343.5), ''],
        ],
      },
    ]);

  /** Builds with the second 日期 mapped by hand, and refreshes with what the team is known to have said. */
  async function refreshed(headers: (columns: LedgerColumn[]) => LearnedHeader[]) {
    openWorkbook(ledger());
    const shown = await preview();
    const columns = shown.choices.columns.map((column, at) =>
      at === 6 ? { ...column, fields: ['closedAt' as const], reason: 'user' as const } : column,
    );
    const choices = { ...shown.choices, columns };
    const again = { ...shown, choices, preview: valueOf(previewRegister(shown.sheets, choices)) };
    valueOf(await applyRegister(again, { words: WORDS, onProgress: () => undefined }));
    const { memory: built } = await standing();
    const memory = valueOf(
      await changeMemory(built, (now) => ({ ...now, team: { ...NO_TEAM, headers: headers(columns) } })),
    );
    const done = valueOf(await refreshRegister(memory, { asOf: AS_OF, eventsOf: () => [] }));
    const fieldsOf = ({ columns: all }: typeof memory) => all.map(({ header, fields }) => [header, ...fields]);
    return { before: fieldsOf(built), after: fieldsOf(done.memory), taken: done.newColumns };
  }

  it.each<[string, (columns: LedgerColumn[]) => LearnedHeader[]]>([
    ['what a hand corrected in it', (columns) => learnHeaders(columns, [])],
    ['what was said of another ledger', () => [{ header: '日期', fields: ['closedAt'] }]],
    ['that it is nothing of ours', () => [{ header: '日期', fields: [] }]],
    ['a field that another column holds', () => [{ header: '产品名称', fields: ['customerName'] }]],
  ])('keeps both as they were read, whatever the team said: %s', async (_, headers) => {
    const { before, after, taken } = await refreshed(headers);
    expect(before[1]).toEqual(['日期', 'receivedAt']);
    expect(before[6]).toEqual(['日期 2', 'closedAt']);
    expect(after).toEqual(before);
    expect(taken).toEqual([]);
  });

  it('takes what the team says of the second by its own name', async () => {
    const { after, taken } = await refreshed(() => [{ header: '日期2', fields: [] }]);
    expect(after[6]).toEqual(['日期 2']);
    expect(taken).toEqual([{ header: '日期 2', fields: [] }]);
  });
});
