import type { Field } from '../complaint/field.ts';
import type { DayOrMoment } from '../complaint/moment.ts';

/** How a ledger is read: the IANA zone of its clocks, and the moment. */
export interface RowsContext {
  zone: string;
  asOf: DayOrMoment;
  /** Words that the workbook keeps in a list for a field; see `listedWords`. */
  lists?: ReadonlyMap<Field, ReadonlySet<string>>;
}
