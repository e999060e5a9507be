import type { PolicyInForce } from '../../policy/overlay-company.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { policyWithLaws } from '../../policy/policy-with-laws.ts';
import type { RegisterMemory } from '../register-plan.ts';
import type { LearnedWord } from './team-settings.ts';

/**
 * The policy by which a register is judged: its pack with the laws that the team switched on, the company's answers, and the team's own
 * words beside the pack's names. Null where this version has no such pack.
 */
export function registerPolicy({
  policy,
  company,
  team,
}: Pick<RegisterMemory, 'company' | 'team'> & { policy: { id: string } }): PolicyInForce | null {
  const found = policyWithLaws(policy.id, team?.laws ?? [], company);
  return found && { ...found, pack: withWords(found.pack, team?.words ?? []) };
}

function withWords(pack: PolicyPack, words: readonly LearnedWord[]): PolicyPack {
  if (words.length === 0) return pack;
  const taught =
    (of: LearnedWord['of']) =>
    <T extends { id: string; synonyms?: string[] | undefined }>(entry: T): T => {
      const own = words.filter((each) => each.of === of && each.means === entry.id).map(({ word }) => word);
      return own.length === 0 ? entry : { ...entry, synonyms: [...(entry.synonyms ?? []), ...own] };
    };
  return {
    ...pack,
    categories: pack.categories.map(taught('category')),
    grades: pack.grades.map(taught('grade')),
    statuses: pack.statuses.map(taught('status')),
    roles: pack.roles.map(taught('department')),
  };
}
