const LONG = new Intl.DateTimeFormat('zh-CN', {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  weekday: 'long',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const CLOCK = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric' });

/** `2026年11月22日星期日 14:02`, in the reader's own zone. */
export function longTime(iso: string): string {
  return LONG.format(new Date(iso));
}

/** The clock for today, the day for anything older; as mail lists do. */
export function shortTime(iso: string): string {
  const moment = new Date(iso);
  return moment.toDateString() === new Date().toDateString() ? CLOCK.format(moment) : DAY.format(moment);
}
