import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import { importHandoff, previewHandoff } from '../../excel-addin/actions/import-handoff.ts';
import { readComplaintBook } from '../../excel-addin/actions/read-complaint.ts';
import { recordEvents } from '../../excel-addin/actions/record-events.ts';
import { refreshRegister } from '../../excel-addin/actions/refresh-register.ts';
import { readRegisterSettings, saveRegisterSettings } from '../../excel-addin/actions/register-settings.ts';
import { changeMemory, readMemory } from '../../excel-addin/workbook/register-memory.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { liveOn } from './living-on-host.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

/** The day on which the complaints that are imported were received. */
const SERIES = '20261122';
const TEAM = { laws: [], numberPattern: null, words: [], headers: [{ header: '备考', fields: [] }] };

/** A pane that read the register's memory, before another one changed its hours, its team and the marks of its numbers. */
async function panes() {
  const opened = openWorkbook(cleanLedger(8));
  valueOf(await build());
  const { memory, sheet } = await standing();
  const company = memory.company && { ...memory.company, calendar: null };
  const settle = async () => {
    const raise = (now: RegisterMemory) => ({ ...now.numbersGiven, [SERIES]: 9 });
    valueOf(await changeMemory(memory, (now) => ({ ...now, company, team: TEAM, numbersGiven: raise(now) })));
  };
  const remembered = async () => valueOf(await readMemory()).register;
  const table = opened.host.workbook.tableNamed(memory.tableName);
  if (table === undefined) throw new Error('no table');
  const { area } = table;
  const place = (role: RegisterColumn['role'], row: number) =>
    columnLetters(area.column + memory.columns.findIndex((column) => column.role === role)) +
    String(area.row + 2 + row);
  /** A number that a person typed raises a mark: whoever brings its row in line has something of their own to remember. */
  const type = () => opened.host.userEdits(sheet, place('number', 0), [['20990101-007']]);
  const isKept = async (given: Record<string, number>) => {
    const now = await remembered();
    expect(now).toMatchObject({ company, team: TEAM });
    expect(now?.numbersGiven).toMatchObject({ [SERIES]: 9, ...given });
  };
  return { opened, memory, sheet, company, settle, remembered, place, type, isKept };
}

describe('what another pane settled meanwhile is kept', () => {
  it('by a refresh, which works everything out by it', async () => {
    const { memory, company, settle, type, isKept } = await panes();
    await settle();
    type();
    const made = valueOf(await refreshRegister(memory, { asOf: AS_OF }));
    expect(made.rowsChanged).toBe(8);
    expect(made.memory).toMatchObject({ company, team: TEAM });
    await isKept({ '20990101': 7 });
  });

  it('by a refresh during which it was settled, which begins again', async () => {
    const { opened, memory, settle, type, isKept } = await panes();
    type();
    let settling = Promise.resolve();
    opened.host.faults.afterRequest(3, () => {
      settling = settle();
    });
    const running = refreshRegister(memory, { asOf: AS_OF });
    await settling;
    const made = valueOf(await running);
    await settling;
    await isKept({ '20990101': 7 });
    expect(made.memory.team).toEqual(TEAM);
    expect(valueOf(await refreshRegister(memory, { asOf: AS_OF })).cellsChanged).toBe(0);
  });

  it('by the answer to an edit, in two round trips once it is known', async () => {
    const { opened, sheet, settle, place, type, isKept } = await panes();
    const living = await liveOn(opened);
    valueOf((await living.register.refresh()) ?? { ok: false, code: 'none', detail: {} });
    await settle();
    type();
    await living.settle();
    expect(living.told.trouble).toEqual([]);
    await isKept({ '20990101': 7 });
    const before = opened.host.requests.length;
    opened.host.userEdits(sheet, place('number', 1), [['20990101-008']]);
    await living.settle();
    // Each round trip is followed by the client's own, which lets go of its ranges.
    expect(opened.host.requests.length - before).toBe(4);
    await isKept({ '20990101': 8 });
  });

  it('by an import, which gives numbers by it', async () => {
    const { memory, settle, isKept } = await panes();
    await settle();
    const { reading } = valueOf(await previewHandoff(envelope(complaint(1)), memory));
    valueOf(await importHandoff(reading, memory, AS_OF));
    await isKept({ [SERIES]: 10 });
    const { register } = valueOf(await readComplaintBook(memory, AS_OF));
    const at = register.columns.findIndex(({ role }) => role === 'number');
    expect(register.cells.values.at(-1)?.[at]).toBe(`${SERIES}-010`);
  });

  it('by an event that is recorded', async () => {
    const { memory, settle, place, opened, sheet, type, isKept } = await panes();
    type();
    const number = String(opened.host.values(sheet, place('number', 3))[0]?.[0]);
    await settle();
    const event: ComplaintEvent = {
      ...{ id: 'event-1', kind: 'closed', occurredAt: AS_OF, recordedAt: AS_OF, by: '王芳', note: '客户书面认可' },
    };
    valueOf(await recordEvents({ memory, number, events: [event], asOf: AS_OF }));
    await isKept({ '20990101': 7 });
  });

  it('by other settings, which are laid over it', async () => {
    const { memory, settle, remembered, company } = await panes();
    await settle();
    const saved = valueOf(
      await saveRegisterSettings(memory, ({ team, company: now }) => ({
        company: now,
        team: { ...team, laws: ['law-cn-banking'] },
      })),
    );
    const now = await remembered();
    expect(now).toMatchObject({ company, team: { ...TEAM, laws: ['law-cn-banking'] }, numbersGiven: { [SERIES]: 9 } });
    expect(saved).toEqual(now);
    // The pane that saved knows it; one that did not is told that there is something new.
    expect(valueOf(await readRegisterSettings(saved)).isChanged).toBe(false);
    expect(valueOf(await readRegisterSettings(memory))).toMatchObject({ isChanged: true, settings: { company } });
  });

  it('and a register of another ledger is not forgotten for the one of before', async () => {
    const { memory, type, remembered } = await panes();
    const other = { ...memory, tableName: 'Other' };
    valueOf(await changeMemory(other, () => other));
    type();
    valueOf(await refreshRegister(memory, { asOf: AS_OF }));
    expect(await remembered()).toEqual(other);
  });
});
