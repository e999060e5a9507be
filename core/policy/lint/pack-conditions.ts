import type { Condition } from '../condition.ts';
import type { PolicyPack } from '../policy-pack.ts';

/** A condition of a pack, and the rule it belongs to: `gradeRules.injury`. */
export interface PlacedCondition {
  where: string;
  when: Condition;
  source: string;
}

interface Conditional {
  id: string;
  when?: Condition | null | undefined;
  source: string;
}

/** All conditions of a pack, section by section. Rules without a condition of their own are left out. */
export function packConditions(pack: PolicyPack): PlacedCondition[] {
  const { gradeRules, milestones, lanes, teams, notifications, routes, closingGates, approvals } = pack;
  const { remedies, responsibility, guidance, checklists, checks } = pack;
  const sections: Record<string, readonly Conditional[]> = {
    fields: pack.fields.map((field) => ({ ...field, id: field.field })),
    ...{ gradeRules, milestones, lanes, teams, notifications, routes, closingGates, approvals },
    ...{ remedies, responsibility, guidance, checklists, checks },
    'lanes.orWhen': lanes.map(({ id, orWhen, source }) => ({ id, when: orWhen, source })),
    ...Object.fromEntries(pack.axes.map(({ id, values }) => [`axes.${id}`, values])),
    ...Object.fromEntries(Object.entries(pack.workflow).map(([grade, steps]) => [`workflow.${grade}`, steps])),
  };
  return Object.entries(sections).flatMap(([section, rules]) =>
    rules.flatMap(({ id, when, source }) => (when ? [{ where: `${section}.${id}`, when, source }] : [])),
  );
}
