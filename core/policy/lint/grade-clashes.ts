import type { GradeRule, PolicyPack } from '../policy-pack.ts';
import { clausesAbout } from './clauses.ts';
import { entails } from './entails.ts';
import { membersOf, type Member } from './members.ts';
import { finding, type PackFinding } from './pack-finding.ts';

type Rule = PolicyPack['gradeRules'][number];

/**
 * Where two grade rules claim the same: a word, category or value that a graver rule takes never leads to the milder
 * grade, so one of the two clauses is without effect (S1f-C1). A rule whose every case is taken is never reached.
 */
export function gradeClashes(pack: PolicyPack): PackFinding[] {
  const rules = gravestFirst(pack);
  return rules.flatMap((rule, at) => {
    const earlier = rules.slice(0, at);
    const end = earlier.find(({ when }) => isUnconditional(when));
    if (end) return [unreachable(rule, end)];
    const graver = earlier.filter(({ grade }) => grade !== rule.grade);
    const whole = graver.find(({ when }) => entails(rule.when, when));
    const members = membersOf(rule.when, pack);
    const taken = graver.flatMap((other) => takenBy(other, rule, members, pack));
    return [...(whole ? [unreachable(rule, whole)] : []), ...taken];
  });
}

/** The order in which rules are tried: from the gravest grade down, within a grade as they stand. */
export function gravestFirst({ grades, gradeRules }: PolicyPack): Rule[] {
  const gravity = new Map(grades.map(({ id }, i) => [id, i]));
  return gradeRules.toSorted((a, b) => (gravity.get(b.grade) ?? 0) - (gravity.get(a.grade) ?? 0));
}

/** Whether a condition asks for nothing. */
export function isUnconditional(when: GradeRule['when']): boolean {
  return Object.entries(when).every(([part, asked]) => asked === undefined || part === 'evenIfSupposed');
}

function unreachable(rule: Rule, before: Rule): PackFinding {
  return finding(isUnconditional(before.when) ? 'error' : 'warning', 'unreachableRule', `gradeRules.${rule.id}`, {
    sources: [before.source, rule.source],
    labels: { rule: rule.reason, before: before.reason },
  });
}

function takenBy(graver: Rule, milder: Rule, members: readonly Member[], pack: PolicyPack): PackFinding[] {
  const taken = members.filter(({ when }) => entails(when, graver.when));
  const words = taken.filter(({ label }) => label === null).map(({ id }) => id);
  const inWords = words.length > 0 ? [clash(graver, milder, { words: listed(words) }, {}, null, pack)] : [];
  const named = taken.flatMap(({ label, source }) =>
    label ? [clash(graver, milder, {}, { words: label }, source, pack)] : [],
  );
  return [...inWords, ...named];
}

/** So many words are named; the rest are counted. */
const NAMED = 6;

function listed(words: readonly string[]): string {
  const rest = words.length > NAMED ? [`… (${words.length})`] : [];
  return [...words.slice(0, NAMED), ...rest].join(' / ');
}

function clash(
  graver: Rule,
  milder: Rule,
  params: Record<string, string>,
  labels: PackFinding['labels'],
  subject: string | null,
  { grades }: PolicyPack,
): PackFinding {
  const [graverClauses, milderClauses] = [graver.source, milder.source].map((source) =>
    clausesAbout(source, subject ?? source),
  );
  const labelOf = (id: string) => grades.find((grade) => grade.id === id)?.label;
  const [graverGrade, milderGrade] = [labelOf(graver.grade), labelOf(milder.grade)];
  return finding('warning', 'gradedTwice', `gradeRules.${milder.id}`, {
    sources: [...(graverClauses ?? []), ...(milderClauses ?? [])],
    params: {
      ...params,
      graverClauses: graverClauses?.join(', ') ?? '',
      milderClauses: milderClauses?.join(', ') ?? '',
    },
    labels: { ...labels, ...(graverGrade && { graver: graverGrade }), ...(milderGrade && { milder: milderGrade }) },
  });
}
