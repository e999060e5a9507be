import type { Field } from '../complaint/field.ts';
import type { DayOrMoment } from '../complaint/moment.ts';

/** How a ledger is read: the IANA zone of its clocks, and the moment. */
export interface RowsContext {
  zone: string;
  asOf: DayOrMoment;
  /** Words that the workbook keeps in a list for a field; see `listedWords`. */
  lists?: ReadonlyMap<Field, ReadonlySet<string>>;
  /** What is noted of a row now about its dates that name no year; null: nothing. Absent: nothing is noted of any row. */
  notedYear?: (row: number) => NotedYear | null;
}

/** By which year a row's dates that name none were read, and what stood then in the cell that tells a row's year. */
export interface NotedYear {
  year: number;
  of: string;
}
