import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Moment } from '../complaint/moment.ts';
import { computeDeadlines } from '../deadline/compute-deadlines.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { assessComplaint } from '../grade/assess-complaint.ts';
import type { Choice } from '../grade/assessment.ts';
import { matchCondition, type Match } from '../grade/match-condition.ts';
import type { OwnChoices } from '../grade/own-choices.ts';
import { situationOf } from '../grade/situation.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { findResponsible } from '../responsibility/find-responsible.ts';
import { firstDepartments } from '../responsibility/first-departments.ts';

/** Something that a pack settled about a complaint, and why. */
export interface Judged {
  ids: string[];
  labels: Localized[];
  /** The clauses, or null where none applied. */
  source: string | null;
  /** The words that decided, as they stand in the complaint. */
  quotes: string[];
}

export interface JudgedDeadline {
  milestone: string;
  label: Localized;
  source: string;
  deadline: Deadline;
}

/** All that a pack makes of a complaint and that a change of policy could make differently. */
export interface Judgement {
  category: Judged;
  grade: Judged;
  /** Where it is sent first, before anybody knows who is liable. */
  routes: Judged;
  /** Who answers for it, by the matrix. */
  departments: Judged;
  deadlines: JudgedDeadline[];
}

interface JudgeQuestion {
  values: ComplaintValues;
  own: OwnChoices;
  pack: PolicyPack;
  company: CompanySettings | null;
  asOf: Moment;
  zone: string;
}

/** Category, grade, first and answering departments, and deadlines of a complaint by one pack, with their reasons. */
export function judgeByPack({ values, own, pack, company, asOf, zone }: JudgeQuestion): Judgement {
  const assessment = assessComplaint(values, pack, own);
  const situation = situationOf(values, assessment);
  const { departments, rows } = findResponsible(situation, pack);
  const routes = firstDepartments(situation, pack);
  const deadlines = computeDeadlines({
    ...{ values, pack, company, asOf, zone },
    grade: assessment.grade.id,
    applies: ({ when }) => when === undefined || matchCondition(when, situation) !== null,
  });
  return {
    category: judged(assessment.category, pack.categories),
    grade: judged(assessment.grade, pack.grades),
    routes: named(
      routes.flatMap(({ departments: first }) => first),
      routes,
      pack,
    ),
    departments: named(
      departments.map(({ department }) => department),
      rows,
      pack,
    ),
    deadlines: deadlines.flatMap((deadline) => {
      const milestone = pack.milestones.find(({ id }) => id === deadline.milestone);
      return milestone ? [{ milestone: milestone.id, label: milestone.label, source: milestone.source, deadline }] : [];
    }),
  };
}

/** Departments, each once, by the rules that name them. */
function named(ids: readonly string[], rules: readonly { source: string; match: Match }[], pack: PolicyPack): Judged {
  const departments = [...new Set(ids)];
  return {
    ids: departments,
    labels: departments.flatMap((id) => labelOf(id, pack.roles)),
    source: rules.length > 0 ? [...new Set(rules.flatMap(({ source }) => source.split(', ')))].join(', ') : null,
    quotes: [...new Set(rules.flatMap(({ match }) => match.words.map(({ quote }) => quote)))],
  };
}

interface Labelled {
  id: string;
  label: Localized;
}

function judged(choice: Choice | null, known: readonly Labelled[]): Judged {
  if (choice === null) return { ids: [], labels: [], source: null, quotes: [] };
  const quotes = [...new Set(choice.words.map(({ quote }) => quote))];
  return { ids: [choice.id], labels: labelOf(choice.id, known), source: choice.source, quotes };
}

function labelOf(id: string, known: readonly Labelled[]): Localized[] {
  const named = known.find((each) => each.id === id);
  return named ? [named.label] : [];
}
