import type { Speech } from '../../../ui/speech.ts';

/** When a form was opened, as a quote shows it. */
export function openedWords({ locale }: Speech, { capturedAt, zone }: { capturedAt: string; zone: string }): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  return format.format(new Date(capturedAt));
}
