import type { Finding } from './finding.ts';

/** What a plan tells in its list of findings, and what stands in the rows of the register. */
export interface ToldFindings {
  list: Finding[];
  inRows: Finding[];
}

/**
 * A team's own categories and grades are no mistakes: their list is their list, and what is written wrongly in it was told
 * when the cells were read. That a word was not understood as a state stands in the row, where a person chooses.
 */
const OWN_WORDS = new Set(['unknownCategory', 'unknownGrade']);
const IN_ROWS_ONLY = new Set(['unknownStatus']);
/** The same in many rows: listed once for each of these values of the finding, at the first row. */
const LISTED_ONCE: Readonly<Record<string, string>> = { otherCurrency: 'currency' };

/** Puts together what was found in the cells and what came up when the rows were evaluated. */
export function planFindings(inCells: readonly Finding[], evaluated: readonly Finding[]): ToldFindings {
  const told = evaluated.filter(({ code }) => !OWN_WORDS.has(code));
  const listed = new Set<string>();
  const once = told.filter(({ code, params }) => {
    const by = LISTED_ONCE[code];
    if (by === undefined) return !IN_ROWS_ONLY.has(code);
    const key = `${code} ${params[by] ?? ''}`;
    if (listed.has(key)) return false;
    listed.add(key);
    return true;
  });
  return { list: [...inCells, ...once], inRows: [...inCells, ...told] };
}
