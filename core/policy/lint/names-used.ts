import type { Condition } from '../condition.ts';
import type { PolicyPack } from '../policy-pack.ts';
import type { NamedKind, NameUse } from './named-things.ts';
import { packConditions } from './pack-conditions.ts';

/** All places where a pack calls something by its id, in conditions, rules, the ways of the grades, and worked examples. */
export function namesUsed(pack: PolicyPack): NameUse[] {
  return [
    ...packConditions(pack).flatMap(({ where, when }) => inCondition(where, when)),
    ...pack.gradeRules.flatMap(({ id, grade }) => uses(`gradeRules.${id}`, 'grade', [grade])),
    ...inMilestones(pack),
    ...pack.replies.flatMap(({ id, milestone }) => uses(`replies.${id}`, 'milestone', [milestone])),
    ...inMeasures(pack),
    ...rolesCalled(pack),
    ...Object.keys(pack.workflow).flatMap((grade) => uses('workflow', 'grade', withoutDefault([grade]))),
    ...inExamples(pack),
  ];
}

function uses(where: string, kind: NamedKind, ids: readonly (string | null | undefined)[] = []): NameUse[] {
  return ids.flatMap((id) => (id === null || id === undefined ? [] : [{ where, kind, id }]));
}

function inCondition(where: string, { category, grade, lane, axis = {} }: Condition): NameUse[] {
  return [
    ...uses(where, 'category', category),
    ...uses(where, 'grade', grade),
    ...uses(where, 'lane', lane),
    ...Object.entries(axis).flatMap(([id, values]) => onAxis(where, id, values)),
  ];
}

function onAxis(where: string, axis: string, values: readonly string[]): NameUse[] {
  return [
    ...uses(where, 'axis', [axis]),
    ...uses(
      where,
      'axisValue',
      values.map((value) => `${axis}.${value}`),
    ),
  ];
}

function inMilestones({ milestones }: PolicyPack): NameUse[] {
  return milestones.flatMap(({ id, targets, suggestions = {}, warnings = {}, pausedBy, escalation = [] }) => [
    ...uses(
      `milestones.${id}`,
      'grade',
      withoutDefault([targets, suggestions, warnings].flatMap((byGrade) => Object.keys(byGrade))),
    ),
    ...uses(`milestones.${id}`, 'pauseReason', pausedBy),
    ...uses(
      `milestones.${id}`,
      'role',
      escalation.map(({ tell }) => tell),
    ),
  ]);
}

function inMeasures({ measures }: PolicyPack): NameUse[] {
  return measures.flatMap(({ id, computes }) => [
    ...(computes && 'milestone' in computes ? uses(`measures.${id}`, 'milestone', [computes.milestone]) : []),
    ...(computes && 'verdicts' in computes ? uses(`measures.${id}`, 'verdict', computes.verdicts) : []),
  ]);
}

function rolesCalled(pack: PolicyPack): NameUse[] {
  const roles = (where: string, ids: readonly (string | null | undefined)[]) => uses(where, 'role', ids);
  const steps = Object.entries(pack.workflow).flatMap(([grade, way]) =>
    way.flatMap(({ id, by, approvedBy }) => roles(`workflow.${grade}.${id}`, [by, approvedBy])),
  );
  return [
    ...pack.roles.flatMap(({ id, reportsTo }) => roles(`roles.${id}`, [reportsTo])),
    ...pack.lanes.flatMap(({ id, tell }) => roles(`lanes.${id}`, tell)),
    ...pack.teams.flatMap(({ id, leader, members }) =>
      roles(`teams.${id}`, [leader, ...members.map(({ role }) => role)]),
    ),
    ...pack.notifications.flatMap(({ id, tell }) => roles(`notifications.${id}`, tell)),
    ...pack.routes.flatMap(({ id, departments }) => roles(`routes.${id}`, departments)),
    ...steps,
    ...pack.approvals.flatMap(({ id, by }) => roles(`approvals.${id}`, [by])),
    ...pack.remedies.flatMap(({ id, consentBy }) => roles(`remedies.${id}`, [consentBy])),
    ...pack.responsibility.flatMap(({ id, departments }) => roles(`responsibility.${id}`, departments)),
    ...roles('accountability.appeal', [pack.accountability.appeal?.to]),
  ];
}

function inExamples({ examples }: PolicyPack): NameUse[] {
  return examples.flatMap(({ name, chosen = {}, company = {}, expect }) => {
    const where = `examples.${name}`;
    const axes = [...Object.entries(chosen.axes ?? {}), ...Object.entries(expect.axes ?? {})];
    return [
      ...uses(where, 'category', [chosen.category, expect.category]),
      ...uses(where, 'grade', [chosen.grade, expect.grade]),
      ...uses(where, 'rule', [expect.gradeRule]),
      ...uses(where, 'lane', expect.lanes),
      ...axes.flatMap(([axis, value]) => onAxis(where, axis, value === 'open' ? [] : [value])),
      ...uses(where, 'role', [expect.routes, expect.departments, expect.toldAtOnce].flat()),
      ...uses(where, 'team', expect.teams),
      ...uses(where, 'remedy', expect.remedies),
      ...uses(
        where,
        'milestone',
        [expect.targets, expect.deadlines, company.targets].flatMap((byId) => Object.keys(byId ?? {})),
      ),
    ];
  });
}

function withoutDefault(grades: readonly string[]): string[] {
  return grades.filter((grade) => grade !== 'default');
}
