import type { CompanySettings } from './company-settings.ts';
import type { Milestone, PolicyPack, Target } from './policy-pack.ts';

/** `product`: a default of ours that stands in the pack, not in any source document. */
export type SetBy = 'company' | 'pack' | 'product';

/** A target of which it is clear what it counts. */
export type SettledTarget = Exclude<Target, { unit: 'hoursOfUnknownKind' }>;

/** Hours of which the source does not say whether they are meant by the clock; `mean` is the company's answer, null: none yet. */
export interface OpenHours {
  count: number;
  mean: 'working' | 'clock' | null;
}

/** The target that holds for a grade, and who set it. */
export interface TargetChoice {
  target: SettledTarget;
  /** Only where the target stands as hours of an unknown kind. */
  hours?: OpenHours;
  setBy: SetBy;
  /** The clause of the pack where the milestone stands. */
  source: string;
}

/**
 * The target of a milestone for a grade. The company's targets are laid over the pack's key by key, and a named grade
 * goes before `default`; a blank of the pack gives way to the company's `default`.
 * Settings that were made for another pack do not count. Hours of an unknown kind become working or clock minutes once the
 * company has said which (`hoursMean`).
 */
export function chooseTarget(
  milestone: Milestone,
  grade: string,
  pack: PolicyPack,
  company: CompanySettings | null,
): TargetChoice {
  const own = company?.policyId === pack.id ? lookUp(company.targets, milestone.id) : undefined;
  const ours: SetBy = milestone.source.startsWith('product') ? 'product' : 'pack';
  const candidates: { target: Target | undefined; setBy: SetBy }[] = [
    { target: lookUp(own, grade), setBy: 'company' },
    { target: ifConfigured(lookUp(milestone.targets, grade)), setBy: ours },
    { target: lookUp(own, 'default'), setBy: 'company' },
    { target: lookUp(milestone.targets, grade), setBy: ours },
    { target: lookUp(milestone.targets, 'default'), setBy: ours },
  ];
  const mean = company?.policyId === pack.id ? (company.hoursMean ?? null) : null;
  for (const { target, setBy } of candidates) {
    if (target) return { ...settled(target, mean), setBy, source: milestone.source };
  }
  throw new Error(`Milestone ${milestone.id} of ${pack.id} has no default target`);
}

/** Hours of an unknown kind stay open until the company says which are meant. */
function settled(target: Target, mean: OpenHours['mean']): Pick<TargetChoice, 'target' | 'hours'> {
  if (target.unit !== 'hoursOfUnknownKind') return { target };
  const hours = { count: target.amount, mean };
  if (mean === null) return { target: { unit: 'notConfigured' }, hours };
  return { target: { unit: mean === 'working' ? 'workMinutes' : 'clockMinutes', amount: target.amount * 60 }, hours };
}

function ifConfigured(target: Target | undefined): Target | undefined {
  return target?.unit === 'notConfigured' ? undefined : target;
}

/** Grades come from a sheet or an envelope: `constructor` is no key of ours. */
function lookUp<T>(record: Record<string, T> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
