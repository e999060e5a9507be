import type { CompanySettings } from './company-settings.ts';
import { findLawPack } from './law-packs.ts';
import { layLawOver } from './lay-law-over.ts';
import { overlayCompany, type PolicyInForce } from './overlay-company.ts';
import { findPack } from './packs.ts';
import type { PolicyPack } from './policy-pack.ts';

/** A pack with the clocks of these laws beside its own; ids that this version does not have are left out. Null: no such pack. */
export function packWithLaws(policyId: string, laws: readonly string[]): PolicyPack | null {
  const pack = findPack(policyId);
  if (pack === null) return null;
  return laws.reduce((laid: PolicyPack, id) => {
    const law = findLawPack(id);
    return law ? layLawOver(laid, law) : laid;
  }, pack);
}

/** The policy in force (`policyInForce`) with the laws that the company has switched on, so that it may answer their blanks too. */
export function policyWithLaws(
  policyId: string,
  laws: readonly string[],
  company: CompanySettings | null,
): PolicyInForce | null {
  const pack = packWithLaws(policyId, laws);
  return pack && overlayCompany(pack, company);
}
