import { describe, expect, it } from 'vitest';
import { CompanySettings } from '../../../core/policy/company-settings.ts';
import { listBlanks } from '../../../core/policy/list-blanks.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { overlayCompany } from '../../../core/policy/overlay-company.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import type { CompanyPause } from '../../../core/policy/policy-answers.ts';
import { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { packWith, text } from '../../support/rules-pack.ts';
import { SMALL_COMPANY } from '../../support/small-pack.ts';

const sample = (change: Partial<CompanyPause> = {}): CompanyPause => ({
  ...{ id: 'waitingForSample', label: text('waiting for the sample'), capDays: 5, noteNeeded: true },
  ...{ evidence: text('the consignment number'), stops: ['closing'] },
  ...change,
});
const company = (...pauseReasons: CompanyPause[]): CompanySettings => ({ ...SMALL_COMPANY, answers: { pauseReasons } });
const laid = (pack: PolicyPack, ...own: CompanyPause[]) => overlayCompany(pack, company(...own));
const codes = (pack: PolicyPack, ...own: CompanyPause[]) =>
  laid(pack, ...own).findings.map(({ code, params }) => `${code} ${params['where'] ?? ''}`);
const pausedBy = (pack: PolicyPack) => Object.fromEntries(pack.milestones.map(({ id, pausedBy }) => [id, pausedBy]));

const BARE = packWith({});
const LISTED = packWith({
  pauseReasons: [{ id: 'customer', label: text('customer'), capDays: 10, noteNeeded: true, source: 'S9-1' }],
  milestones: BARE.milestones.map((each) => (each.id === 'closing' ? { ...each, pausedBy: ['customer'] } : each)),
});

describe('a company’s own reasons to pause', () => {
  it('are laid beside the pack’s, with the company as their source, for the clocks they name', () => {
    const before = structuredClone(LISTED);
    const { pack, findings } = laid(LISTED, sample({ stops: ['closing', 'resolving'] }));
    expect(findings).toEqual([]);
    expect(pack.pauseReasons.map(({ id, source, capDays }) => [id, source, capDays])).toEqual([
      ['customer', 'S9-1', 10],
      ['waitingForSample', 'company', 5],
    ]);
    expect(pausedBy(pack)).toEqual({
      firstResponse: undefined,
      closing: ['customer', 'waitingForSample'],
      resolving: ['waitingForSample'],
    });
    expect(LISTED).toEqual(before);
    expect(PolicyPack.parse(pack)).toEqual(pack);
  });

  it('never stop the first response, alone or among others', () => {
    expect(codes(BARE, sample({ stops: ['firstResponse', 'closing'] }))).toEqual([
      'firstResponseNeverPaused firstResponse',
    ]);
    expect(pausedBy(laid(BARE, sample({ stops: ['firstResponse', 'closing'] })).pack)).toMatchObject({
      firstResponse: undefined,
      closing: ['waitingForSample'],
    });
    expect(codes(BARE, sample({ stops: ['firstResponse'] }))).toEqual([
      'firstResponseNeverPaused firstResponse',
      'stopsNothing pauseReasons.waitingForSample',
    ]);
    expect(laid(BARE, sample({ stops: ['firstResponse'] })).pack.pauseReasons).toEqual([]);
  });

  it('that clash with the pack’s, or are listed twice, are told; the first stands', () => {
    const clash = laid(LISTED, sample({ id: 'customer', capDays: 90, stops: ['resolving'] }));
    expect(clash.findings.map(({ code, params }) => [code, params['where']])).toEqual([
      ['alreadyInPolicy', 'pauseReasons.customer'],
    ]);
    expect(clash.pack.pauseReasons).toEqual(LISTED.pauseReasons);
    expect(pausedBy(clash.pack)).toEqual(pausedBy(LISTED));
    expect(codes(BARE, sample(), sample({ capDays: 1 }))).toEqual(['listedTwice pauseReasons.waitingForSample']);
    expect(laid(BARE, sample(), sample({ capDays: 1 })).pack.pauseReasons.map(({ capDays }) => capDays)).toEqual([5]);
  });

  it('for clocks that the pack does not have are told', () => {
    expect(codes(BARE, sample({ stops: ['gone', 'closing'] }))).toEqual([
      'unknownRule pauseReasons.waitingForSample.gone',
    ]);
  });

  it('laid over twice are there once, with nothing to tell', () => {
    const once = laid(BARE, sample(), sample({ id: 'onSite' }));
    const twice = overlayCompany(once.pack, company(sample(), sample({ id: 'onSite' })));
    expect(twice).toEqual(once);
  });

  it('leave their cap open as a blank, which is asked and answered like the pack’s', () => {
    const open = sample({ capDays: null });
    const asked = (settings: CompanySettings) => listBlanks(BARE, settings).map(({ id }) => id);
    expect(asked(company(open))).toContain('pauseReasons.waitingForSample');
    const answers = { pauseReasons: [open], pauseCapDays: { waitingForSample: 7 } };
    const answered = { ...SMALL_COMPANY, answers };
    expect(asked(answered)).not.toContain('pauseReasons.waitingForSample');
    expect(overlayCompany(BARE, answered).pack.pauseReasons[0]?.capDays).toBe(7);
  });

  it('are checked where a person writes them', () => {
    const accepts = (change: object) => CompanySettings.safeParse(company({ ...sample(), ...change })).success;
    expect(accepts({})).toBe(true);
    for (const wrong of [{ stops: [] }, { capDays: 0 }, { id: '1 2' }, { source: 'S1f-1' }, { label: { en: 'x' } }])
      expect(accepts(wrong)).toBe(false);
  });

  it('are told in words, in each language', () => {
    const { findings } = laid(
      LISTED,
      sample({ id: 'customer' }),
      sample({ stops: ['firstResponse'] }),
      sample({ id: 'onSite', stops: ['gone', 'closing'] }),
      sample({ id: 'onSite' }),
    );
    expect(findings).toHaveLength(5);
    for (const finding of findings)
      for (const locale of LOCALES) expect(sayLine(locale, 'policy.overlay', finding)).not.toMatch(/[{}]/);
  });

  it.each(PACKS)('fit the pack $id, which lists none of its own', (pack) => {
    const stops = pack.milestones.filter(({ stopsAt }) => stopsAt !== 'firstResponseAt').map(({ id }) => id);
    const settings = { ...company(sample({ stops })), policyId: pack.id };
    const { pack: whole, findings } = overlayCompany(pack, settings);
    expect(findings).toEqual([]);
    expect(PolicyPack.parse(whole).pauseReasons).toHaveLength(pack.pauseReasons.length + 1);
    expect(findPack(pack.id)?.pauseReasons).toEqual([]);
  });
});
