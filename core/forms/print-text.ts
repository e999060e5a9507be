import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { fieldKind, type Field } from '../complaint/field.ts';
import { DayOrMoment } from '../complaint/moment.ts';
import type { Locale } from '../policy/localized.ts';
import { saidTime } from '../register/log/say-event.ts';
import { cleanText } from '../register/safe-cell.ts';
import type { MessageParams } from '../wording/translate.ts';
import { translate } from '../wording/translate.ts';

export type Say = (code: string, params?: MessageParams) => string;

/** Words of the area `forms` in one language. */
export function sayForms(locale: Locale): Say {
  return (code, params) => translate(locale, `forms.${code}`, params);
}

/** A value as a form prints it: times on the register's clocks, texts as they are. */
export function printed(field: Field, values: ComplaintValues, zone: string): string {
  const value = values[field];
  if (value === undefined) return '';
  const time = fieldKind(field) === 'time' ? DayOrMoment.safeParse(value) : null;
  return time?.success === true ? saidTime(time.data, zone) : cleanText(value).trim();
}

/** Boxes to tick, those that hold ticked. The box stays with its words. */
export function boxes(items: readonly { label: string; isTicked: boolean }[]): string {
  return items
    .map(({ label, isTicked }) => `${isTicked ? '☑' : '☐'}\u00A0${label.replaceAll(' ', '\u00A0')}`)
    .join('   ');
}

/** The fonts that print well in Excel's own languages. */
export const FORM_FONT: Record<Locale, string> = { 'zh-CN': '宋体', 'zh-TW': '新細明體', en: 'Arial' };

/** Small text in Excel's footer: at most 80 characters, and `&` begins no code. */
export function footerText(text: string): string {
  return `&8 ${cleanText(text).replace(/\s+/g, ' ').slice(0, 80).replaceAll('&', '&&')}`;
}
