import type { Milestone, PolicyPack } from '../policy-pack.ts';
import type { Target } from '../target.ts';
import { packConditions, type PlacedCondition } from './pack-conditions.ts';
import { finding, type FindingCode, type PackFinding } from './pack-finding.ts';

/**
 * Units that do not fit together: working hours (工作小时) beside hours (小时), workdays beside calendar days, thresholds in
 * different units, a threshold for which no field asks, and a clock that starts where it stops.
 */
export function unitClashes(pack: PolicyPack): PackFinding[] {
  return [
    ...mixed(pack, 'mixedHours', ['workMinutes'], ['clockMinutes', 'hoursOfUnknownKind']),
    ...mixed(pack, 'mixedDays', ['workDays'], ['calendarDays']),
    ...thresholds(pack),
    ...standingClocks(pack),
  ];
}

type Unit = Target['unit'];

function mixed({ milestones }: PolicyPack, code: FindingCode, some: Unit[], others: Unit[]): PackFinding[] {
  const first = milestones.find((milestone) => countsIn(milestone, some));
  const second = milestones.find((milestone) => countsIn(milestone, others));
  if (!first || !second) return [];
  return [
    finding('note', code, `milestones.${second.id}`, {
      sources: [first.source, second.source],
      params: { firstClauses: first.source, secondClauses: second.source },
      labels: { first: first.label, second: second.label },
    }),
  ];
}

function countsIn({ targets }: Milestone, units: readonly Unit[]): boolean {
  return Object.values(targets).some(({ unit }) => units.includes(unit));
}

function thresholds(pack: PolicyPack): PackFinding[] {
  const counted = packConditions(pack).filter(({ when }) => when.quantityOver);
  const [first] = counted;
  if (!first) return [];
  const isAsked = pack.fields.some(({ field }) => field === 'quantity');
  const unasked = isAsked
    ? []
    : [finding('warning', 'amountNotAskedFor', first.where, { sources: [first.source], params: amountOf(first) })];
  const other = counted.find((each) => !haveCommonUnit(each, first));
  if (!other) return unasked;
  const clash = finding('warning', 'mixedThresholdUnits', other.where, {
    sources: [first.source, other.source],
    params: {
      ...amountOf(first),
      otherUnit: amountOf(other).unit,
      otherOver: amountOf(other).over,
      firstClauses: first.source,
      secondClauses: other.source,
    },
  });
  return [...unasked, clash];
}

function amountOf({ when }: PlacedCondition): { over: number; unit: string } {
  return { over: when.quantityOver?.over ?? 0, unit: when.quantityOver?.units[0] ?? '' };
}

function haveCommonUnit(a: PlacedCondition, b: PlacedCondition): boolean {
  return (a.when.quantityOver?.units ?? []).some((unit) => b.when.quantityOver?.units.includes(unit));
}

function standingClocks({ milestones }: PolicyPack): PackFinding[] {
  return milestones
    .filter(({ startsAt, stopsAt }) => startsAt === stopsAt)
    .map(({ id, label, source }) =>
      finding('error', 'startsWhereItStops', `milestones.${id}`, { sources: [source], labels: { milestone: label } }),
    );
}
