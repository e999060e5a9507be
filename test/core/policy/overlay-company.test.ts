import { describe, expect, it } from 'vitest';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { overlayCompany } from '../../../core/policy/overlay-company.ts';
import { findPack } from '../../../core/policy/packs.ts';
import type { PolicyAnswers } from '../../../core/policy/policy-answers.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { packWith, text } from '../../support/rules-pack.ts';
import { SMALL_COMPANY, SMALL_PACK } from '../../support/small-pack.ts';

const source = 'test';
const pack = packWith({
  approvals: [
    { id: 'pay', label: text('pay'), of: 'spending', when: {}, over: null, by: 'boss', source },
    { id: 'set', label: text('set'), of: 'spending', when: {}, over: 200, by: 'boss', source },
  ],
  retention: { years: null, source },
});
const company = (answers: PolicyAnswers, more: Partial<CompanySettings> = {}): CompanySettings => ({
  ...SMALL_COMPANY,
  answers,
  ...more,
});
const told = (settings: CompanySettings) =>
  overlayCompany(pack, settings).findings.map(
    ({ code, params }) => `${code} ${params['where'] ?? params['made'] ?? ''}`,
  );

describe('a company’s answers over a pack', () => {
  it('fill its blanks and leave the pack itself as it was', () => {
    const before = structuredClone(pack);
    const { pack: filled, findings } = overlayCompany(
      pack,
      company({ approvalLimits: { pay: 500 }, retentionYears: 3 }),
    );
    expect(filled.approvals.map(({ over }) => over)).toEqual([500, 200]);
    expect(filled.retention).toEqual({ years: 3, source });
    expect(findings).toEqual([]);
    expect(pack).toEqual(before);
  });

  it('change nothing where there are none', () => {
    expect(overlayCompany(pack, null)).toEqual({ pack, answers: {}, findings: [] });
    expect(overlayCompany(pack, SMALL_COMPANY).pack).toEqual(pack);
  });

  it('never change what the document sets, and say so', () => {
    const settings = company({ approvalLimits: { set: 9000 } });
    expect(overlayCompany(pack, settings).pack.approvals[1]?.over).toBe(200);
    expect(told(settings)).toEqual(['notABlank approvals.set']);
  });

  it('are told where the pack has no such rule: answers, targets, roles and steps of the scale', () => {
    const answers = { approvalLimits: { gone: 1 }, satisfiedFrom: 'good', satisfactionAskedBy: 'nobody' };
    const targets = {
      gone: { default: { unit: 'immediately' as const } },
      closing: { minor: { unit: 'immediately' as const } },
    };
    expect(told(company(answers, { targets }))).toEqual([
      'unknownRule approvals.gone',
      'unknownRule targets.gone',
      'unknownRule targets.closing.minor',
      'unknownRule satisfactionScale.good',
      'unknownRule roles.nobody',
    ]);
  });

  it('count for nothing when they were made for another pack', () => {
    const foreign = company({ retentionYears: 3 }, { policyId: 'other' });
    expect(overlayCompany(pack, foreign)).toMatchObject({ pack, answers: {} });
    expect(told(foreign)).toEqual(['otherPolicy other']);
  });

  it('count, and are to be checked, when they were made for another version', () => {
    const older = company({ retentionYears: 3 }, { policyVersion: '0.9.0' });
    expect(overlayCompany(pack, older).pack.retention.years).toBe(3);
    expect(told(older)).toEqual(['otherVersion 0.9.0']);
    expect(told(company({}, { policyVersion: SMALL_PACK.version }))).toEqual([]);
  });

  it('are told in words, in each language', () => {
    const strange = company({ approvalLimits: { gone: 1, set: 1 } }, { policyVersion: '0.9.0' });
    const foreign = company({}, { policyId: 'other' });
    for (const finding of [...overlayCompany(pack, strange).findings, ...overlayCompany(pack, foreign).findings]) {
      for (const locale of LOCALES) expect(sayLine(locale, 'policy.overlay', finding)).not.toMatch(/[{}]/);
    }
  });

  it('S1f-29: give the tofu maker’s ratio its unit', () => {
    const food = findPack('food');
    if (!food) throw new Error('the food pack is missing');
    const settings = company({ baseUnits: { giftA: '包' } }, { policyId: 'food' });
    const gift = overlayCompany(food, settings).pack.remedies.find(({ id }) => id === 'giftA');
    expect(gift?.ratio).toEqual({ give: 10, per: 1, baseUnit: '包' });
  });
});
