import type { CompanySettings } from './company-settings.ts';
import { layPauses } from './lay-pauses.ts';
import { layWarnings } from './lay-warnings.ts';
import type { OverlayFinding } from './overlay-finding.ts';
import type { PolicyAnswers } from './policy-answers.ts';
import type { PolicyPack } from './policy-pack.ts';

export type { OverlayFinding } from './overlay-finding.ts';

/** A pack with a company's answers in its blanks. */
export interface PolicyInForce {
  pack: PolicyPack;
  /** The answers that have no place in the pack itself; empty when the settings are not for this pack. */
  answers: PolicyAnswers;
  findings: OverlayFinding[];
}

/**
 * Lays a company's answers over the blanks of a pack. The pack given is never changed. What a document sets stays as it is:
 * an answer to something that is no blank is told and left aside. Times are not laid over here: `chooseTarget` does so and
 * says who set them; here only those are told that belong to no milestone or grade. The company's own pause reasons are
 * added beside the pack's, with `company` as their source, those it no longer gives as retired; its warn
 * points and ladders where the pack has none. Laid over twice it is there once.
 */
export function overlayCompany(pack: PolicyPack, company: CompanySettings | null): PolicyInForce {
  if (company === null) return { pack, answers: {}, findings: [] };
  if (company.policyId !== pack.id) {
    return { pack, answers: {}, findings: [{ code: 'otherPolicy', params: { made: company.policyId, now: pack.id } }] };
  }
  const { policyVersion, answers = {} } = company;
  const findings: OverlayFinding[] =
    policyVersion === undefined || policyVersion === pack.version
      ? []
      : [{ code: 'otherVersion', params: { made: policyVersion, now: pack.version } }];
  const lay = layer(findings);
  const paused = layPauses(pack, answers);
  const warned = layWarnings({ ...pack, milestones: paused.milestones }, answers);
  findings.push(...paused.findings, ...warned.findings);
  const filled: PolicyPack = {
    ...pack,
    milestones: warned.milestones,
    approvals: lay('approvals', pack.approvals, answers.approvalLimits, ({ over }, answer) =>
      over === null ? { over: answer } : null,
    ),
    remedies: lay('remedies', pack.remedies, answers.baseUnits, ({ ratio }, baseUnit) =>
      ratio?.baseUnit === null ? { ratio: { ...ratio, baseUnit } } : null,
    ),
    pauseReasons: lay('pauseReasons', paused.pauseReasons, answers.pauseCapDays, ({ capDays }, answer) =>
      capDays === null ? { capDays: answer } : null,
    ),
    notifications: lay('notifications', pack.notifications, answers.notifications, ({ within }, answer) =>
      within.unit === 'notConfigured' ? { within: answer } : null,
    ),
    measures: lay('measures', pack.measures, answers.measurePeriods, ({ period }, answer) =>
      period === 'notConfigured' ? { period: answer } : null,
    ),
    trendAlarms: lay('trendAlarms', pack.trendAlarms, answers.trendAlarms, ({ times, withinDays }, answer) =>
      times === null || withinDays === null
        ? { times: times ?? answer.times, withinDays: withinDays ?? answer.withinDays }
        : null,
    ),
    accountability: {
      ...pack.accountability,
      measures: lay('accountability', pack.accountability.measures, answers.amounts, ({ amount }, answer) =>
        amount === null ? { amount: answer } : null,
      ),
    },
  };
  const whole = withSingleAnswers(filled, answers, findings);
  findings.push(...strangeTargets(pack, company), ...strangeAnswers(whole, answers));
  return { pack: whole, answers, findings };
}

/** Lays answers by id over a list; tells those that find no rule or no blank. */
function layer(findings: OverlayFinding[]) {
  return <Rule extends { id: string }, Answer>(
    section: string,
    rules: Rule[],
    answers: Record<string, Answer> | undefined,
    fill: (rule: Rule, answer: Answer) => Partial<Rule> | null,
  ): Rule[] => {
    const given = new Map(Object.entries(answers ?? {}));
    for (const id of given.keys()) {
      if (!rules.some((rule) => rule.id === id)) findings.push(strange('unknownRule', `${section}.${id}`));
    }
    return rules.map((rule) => {
      const answer = given.get(rule.id);
      if (answer === undefined) return rule;
      const filled = fill(rule, answer);
      if (filled === null) findings.push(strange('notABlank', `${section}.${rule.id}`));
      return { ...rule, ...filled };
    });
  };
}

/** Answers of which a pack has one each. */
function withSingleAnswers(pack: PolicyPack, answers: PolicyAnswers, findings: OverlayFinding[]): PolicyPack {
  const { reopening, retentionYears, satisfactionScale, performancePercent } = answers;
  const share = pack.accountability.performanceShare;
  const told = (isBlank: boolean, where: string) => {
    if (!isBlank) findings.push(strange('notABlank', where));
    return isBlank;
  };
  return {
    ...pack,
    ...(reopening &&
      told(pack.reopening.way === 'notConfigured', 'reopening') && { reopening: { ...pack.reopening, ...reopening } }),
    ...(retentionYears !== undefined &&
      told(pack.retention.years === null, 'retention') && { retention: { ...pack.retention, years: retentionYears } }),
    ...(satisfactionScale && told(pack.satisfactionScale === null, 'satisfactionScale') && { satisfactionScale }),
    ...(performancePercent !== undefined &&
      told(share?.percent === null, 'performanceShare') &&
      share && {
        accountability: { ...pack.accountability, performanceShare: { ...share, percent: performancePercent } },
      }),
  };
}

function strangeTargets({ milestones, grades }: PolicyPack, { targets }: CompanySettings): OverlayFinding[] {
  const names = new Set(['default', ...grades.map(({ id }) => id)]);
  return Object.entries(targets).flatMap(([milestone, byGrade]) => {
    if (!milestones.some(({ id }) => id === milestone)) return [strange('unknownRule', `targets.${milestone}`)];
    return Object.keys(byGrade)
      .filter((grade) => !names.has(grade))
      .map((grade) => strange('unknownRule', `targets.${milestone}.${grade}`));
  });
}

/** Answers that stay beside the pack and name a rule of it. */
function strangeAnswers(pack: PolicyPack, answers: PolicyAnswers): OverlayFinding[] {
  const idsOf = (rules: readonly { id: string }[] | null) => new Set(rules?.map(({ id }) => id));
  const called: [string, Set<string>, string[]][] = [
    ['openQuestions', idsOf(pack.openQuestions), Object.keys(answers.openQuestions ?? {})],
    ['measureNumbers', idsOf(pack.measures), Object.keys(answers.measureNumbers ?? {})],
    ['satisfactionScale', idsOf(pack.satisfactionScale), [answers.satisfiedFrom ?? []].flat()],
    ['roles', idsOf(pack.roles), [answers.satisfactionAskedBy ?? []].flat()],
  ];
  return called.flatMap(([section, known, ids]) =>
    ids.filter((id) => !known.has(id)).map((id) => strange('unknownRule', `${section}.${id}`)),
  );
}

function strange(code: OverlayFinding['code'], where: string): OverlayFinding {
  return { code, params: { where } };
}
