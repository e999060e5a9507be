import { ambiguousSynonyms } from './lint/ambiguous-synonyms.ts';
import { axisFoldsGrades } from './lint/folded-axes.ts';
import { circles } from './lint/circles.ts';
import { clockClashes } from './lint/clock-clashes.ts';
import { confirmedTwice } from './lint/confirmed-twice.ts';
import { danglingNames } from './lint/dangling-names.ts';
import { deadRules } from './lint/dead-rules.ts';
import { departmentsClash } from './lint/departments-clash.ts';
import { duplicateIds } from './lint/duplicate-ids.ts';
import { gradeClashes } from './lint/grade-clashes.ts';
import { gradeRefusesRow } from './lint/grade-refuses-row.ts';
import { gradedByMore, numbersElsewhere } from './lint/graded-by-more.ts';
import { liabilityByAxis } from './lint/liability-by-axis.ts';
import { limitsClash } from './lint/limits-clash.ts';
import { nestedWords } from './lint/nested-words.ts';
import { neverStarted } from './lint/never-started.ts';
import { openProse } from './lint/open-prose.ts';
import { finding, type FindingLevel, type PackFinding } from './lint/pack-finding.ts';
import { ratiosClash } from './lint/ratios-clash.ts';
import { unaskedGrades } from './lint/unasked-grades.ts';
import { replyClocks } from './lint/reply-clocks.ts';
import { unitClashes } from './lint/unit-clashes.ts';
import { unknownClauses } from './lint/unknown-clauses.ts';
import { unlikeUnits } from './lint/unlike-units.ts';
import { wordingClashes } from './lint/wording-clashes.ts';
import { listBlanks } from './list-blanks.ts';
import type { PolicyPack } from './policy-pack.ts';

const CHECKS: readonly ((pack: PolicyPack) => PackFinding[])[] = [
  duplicateIds,
  confirmedTwice,
  danglingNames,
  unknownClauses,
  ambiguousSynonyms,
  circles,
  deadRules,
  unaskedGrades,
  gradeClashes,
  gradedByMore,
  numbersElsewhere,
  axisFoldsGrades,
  liabilityByAxis,
  departmentsClash,
  gradeRefusesRow,
  ratiosClash,
  nestedWords,
  unitClashes,
  unlikeUnits,
  clockClashes,
  neverStarted,
  limitsClash,
  wordingClashes,
  replyClocks,
  openProse,
  blanks,
];

const ORDER: readonly FindingLevel[] = ['error', 'warning', 'note'];

/**
 * What is wrong, contradictory, doubtful or blank in a pack that meets the schema; errors first. Packs made from company
 * papers have the slips of the papers (S1f-C1 to S1f-C5): a finding names the clauses that clash, and a person decides.
 */
export function lintPack(pack: PolicyPack): PackFinding[] {
  const findings = CHECKS.flatMap((check) => check(pack));
  return findings.toSorted((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

/** What the pack leaves to every company, without what has a default. The question itself comes from `listBlanks`. */
function blanks(pack: PolicyPack): PackFinding[] {
  return listBlanks(pack, null)
    .filter(({ isOptional }) => !isOptional)
    .map(({ id, source }) => finding('note', 'blank', id, { sources: [source] }));
}
