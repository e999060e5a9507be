import { describe, expect, it } from 'vitest';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { listDeadlineBlanks } from '../../../core/policy/list-deadline-blanks.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { suggestedTargets } from '../../../core/policy/suggested-targets.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';

const [general, flyAsh] = [findPack('general'), findPack('fly-ash')];
if (!general || !flyAsh) throw new Error('the packs of the product are missing');

const company: CompanySettings = {
  schemaVersion: 1,
  policyId: 'fly-ash',
  calendar: CHINA_OFFICE,
  firstDay: 'nextDay',
  targets: {},
};

describe('what a company has still to answer', () => {
  it('every target of the general pack, which no document sets; then working hours and the first-day rule', () => {
    const blanks = ['firstResponse', 'closing'].flatMap((milestone) =>
      ['general', 'important', 'major'].map((grade) => ({ code: 'target', milestone, grade })),
    );
    expect(listDeadlineBlanks(general, null)).toEqual(blanks);
    const own = { ...company, policyId: 'general', targets: suggestedTargets(general) };
    expect(listDeadlineBlanks(general, { ...own, calendar: null, firstDay: null })).toEqual([
      { code: 'calendar' },
      { code: 'firstDay' },
    ]);
    expect(listDeadlineBlanks(general, own)).toEqual([]);
  });

  it('the blanks of the fly-ash guideline, by grade; no first-day rule, since nothing there counts days', () => {
    const blanks = ['preliminaryAnswer', 'closing'].flatMap((milestone) =>
      ['general', 'major'].map((grade) => ({ code: 'target', milestone, grade })),
    );
    expect(listDeadlineBlanks(flyAsh, null)).toEqual([{ code: 'calendar' }, ...blanks]);
    expect(listDeadlineBlanks(flyAsh, company)).toEqual(blanks);
  });

  it('each [X] of the farm machinery rules once, for the grade that it belongs to', () => {
    const farm = findPack('farm-machinery');
    const open = farm?.milestones.filter(({ targets }) => JSON.stringify(targets).includes('[X]')) ?? [];
    expect(open).toHaveLength(9);
    expect(farm && listDeadlineBlanks(farm, null)).toEqual([
      ...open.map(({ id, when }) => ({ code: 'target', milestone: id, grade: when?.grade?.[0] })),
      { code: 'target', milestone: 'progressReport', grade: 'important' },
    ]);
  });

  it('fewer with each answer, and a new one when an answer in days needs the first-day rule', () => {
    const targets = {
      preliminaryAnswer: { default: { unit: 'clockMinutes' as const, amount: 1440 } },
      closing: { major: { unit: 'workDays' as const, amount: 3 } },
    };
    expect(listDeadlineBlanks(flyAsh, { ...company, targets, firstDay: null })).toEqual([
      { code: 'firstDay' },
      { code: 'target', milestone: 'closing', grade: 'general' },
    ]);
  });
});
