import { openDaysBefore } from '../working-time/open-days-before.ts';
import { openDaysAfter } from '../working-time/open-windows.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import type { OpenDue, QueueRow } from './queue-row.ts';
import { isOpen } from './row-state.ts';

/** A deadline that is to be told of. `key` stays the same as long as the deadline does: what was told under it is not told again. */
export interface Telling {
  id: string;
  milestone: string;
  kind: 'soon' | 'overdue';
  due: number;
  key: string;
}

export interface AlarmPlan {
  /** To be told now, the earliest deadline first. */
  tell: Telling[];
  /** When to look again, in milliseconds since 1970; null: nothing more is coming. */
  nextAt: number | null;
  /** The keys of all that is open, told or not: others need not be remembered any more. */
  keys: string[];
}

export interface AlarmQuestion {
  rows: readonly QueueRow[];
  told: ReadonlySet<string>;
  /** When somebody is there to be told; null: not set, and any time will do. */
  calendar: WorkingCalendar | null;
  asOf: number;
}

/** Of a warning that would come in the night before the deadline, this much of the working time before is left. */
const LEAD = 30 * 60_000;

/**
 * What to tell of deadlines now, and when to look again. Each open deadline is told of twice: when it counts as due soon, and
 * when it has passed. Outside working hours only urgent ones are told; the others wait for the next opening, and a warning for
 * which that would be too late comes half an hour before the working time ends that lies before it. A deadline that has
 * passed is told as that alone.
 */
export function planAlarms({ rows, told, calendar, asOf }: AlarmQuestion): AlarmPlan {
  const tell: Telling[] = [];
  const keys: string[] = [];
  const later: number[] = [];
  const opening = calendar === null ? asOf : nextOpening(calendar, asOf);
  for (const row of rows) {
    if (!isOpen(row)) continue;
    const hours = row.isUrgent ? null : calendar;
    for (const due of row.dues) {
      for (const { kind, at } of momentsOf(due, hours)) {
        const telling = { id: row.id, milestone: due.milestone, kind, due: due.due, key: keyOf(row.id, due, kind) };
        keys.push(telling.key);
        if (told.has(telling.key) || (kind === 'soon' && asOf >= due.due)) continue;
        if (at > asOf) later.push(at);
        else if (hours === null || opening <= asOf) tell.push(telling);
        else later.push(opening);
      }
    }
  }
  tell.sort((one, other) => one.due - other.due || (one.id < other.id ? -1 : 1));
  return { tell, nextAt: later.length === 0 ? null : later.reduce((first, at) => Math.min(first, at)), keys };
}

const keyOf = (id: string, { milestone, due }: OpenDue, kind: Telling['kind']) => `${id}|${milestone}|${kind}|${due}`;

function momentsOf({ due, warn }: OpenDue, hours: WorkingCalendar | null): { kind: Telling['kind']; at: number }[] {
  const passed = { kind: 'overdue' as const, at: hours === null ? due : nextOpening(hours, due) };
  if (warn === null || warn >= due) return [passed];
  return [{ kind: 'soon', at: hours === null ? warn : warningTime(hours, warn, due) }, passed];
}

function warningTime(calendar: WorkingCalendar, warn: number, due: number): number {
  const opening = nextOpening(calendar, warn);
  if (opening < due) return opening;
  for (const { spans } of openDaysBefore(calendar, warn)) {
    const last = spans.at(-1);
    if (last !== undefined) return Math.max(last.from, last.to - LEAD);
  }
  return warn;
}

/** The first open moment from `at` on; `at` itself where the calendar never opens again. */
function nextOpening(calendar: WorkingCalendar, at: number): number {
  for (const { spans } of openDaysAfter(calendar, at)) {
    const [first] = spans;
    if (first !== undefined) return first.from;
  }
  return at;
}
