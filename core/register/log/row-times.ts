import { STAMPS, type ComplaintEvent, type EventKind } from '../../complaint/complaint-event.ts';
import type { TimeField } from '../../complaint/field.ts';
import { isDay, type DayOrMoment } from '../../complaint/moment.ts';
import { replayEvents } from '../../complaint/replay-events.ts';
import { dayAt, toEpoch } from '../../working-time/zoned-time.ts';
import { isDateFormat } from '../read-time-cell.ts';
import { sheetRow, type OpenRegister } from '../refresh/open-register.ts';
import type { CellChange } from '../refresh/plan-refresh.ts';
import { TIME_FORMAT } from '../register-columns.ts';
import type { RegisterColumn } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';
import { writeTimeLike } from '../write-time-like.ts';
import type { LogFrame } from './log-entry.ts';

/** A time of a step that is written into its column of the row. */
export interface TimeChange extends CellChange {
  /** The column is the user's own; what stood there is worth keeping. */
  isUsers: boolean;
  before: CellValue;
}

const MINUTE = 60_000;

/**
 * The cells of a row that carry the times of steps, as the log says them: for every step that has a column. Only cells that
 * are empty or hold a time of the log are touched; a time that a person wrote stays, whatever the log says. What was done is
 * emptied when it has to be done again (reopened, not satisfied): the log keeps it. The same row changes no second time.
 */
export function rowTimes(
  register: OpenRegister,
  index: number,
  events: readonly ComplaintEvent[],
  frame: LogFrame & { asOf: DayOrMoment },
): TimeChange[] {
  const { cells, columns, reader } = register;
  const { zone, date1904 } = frame;
  const { times } = replayEvents(events, frame.pack, zone);
  const { values } = reader.read(sheetRow(cells, index), frame.asOf);
  return FIELDS_STAMPED.flatMap((field): TimeChange[] => {
    const said = timesOf(field, events);
    const wanted = times[field] ?? null;
    const stands = values[field] ?? null;
    if (said.length === 0) return [];
    const places = columns.flatMap((column, at) => (carries(column, field) ? [{ column, at }] : []));
    const current = (at: number): CellValue => cells.values[index]?.[at] ?? '';
    const isEmpty = places.every(({ at }) => current(at) === '');
    if (!isEmpty && !(stands !== null && said.some((time) => isSame(time, stands, zone)))) return [];
    if (wanted !== null && stands !== null && isSame(wanted, stands, zone)) return [];
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

const FIELDS_STAMPED = Object.values(STAMPS) as readonly TimeField[];

/** Every time at which the log ever put this step, also where it was corrected since. */
function timesOf(field: TimeField, events: readonly ComplaintEvent[]): DayOrMoment[] {
  const kinds = Object.keys(STAMPS).filter((kind) => STAMPS[kind as keyof typeof STAMPS] === field) as EventKind[];
  const of = events.filter(({ kind }) => kinds.includes(kind));
  const ids = new Set(of.map(({ id }) => id));
  const moved = events.flatMap((event) =>
    event.kind === 'corrected' && ids.has(event.corrects) && event.to !== null ? [event.to] : [],
  );
  return [...of.map(({ occurredAt }) => occurredAt), ...moved];
}

/** To the minute; a day and a moment of that day are the same, as a column of days keeps no more. */
function isSame(first: DayOrMoment, second: DayOrMoment, zone: string): boolean {
  if (!isDay(first) && !isDay(second))
    return Math.floor(toEpoch(first) / MINUTE) === Math.floor(toEpoch(second) / MINUTE);
  const day = (at: DayOrMoment) => (isDay(at) ? at : dayAt(toEpoch(at), zone));
  return day(first) === day(second);
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
