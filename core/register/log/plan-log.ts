import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import type { CellValue } from '../sheet-reading.ts';
import type { LogTail } from './check-log.ts';
import type { EventLog } from './event-log.ts';
import { logColumns } from './log-columns.ts';
import { asLine, entryCells, type LogFrame } from './log-entry.ts';

/** Rows to write directly below the log, in the present order of its columns. */
export interface LogPlan {
  rows: CellValue[][];
  /** The format of each cell; text is text. */
  formats: string[][];
  /** The ids that the rows carry, and those of the events asked for that the log had already. */
  added: string[];
  alreadyThere: string[];
  /** What to remember once the rows are there. */
  tail: LogTail | null;
}

/** The entries to append for the events of one complaint. An event is written once, however often it is asked for. */
export function planLog(log: EventLog, complaint: string, events: readonly ComplaintEvent[], frame: LogFrame): LogPlan {
  const formats = new Map(logColumns(frame.locale).map(({ role, numberFormat }) => [role, numberFormat]));
  const known = new Map([...log.eventsOf(complaint), ...events].map((event) => [event.id, event]));
  const plan: LogPlan = { rows: [], formats: [], added: [], alreadyThere: [], tail: null };
  let { no, before } = log.next;
  for (const event of events) {
    if (log.ids.has(asLine(event.id)) || plan.added.includes(event.id)) {
      plan.alreadyThere.push(event.id);
      continue;
    }
    const entry = entryCells({ no, complaint, event }, before, frame, known);
    plan.rows.push(log.columns.map((role) => (role === null ? '' : entry.cells[role])));
    plan.formats.push(
      log.columns.map((role) => (role === null ? 'General' : (entry.formats[role] ?? formats.get(role) ?? '@'))),
    );
    plan.added.push(event.id);
    before = entry.hash;
    plan.tail = { entries: no, hash: entry.hash };
    no += 1;
  }
  return plan;
}
