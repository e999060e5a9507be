import type { Finding } from './finding.ts';

/** What a plan tells, and what stands in the rows of the register. */
export interface ToldFindings {
  /** What is to be looked at, cell by cell. */
  list: Finding[];
  /** What holds of so many rows that it is no slip but the way in which the ledger was kept; each once, see `LISTED_ONCE`. */
  habits: Finding[];
  inRows: Finding[];
}

/**
 * A team's own categories and grades are no mistakes: their list is their list, and what is written wrongly in it was told
 * when the cells were read. That a word was not understood as a state stands in the row, where a person chooses.
 */
const OWN_WORDS = new Set(['unknownCategory', 'unknownGrade']);
const IN_ROWS_ONLY = new Set(['unknownStatus']);
/**
 * The same in many rows: listed once for each of these, at the first row, with the number of rows as `inRows`. A rule of the policy that a ledger was never
 * kept by is one thing to know of the ledger, and stands in each row beside.
 */
const LISTED_ONCE: Readonly<Record<string, (finding: Finding) => string>> = {
  otherCurrency: ({ params }) => String(params['currency'] ?? ''),
  recordRule: ({ rule }) => rule?.id ?? '',
};

/** Below these a broken rule is a slip that somebody can look into. */
const FEW_ROWS = 2;
const HABIT = 0.05;

/**
 * Puts together what was found in the cells and what came up when the rows were evaluated. `rows` is how many rows the ledger
 * has; where it is not given, nothing is a habit.
 */
export function planFindings(
  inCells: readonly Finding[],
  evaluated: readonly Finding[],
  rows = Number.POSITIVE_INFINITY,
): ToldFindings {
  const told = evaluated.filter(({ code }) => !OWN_WORDS.has(code));
  const counts = new Map<string, number>();
  for (const finding of told) {
    const key = keyOf(finding);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const once = told.flatMap((finding) => {
    const key = keyOf(finding);
    if (key === null) return IN_ROWS_ONLY.has(finding.code) ? [] : [finding];
    const inRows = counts.get(key);
    counts.delete(key);
    return inRows === undefined ? [] : [{ ...finding, params: { ...finding.params, inRows } }];
  });
  const isHabit = ({ params }: Finding) => Number(params['inRows'] ?? 0) > Math.max(FEW_ROWS, rows * HABIT);
  return {
    list: [...inCells, ...once.filter((finding) => !isHabit(finding))],
    habits: once.filter(isHabit),
    inRows: [...inCells, ...told],
  };
}

/** What is listed once; null: every time. */
function keyOf(finding: Finding): string | null {
  const by = LISTED_ONCE[finding.code];
  return by === undefined ? null : `${finding.code} ${by(finding)}`;
}
