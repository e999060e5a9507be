import { spellingKey } from '../register/findings/spelling-key.ts';
import { cleanText } from '../register/safe-cell.ts';
import { cutAt } from '../register/unique-name.ts';

/** Excel shows items of a pivot up to 255 characters; a reader needs fewer. */
const LONGEST = 100;

/** The text of a dimension as statistics show it: one line, without blanks around it, cut where it is very long. */
export function shownText(value: string): string {
  const line = cleanText(value).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${cutAt(line, LONGEST - 1)}…` : line;
}

/** What texts are the same by: width, capitals, blanks and traditional characters make no difference. `''`: not known. */
export function textKey(value: string): string {
  return spellingKey(shownText(value));
}
