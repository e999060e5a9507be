import type { CompanySettings } from '../policy/company-settings.ts';
import type { Milestone, PolicyPack, Target } from '../policy/policy-pack.ts';

/** The target that holds for a grade, and who set it. */
export interface TargetChoice {
  target: Target;
  setBy: 'company' | 'pack';
  /** The clause of the pack where the milestone stands. */
  source: string;
}

/**
 * The target of a milestone for a grade. The company's targets are laid over the pack's key by key, and a named grade
 * goes before `default`; a blank of the pack gives way to the company's `default`.
 * Settings that were made for another pack do not count.
 */
export function chooseTarget(
  milestone: Milestone,
  grade: string,
  pack: PolicyPack,
  company: CompanySettings | null,
): TargetChoice {
  const own = company?.policyId === pack.id ? (company.targets[milestone.id] ?? {}) : {};
  const candidates: { target: Target | undefined; setBy: 'company' | 'pack' }[] = [
    { target: own[grade], setBy: 'company' },
    { target: ifConfigured(milestone.targets[grade]), setBy: 'pack' },
    { target: own['default'], setBy: 'company' },
    { target: milestone.targets[grade], setBy: 'pack' },
    { target: milestone.targets['default'], setBy: 'pack' },
  ];
  for (const { target, setBy } of candidates) if (target) return { target, setBy, source: milestone.source };
  throw new Error(`Milestone ${milestone.id} of ${pack.id} has no default target`);
}

function ifConfigured(target: Target | undefined): Target | undefined {
  return target?.unit === 'notConfigured' ? undefined : target;
}
