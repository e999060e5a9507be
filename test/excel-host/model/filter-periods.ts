import { refuse } from './host-error.ts';

interface Day {
  year: number;
  month: number;
  day: number;
}

const DAY = 86_400_000;

/** Which days a date filter such as `ThisMonth` lets through, seen from today. Weeks begin on Sunday ([K], as Excel's date filters). */
export function periodOf(kind: string, now: Date): (day: Day) => boolean {
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
  const month = /^AllDatesInPeriod(?!Quarter)(\w{3})/.exec(kind)?.[1];
  if (month) {
    const wanted = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').indexOf(month) + 1;
    return (day) => day.month === wanted;
  }
  const quarter = /^AllDatesInPeriodQuarter(\d)/.exec(kind)?.[1];
  if (quarter) return (day) => quarterOf(day) === Number(quarter);
  if (kind === 'YearToDate') return (day) => day.year === today.year && number(day) <= number(today);
  const step = { Last: -1, This: 0, Next: 1 }[/^(Last|This|Next)/.exec(kind)?.[1] ?? ''];
  switch (kind.replace(/^(Last|This|Next)/, '')) {
    case 'Today':
      return (day) => number(day) === number(today);
    case 'Yesterday':
      return (day) => number(day) === number(today) - 1;
    case 'Tomorrow':
      return (day) => number(day) === number(today) + 1;
    case 'Week':
      return (day) => week(day) === week(today) + (step ?? 0);
    case 'Month':
      return (day) => day.year * 12 + day.month === today.year * 12 + today.month + (step ?? 0);
    case 'Quarter':
      return (day) => day.year * 4 + quarterOf(day) === today.year * 4 + quarterOf(today) + (step ?? 0);
    case 'Year':
      return (day) => day.year === today.year + (step ?? 0);
    default:
      return refuse('InvalidArgument');
  }
}

function number({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** 4 January 1970 was a Sunday. */
function week(day: Day): number {
  return Math.floor((number(day) - 3) / 7);
}

function quarterOf({ month }: Day): number {
  return Math.ceil(month / 3);
}
