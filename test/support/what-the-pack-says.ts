import { computeDeadlines } from '../../core/deadline/compute-deadlines.ts';
import { assessComplaint } from '../../core/grade/assess-complaint.ts';
import { matchCondition } from '../../core/grade/match-condition.ts';
import { situationOf, type Situation } from '../../core/grade/situation.ts';
import { CompanySettings } from '../../core/policy/company-settings.ts';
import type { Example } from '../../core/policy/example.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { proposeRemedies } from '../../core/remedy/propose-remedies.ts';
import { findResponsible } from '../../core/responsibility/find-responsible.ts';
import { firstDepartments } from '../../core/responsibility/first-departments.ts';
import { CHINA_OFFICE } from '../core/working-time/calendars.ts';
import { teamsCalled, whoToTell } from '../../core/workflow/who-to-tell.ts';

/** What the pack makes of an example, in the shape of what the example expects: only what it names. Sets are in the example's order. */
export function whatThePackSays(
  { given, chosen = {}, company = {}, expect }: Example,
  pack: PolicyPack,
): Example['expect'] {
  const assessment = assessComplaint(given, pack, chosen);
  const { category, grade, lanes, axes } = assessment;
  const situation = situationOf(given, assessment);
  const said = {
    category: category?.id,
    grade: grade.id,
    // Always compared: an example that names no rule says that none fires.
    gradeRule: grade.rule ?? undefined,
    lanes: lanes.map(({ id }) => id),
    axes: Object.fromEntries(
      Object.keys(expect.axes ?? {}).map((axis) => [axis, axes.find((choice) => choice.axis === axis)?.id ?? 'open']),
    ),
    routes: inOrderOf(
      expect.routes,
      firstDepartments(situation, pack).flatMap(({ departments }) => departments),
    ),
    departments: inOrderOf(
      expect.departments,
      findResponsible(situation, pack).departments.map(({ department }) => department),
    ),
    toldAtOnce: inOrderOf(
      expect.toldAtOnce,
      whoToTell(situation, pack).flatMap(({ isAtOnce, tell }) => (isAtOnce ? tell : [])),
    ),
    teams: inOrderOf(
      expect.teams,
      teamsCalled(situation, pack).map(({ team }) => team),
    ),
    remedies: inOrderOf(
      expect.remedies,
      proposeRemedies(situation, pack).flatMap(({ state, remedy }) => (state === 'proposed' ? [remedy] : [])),
    ),
    targets: targetsOf(Object.keys(expect.targets ?? {}), situation, pack),
    deadlines: deadlinesOf(Object.keys(expect.deadlines ?? {}), { values: given, situation, company }, pack),
  };
  const named = Object.entries(said).filter(([part]) => part in expect || (part === 'gradeRule' && !chosen.grade));
  return Object.fromEntries(named);
}

/** What the office of the examples has answered besides an example's own answers. */
const OFFICE = { schemaVersion: 1 as const, calendar: CHINA_OFFICE, firstDay: 'nextDay' as const, targets: {} };

function deadlinesOf(
  milestones: readonly string[],
  about: { values: Example['given']; situation: Situation; company: NonNullable<Example['company']> },
  pack: PolicyPack,
): Example['expect']['deadlines'] {
  const { values, situation, company } = about;
  const found = computeDeadlines({
    ...{ values, grade: situation.grade() ?? '', pack, zone: 'UTC', asOf: '2026-03-03T09:00:00+08:00' },
    company: CompanySettings.parse({ ...OFFICE, policyId: pack.id, ...company }),
    applies: ({ when }) => when === undefined || matchCondition(when, situation) !== null,
  });
  return Object.fromEntries(
    milestones.flatMap((id) => {
      const deadline = found.find(({ milestone }) => milestone === id);
      return deadline ? [[id, deadline.dueAt ?? deadline.basis]] : [];
    }),
  );
}

function inOrderOf(order: readonly string[] = [], found: readonly string[]): string[] {
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...new Set(found)].toSorted((a, b) => place(a) - place(b));
}

function targetsOf(
  milestones: readonly string[],
  situation: Situation,
  pack: PolicyPack,
): Example['expect']['targets'] {
  const grade = situation.grade() ?? 'default';
  return Object.fromEntries(
    milestones.flatMap((id) => {
      const milestone = pack.milestones.find((candidate) => candidate.id === id);
      if (!milestone || (milestone.when && !matchCondition(milestone.when, situation))) return [];
      const target = milestone.targets[grade] ?? milestone.targets['default'];
      return target ? [[id, target]] : [];
    }),
  );
}
