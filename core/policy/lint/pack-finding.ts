import type { Localized } from '../localized.ts';
import { clausesOf } from './clauses.ts';

/** An error cannot be meant. A warning is a contradiction or doubt that a person decides. A note is good to know: a blank, a word that needs care. */
export type FindingLevel = 'error' | 'warning' | 'note';

/** Something in a pack that a person should look at. `sayLine(locale, 'policy.lint', finding)` says it in words. */
export interface PackFinding {
  level: FindingLevel;
  code: FindingCode;
  /** Section and rule: `gradeRules.injury`. */
  where: string;
  /** The clauses concerned; those of both sides where two clash. */
  clauses: string[];
  params: Record<string, string | number>;
  /** Parameters that have a label in each language. */
  labels: Record<string, Localized>;
}

export type FindingCode =
  | 'duplicateId'
  | 'unknownName'
  | 'ambiguousSynonym'
  | 'noClosedStatus'
  | 'emptyCondition'
  | 'neverHolds'
  | 'unreachableRule'
  | 'unreachableValue'
  | 'unreachableStep'
  | 'gradedTwice'
  | 'gradedByMore'
  | 'numberElsewhere'
  | 'gradeRefusesRow'
  | 'liabilityByAxis'
  | 'departmentsClash'
  | 'ratiosClash'
  | 'axisFoldsGrades'
  | 'wordInsideWord'
  | 'circle'
  | 'mixedHours'
  | 'mixedDays'
  | 'mixedThresholdUnits'
  | 'amountNotAskedFor'
  | 'startsWhereItStops'
  | 'avoidedWordUsed'
  | 'unknownPlaceholder'
  | 'replyWithoutClock'
  | 'clockNotStated'
  | 'promisesItself'
  | 'unknownClause'
  | 'blankInText'
  | 'notTranslated'
  | 'neverStarts'
  | 'clocksClash'
  | 'graverSlower'
  | 'unitsByGrade'
  | 'warnedTooEarly'
  | 'unlikeUnits'
  | 'gradeNeverGiven'
  | 'limitsClash'
  | 'confirmedTwice'
  | 'mustHaveNotSaid'
  | 'blank';

interface Detail {
  /** Sources as they stand in rules. */
  sources?: readonly string[];
  params?: PackFinding['params'];
  labels?: PackFinding['labels'];
}

/** A finding; clauses are taken apart and each is named once. */
export function finding(level: FindingLevel, code: FindingCode, where: string, detail: Detail = {}): PackFinding {
  const { sources = [], params = {}, labels = {} } = detail;
  return { level, code, where, clauses: clausesOf(...sources), params: { where, ...params }, labels };
}
