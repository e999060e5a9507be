import type { Axis } from '../axis.ts';
import type { PolicyPack } from '../policy-pack.ts';
import type { ResponsibilityRule } from '../responsibility.ts';
import { clausesAbout } from './clauses.ts';
import { entails } from './entails.ts';
import { finding, type PackFinding } from './pack-finding.ts';

type Value = Axis['values'][number];

/**
 * What is graded and paid for whoever caused it, while the departments that answer for it depend on a further axis: as long
 * as that axis is open, the payment is settled and the department is not (S1f-C3: a damaged pack, consumer or channel).
 */
export function liabilityByAxis(pack: PolicyPack): PackFinding[] {
  return pack.axes.flatMap((axis) =>
    axis.values.flatMap((value): PackFinding[] => {
      const rows = pack.responsibility.filter(({ when }) => when.axis?.[axis.id]?.includes(value.id));
      return pack.axes.flatMap((other): PackFinding[] => {
        const split = rowsThatDiffer(rows, other.id);
        const graded = gradedWithout(axis.id, value, other.id, pack);
        if (other.id === axis.id || !split || graded.length === 0) return [];
        return [
          finding('warning', 'liabilityByAxis', `axes.${axis.id}.${value.id}`, {
            sources: [...graded, ...split.map(({ source }) => source)],
            params: { gradeClauses: graded.join(', '), firstClauses: split[0].source, secondClauses: split[1].source },
            labels: { value: value.label, axis: other.label, first: split[0].label, second: split[1].label },
          }),
        ];
      });
    }),
  );
}

/** Two rows that lie apart on the axis and name different departments. */
function rowsThatDiffer(
  rows: readonly ResponsibilityRule[],
  axis: string,
): [ResponsibilityRule, ResponsibilityRule] | null {
  for (const [at, first] of rows.entries()) {
    const second = rows.slice(at + 1).find((row) => areApart(first, row, axis) && !haveSameDepartments(first, row));
    if (second) return [first, second];
  }
  return null;
}

function areApart(a: ResponsibilityRule, b: ResponsibilityRule, axis: string): boolean {
  const [mine, theirs] = [a.when.axis?.[axis], b.when.axis?.[axis]];
  return mine !== undefined && theirs !== undefined && !mine.some((id) => theirs.includes(id));
}

function haveSameDepartments(a: ResponsibilityRule, b: ResponsibilityRule): boolean {
  return a.departments.toSorted().join() === b.departments.toSorted().join();
}

/** The clauses that grade a value without a look at the other axis. */
function gradedWithout(axis: string, value: Value, other: string, pack: PolicyPack): string[] {
  const own = { ...value.when, axis: { ...value.when?.axis, [axis]: [value.id] } };
  const rules = pack.gradeRules.filter(({ when }) => !when.axis?.[other] && entails(own, when));
  return [...new Set(rules.flatMap(({ source }) => clausesAbout(source, value.source)))];
}
