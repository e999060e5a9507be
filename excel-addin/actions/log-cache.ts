import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import { EMPTY_LOG, type EventLog } from '../../core/register/log/event-log.ts';
import { readEventLog } from '../workbook/event-log.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';
import { watchLog } from '../workbook/watch-log.ts';

export type EventsOf = (number: string) => readonly ComplaintEvent[];

/** The event log for everything that evaluates rows. */
export interface LogCache {
  /** What the log says of complaints. `isFresh`: read now; else it is only read again when it may have changed. */
  events: (isFresh: boolean) => Promise<Outcome<EventsOf, WorkbookTrouble>>;
}

/** Keeps the event log between edits, so that an edit of a row costs no round trip for it. */
export function logCache(): LogCache {
  let log: EventLog = EMPTY_LOG;
  let isOld = true;
  let watched: { table: string | null; stop: () => Promise<void> } | null = null;

  const watch = async (table: string | null) => {
    if (watched !== null && watched.table === table) return;
    const before = watched;
    const watching = await watchLog(table, () => {
      isOld = true;
    });
    // Without the news the log is read each time.
    watched = watching.ok ? { table, stop: watching.value } : null;
    // A handler of a table that is gone has nothing to be taken from.
    if (before !== null) await Promise.allSettled([before.stop()]);
  };

  return {
    events: async (isFresh) => {
      if (isFresh || isOld || watched === null) {
        const read = await readEventLog();
        if (!read.ok) return read;
        log = read.value.log;
        isOld = false;
        await watch(read.value.place?.table ?? null);
      }
      return done(log.eventsOf);
    },
  };
}
