import type { PolicyPack } from '../policy-pack.ts';

/** Kinds of things that rules call by their id. */
export type NamedKind =
  | 'grade'
  | 'category'
  | 'lane'
  | 'axis'
  | 'axisValue'
  | 'role'
  | 'team'
  | 'rule'
  | 'remedy'
  | 'milestone'
  | 'pauseReason'
  | 'verdict'
  | 'step';

/** A place where a rule calls something by its id. */
export interface NameUse {
  where: string;
  kind: NamedKind;
  id: string;
}

/** What there is to be called, by kind. Values on an axis are known as `axis.value`. */
export function thingsNamed(pack: PolicyPack): Record<Exclude<NamedKind, 'step'>, Set<string>> {
  const idsOf = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    grade: idsOf(pack.grades),
    category: idsOf(pack.categories),
    lane: idsOf(pack.lanes),
    axis: idsOf(pack.axes),
    axisValue: new Set(pack.axes.flatMap((axis) => axis.values.map(({ id }) => `${axis.id}.${id}`))),
    role: idsOf(pack.roles),
    team: idsOf(pack.teams),
    rule: idsOf(pack.gradeRules),
    remedy: idsOf(pack.remedies),
    milestone: idsOf(pack.milestones),
    pauseReason: idsOf(pack.pauseReasons),
    verdict: idsOf(pack.verdicts),
  };
}
