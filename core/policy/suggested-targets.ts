import type { CompanySettings } from './company-settings.ts';
import type { PolicyPack } from './policy-pack.ts';

/**
 * The targets that the product proposes where a pack leaves them blank, in the shape of a company's own targets. A proposal
 * counts for nothing until a person has confirmed it: then it is stored as the company's answer and is nobody else's rule.
 * Empty when the pack proposes nothing.
 */
export function suggestedTargets(pack: PolicyPack): CompanySettings['targets'] {
  return Object.fromEntries(pack.milestones.flatMap(({ id, suggestions }) => (suggestions ? [[id, suggestions]] : [])));
}
