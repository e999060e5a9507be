import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import type { TimeField } from '../../complaint/field.ts';
import { isDay, type DayOrMoment } from '../../complaint/moment.ts';
import { replayEvents } from '../../complaint/replay-events.ts';
import { isDateFormat } from '../read-time-cell.ts';
import { sheetRow, type OpenRegister } from '../refresh/open-register.ts';
import type { CellChange } from '../refresh/plan-refresh.ts';
import { TIME_FORMAT } from '../register-columns.ts';
import type { RegisterColumn } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';
import { writeTimeLike } from '../write-time-like.ts';
import type { LogFrame } from './log-entry.ts';
import { FIELDS_STAMPED, isSameTime, loggedTimes, pastTimes } from './typed-times.ts';

/** A time of a step that is written into its column of the row. */
export interface TimeChange extends CellChange {
  /** The column is the user's own; what stood there is worth keeping. */
  isUsers: boolean;
  before: CellValue;
}

/**
 * The cells of a row that carry the times of steps, as the log says them: for every step that has a column. Only cells that
 * are empty or hold a time of the log are touched; a time that a person wrote stays, whatever the log says. What was done is
 * emptied when it has to be done again (reopened, not satisfied), also what a person wrote before that: log and journal keep
 * it. The receipt stays that of the first arrival, by which ledgers count their months. What somebody types of before only
 * afterwards stays until the step is done again, and is told. `earlier` are the entries without those of this action. The
 * same row changes no second time.
 */
export function rowTimes(
  register: OpenRegister,
  index: number,
  { events, earlier }: Record<'events' | 'earlier', readonly ComplaintEvent[]>,
  frame: LogFrame & { asOf: DayOrMoment },
): TimeChange[] {
  const { cells, columns, reader } = register;
  const { zone, date1904 } = frame;
  const log = replayEvents(events, frame.pack, zone);
  const { values } = reader.read(sheetRow(cells, index), frame.asOf);
  const past = new Set(pastTimes(log, values, events, zone).map(({ field }) => field));
  const wasPast = new Set(
    pastTimes(replayEvents(earlier, frame.pack, zone), values, earlier, zone).map(({ field }) => field),
  );
  return FIELDS_STAMPED.flatMap((field): TimeChange[] => {
    const said = loggedTimes(field, events);
    // A new round counts from the reopening; the complaint came in when it first did.
    const { times } = field === 'receivedAt' ? (log.cycles[0] ?? log) : log;
    const wanted = times[field] ?? null;
    const stands = values[field] ?? null;
    if (said.length === 0) return [];
    const places = columns.flatMap((column, at) => (carries(column, field) ? [{ column, at }] : []));
    const current = (at: number): CellValue => cells.values[index]?.[at] ?? '';
    const isEmpty = places.every(({ at }) => current(at) === '');
    const isPast = past.has(field) && (wanted !== null || !wasPast.has(field));
    const isLogs = isPast || (stands !== null && said.some((time) => isSameTime(time, stands, zone)));
    if (!isEmpty && !isLogs) return [];
    if (wanted !== null && stands !== null && isSameTime(wanted, stands, zone)) return [];
    if (wanted === null && isEmpty) return [];
    return places.map(({ column, at }): TimeChange => {
      const samples = cells.values.map((row) => row[at] ?? '');
      const cell = wanted === null ? '' : writeTimeLike(wanted, { samples, part: column.part, zone, date1904 });
      return {
        ...{ row: index, column: at, header: column.header, cell, format: formatFor(cell, wanted, column) },
        isUsers: column.role.startsWith('user:'),
        before: current(at),
      };
    });
  });
}

function carries({ fields }: RegisterColumn, field: TimeField): boolean {
  return fields.length === 1 && fields[0] === field;
}

/** The column's own format, unless it would show a time as a number. */
function formatFor(cell: CellValue, at: DayOrMoment | null, { numberFormat, part }: RegisterColumn): string | null {
  if (typeof cell !== 'number' || at === null || cell > 200_000) return numberFormat === '@' ? '@' : null;
  if (numberFormat !== null && numberFormat !== '@' && isDateFormat(numberFormat)) {
    return isDay(at) && numberFormat === TIME_FORMAT ? 'yyyy-mm-dd' : numberFormat;
  }
  if (part === 'time') return 'hh:mm';
  return part === 'date' || isDay(at) ? 'yyyy-mm-dd' : TIME_FORMAT;
}
