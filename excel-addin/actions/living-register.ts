import type { Moment } from '../../core/complaint/moment.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { OpenRegister } from '../../core/register/refresh/open-register.ts';
import { rulesOf } from '../../core/register/merge-memory.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { listenToRegister, type SheetEdit } from '../workbook/listen.ts';
import { followRegister } from '../workbook/register-place.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';
import { editedRows } from './edited-rows.ts';
import type { EventsOf } from './log-cache.ts';
import { refreshRegister, type RefreshOptions, type RefreshTrouble, type Refreshed } from './refresh-register.ts';
import { refreshRows } from './refresh-rows.ts';

/** Edits that come while somebody types are gathered for so long. */
const GATHERED_MS = 300;
const noEvents: EventsOf = () => [];

/** While other work goes on in the workbook, edits wait. */
const BUSY_MS = 1_000;

export interface LivingParts {
  now: () => Moment;
  /** Acts after some time; answers what calls it off. */
  after: (milliseconds: number, act: () => void) => () => void;
  /** What the event log says; `isFresh` when everything is worked out again, not after a single edit. */
  readEvents?: (isFresh: boolean) => Promise<Outcome<EventsOf, WorkbookTrouble>>;
  /** Other work goes on in the workbook: edits wait until it is over. */
  isBusy: () => boolean;
  /** The register has changed, by us or by a co-author: what is shown of it may be old. */
  onChanged: (change: Pick<Refreshed, 'rowsChanged' | 'findings' | 'putBack'> & Partial<Refreshed>) => void;
  onMemory: (memory: RegisterMemory) => void;
  onTrouble: (code: RefreshTrouble, detail: Record<string, string | number>) => void;
}

/** A register that follows its edits while the pane is open. */
export interface LivingRegister {
  /** Begins to follow the register of this memory; of another one nothing is followed any more. */
  follow: (memory: RegisterMemory) => Promise<Outcome<null, WorkbookTrouble | 'registerGone'>>;
  /** Brings everything in line, also what no event told. */
  refresh: (
    options?: Pick<RefreshOptions, 'onProgress' | 'signal'>,
  ) => Promise<Outcome<Refreshed, RefreshTrouble> | null>;
  /** Another part of the add-in has written into the register's sheet: its rows are brought in line as after an edit. */
  touched: (address: string) => void;
  leave: () => Promise<void>;
  /** Resolves when nothing waits and nothing is under way. */
  idle: () => Promise<void>;
}

/**
 * Follows the edits of a register: gathered for a moment, then the rows that they touched are brought in line. Our own writes
 * and those of co-authors, whose panes look after them, are not answered by writing; a host that does not tell whose write it
 * was finds nothing to change and so ends by itself. One piece of work at a time.
 */
export function livingRegister(parts: LivingParts): LivingRegister {
  const { now, after, isBusy, readEvents = () => Promise.resolve(done(noEvents)) } = parts;
  let memory: RegisterMemory | null = null;
  let open: OpenRegister | null = null;
  let edits: SheetEdit[] = [];
  let stop: (() => Promise<void>) | null = null;
  let callOff: (() => void) | null = null;
  let running: Promise<void> = Promise.resolve();
  let pending = 0;

  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    pending++;
    const result = running.then(work).finally(() => pending--);
    running = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };

  const later = (milliseconds: number) => {
    callOff?.();
    callOff = after(milliseconds, () => {
      callOff = null;
      if (isBusy()) later(BUSY_MS);
      else void queued(answerEdits);
    });
  };

  const hear = (edit: SheetEdit) => {
    if (edit.isOwn) {
      // What another part of the add-in inserted or appended is read again before the next edit is answered.
      if (edit.isStructural) open = null;
      return;
    }
    edits.push(edit);
    later(GATHERED_MS);
  };

  const answerEdits = async () => {
    const taken = edits;
    edits = [];
    if (memory === null || taken.length === 0) return;
    const rows = open === null ? 'all' : editedRows(taken, open.cells);
    const isOthersOnly = taken.every(({ isRemote }) => isRemote);
    if (rows === 'all' || open === null) {
      open = null;
      if (isOthersOnly) parts.onChanged({ rowsChanged: 0, findings: [], putBack: [] });
      else await whole({});
      return;
    }
    if (rows.own.length + rows.others.length === 0) return;
    const events = await readEvents(false);
    if (!events.ok) {
      trouble(events.code, events.detail);
      return;
    }
    const made = await refreshRows(memory, open, rows, { asOf: now(), eventsOf: events.value });
    if (!made.ok) {
      trouble(made.code, made.detail);
      return;
    }
    if (made.value === null) {
      open = null;
      await whole({});
      return;
    }
    open = made.value.open;
    keep(made.value.memory);
    parts.onChanged(made.value);
  };

  const whole = async (
    options: Pick<RefreshOptions, 'onProgress' | 'signal'>,
  ): Promise<Outcome<Refreshed, RefreshTrouble> | null> => {
    if (memory === null) return null;
    const events = await readEvents(true);
    if (!events.ok) {
      trouble(events.code, events.detail);
      return events;
    }
    const made = await refreshRegister(memory, { ...options, asOf: now(), eventsOf: events.value });
    if (!made.ok) {
      open = null;
      trouble(made.code, made.detail);
      return made;
    }
    open = made.value.open;
    keep(made.value.memory);
    const followed = await followRegister(open.cells.sheet);
    if (!followed.ok) trouble(followed.code, followed.detail);
    parts.onChanged(made.value);
    return made;
  };

  const keep = (next: RegisterMemory) => {
    if (next === memory) return;
    memory = next;
    parts.onMemory(next);
  };

  const trouble = (code: RefreshTrouble, detail: Record<string, string | number>) => {
    open = null;
    if (code === 'registerGone') memory = null;
    if (code !== 'cancelled') parts.onTrouble(code, detail);
  };

  const leave = async () => {
    callOff?.();
    callOff = null;
    [edits, open, memory] = [[], null, null];
    const stopping = stop;
    stop = null;
    // The sheet may be gone, and its handlers with it.
    if (stopping !== null) await Promise.allSettled([stopping()]);
  };

  return {
    follow: async (next) => {
      if (stop !== null && memory?.tableName === next.tableName) {
        // Other hours or answers: what was worked out by the old ones is looked at anew.
        if (rulesOf(next) !== rulesOf(memory)) open = null;
        memory = next;
        return done(null);
      }
      await leave();
      const heard = await listenToRegister(next.tableName, {
        onEdit: hear,
        onDeleted: () => hear({ address: '', isStructural: true, isRemote: false, isOwn: false }),
      });
      if (!heard.ok) return heard;
      stop = heard.value;
      memory = next;
      return done(null);
    },
    touched: (address) => {
      hear({ address, isStructural: false, isRemote: false, isOwn: false });
    },
    refresh: (options = {}) => queued(() => whole(options)),
    leave,
    idle: async () => {
      while (pending > 0) await running;
    },
  };
}
