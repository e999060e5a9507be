import type { PolicyPack } from '../policy-pack.ts';
import { entails, wordGroups } from './entails.ts';
import { isUnconditional } from './grade-clashes.ts';
import { packConditions } from './pack-conditions.ts';
import { finding, type PackFinding } from './pack-finding.ts';
import { says } from './says.ts';

/** Rules that can never hold or never be reached, whatever a complaint says. */
export function deadRules(pack: PolicyPack): PackFinding[] {
  return [...alwaysGraded(pack), ...neverHolding(pack), ...shadowedValues(pack), ...deadSteps(pack), ...noEnd(pack)];
}

/** A grade rule that asks for nothing would give every complaint its grade. */
function alwaysGraded({ gradeRules }: PolicyPack): PackFinding[] {
  return gradeRules
    .filter(({ when }) => isUnconditional(when))
    .map(({ id, reason, source }) =>
      finding('error', 'emptyCondition', `gradeRules.${id}`, { sources: [source], labels: { rule: reason } }),
    );
}

/** Conditions that ask for a word and forbid it. */
function neverHolding(pack: PolicyPack): PackFinding[] {
  return packConditions(pack).flatMap(({ where, when, source }) => {
    const forbidden = when.noWord ?? [];
    const group = wordGroups(when).find((words) => words.every((word) => forbidden.some((other) => says(word, other))));
    return group
      ? [finding('error', 'neverHolds', where, { sources: [source], params: { words: group.join(' / ') } })]
      : [];
  });
}

/** On an axis the first value that holds is proposed: one whose condition an earlier value has taken whole never is. */
function shadowedValues({ axes }: PolicyPack): PackFinding[] {
  return axes.flatMap((axis) =>
    axis.values.flatMap((value, at) => {
      const { when } = value;
      const before = when && axis.values.slice(0, at).find((other) => other.when && entails(when, other.when));
      if (!before) return [];
      return [
        finding('warning', 'unreachableValue', `axes.${axis.id}.${value.id}`, {
          sources: [before.source, value.source],
          labels: { axis: axis.label, value: value.label, before: before.label },
        }),
      ];
    }),
  );
}

/** A step of a grade's way that asks for another grade is never taken. */
function deadSteps({ workflow }: PolicyPack): PackFinding[] {
  return Object.entries(workflow).flatMap(([grade, steps]) =>
    steps
      .filter(({ when }) => grade !== 'default' && when?.grade && !when.grade.includes(grade))
      .map(({ id, label, source }) =>
        finding('error', 'unreachableStep', `workflow.${grade}.${id}`, { sources: [source], labels: { step: label } }),
      ),
  );
}

function noEnd({ statuses }: PolicyPack): PackFinding[] {
  return statuses.every(({ isOpen }) => isOpen) ? [finding('error', 'noClosedStatus', 'statuses')] : [];
}
