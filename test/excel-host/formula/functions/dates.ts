import { dateOfSerial, serialOfDate, serialOfMoment } from '../../model/serial-date.ts';
import { fail, numberFromText, toNumber, type Result, type Scope } from '../values.ts';
import { flat, numberAt, scalarAt, textAt, type FormulaFunction } from './function-types.ts';

function serial(year: number, month: number, day: number, scope: Scope): number {
  const full = year < 1900 ? year + 1900 : year;
  const shifted = new Date(Date.UTC(full, month - 1, day));
  return serialOfDate(shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate(), scope.date1904);
}

function parts(args: Result[], at: number, scope: Scope): ReturnType<typeof dateOfSerial> {
  const value = numberAt(args, at, scope);
  return value < 0 ? fail('#NUM!') : dateOfSerial(value, scope.date1904);
}

function seconds(args: Result[], scope: Scope): number {
  const value = numberAt(args, 0, scope);
  return Math.round((value - Math.floor(value)) * 86_400) % 86_400;
}

function monthsLater(args: Result[], scope: Scope, lastDay: boolean): number {
  const { year, month, day } = parts(args, 0, scope);
  const target = new Date(Date.UTC(year, month - 1 + Math.trunc(numberAt(args, 1, scope)), 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  return serialOfDate(
    target.getUTCFullYear(),
    target.getUTCMonth() + 1,
    lastDay ? last : Math.min(day, last),
    scope.date1904,
  );
}

function isWorkday(day: number, holidays: ReadonlySet<number>, scope: Scope): boolean {
  const { weekday } = dateOfSerial(day, scope.date1904);
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

function holidaysOf(arg: Result | undefined, scope: Scope): Set<number> {
  return new Set(
    arg === undefined
      ? []
      : flat([arg], scope)
          .filter((value) => value !== null)
          .map((value) => Math.floor(toNumber(value))),
  );
}

function dateDifference(args: Result[], scope: Scope): number {
  const [start, end] = [parts(args, 0, scope), parts(args, 1, scope)];
  if (numberAt(args, 0, scope) > numberAt(args, 1, scope)) return fail('#NUM!');
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0);
  switch (textAt(args, 2, scope).toUpperCase()) {
    case 'Y':
      return Math.floor(months / 12);
    case 'M':
      return months;
    case 'D':
      return Math.floor(numberAt(args, 1, scope)) - Math.floor(numberAt(args, 0, scope));
    case 'YM':
      return months % 12;
    case 'MD': {
      const days = end.day - start.day;
      return days >= 0 ? days : days + new Date(Date.UTC(end.year, end.month - 1, 0)).getUTCDate();
    }
    case 'YD': {
      const from = Date.UTC(
        end.year - (end.month < start.month || (end.month === start.month && end.day < start.day) ? 1 : 0),
        start.month - 1,
        start.day,
      );
      return Math.round((Date.UTC(end.year, end.month - 1, end.day) - from) / 86_400_000);
    }
    default:
      return fail('#NUM!');
  }
}

export const DATES: Record<string, FormulaFunction> = {
  NOW: (_, scope) => serialOfMoment(scope.now, scope.date1904),
  TODAY: (_, scope) => Math.floor(serialOfMoment(scope.now, scope.date1904)),
  DATE: (args, scope) =>
    serial(
      Math.trunc(numberAt(args, 0, scope)),
      Math.trunc(numberAt(args, 1, scope)),
      Math.trunc(numberAt(args, 2, scope)),
      scope,
    ),
  TIME: (args, scope) =>
    ((numberAt(args, 0, scope) * 3600 + numberAt(args, 1, scope) * 60 + numberAt(args, 2, scope)) / 86_400) % 1,
  YEAR: (args, scope) => parts(args, 0, scope).year,
  MONTH: (args, scope) => parts(args, 0, scope).month,
  DAY: (args, scope) => parts(args, 0, scope).day,
  HOUR: (args, scope) => Math.floor(seconds(args, scope) / 3600),
  MINUTE: (args, scope) => Math.floor(seconds(args, scope) / 60) % 60,
  SECOND: (args, scope) => seconds(args, scope) % 60,
  WEEKDAY(args, scope) {
    const { weekday } = parts(args, 0, scope);
    const kind = numberAt(args, 1, scope, 1);
    if (kind === 1) return weekday + 1;
    if (kind === 2) return weekday === 0 ? 7 : weekday;
    return kind === 3 ? (weekday + 6) % 7 : fail('#NUM!');
  },
  WEEKNUM(args, scope) {
    const { year } = parts(args, 0, scope);
    const first = serialOfDate(year, 1, 1, scope.date1904);
    const monday = numberAt(args, 1, scope, 1) === 2;
    const offset = (dateOfSerial(first, scope.date1904).weekday + (monday ? 6 : 0)) % 7;
    return Math.floor((Math.floor(numberAt(args, 0, scope)) - first + offset) / 7) + 1;
  },
  ISOWEEKNUM(args, scope) {
    const day = Math.floor(numberAt(args, 0, scope));
    const thursday = day - ((dateOfSerial(day, scope.date1904).weekday + 6) % 7) + 3;
    const first = serialOfDate(dateOfSerial(thursday, scope.date1904).year, 1, 1, scope.date1904);
    return Math.floor((thursday - first) / 7) + 1;
  },
  EDATE: (args, scope) => monthsLater(args, scope, false),
  EOMONTH: (args, scope) => monthsLater(args, scope, true),
  DAYS: (args, scope) => Math.floor(numberAt(args, 0, scope)) - Math.floor(numberAt(args, 1, scope)),
  DATEDIF: dateDifference,
  DATEVALUE(args, scope) {
    const value = scalarAt(args, 0, scope);
    return Math.floor(typeof value === 'string' ? (numberFromText(value) ?? fail('#VALUE!')) : toNumber(value));
  },
  TIMEVALUE: (args, scope) => (numberFromText(textAt(args, 0, scope)) ?? fail('#VALUE!')) % 1,
  NETWORKDAYS(args, scope) {
    const [from, to] = [Math.floor(numberAt(args, 0, scope)), Math.floor(numberAt(args, 1, scope))];
    const holidays = holidaysOf(args[2], scope);
    let days = 0;
    for (let day = Math.min(from, to); day <= Math.max(from, to); day += 1)
      if (isWorkday(day, holidays, scope)) days += 1;
    return from <= to ? days : -days;
  },
  WORKDAY(args, scope) {
    const holidays = holidaysOf(args[2], scope);
    let day = Math.floor(numberAt(args, 0, scope));
    let left = Math.trunc(numberAt(args, 1, scope));
    const step = Math.sign(left);
    while (left !== 0) {
      day += step;
      if (isWorkday(day, holidays, scope)) left -= step;
    }
    return day;
  },
};
