import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import type { Moment } from '../complaint/moment.ts';
import { computeDeadlines } from '../deadline/compute-deadlines.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { assessComplaint } from '../grade/assess-complaint.ts';
import type { Assessment } from '../grade/assessment.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Finding } from './finding.ts';
import { choiceReader } from './recognise-choice.ts';
import { statusReader } from './read-status.ts';

/** By what rules a register is kept. */
export interface RegisterRules {
  pack: PolicyPack;
  company: CompanySettings | null;
  asOf: Moment;
  zone: string;
}

/** A finding that does not know its place yet. */
export type RowFinding = Omit<Finding, 'row' | 'column'>;

/** What the register adds to a complaint, as ids of the pack. */
export interface RowEvaluation {
  category: string | null;
  grade: string;
  status: string;
  deadlines: Deadline[];
  findings: RowFinding[];
}

/** What a clerk has decided already; goes before the words of the row. */
export interface ConfirmedChoices {
  category: string | null;
  grade: string | null;
}

/**
 * Makes the evaluation of rows by one set of rules: category and grade as confirmed, else as the row's own words say
 * (labels and synonyms of the pack), else by the pack's assessment; status as the row says, else closed when a closing time
 * is known, else the pack's first open one; deadlines computed from all that. Words that were not understood are findings;
 * of a status only when nothing else tells.
 */
export function rowEvaluator(
  rules: RegisterRules,
): (values: ComplaintValues, confirmed?: ConfirmedChoices) => RowEvaluation {
  const { pack } = rules;
  const readers = { category: choiceReader(pack.categories), severity: choiceReader(pack.grades) };
  const readStatus = statusReader(pack);
  const firstOpen = pack.statuses.find(({ isOpen }) => isOpen)?.id ?? '';
  const firstClosed = pack.statuses.find(({ isOpen }) => !isOpen)?.id ?? firstOpen;

  return (values, confirmed = { category: null, grade: null }) => {
    const findings: RowFinding[] = [];
    const read = (field: 'category' | 'severity', code: string): string | null => {
      const value = values[field];
      const found = readers[field](value);
      if (found === null && value !== undefined) findings.push(notUnderstood('info', code, field, value));
      return found;
    };
    const known = {
      category: confirmed.category ?? read('category', 'unknownCategory'),
      grade: confirmed.grade ?? read('severity', 'unknownGrade'),
    };
    const assessment = known.category === null || known.grade === null ? assessComplaint(values, pack) : null;
    const category = known.category ?? assessment?.category?.id ?? null;
    const grade = known.grade ?? assessment?.grade.id ?? pack.grades[0]?.id ?? '';
    const said = readStatus(values.status);
    if (said === null && values.status !== undefined && values.closedAt === undefined) {
      findings.push(notUnderstood('warning', 'unknownStatus', 'status', values.status));
    }
    const status = said ?? (values.closedAt === undefined ? firstOpen : firstClosed);
    if (known.grade === null) findings.push(...notCompared(assessment));
    const deadlines = computeDeadlines({ ...rules, values, grade });
    return { category, grade, status, deadlines, findings };
  };
}

/** Sums in another currency than the policy's: they may make the complaint graver, and only a person can say. */
function notCompared(assessment: Assessment | null): RowFinding[] {
  const [open] = assessment?.openSums ?? [];
  const [first] = open?.words ?? [];
  if (open === undefined || first === undefined) return [];
  const sum = [...new Set(open.words.map(({ quote }) => quote))].slice(0, 4).join('、');
  const params = { sum, currency: open.currency };
  return [{ level: 'warning', code: 'otherCurrency', field: first.field, params }];
}

function notUnderstood(level: RowFinding['level'], code: string, field: Field, value: string): RowFinding {
  return { level, code, field, params: { value, count: 1 } };
}
