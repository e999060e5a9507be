import type { CellValue } from './sheet-reading.ts';

const ERRORS =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|GETTING_DATA)$/;
const DITTO =
  /^(?:(?:内容|情况|客户)?同(?:上|前|上行|上一行|上条|上一条)|["〃″“”„]|''|ditto|do\.|same(?: as above| again)?|as above|-?\s*["〃]\s*-?|↑)$/i;
/** Signs that begin a formula in some spreadsheet or locale. */
const FORMULA_SIGN = /^[\s\u3000]*[=+\-@＝＋－＠](?![\s\-–—=+./\\~]*$)/;

/** True for what a cell shows when its formula failed: `#N/A`, `#VALUE!` … */
export function isError(value: CellValue): boolean {
  return typeof value === 'string' && ERRORS.test(value.trim());
}

/** True for 同上, 〃, ditto and the like: the cell means what stands above it. */
export function isDitto(text: string): boolean {
  return DITTO.test(text.trim());
}

/** True for text that some spreadsheet would take for a formula: it begins with = + - @ and is neither a number nor a dash. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_SIGN.test(text) && !/^[\s\u3000]*[+\-＋－]?[\d\s.,()]+%?$/.test(text.normalize('NFKC'));
}
