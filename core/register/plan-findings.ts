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
/**
 * The same in many rows: listed once for each of these, at the first row. A rule of the policy that a ledger was never
 * kept by is one thing to know of the ledger, and stands in each row beside.
 */
const LISTED_ONCE: Readonly<Record<string, (finding: Finding) => string>> = {
  otherCurrency: ({ params }) => String(params['currency'] ?? ''),
  recordRule: ({ rule }) => rule?.id ?? '',
};

/** Puts together what was found in the cells and what came up when the rows were evaluated. */
export function planFindings(inCells: readonly Finding[], evaluated: readonly Finding[]): ToldFindings {
  const told = evaluated.filter(({ code }) => !OWN_WORDS.has(code));
  const listed = new Set<string>();
  const once = told.filter((finding) => {
    const { code } = finding;
    const by = LISTED_ONCE[code];
    if (by === undefined) return !IN_ROWS_ONLY.has(code);
    const key = `${code} ${by(finding)}`;
    if (listed.has(key)) return false;
    listed.add(key);
    return true;
  });
  return { list: [...inCells, ...once], inRows: [...inCells, ...told] };
}
