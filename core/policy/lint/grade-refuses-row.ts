import type { PolicyPack } from '../policy-pack.ts';
import { entails } from './entails.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/**
 * Rows and remedies that ask for a grade which the value they speak of never gets: the matrix says C, the grade rules have
 * made it B before (S1f-C1).
 */
export function gradeRefusesRow(pack: PolicyPack): PackFinding[] {
  const rows = [
    ...pack.responsibility.map((row) => ({ ...row, where: `responsibility.${row.id}` })),
    ...pack.remedies.map((row) => ({ ...row, where: `remedies.${row.id}` })),
  ];
  const gravity = pack.grades.map(({ id }) => id);
  return rows.flatMap(({ where, when, source, label }) =>
    Object.entries(when?.axis ?? {}).flatMap(([axis, ids]) =>
      (pack.axes.find(({ id }) => id === axis)?.values ?? [])
        .filter(({ id }) => ids.includes(id) && when?.grade)
        .flatMap((value): PackFinding[] => {
          const own = { ...value.when, axis: { ...value.when?.axis, [axis]: [value.id] } };
          const rules = pack.gradeRules.filter((rule) => entails(own, rule.when));
          const gravest = rules.toSorted((a, b) => gravity.indexOf(b.grade) - gravity.indexOf(a.grade))[0];
          const grade = pack.grades.find(({ id }) => id === gravest?.grade);
          if (!gravest || !grade) return [];
          const wanted = Math.max(...(when?.grade ?? []).map((id) => gravity.indexOf(id)));
          if (wanted >= gravity.indexOf(gravest.grade)) return [];
          return [
            finding('warning', 'gradeRefusesRow', where, {
              sources: [gravest.source, source],
              params: { graverClauses: gravest.source, clauses: source },
              labels: { value: value.label, graver: grade.label, row: label },
            }),
          ];
        }),
    ),
  );
}
