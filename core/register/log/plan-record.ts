import type { ComplaintEvent, EventKind } from '../../complaint/complaint-event.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';
import { allSteps } from '../../steps.ts';
import type { RegisterRules } from '../evaluate-row.ts';
import { numberKey } from '../number-complaints.ts';
import type { ChoiceRole } from '../proposal-note.ts';
import type { OpenRegister } from '../refresh/open-register.ts';
import { planRefresh, type CellChange } from '../refresh/plan-refresh.ts';
import { sameCell } from '../refresh/same-cell.ts';
import { statusReader } from '../read-status.ts';
import type { ColumnRole, PlannedCell, RegisterMemory } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';
import type { EventLog } from './event-log.ts';
import { planLog, type LogPlan } from './plan-log.ts';
import { ownStatus } from './own-status.ts';
import { rowTimes } from './row-times.ts';

/** Why nothing can be recorded of a complaint. Words: `pane.trouble.<code>`. */
export type RecordRefusal = 'numberColumnMissing' | 'rowGone' | 'numberDoubled';

export interface RecordRequest extends RegisterRules {
  memory: RegisterMemory;
  register: OpenRegister;
  log: EventLog;
  /** The complaint's number. */
  number: string;
  /** What has happened, in the order in which it is to stand in the log. */
  events: readonly ComplaintEvent[];
}

/** A cell of the row that changes; one of the user's own with what stood there. */
export interface RecordedCell extends CellChange {
  isUsers: boolean;
  /** What its column is for. */
  role: ColumnRole;
  before: CellValue;
}

/** One action: first the log, then the row. Whichever breaks off, the same request completes it, and nothing comes twice. */
export interface RecordPlan {
  /** Index of the row among the table's rows. */
  index: number;
  log: LogPlan;
  cells: RecordedCell[];
  memory: RegisterMemory | null;
}

/**
 * Plans one action on a complaint: the entries of the log, and what they change in its row – the times of steps that have a
 * column, the team's own column of the status when it is closed or reopened, and all that the register works out (grade,
 * status, department, deadlines, notes, next step). What the action itself decides (a regrade decides the grade, closing the
 * status …) goes before what a person had decided in the cell; a correction decides what the corrected entry did.
 */
export function planRecord(request: RecordRequest): Outcome<RecordPlan, RecordRefusal> {
  const { memory, register, log, number, events, pack, company, zone, asOf } = request;
  const row = findRow(register, number);
  if (!row.ok) return row;
  const index = row.value;
  const frame = { pack, locale: memory.locale, zone, date1904: memory.date1904 };
  const fresh = events.filter(({ id }) => !log.ids.has(id));
  const { cells, columns } = register;
  const refreshRow = (eventsOf: EventLog['eventsOf']) =>
    allSteps(planRefresh({ ...{ memory, register, pack, company, zone, asOf }, only: [index], eventsOf }));
  // A number that was typed over the one of the log is put back with this action, which belongs to that log.
  const numberAt = columns.findIndex(({ role }) => role === 'number');
  const putBack = refreshRow(log.eventsOf).changes.find(({ column }) => column === numberAt);
  const complaint = putBack === undefined ? number : String(valueOf(putBack.cell));
  const all = [...log.eventsOf(complaint), ...fresh];
  const before = cells.values[index] ?? [];
  const planned = new Map<number, RecordedCell>();
  const set = (change: CellChange, isUsers: boolean) => {
    const role = columns[change.column]?.role;
    if (role !== undefined)
      planned.set(change.column, { ...change, isUsers, role, before: before[change.column] ?? '' });
  };

  const meant = events.map((event) => correctedBy(event, all));
  for (const role of decidedBy(meant)) {
    const column = columns.findIndex((candidate) => candidate.role === role);
    const { header = '', numberFormat = null } = columns[column] ?? {};
    if (column >= 0) set({ row: index, column, header, cell: '', format: numberFormat }, false);
  }
  const asked = new Set(events.map(({ id }) => id));
  const history = { events: all, earlier: all.filter(({ id }) => !asked.has(id)) };
  for (const change of rowTimes(register, index, history, { ...frame, asOf })) set(change, change.isUsers);

  const refreshPlanned = () => {
    cells.values[index] = before.map((value, column) => valueOf(planned.get(column)?.cell ?? value));
    const plan = refreshRow((asked) => (numberKey(asked) === numberKey(complaint) ? all : log.eventsOf(asked)));
    cells.values[index] = before;
    return plan;
  };
  const byOldWord = refreshPlanned();
  const statusAt = columns.findIndex(({ role }) => role === 'status');
  const told = byOldWord.changes.find(({ column }) => column === statusAt)?.cell ?? planned.get(statusAt)?.cell;
  const status = statusReader(pack)(String(valueOf(told ?? before[statusAt] ?? '')));
  const own = ownStatus(register, index, meant, { ...frame, status });
  for (const change of own) set(change, true);
  // The row is worked out with the word that it is going to have, so that the next refresh finds nothing to change.
  const refreshed = own.length === 0 ? byOldWord : refreshPlanned();
  for (const change of refreshed.changes) set(change, false);
  return done({
    index,
    log: planLog(log, complaint, events, frame),
    cells: [...planned.values()].filter(
      ({ cell, before: stood }) => typeof cell === 'object' || !sameCell(cell, stood),
    ),
    memory: refreshed.memory,
  });
}

/** The row of a complaint by its number, wherever it stands now. */
export function findRow({ cells, columns }: OpenRegister, number: string): Outcome<number, RecordRefusal> {
  const column = columns.findIndex(({ role }) => role === 'number');
  if (column < 0) return refuse('numberColumnMissing');
  const rows = cells.values.flatMap((row, at) => (String(row[column] ?? '').trim() === number ? [at] : []));
  const [first, second] = rows;
  if (first === undefined) return refuse('rowGone', { number });
  if (second === undefined) return done(first);
  const place = (at: number) => cells.area.row + at + 2;
  return refuse('numberDoubled', { number, rows: rows.map(place).join(', ') });
}

const DECIDES: Partial<Record<EventKind, readonly ChoiceRole[]>> = {
  regraded: ['grade'],
  transferred: ['department'],
  assigned: ['department'],
  closed: ['status'],
  archived: ['status'],
  withdrawn: ['status'],
  reopened: ['status'],
};

/** The entry that a correction is about in the end; any other entry is about itself. */
function correctedBy(event: ComplaintEvent, all: readonly ComplaintEvent[]): ComplaintEvent {
  const seen = new Set<string>();
  let about = event;
  while (about.kind === 'corrected' && !seen.has(about.id)) {
    seen.add(about.id);
    const { corrects } = about;
    about = all.find(({ id }) => id === corrects) ?? about;
  }
  return about;
}

function decidedBy(events: readonly ComplaintEvent[]): Set<ChoiceRole> {
  return new Set(
    events.flatMap((event) => {
      if (event.kind === 'assigned' && event.department === undefined) return [];
      return DECIDES[event.kind] ?? [];
    }),
  );
}

function valueOf(cell: PlannedCell): CellValue {
  if (typeof cell === 'object') return '';
  return typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
}
