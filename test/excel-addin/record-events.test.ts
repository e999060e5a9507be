import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import { checkLog } from '../../core/register/log/check-log.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { sheetRow } from '../../core/register/refresh/open-register.ts';
import { writeTimeSerial } from '../../core/register/write-time-serial.ts';
import { allSteps } from '../../core/steps.ts';
import { readComplaintBook, type ComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { readStatistics } from '../../excel-addin/actions/read-statistics.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { complaintFile } from '../../excel-addin/complaint-file.ts';
import { readChangeJournal } from '../../excel-addin/workbook/change-journal.ts';
import { changeMemory } from '../../excel-addin/workbook/register-memory.ts';
import { insertCells } from '../excel-host/model/shift-cells.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, reopening, standing, valueOf } from './register-on-host.ts';

const BY = '王芳';
const NOW = AS_OF;

function happened<Kind extends ComplaintEvent['kind']>(
  kind: Kind,
  rest: Omit<Extract<ComplaintEvent, { kind: Kind }>, 'kind' | 'id' | 'occurredAt' | 'recordedAt' | 'by'> & {
    id?: string;
    occurredAt?: string;
  },
): ComplaintEvent {
  return { id: `test-${kind}`, occurredAt: NOW, recordedAt: NOW, by: BY, ...rest, kind } as ComplaintEvent;
}

const openBuilt = reopening(async () => {
  const opened = openWorkbook(cleanLedger());
  valueOf(await build());
  return opened;
});

/** The register of a plain ledger, and the number of one of its open complaints. */
async function register(): Promise<{ memory: RegisterMemory; number: string; opened: OpenedHost }> {
  const opened = await openBuilt();
  const { memory } = await standing();
  const { register: open } = await book(memory);
  const at = (role: string) => open.columns.findIndex((column) => column.role === role);
  const closed = open.columns.findIndex(({ fields }) => fields.includes('closedAt'));
  const row = open.cells.values.find((cells) => cells[closed] === '') ?? open.cells.values[0] ?? [];
  return { memory, number: String(row[at('number')]), opened };
}

async function book(memory: RegisterMemory): Promise<ComplaintBook> {
  return valueOf(await readComplaintBook(memory, NOW));
}

/** A cell of the complaint's row by the role of its column. */
function cellOf({ register: { cells, columns } }: ComplaintBook, number: string, role: string): unknown {
  const numbers = columns.findIndex((column) => column.role === 'number');
  const row = cells.values.find((values) => values[numbers] === number);
  const at = columns.findIndex((column) => column.role === role || column.fields.join() === role);
  return row?.[at];
}

const findings = ({ log, tail }: ComplaintBook) => allSteps(checkLog(log, tail));
const record = (memory: RegisterMemory, number: string, ...events: ComplaintEvent[]) =>
  recordEvents({ memory, number, events, asOf: NOW });

/** All that the register and its log say, for comparing runs; hashes of chains differ with nothing else. */
const contents = ({ register: { cells }, log }: ComplaintBook) => ({ rows: cells.values, log: log.rows });

describe('an action on a complaint', () => {
  it('writes the log and the row, and the log can be read by people', async () => {
    const { memory, number, opened } = await register();
    valueOf(await record(memory, number, happened('closed', { note: '客户书面认可' })));
    const after = await book(memory);
    expect(after.log.eventsOf(number)).toHaveLength(1);
    expect(after.place?.sheet).toBe('事件记录');
    expect(after.log.rows[0]?.text).toMatchObject({ number, what: '结案', by: BY, details: '客户书面认可' });
    expect(cellOf(after, number, 'status')).toBe('已结案');
    expect(cellOf(after, number, 'closedAt')).not.toBe('');
    expect(findings(after)).toEqual([]);
    expect(opened.host.bugs).toEqual([]);
  });

  it('closes, reopens with the time before kept in the log, and regrades', async () => {
    const { memory, number } = await register();
    valueOf(await record(memory, number, happened('closed', {})));
    valueOf(await record(memory, number, happened('reopened', { way: 'continue', reason: '客户又来电' })));
    const open = await book(memory);
    expect(cellOf(open, number, 'closedAt')).toBe('');
    expect(cellOf(open, number, 'status')).not.toBe('已结案');
    valueOf(await record(memory, number, happened('regraded', { from: 'general', to: 'major', reason: '已停工' })));
    const graver = await book(memory);
    expect(cellOf(graver, number, 'grade')).toBe('重大');
    expect(cellOf(graver, number, 'gradeReason')).toContain('已停工');
    expect(graver.log.eventsOf(number).map(({ kind }) => kind)).toEqual(['closed', 'reopened', 'regraded']);
  });

  it('keeps the receipt of the row in a new round, whose deadlines count from the reopening', async () => {
    const { memory, number } = await register();
    const before = await book(memory);
    const numbers = before.register.columns.findIndex(({ role }) => role === 'number');
    const monthOf = async () =>
      valueOf(await readStatistics(memory, { asOf: NOW })).facts.find((facts) => facts.number === number)?.dimensions
        .month;
    const month = await monthOf();
    const index = before.register.cells.values.findIndex((cells) => cells[numbers] === number);
    const { values } = before.register.reader.read(sheetRow(before.register.cells, index), NOW);
    const receipt = happened('received', { id: 'receipt', occurredAt: String(values.receivedAt) });
    valueOf(await record(memory, number, receipt, happened('closed', { occurredAt: '2026-11-20T09:00:00+08:00' })));
    const again = { occurredAt: '2026-11-21T09:00:00+08:00', way: 'newCycle', reason: '又坏了' } as const;
    valueOf(await record(memory, number, happened('reopened', again)));
    const after = await book(memory);
    expect(cellOf(after, number, 'receivedAt')).toBe(cellOf(before, number, 'receivedAt'));
    const due = (of: ComplaintBook) => Number(cellOf(of, number, 'deadline:closing'));
    expect(due(before)).toBeLessThan(writeTimeSerial(again.occurredAt, memory.zone));
    expect(due(after)).toBeGreaterThan(writeTimeSerial(again.occurredAt, memory.zone));
    expect(await monthOf()).toBe(month);
  });

  it('counts no time of before a reopening that somebody types after it, and leaves it to be put right', async () => {
    const { memory, number, opened } = await register();
    valueOf(await record(memory, number, happened('closed', { occurredAt: '2026-11-20T09:00:00+08:00' })));
    const again = { occurredAt: '2026-11-21T09:00:00+08:00', way: 'newCycle', reason: '客户又来电' } as const;
    valueOf(await record(memory, number, happened('reopened', again)));
    const { register: open } = await book(memory);
    const { area, sheet, values } = open.cells;
    const at = open.columns.findIndex(({ fields }) => fields.includes('closedAt'));
    const row = values.findIndex((cells) => cells.includes(number));
    const typed = 46_345.5;
    opened.host.userEdits(sheet, `${columnLetters(area.column + at)}${String(area.row + 2 + row)}`, [[typed]]);
    const { log } = await book(memory);
    valueOf(await refreshRegister(memory, { asOf: NOW, eventsOf: log.eventsOf }));
    const told = await book(memory);
    expect(String(cellOf(told, number, 'deadlineState:closing'))).toMatch(/^进行中/);
    expect(
      valueOf(complaintFile(told, number, NOW)).deadlines.find(({ milestone }) => milestone === 'closing'),
    ).toMatchObject({
      state: 'running',
    });
    expect(String(cellOf(told, number, 'findings'))).toContain('属于上一轮');
    // Another step leaves it; closing again writes over it.
    valueOf(await record(memory, number, happened('acknowledged', {})));
    expect(cellOf(await book(memory), number, 'closedAt')).toBe(typed);
    valueOf(await record(memory, number, happened('closed', { id: 'closed-again' })));
    const closed = await book(memory);
    expect(cellOf(closed, number, 'closedAt')).not.toBe(typed);
    expect(String(cellOf(closed, number, 'findings'))).not.toContain('属于上一轮');
  });

  it('makes the deadlines stand still while it is paused, and go on after', async () => {
    const { memory, number } = await register();
    if (memory.company === null) throw new Error('no hours');
    const company = { ...memory.company, answers: { pauseReasons: [PAUSE] } };
    const paused = valueOf(await changeMemory(memory, (now) => ({ ...now, company })));
    const since = '2026-09-11T09:00:00+08:00';
    valueOf(await record(paused, number, happened('paused', { reason: PAUSE.id, occurredAt: since })));
    expect(String(cellOf(await book(paused), number, 'basis'))).toContain('【办结】已暂停');
    valueOf(await record(paused, number, happened('resumed', {})));
    expect(String(cellOf(await book(paused), number, 'basis'))).not.toContain('已暂停');
  });

  it('stays with its complaint when the number was typed over: it is put back', async () => {
    const { memory, number, opened } = await register();
    valueOf(await record(memory, number, happened('acknowledged', {})));
    const { register: open } = await book(memory);
    const at = open.columns.findIndex(({ role }) => role === 'number');
    const row = open.cells.area.row + 2 + open.cells.values.findIndex((values) => values[at] === number);
    const place = columnLetters(open.cells.area.column + at) + String(row);
    opened.host.userEdits(open.cells.sheet, place, [['TS-9']]);
    valueOf(await record(memory, 'TS-9', happened('closed', {})));
    const after = await book(memory);
    expect(after.log.eventsOf(number).map(({ kind }) => kind)).toEqual(['acknowledged', 'closed']);
    expect(after.log.eventsOf('TS-9')).toEqual([]);
    expect(cellOf(after, number, 'status')).toBe('已结案');
  });

  it('keeps in the journal what stood in a cell of the user’s', async () => {
    const { memory, number, opened } = await register();
    valueOf(await record(memory, number, happened('closed', {})));
    const entries = await opened.Excel.run(async (context) => (await readChangeJournal(context)).entries);
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'edit', complaint: number, header: '完成日期', before: '', why: '结案' }),
    );
  });

  it('is kept when the file is closed and opened again; what people change then is told', async () => {
    const { memory, number, opened } = await register();
    valueOf(await record(memory, number, happened('acknowledged', { note: '=电话告知' }), happened('closed', {})));
    const again = openWorkbook(opened.host.save());
    const kept = await book(memory);
    expect(kept.log.eventsOf(number).map(({ note }) => note)).toEqual(['=电话告知', undefined]);
    expect(findings(kept)).toEqual([]);
    await again.Excel.run(async (context) => {
      const by = context.workbook.tables.getItem(kept.place?.table ?? '').columns.getItem('记录人');
      by.getDataBodyRange().getCell(0, 0).values = [['别人']];
      await context.sync();
    });
    expect(findings(await book(memory))).toMatchObject([{ code: 'entryChanged', row: 0 }]);
  });

  it('goes below a total row of the log, which stands there again after', async () => {
    const { memory, number, opened } = await register();
    valueOf(await record(memory, number, happened('acknowledged', {})));
    const table = (await book(memory)).place?.table ?? '';
    await opened.Excel.run(async (context) => {
      context.workbook.tables.getItem(table).showTotals = true;
      await context.sync();
    });
    valueOf(await record(memory, number, happened('closed', {})));
    const after = await book(memory);
    expect(after.log.eventsOf(number)).toHaveLength(2);
    expect(findings(after)).toEqual([]);
    await opened.Excel.run(async (context) => {
      const log = context.workbook.tables.getItem(table).load('showTotals');
      await context.sync();
      expect(log.showTotals).toBe(true);
    });
  });

  it('goes into the log that was written to last when somebody has copied its sheet', async () => {
    const { memory, number, opened } = await register();
    valueOf(await record(memory, number, happened('acknowledged', {})));
    const { sheet = '' } = (await book(memory)).place ?? {};
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet).copy('End');
      await context.sync();
    });
    valueOf(await record(memory, number, happened('closed', {})));
    const { place } = await book(memory);
    // Whichever stands first in the workbook.
    for (const position of [0, opened.host.workbook.sheets.length - 1]) {
      await opened.Excel.run(async (context) => {
        context.workbook.worksheets.getItem(place?.sheet ?? '').position = position;
        await context.sync();
      });
      expect((await book(memory)).place?.table).toBe(place?.table);
    }
    const after = await book(memory);
    expect(after.log.eventsOf(number).map(({ kind }) => kind)).toEqual(['acknowledged', 'closed']);
  });

  it('leaves nothing to the refresh, and no refresh takes it back', async () => {
    const { memory, number } = await register();
    for (const event of [
      happened('acknowledged', {}),
      happened('assigned', { department: '质量部', person: '赵磊' }),
      happened('regraded', { from: 'general', to: 'major', reason: '已停工' }),
      happened('closed', {}),
    ])
      valueOf(await record(memory, number, event));
    const { log } = await book(memory);
    const again = valueOf(await refreshRegister(memory, { asOf: NOW, eventsOf: log.eventsOf }));
    expect(again.cellsChanged).toBe(0);
    const after = await book(memory);
    expect(cellOf(after, number, 'grade')).toBe('重大');
    expect(cellOf(after, number, 'department')).toBe('质量部');
    expect(cellOf(after, number, 'status')).toBe('已结案');
  });

  it('leaves a time that a person wrote, and every cell of every other row', async () => {
    const { memory, number, opened } = await register();
    const before = await book(memory);
    const numbers = before.register.columns.findIndex(({ role }) => role === 'number');
    const closed = before.register.cells.values.find(
      (row) =>
        row[numbers] !== number &&
        row[before.register.columns.findIndex(({ fields }) => fields.includes('closedAt'))] !== '',
    );
    const other = String(closed?.[numbers]);
    const stood = cellOf(before, other, 'closedAt');
    valueOf(await record(memory, other, happened('closed', {})));
    const after = await book(memory);
    expect(cellOf(after, other, 'closedAt')).toEqual(stood);
    const rest = ({ register: { cells } }: ComplaintBook) => cells.values.filter((row) => row[numbers] !== other);
    expect(rest(after)).toEqual(rest(before));
    expect(opened.host.bugs).toEqual([]);
  });

  it('says plainly that the row is gone, or that its number stands twice', async () => {
    const { memory, number, opened } = await register();
    const { register: open } = await book(memory);
    const at = open.columns.findIndex(({ role }) => role === 'number');
    expect(await record(memory, 'nowhere', happened('closed', {}))).toMatchObject({ ok: false, code: 'rowGone' });
    await opened.Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(memory.tableName).getDataBodyRange();
      body.getCell(0, at).values = [[number]];
      body.getCell(1, at).values = [[number]];
      await context.sync();
    });
    const twice = await record(memory, number, happened('closed', {}));
    expect(twice).toMatchObject({ ok: false, code: 'numberDoubled' });
    expect((await book(memory)).place).toBeNull();
  });

  it('writes nothing into a protected sheet, and waits while a cell is edited', async () => {
    const { memory, number, opened } = await register();
    opened.host.faults.editMode = true;
    const waiting = record(memory, number, happened('closed', {}));
    setTimeout(() => opened.host.faults.endEditMode(), 20);
    valueOf(await waiting);
    await opened.Excel.run(async (context) => {
      context.workbook.tables.getItem(memory.tableName).worksheet.protection.protect();
      await context.sync();
    });
    const refused = await record(memory, number, happened('archived', {}));
    expect(refused).toMatchObject({ ok: false, code: 'sheetProtected' });
    expect((await book(memory)).log.rows).toHaveLength(1);
  });

  it('works on the row also when the table was filtered and sorted', async () => {
    const { memory, number, opened } = await register();
    await opened.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(memory.tableName);
      table.sort.apply([{ key: 2, ascending: false }]);
      table.columns.getItemAt(2).filter.applyValuesFilter(['没有这一家']);
      await context.sync();
    });
    valueOf(await record(memory, number, happened('closed', {})));
    expect(cellOf(await book(memory), number, 'status')).toBe('已结案');
  });
});

