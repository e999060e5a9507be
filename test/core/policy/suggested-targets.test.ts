import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { listDeadlineBlanks } from '../../../core/policy/list-deadline-blanks.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { suggestedTargets } from '../../../core/policy/suggested-targets.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';

const general = findPack('general');
if (!general) throw new Error('the default pack is missing');

const company: CompanySettings = {
  schemaVersion: 1,
  policyId: 'general',
  calendar: CHINA_OFFICE,
  firstDay: 'nextDay',
  targets: {},
};
const firstResponse = (targets: CompanySettings['targets'], grade: string) =>
  computeDeadlines({
    values: { receivedAt: '2026-03-03T09:00:00+08:00' },
    grade,
    pack: general,
    company: { ...company, targets },
    asOf: '2026-03-03T09:00:00+08:00',
    zone: 'Asia/Shanghai',
  }).find(({ milestone }) => milestone === 'firstResponse');

describe('what the product proposes for blanks', () => {
  it('counts for nothing by itself: no document sets these times', () => {
    expect(firstResponse({}, 'major')).toMatchObject({ basis: 'notConfigured', dueAt: null, status: 'none' });
  });

  it('counts once it is confirmed, as the company’s own answer', () => {
    const targets = suggestedTargets(general);
    expect(firstResponse(targets, 'major')?.dueAt).toBe('2026-03-03T10:00:00+08:00');
    expect(firstResponse(targets, 'important')?.dueAt).toBe('2026-03-03T11:00:00+08:00');
    expect(firstResponse(targets, 'general')?.dueAt).toBe('2026-03-03T14:30:00+08:00');
    expect(listDeadlineBlanks(general, { ...company, targets })).toEqual([]);
  });

  it('is nothing where a pack proposes nothing', () => {
    const silent = { ...general, milestones: general.milestones.map((each) => ({ ...each, suggestions: undefined })) };
    expect(suggestedTargets(silent)).toEqual({});
  });

  it.each(PACKS)('$id: stands only beside a blank, and names only grades of the pack', ({ milestones, grades }) => {
    const names = new Set(['default', ...grades.map(({ id }) => id)]);
    for (const { targets, suggestions = {} } of milestones) {
      for (const [grade, target] of Object.entries(suggestions)) {
        expect(names).toContain(grade);
        expect((targets[grade] ?? targets['default'])?.unit).toBe('notConfigured');
        expect(target.unit).not.toBe('notConfigured');
      }
    }
  });
});
