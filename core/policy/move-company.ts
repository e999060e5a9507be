import type { CompanySettings } from './company-settings.ts';

/**
 * A company's settings for another policy: working hours, own days and how days and hours are counted stay, since they are
 * the company's; time limits and other answers were given to the other policy's blanks and are dropped.
 */
export function moveCompany(company: CompanySettings, policyId: string): CompanySettings {
  const moved: CompanySettings = { ...company, policyId, targets: {} };
  delete moved.answers;
  delete moved.policyVersion;
  return moved;
}