const PAUSE = {
  id: 'sample',
  label: { 'zh-CN': '等客户寄样', 'zh-TW': '等客戶寄樣', en: 'Waiting for a sample' },
  capDays: null,
  noteNeeded: false,
  stops: ['closing'],
};

describe('an action that breaks off', () => {
  const events = [happened('acknowledged', {}), happened('closed', {})];

  it('at whichever request leaves nothing lost and nothing doubled: the same action completes it', async () => {
    const clean = await register();
    const before = clean.opened.host.requests.length;
    valueOf(await record(clean.memory, clean.number, ...events));
    const requests = clean.opened.host.requests.length - before;
    const wanted = contents(await book(clean.memory));
    for (let request = 1; request <= requests; request++) {
      const { memory, number, opened } = await register();
      opened.host.faults.abortRequest(request);
      await record(memory, number, ...events);
      valueOf(await record(memory, number, ...events));
      const after = await book(memory);
      expect(contents(after), `request ${request}`).toEqual(wanted);
      expect(findings(after)).toEqual([]);
    }
  }, 120_000);

  it('also when only the row and what is new in the log is read again', async () => {
    const clean = await register();
    valueOf(await record(clean.memory, clean.number, happened('received', {})));
    const known = await book(clean.memory);
    const before = clean.opened.host.requests.length;
    const request = { memory: clean.memory, number: clean.number, events, asOf: NOW, known };
    valueOf(await recordEvents(request));
    const requests = clean.opened.host.requests.length - before;
    const wanted = contents(await book(clean.memory));
    for (let broken = 1; broken <= requests; broken += 2) {
      const { memory, number, opened } = await register();
      valueOf(await record(memory, number, happened('received', {})));
      const shown = await book(memory);
      opened.host.faults.abortRequest(broken);
      await recordEvents({ memory, number, events, asOf: NOW, known: shown });
      valueOf(await recordEvents({ memory, number, events, asOf: NOW, known: shown }));
      expect(contents(await book(memory)), `request ${broken}`).toEqual(wanted);
    }
    expect(requests).toBeLessThan(26);
  }, 120_000);

  it('in the middle of a request likewise', async () => {
    const clean = await register();
    const before = clean.opened.host.requests.length;
    valueOf(await record(clean.memory, clean.number, ...events));
    const actions = clean.opened.host.requests.slice(before).reduce((sum, request) => sum + request.actions, 0);
    const wanted = contents(await book(clean.memory));
    const steps = 24;
    for (let step = 1; step <= steps; step++) {
      const { memory, number, opened } = await register();
      opened.host.faults.failAction(Math.max(1, Math.round((step * actions) / (steps + 1))), 'GeneralException');
      await record(memory, number, ...events);
      valueOf(await record(memory, number, ...events));
      const after = await book(memory);
      expect(contents(after), `step ${step}`).toEqual(wanted);
      expect(findings(after)).toEqual([]);
    }
  }, 120_000);

  it('is completed by the refresh once the log has it', async () => {
    const { memory, number, opened } = await register();
    const clean = opened.host.requests.length;
    valueOf(await record(memory, number, happened('acknowledged', {})));
    const requests = opened.host.requests.length - clean;
    const again = await register();
    again.opened.host.faults.abortRequest(requests - 1);
    await record(again.memory, again.number, happened('closed', {}));
    const { log } = await book(again.memory);
    if (log.rows.length === 0) return;
    valueOf(await refreshRegister(again.memory, { asOf: NOW, eventsOf: log.eventsOf }));
    expect(cellOf(await book(again.memory), again.number, 'status')).toBe('已结案');
  });

  it('goes through when another pane writes between any two of its round trips', async () => {
    const clean = await register();
    const before = clean.opened.host.requests.length;
    valueOf(await record(clean.memory, clean.number, happened('acknowledged', { id: 'first' })));
    const requests = clean.opened.host.requests.length - before;
    for (let request = 1; request < requests; request++) {
      const { memory, number, opened } = await register();
      valueOf(await record(memory, number, happened('received', { id: 'zero' })));
      const others: Promise<unknown>[] = [];
      opened.host.faults.afterRequest(request, () => {
        others.push(record(memory, number, happened('assigned', { id: 'other', person: '赵磊' })));
      });
      valueOf(await record(memory, number, happened('acknowledged', { id: 'first' })));
      for (const other of others) valueOf((await other) as Awaited<ReturnType<typeof record>>);
      const after = await book(memory);
      const ids = after.log.eventsOf(number).map(({ id }) => id);
      expect(ids.toSorted(), `after request ${request}`).toEqual(['first', 'other', 'zero']);
      expect(findings(after)).toEqual([]);
    }
  }, 120_000);

  it('writes the row of its complaint and no other when a row is put in between any two of its round trips', async () => {
    const clean = await register();
    const before = clean.opened.host.requests.length;
    valueOf(await record(clean.memory, clean.number, ...events));
    const requests = clean.opened.host.requests.length - before;
    const rows = ({ register: { cells } }: ComplaintBook) => cells.values.filter(([named]) => named !== '');
    const wanted = rows(await book(clean.memory));
    for (let request = 1; request < requests; request++) {
      const { memory, number, opened } = await register();
      const { area, sheet } = (await book(memory)).register.cells;
      opened.host.faults.afterRequest(request, () => {
        const place = { row: area.row + 1, column: 0, rows: 1, columns: 16_384 };
        opened.host.actAs({ kind: 'remote' }, () => insertCells(opened.host.sheet(sheet), place, 'Down', []));
      });
      valueOf(await record(memory, number, ...events));
      const after = await book(memory);
      expect(rows(after), `after request ${request}`).toEqual(wanted);
      const { entries } = await opened.Excel.run(readChangeJournal);
      const closedAt = after.register.columns.findIndex(({ fields }) => fields.includes('closedAt'));
      const row = after.register.cells.values.findIndex((values) => values.includes(number));
      const edits = entries.filter(({ kind }) => kind === 'edit');
      const address = `${columnLetters(area.column + closedAt)}${area.row + 2 + row}`;
      expect(edits).toMatchObject([{ complaint: number, address }]);
    }
  }, 120_000);
});
