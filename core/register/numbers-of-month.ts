import type { Moment } from '../complaint/moment.ts';
import type { Steps } from '../steps.ts';
import { saidTime } from './log/say-event.ts';
import { sheetRow, type OpenRegister } from './refresh/open-register.ts';
import { DayOrMoment } from '../complaint/moment.ts';

/** The numbers of the complaints received in a month (`YYYY-MM`, by the register's clocks), top to bottom. */
export function* numbersOfMonth(
  { cells, columns, reader, filled }: OpenRegister,
  month: string,
  { zone, asOf }: { zone: string; asOf: Moment },
): Steps<string[]> {
  const at = columns.findIndex(({ role }) => role === 'number');
  const numbers: string[] = [];
  let done = 0;
  for (const index of filled) {
    const number = String(cells.values[index]?.[at] ?? '').trim();
    const received = DayOrMoment.safeParse(reader.read(sheetRow(cells, index), asOf).values.receivedAt);
    if (number !== '' && received.success && saidTime(received.data, zone).startsWith(month)) numbers.push(number);
    yield { done: ++done, of: filled.size };
  }
  return numbers;
}
