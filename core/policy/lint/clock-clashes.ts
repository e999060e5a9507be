import type { Condition } from '../condition.ts';
import type { Milestone, PolicyPack } from '../policy-pack.ts';
import type { Target } from '../target.ts';
import { warnPointsOf } from '../warn-point.ts';
import { entails } from './entails.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/**
 * Clocks that contradict each other or themselves: two with the same start and stop and other targets, more time for a graver
 * grade than for a milder one, one clock that counts hours for one grade and days for another, and a warning that is
 * wanted before the clock has begun.
 */
export function clockClashes(pack: PolicyPack): PackFinding[] {
  return [
    ...pack.milestones.flatMap((first, at) =>
      pack.milestones.slice(at + 1).flatMap((second) => sameClock(first, second, pack)),
    ),
    ...pack.milestones.flatMap((milestone) => graverSlower(milestone, pack)),
    ...pack.milestones.flatMap((milestone) => unitsByGrade(milestone)),
    ...pack.milestones.flatMap((milestone) => warnedTooEarly(milestone)),
  ];
}

function sameClock(first: Milestone, second: Milestone, { grades }: PolicyPack): PackFinding[] {
  const isSame = first.startsAt === second.startsAt && first.stopsAt === second.stopsAt;
  if (!isSame || first.recurs || second.recurs || !areTogether(first.when, second.when)) return [];
  const grade = grades.find(({ id }) => {
    const [a, b] = [targetOf(first, id), targetOf(second, id)];
    return a && b && JSON.stringify(a) !== JSON.stringify(b);
  });
  if (!grade) return [];
  return [
    finding('warning', 'clocksClash', `milestones.${second.id}`, {
      sources: [first.source, second.source],
      params: { firstClauses: first.source, secondClauses: second.source },
      labels: { first: first.label, second: second.label, grade: grade.label },
    }),
  ];
}

/** Each waits for the grade's own target; a blank contradicts nothing. */
function targetOf({ targets, when }: Milestone, grade: string): Target | null {
  if (when?.grade?.includes(grade) === false) return null;
  const target = targets[grade] ?? targets['default'];
  return target === undefined || target.unit === 'notConfigured' ? null : target;
}

function areTogether(a: Condition = {}, b: Condition = {}): boolean {
  return entails(a, b) || entails(b, a);
}

/** Of two grades the graver one is never given more time, as far as their units can be compared. */
function graverSlower(milestone: Milestone, { grades }: PolicyPack): PackFinding[] {
  return grades.slice(1).flatMap((graver, at): PackFinding[] => {
    const milder = grades[at];
    const [more, less] = [targetOf(milestone, graver.id), milder && targetOf(milestone, milder.id)];
    if (!milder || !more || !less || !isLonger(more, less)) return [];
    return [
      finding('warning', 'graverSlower', `milestones.${milestone.id}.${graver.id}`, {
        sources: [milestone.source],
        labels: { milestone: milestone.label, graver: graver.label, milder: milder.label },
      }),
    ];
  });
}

function isLonger(a: Target, b: Target): boolean {
  const [long, short] = [lengthOf(a), lengthOf(b)];
  return (
    long !== null && short !== null && (long.kind === short.kind || short.amount === 0) && long.amount > short.amount
  );
}

/** By the clock in minutes; working time in its own units, since a working day is as long as the company's hours. */
function lengthOf(target: Target): { kind: string; amount: number } | null {
  switch (target.unit) {
    case 'notConfigured':
      return null;
    case 'immediately':
      return { kind: 'clock', amount: 0 };
    case 'clockMinutes':
      return { kind: 'clock', amount: target.amount };
    case 'calendarDays':
      return { kind: 'clock', amount: target.amount * 1440 };
    default:
      return { kind: target.unit, amount: target.amount };
  }
}

const HOURS: readonly Target['unit'][] = ['workMinutes', 'clockMinutes', 'hoursOfUnknownKind'];
const DAYS: readonly Target['unit'][] = ['workDays', 'calendarDays'];

function unitsByGrade({ id, label, targets, source }: Milestone): PackFinding[] {
  const units = Object.values(targets).map(({ unit }) => unit);
  const mixes = [HOURS, DAYS].every((kind) => units.some((unit) => kind.includes(unit)));
  return mixes
    ? [finding('note', 'unitsByGrade', `milestones.${id}`, { sources: [source], labels: { milestone: label } })]
    : [];
}

function warnedTooEarly(milestone: Milestone): PackFinding[] {
  const { id, label, targets, source } = milestone;
  const minutesFor = (grade: string) =>
    Math.max(0, ...warnPointsOf(milestone, grade).map((point) => ('minutes' in point ? point.minutes : 0)));
  const short = Object.entries(targets).find(([grade, target]) => {
    const length = lengthOf(target);
    if (length === null || target.unit === 'immediately') return false;
    return minutesFor(grade) > (target.unit === 'workDays' ? target.amount * 1440 : length.amount * hoursIn(target));
  });
  return short
    ? [
        finding('warning', 'warnedTooEarly', `milestones.${id}`, {
          sources: [source],
          labels: { milestone: label },
          params: { ahead: minutesFor(short[0]) },
        }),
      ]
    : [];
}

function hoursIn({ unit }: Target): number {
  return unit === 'hoursOfUnknownKind' ? 60 : 1;
}
