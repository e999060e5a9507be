import type { Field } from '../complaint/field.ts';
import { phoneNumbers } from './phone-numbers.ts';

const EMAIL = /[^\s@,;，；]+@[^\s@,;，；]+\.[a-z]{2,}/i;
const EDGES = /^[\s/|,，;；:：、()（）\-—]+|[\s/|,，;；:：、()（）\-—]+$/g;

/**
 * Splits the text of a two-in-one column where it can be done surely: a telephone number or a mail address beside a name.
 * Any other pair goes whole to the first field. Example: 蒋志刚 13600000039 → contactName 蒋志刚, contactPhone 13600000039.
 */
export function splitCell(text: string, fields: readonly Field[]): Partial<Record<Field, string>> {
  const [first, second] = fields;
  if (first === undefined) return {};
  if (second === undefined) return { [first]: text };
  if (fields.includes('contactPhone')) return splitOff(text, 'contactPhone', first === 'contactPhone' ? second : first);
  if (fields.includes('contactEmail')) return splitOff(text, 'contactEmail', first === 'contactEmail' ? second : first);
  return { [first]: text };
}

function splitOff(text: string, kind: 'contactPhone' | 'contactEmail', other: Field): Partial<Record<Field, string>> {
  const span = kind === 'contactPhone' ? phoneSpan(text) : (EMAIL.exec(text)?.[0] ?? '');
  if (span === '') return /\d{5,}/.test(text) ? { [kind]: text } : { [other]: text };
  const rest = text.replace(span, ' ').replace(EDGES, '').trim();
  return rest === '' ? { [kind]: span } : { [kind]: span, [other]: rest };
}

/**
 * From the first digit of the first number to the end of the last one's extension; empty when names stand between the
 * numbers: then several people share the cell, and which is whose stays as written.
 */
function phoneSpan(text: string): string {
  const numbers = phoneNumbers(text);
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  const start = text.indexOf(first);
  const tail = text.slice(text.lastIndexOf(last) + last.length);
  const extension = /^\s*(?:转|轉|分机|分機|ext\.?|x|#)\s*\d{1,6}/i.exec(tail)?.[0] ?? '';
  const span = text.slice(start, text.lastIndexOf(last) + last.length) + extension;
  return start < 0 || /[\p{L}]{2,}/u.test(span.replace(/转|轉|分机|分機|ext|tel/gi, '')) ? '' : span;
}
