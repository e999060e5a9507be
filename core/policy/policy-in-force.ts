import type { CompanySettings } from './company-settings.ts';
import { overlayCompany, type PolicyInForce } from './overlay-company.ts';
import { findPack } from './packs.ts';

/**
 * The policy by which everything is judged: the pack of this id with the company's answers in its blanks, and what of those
 * answers does not count. Null where this version has no such pack. Each edge asks once and hands the answer on, so that no
 * screen judges by the pack without its answers.
 */
export function policyInForce(policyId: string, company: CompanySettings | null): PolicyInForce | null {
  const pack = findPack(policyId);
  return pack && overlayCompany(pack, company);
}
