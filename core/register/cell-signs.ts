import type { CellValue } from './sheet-reading.ts';

const ERRORS =
  /^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|GETTING_DATA)$/;
const DITTO =
  /^[-–—(（[]*\s*(?:(?:内容|情况|情況|客户|客戶|姓名)?同(?:上|前|左|上行|上一行|上条|上條|上一条|上一條|上一案|上案|上述|上者)|["〃〞″“”„＂]{1,3}|[,，]{2}|上同|''|′′|ditto|do\.|same(?: as)?(?: the)?(?: above| again| previous| prev\.?| before| last)?|as (?:above|before)|(?:as )?above|idem|id\.|[↑⬆]+|(?<=[-–—]\s*)do|do(?=\s*[-–—]))\s*[-–—)）\].。]*$/iu;
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
