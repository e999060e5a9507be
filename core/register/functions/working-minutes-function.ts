import { isDay, type DayOrMoment, type Moment } from '../../complaint/moment.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';
import { workingMinutesBetween } from '../../working-time/working-minutes-between.ts';
import { momentAt } from '../read-time-cell.ts';
import type { Argument, FunctionBase, FunctionRefusal } from './function-rules.ts';
import { readFunctionTime } from './function-time.ts';

/**
 * `REDRESS.WORKINGMINUTES(from, to)`: whole minutes of the company's working time between two moments, rounded down,
 * negative when `to` lies before `from`. A day without a time means its midnight. `noHours` while the workbook has no
 * confirmed working hours.
 */
export function workingMinutesFunction(
  [from, to]: readonly Argument[],
  base: FunctionBase,
): Outcome<number, FunctionRefusal> {
  const start = readFunctionTime(from, base);
  if (!start.ok) return start;
  const end = readFunctionTime(to, base);
  if (!end.ok) return end;
  const calendar = base.company?.calendar ?? null;
  if (calendar === null) return refuse('noHours');
  const minutes = workingMinutesBetween(calendar, moment(start.value, base.zone), moment(end.value, base.zone));
  return minutes === null ? refuse('tooLong') : done(minutes);
}

function moment(value: DayOrMoment, zone: string): Moment {
  return isDay(value) ? momentAt(value, { hour: 0, minute: 0, second: 0 }, zone) : value;
}
