import { foldText } from '../text/fold-text.ts';
import type { PolicyPack } from './policy-pack.ts';

/** Something in a pack that cannot be meant. An error makes the pack wrong; a warning is for a person to judge. */
export interface PackFinding {
  level: 'error' | 'warning';
  code:
    | 'duplicateId'
    | 'unknownGrade'
    | 'unknownCategory'
    | 'unknownRule'
    | 'emptyCondition'
    | 'unreachableRule'
    | 'unreachableWord'
    | 'ambiguousSynonym'
    | 'noClosedStatus';
  /** The id or word, and where it stands: `gradeRules.injury`. */
  where: string;
}

/**
 * Contradictions, dangling names and unreachable rules of a pack that meets the schema. A word that a graver rule takes
 * already can never lead to the milder grade: packs made from company papers have such slips (S1f-C1, S1f-C2).
 */
export function lintPack(pack: PolicyPack): PackFinding[] {
  return [...duplicateIds(pack), ...danglingIds(pack), ...unreachable(pack), ...ambiguousSynonyms(pack)];
}

function duplicateIds(pack: PolicyPack): PackFinding[] {
  const lists: Record<string, string[]> = {
    fields: pack.fields.map(({ field }) => field),
    categories: pack.categories.map(({ id }) => id),
    grades: pack.grades.map(({ id }) => id),
    gradeRules: pack.gradeRules.map(({ id }) => id),
    statuses: pack.statuses.map(({ id }) => id),
    milestones: pack.milestones.map(({ id }) => id),
  };
  return Object.entries(lists).flatMap(([list, ids]) =>
    ids.filter((id, i) => ids.indexOf(id) < i).map((id) => error('duplicateId', `${list}.${id}`)),
  );
}

function danglingIds(pack: PolicyPack): PackFinding[] {
  const grades = new Set(pack.grades.map(({ id }) => id));
  const categories = new Set(pack.categories.map(({ id }) => id));
  const rules = new Set(pack.gradeRules.map(({ id }) => id));
  const findings: PackFinding[] = [];
  const expect = (known: Set<string>, id: string | undefined, code: PackFinding['code'], where: string) => {
    if (id !== undefined && !known.has(id)) findings.push(error(code, `${where}.${id}`));
  };
  for (const rule of pack.gradeRules) {
    expect(grades, rule.grade, 'unknownGrade', `gradeRules.${rule.id}`);
    for (const id of rule.when.category ?? []) expect(categories, id, 'unknownCategory', `gradeRules.${rule.id}`);
  }
  for (const { id, targets } of pack.milestones) {
    for (const grade of Object.keys(targets)) {
      if (grade !== 'default') expect(grades, grade, 'unknownGrade', `milestones.${id}`);
    }
  }
  for (const { name, expect: expected } of pack.examples) {
    expect(grades, expected.grade, 'unknownGrade', `examples.${name}`);
    expect(categories, expected.category, 'unknownCategory', `examples.${name}`);
    expect(rules, expected.gradeRule, 'unknownRule', `examples.${name}`);
  }
  if (pack.statuses.every(({ isOpen }) => isOpen)) findings.push(error('noClosedStatus', 'statuses'));
  return findings;
}

/** Rules are tried from the gravest grade down. One without a condition ends the search; a word taken above is never reached below. */
function unreachable(pack: PolicyPack): PackFinding[] {
  const gravity = new Map(pack.grades.map(({ id }, i) => [id, i]));
  const rules = pack.gradeRules.toSorted((a, b) => (gravity.get(b.grade) ?? 0) - (gravity.get(a.grade) ?? 0));
  const taken = new Set<string>();
  const findings: PackFinding[] = [];
  let isEnded = false;
  for (const { id, when } of rules) {
    if (isEnded) findings.push(error('unreachableRule', `gradeRules.${id}`));
    const isUnconditional = Object.values(when).every((part) => part === undefined);
    if (isUnconditional) findings.push(error('emptyCondition', `gradeRules.${id}`));
    isEnded ||= isUnconditional;
    const words = when.anyWord?.map((word) => foldText(word).folded) ?? [];
    for (const word of words) {
      if (taken.has(word))
        findings.push({ level: 'warning', code: 'unreachableWord', where: `gradeRules.${id}.${word}` });
    }
    if (!when.category && !when.quantityOver) for (const word of words) taken.add(word);
  }
  return findings;
}

/** A name in a ledger must lead to one category, one grade, one status. */
function ambiguousSynonyms(pack: PolicyPack): PackFinding[] {
  const lists = { categories: pack.categories, grades: pack.grades, statuses: pack.statuses };
  return Object.entries(lists).flatMap(([list, entries]) => {
    const owners = new Map<string, string>();
    return entries.flatMap(({ id, label, synonyms }) =>
      [...Object.values(label), ...synonyms].flatMap((name): PackFinding[] => {
        const folded = foldText(name).folded;
        const owner = owners.get(folded) ?? id;
        owners.set(folded, owner);
        return owner === id ? [] : [error('ambiguousSynonym', `${list}.${id}.${name}`)];
      }),
    );
  });
}

function error(code: PackFinding['code'], where: string): PackFinding {
  return { level: 'error', code, where };
}
