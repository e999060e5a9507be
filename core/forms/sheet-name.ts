import { cleanText } from '../register/safe-cell.ts';
import { cutAt } from '../register/unique-name.ts';

const MAX = 31;

/** A name as a sheet may have it: without the characters that Excel refuses, at most 31 long, never empty. */
export function sheetName(wanted: string): string {
  const allowed = cleanText(wanted)
    .replace(/[:\\/?*[\]]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  const name = cutAt(allowed, MAX)
    .replace(/^'+|'+$/g, '')
    .trim();
  // “History” is Excel's own.
  return name === '' || /^history$/i.test(name) ? `${name}_` : name;
}
