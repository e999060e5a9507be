const WITH_OFFSET = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)$/i;

/** A machine-readable moment with its offset, as `datetime` attributes give it; null for anything less. */
export function readMoment(text: string | null): string | null {
  const match = WITH_OFFSET.exec(text?.trim() ?? '');
  if (match === null) return null;
  const [, day = '', time = '', zone = ''] = match;
  const seconds = time.length === 5 ? `${time}:00` : time;
  const offset = /^z$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const moment = `${day}T${seconds}${offset}`;
  return Number.isNaN(Date.parse(moment)) ? null : moment;
}
