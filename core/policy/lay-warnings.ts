import type { OverlayFinding } from './overlay-finding.ts';
import type { PolicyAnswers } from './policy-answers.ts';
import type { Milestone, PolicyPack } from './policy-pack.ts';
import type { WarnPoints } from './warn-point.ts';

/**
 * A company's warn points and escalation ladders laid over the clocks of a pack. What a document sets stands (`notABlank`); a
 * clock, grade or role that the pack does not have is told (`unknownRule`) and left out. A register, whose colours know one
 * number of minutes a clock, takes the longest of the company's `default`.
 */
export function layWarnings(
  { milestones, grades, roles }: Pick<PolicyPack, 'milestones' | 'grades' | 'roles'>,
  { warnings = {}, escalation = {} }: Pick<PolicyAnswers, 'warnings' | 'escalation'>,
): { milestones: Milestone[]; findings: OverlayFinding[] } {
  const findings: OverlayFinding[] = [];
  const tell = (code: OverlayFinding['code'], where: string) => findings.push({ code, params: { where } });
  const names = new Set(['default', ...grades.map(({ id }) => id)]);
  for (const [section, answers] of Object.entries({ warnings, escalation })) {
    for (const id of Object.keys(answers)) {
      if (milestones.every((milestone) => milestone.id !== id)) tell('unknownRule', `${section}.${id}`);
    }
  }
  const laid = milestones.map((milestone): Milestone => {
    const { id } = milestone;
    const points = Object.entries(warnings[id] ?? {}).filter(([grade]) => {
      if (!names.has(grade)) tell('unknownRule', `warnings.${id}.${grade}`);
      return names.has(grade);
    });
    const ladder = (escalation[id] ?? []).filter((step) => {
      const isKnown = roles.some((role) => role.id === step.tell);
      if (!isKnown) tell('unknownRule', `escalation.${id}.${step.tell}`);
      return isKnown;
    });
    return {
      ...milestone,
      ...fill('warnings', milestone.warnings, points.length > 0 ? Object.fromEntries(points) : undefined),
      ...fill('escalation', milestone.escalation, ladder.length > 0 ? ladder : undefined),
      ...(milestone.warnings === undefined && longest(warnings[id])),
    };

    function fill<T>(section: string, present: T | undefined, answer: T | undefined): Record<string, T> {
      if (answer === undefined) return {};
      if (present === undefined) return { [section]: answer };
      // Laid over before: nothing to tell.
      if (JSON.stringify(present) !== JSON.stringify(answer)) tell('notABlank', `${section}.${id}`);
      return {};
    }
  });
  return { milestones: laid, findings };
}

function longest(points: WarnPoints | undefined): { warnMinutes?: number } {
  const minutes = (points?.['default'] ?? []).flatMap((point) => ('minutes' in point ? [point.minutes] : []));
  return minutes.length === 0 ? {} : { warnMinutes: Math.max(...minutes) };
}
