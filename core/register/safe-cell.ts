import { cutAt } from './unique-name.ts';

/** The longest text that a cell of Excel holds, in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;

/** Signs that begin a formula in some spreadsheet or locale, also after blanks; an apostrophe would be swallowed. */
const TRIGGER = /^[\s\u3000\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫−'＇]|^[\t\r\n]/u;
/** Control characters and non-characters: no cell may hold them. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;
/** They turn the reading direction of what follows, so that a cell shows another text than it holds. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text as a cell can hold it: line ends become `\n`; control characters, marks that turn the reading direction and halves
 * of characters are dropped. Nothing a reader would see is lost.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '').replace(DIRECTION, '').replace(LONE_SURROGATE, '');
}

/**
 * A text that may be written to a cell: clean, and with a leading apostrophe wherever a spreadsheet could otherwise take
 * it for a formula (Excel hides the apostrophe and gives the text back without it). What does not fit in a cell comes back
 * as `rest` for the caller to keep elsewhere. Apply it once, when a cell is planned.
 * Example: `safeText('=HYPERLINK("x")').text` → `'=HYPERLINK("x")` with the apostrophe in front.
 */
export function safeText(text: string, max = MAX_CELL_TEXT): { text: string; rest: string } {
  const clean = cleanText(text);
  const guard = TRIGGER.test(clean) ? "'" : '';
  const kept = cutAt(clean, max - guard.length);
  return { text: guard + kept, rest: clean.slice(kept.length) };
}

/** A header that needs no guard, without line breaks and at most 255 long; `''` when nothing readable is left. */
export function safeHeader(text: string): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return cutAt(line.replace(/^[\s=+\-@＝＋－＠﹦﹢﹣﹫−'＇]+/u, ''), 255).trim();
}

/** A text inside a formula, quoted: `quoteForFormula('5" pipe')` → `"5"" pipe"`. Formulas take at most 255 characters in one text. */
export function quoteForFormula(text: string): string {
  return `"${cutAt(cleanText(text), 255).replaceAll('"', '""')}"`;
}
