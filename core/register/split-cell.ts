import type { Field } from '../complaint/field.ts';
import { phoneNumbers } from './read-cell.ts';

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
  const found = kind === 'contactPhone' ? phoneSpan(text) : (EMAIL.exec(text)?.[0] ?? null);
  if (found === null) return /\d{5,}/.test(text) ? { [kind]: text } : { [other]: text };
  const rest = text.replace(found, ' ').replace(EDGES, '').trim();
  return rest === '' ? { [kind]: found.trim() } : { [kind]: found.trim(), [other]: rest };
}

/** From the first digit of the first number to the end of its extension; null when several people stand in the cell. */
function phoneSpan(text: string): string | null {
  if (phoneNumbers(text).length > 1) return null;
  const match = /[+(]?\d[\d*×\s\-–—().]{5,}[\d*×](?:\s*(?:转|轉|分机|分機|ext\.?|x|#)\s*\d{1,6})?/i.exec(text);
  return match === null || /\d{5,}\D+\d{5,}/.test(match[0].replace(/[-\s]/g, '')) ? null : match[0];
}
