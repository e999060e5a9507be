import { beforeAll, describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { importHandoff, previewHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { deleteCells, insertCells } from '../excel-host/model/shift-cells.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

/** A workbook with a register of six complaints and a log of one entry, made once. */
let made: Uint8Array;
let memory: RegisterMemory;
let numbers: string[];

beforeAll(async () => {
  const { host } = openWorkbook(cleanLedger(6));
  valueOf(await build());
  ({ memory } = await standing());
  const { register } = valueOf(await readComplaintBook(memory, AS_OF));
  const at = register.columns.findIndex(({ role }) => role === 'number');
  numbers = register.cells.values.map((row) => String(row[at]));
  valueOf(await record(0));
  made = host.save();
});

const record = (row: number) => {
  const id = `event-${row}`;
  const event: ComplaintEvent = { id, kind: 'acknowledged', occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳' };
  return recordEvents({ memory, number: numbers[row] ?? '', events: [event], asOf: AS_OF });
};

/** The rows of the register or the log, the first of them from 0, and the number of the sheet's row below them. */
async function tableOf(name: string) {
  return Excel.run(async (context) => {
    const table = context.workbook.tables.getItem(name);
    const body = table.getDataBodyRange().load('values,rowIndex,rowCount');
    const sheet = table.worksheet.load('name');
    const used = table.worksheet.getUsedRange().load('values');
    await context.sync();
    const [rows, cells] = [body.values, used.values] as CellValue[][][];
    const top = body.rowIndex;
    return { rows: rows ?? [], cells: (cells ?? []).flat(), sheet: sheet.name, top, below: top + body.rowCount + 1 };
  });
}

type Place = Pick<Awaited<ReturnType<typeof tableOf>>, 'sheet' | 'top' | 'below'>;
type Doing = (host: OpenedHost['host'], place: Place) => void;

const line = (row: number) => ({ row, column: 0, rows: 1, columns: 16_384 });
const insertsAbove: Doing = (host, { sheet, top }) => insertCells(host.sheet(sheet), line(top), 'Down', []);
const deletesFirst: Doing = (host, { sheet, top }) => deleteCells(host.sheet(sheet), line(top), 'Up', []);
const TYPED: CellValue[] = [7, 46340, '同事刚写的', '', '', '粉煤灰', '', '同事刚登记的投诉'];
const typesBelow: Doing = (host, { sheet, below }) => {
  const isFree = (row: number) => host.values(sheet, `A${row}`)[0]?.[0] === '';
  const row = [0, 1, 2, 3].map((more) => below + more).find(isFree) ?? below;
  host.remoteEdits(sheet, `A${row}:H${row}`, [TYPED]);
};

/**
 * Works on a workbook of its own after each round trip in turn, from the `first` on, of which a co-author does something; tells
 * how it ended.
 */
async function interrupted<T>(table: string, first: number, doing: Doing, work: () => Promise<T>) {
  const ends = [];
  for (let request = first, last = first; request <= last; request++) {
    const { host } = openWorkbook(made);
    const before = await tableOf(table);
    const from = host.requests.length;
    host.faults.afterRequest(request, () => host.actAs({ kind: 'remote' }, () => doing(host, before)));
    const answer = await work();
    last = host.requests.length - from - 1;
    ends.push({ at: `after round trip ${request}`, before: before.rows, answer, ...(await tableOf(table)) });
  }
  return ends;
}

/** Round trips before these only read; the tests of broken runs go through them. */
const FIRST_OF_IMPORT = 12;
const FIRST_OF_RECORD = 8;

const isBlank = (row: CellValue[]) => row.slice(0, 9).every((value) => value === '');
/** A complaint by its customer and what it says. */
const idOf = (row: CellValue[]) => JSON.stringify([row[2], row[7]]);

describe('While an import runs, a co-author', () => {
  const incoming = [complaint(1), complaint(2)];
  it.each([
    { what: 'inserts a row above', doing: insertsAbove, gone: 0, blank: 1, typed: 0 },
    { what: 'deletes a row', doing: deletesFirst, gone: 1, blank: 0, typed: 0 },
    { what: 'types a complaint below', doing: typesBelow, gone: 0, blank: 0, typed: 1 },
  ])('$what: nothing is overwritten or doubled, no row is left empty', async ({ doing, gone, blank, typed }) => {
    const ends = await interrupted(memory.tableName, FIRST_OF_IMPORT, doing, async () => {
      const { reading } = valueOf(await previewHandoff(envelope(...incoming), memory));
      return importHandoff(reading, memory, AS_OF);
    });
    for (const { at, before, rows, cells, answer } of ends) {
      const kept = rows.map(idOf);
      expect(kept, at).toEqual(expect.arrayContaining(before.slice(gone).map(idOf)));
      expect(rows.filter(isBlank), at).toHaveLength(blank);
      expect(
        cells.filter((value) => value === TYPED[7]),
        at,
      ).toHaveLength(typed);
      const written = incoming.map(({ id }) => rows.filter((row) => row.includes(id)).length);
      // Rows that moved after they were written are read back elsewhere: that is told, and nothing is lost by it.
      if (!answer.ok) expect(answer.code, at).toBe('notReadBack');
      expect(written, at).toEqual([1, 1]);
    }
  });
});

describe('While an event is recorded, a co-author', () => {
  it.each([
    { what: 'inserts a row above', doing: insertsAbove, blank: 1, typed: 0 },
    { what: 'types below the log', doing: typesBelow, blank: 0, typed: 1 },
  ])('$what: no entry is overwritten or doubled', async ({ doing, blank, typed }) => {
    const ends = await interrupted('RedressLog', FIRST_OF_RECORD, doing, () => record(1));
    for (const { at, before, rows, cells, answer } of ends) {
      expect(answer, at).toMatchObject({ ok: true });
      expect(rows, at).toEqual(expect.arrayContaining(before));
      expect(rows.filter(isBlank), at).toHaveLength(blank);
      expect(
        rows.filter((row) => row.includes('event-1')),
        at,
      ).toHaveLength(1);
      expect(
        cells.filter((value) => value === TYPED[2]),
        at,
      ).toHaveLength(typed);
    }
  });
});
