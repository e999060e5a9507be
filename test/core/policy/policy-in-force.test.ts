import { describe, expect, it } from 'vitest';
import { situationOf } from '../../../core/grade/situation.ts';
import { assessComplaint } from '../../../core/grade/assess-complaint.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { moveCompany } from '../../../core/policy/move-company.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { policyInForce } from '../../../core/policy/policy-in-force.ts';
import { sayOverlay } from '../../../core/wording/say-overlay.ts';
import { neededApprovals } from '../../../core/remedy/needed-approvals.ts';
import { whoToTell } from '../../../core/workflow/who-to-tell.ts';

const company = (policyId: string, more: Partial<CompanySettings>): CompanySettings => ({
  schemaVersion: 1,
  policyId,
  calendar: null,
  firstDay: 'nextDay',
  targets: {},
  ...more,
});

describe('the policy in force', () => {
  it('is the pack itself as long as nothing was answered', () => {
    expect(policyInForce('food', null)?.pack).toBe(findPack('food'));
    expect(policyInForce('food', null)?.findings).toEqual([]);
    expect(policyInForce('nowhere', null)).toBeNull();
  });

  it('asks for an approval above the limit that the company set, and for none below it', () => {
    const values = { description: '粉煤灰结块' };
    const approvals = (own: CompanySettings | null, amount: number) => {
      const pack = policyInForce('fly-ash', own)?.pack;
      if (pack === undefined) throw new Error('no pack');
      const situation = situationOf(values, assessComplaint(values, pack));
      return neededApprovals(['spending'], amount, situation, pack).map(({ approval }) => approval);
    };
    const own = company('fly-ash', { answers: { approvalLimits: { spendingApproval: 500 } } });
    expect(approvals(null, 400)).toEqual(['spendingApproval']);
    expect(approvals(own, 400)).toEqual([]);
    expect(approvals(own, 501)).toEqual(['spendingApproval']);
  });

  it('tells the leader as soon as the company says', () => {
    const values = { description: '生产线停工' };
    const within = (own: CompanySettings | null) => {
      const pack = policyInForce('general', own)?.pack;
      if (pack === undefined) throw new Error('no pack');
      return whoToTell(situationOf(values, assessComplaint(values, pack)), pack).find(
        ({ rule }) => rule === 'tellMajor',
      )?.within;
    };
    const own = company('general', { answers: { notifications: { tellMajor: { unit: 'immediately' } } } });
    expect(within(null)).toEqual({ unit: 'notConfigured' });
    expect(within(own)).toEqual({ unit: 'immediately' });
  });

  it.each(LOCALES)('says in %s which answers do not count, each once', (locale) => {
    const strange = company('general', {
      policyVersion: '0.0.1',
      targets: { gone: { default: { unit: 'immediately' } } },
    });
    const { findings = [] } = policyInForce('general', strange) ?? {};
    const said = sayOverlay([...findings, ...findings], locale) ?? '';
    expect(findings.map(({ code }) => code)).toEqual(['otherVersion', 'unknownRule']);
    expect(said.split('targets.gone')).toHaveLength(2);
    expect(said).toContain('0.0.1');
    expect(sayOverlay([], locale)).toBeNull();
  });
});

describe('settings that move to another policy', () => {
  it('keep hours and take no answers along that were given to other blanks', () => {
    const before = company('general', {
      policyVersion: '1.0.0',
      hoursMean: 'working',
      targets: { closing: { default: { unit: 'workDays', amount: 3 } } },
      answers: { retentionYears: 3, notifications: { tellMajor: { unit: 'immediately' } } },
    });
    const frozen = JSON.stringify(before);
    const moved = moveCompany(before, 'food');
    expect(moved).toEqual(company('food', { hoursMean: 'working' }));
    expect(policyInForce('food', moved)?.findings).toEqual([]);
    expect(JSON.stringify(before)).toBe(frozen);
  });
});
