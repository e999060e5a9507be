import { findDates } from './find-dates.ts';
import type { DateSetting } from './find-dates.ts';
import { dayOf, momentOn } from './local-day.ts';

/** The first date in the words of a mail head, as a moment; null when there is none. A bare day begins at noon. */
export function readDateWords(folded: string, writtenAt: string, zone: string): string | null {
  const found = readLabelledDate(folded, {
    writtenAt,
    zone,
    language: /\p{Script=Han}/u.test(folded) ? 'zh-CN' : 'en',
  });
  if (found === null) return null;
  return found.value.includes('T') ? found.value : momentOn(found.value, '12:00', zone);
}

/** The date that a label promises: also forms that would be numbers elsewhere (20200313). */
export function readLabelledDate(folded: string, setting: DateSetting): { value: string; doubt: string | null } | null {
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})\s*$/.exec(folded.slice(0, 40));
  if (compact !== null) {
    const day = dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    return day === null ? null : { value: day.toString(), doubt: null };
  }
  const first = findDates(folded.slice(0, 120), setting)[0];
  return first === undefined ? null : { value: first.value, doubt: first.doubt };
}
