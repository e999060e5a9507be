import type { Match } from '../grade/match-condition.ts';
import { matchCondition } from '../grade/match-condition.ts';
import { matchButForAxes, type OpenMatch } from '../grade/match-but-for-axes.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { ResponsibilityRule } from '../policy/responsibility.ts';
import { findConflicts, type ResponsibilityConflict } from './find-conflicts.ts';

/** A row of the responsibility matrix that holds, with what made it hold. */
export interface MatrixRow extends Pick<ResponsibilityRule, 'departments' | 'share' | 'source'> {
  rule: string;
  match: Match;
}

/** A row that would hold, were these axes settled. */
export interface OpenRow extends MatrixRow {
  axes: OpenMatch['axes'];
}

/** A department with all that the matrix says of it. */
export interface Liable {
  department: string;
  /** More than one where rows disagree. */
  shares: ResponsibilityRule['share'][];
  rules: string[];
  /** The clauses, separated by `, `. */
  source: string;
}

/** Who answers for a complaint. Nothing is decided here: rows that disagree stand side by side. */
export interface Responsibility {
  departments: Liable[];
  rows: MatrixRow[];
  conflicts: ResponsibilityConflict[];
  open: OpenRow[];
  /** The axes to settle first, each with the rows that wait for it. */
  asks: { axis: string; rules: string[] }[];
}

/**
 * Who answers for a complaint by the pack's matrix (origin × grade × defect → departments): every row that holds, with
 * its clause and reasons, the departments they name, and where rows disagree (S1f-C3). A row that hangs on an axis which
 * nobody has settled names no department yet; it stands in `open`, and its axis in `asks`.
 */
export function findResponsible(situation: Situation, pack: PolicyPack): Responsibility {
  const rows: MatrixRow[] = [];
  const open: OpenRow[] = [];
  for (const { id, when, departments, share, source } of pack.responsibility) {
    const named = { rule: id, departments, share, source };
    const match = matchCondition(when, situation);
    const waiting = match ? null : matchButForAxes(when, situation);
    if (match) rows.push({ ...named, match });
    if (waiting) open.push({ ...named, ...waiting });
  }
  return { departments: departmentsOf(rows), rows, conflicts: findConflicts(rows), open, asks: axesToAsk(open) };
}

function departmentsOf(rows: readonly MatrixRow[]): Liable[] {
  const names = new Set(rows.flatMap(({ departments }) => departments));
  return [...names].map((department) => {
    const own = rows.filter(({ departments }) => departments.includes(department));
    return {
      department,
      shares: [...new Set(own.map(({ share }) => share))],
      rules: own.map(({ rule }) => rule),
      source: [...new Set(own.flatMap(({ source }) => source.split(', ')))].join(', '),
    };
  });
}

function axesToAsk(open: readonly OpenRow[]): Responsibility['asks'] {
  const names = new Set(open.flatMap(({ axes }) => axes.map(({ axis }) => axis)));
  return [...names].map((name) => ({
    axis: name,
    rules: open.filter(({ axes }) => axes.some(({ axis }) => axis === name)).map(({ rule }) => rule),
  }));
}
