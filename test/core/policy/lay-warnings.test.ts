import { describe, expect, it } from 'vitest';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { deadlinesOf } from '../../../core/deadline/deadlines-of.ts';
import { warnMoments } from '../../../core/deadline/warn-moment.ts';
import { CompanySettings } from '../../../core/policy/company-settings.ts';
import { lintPack } from '../../../core/policy/lint-pack.ts';
import { overlayCompany } from '../../../core/policy/overlay-company.ts';
import type { PolicyAnswers } from '../../../core/policy/policy-answers.ts';
import { warnPointsOf } from '../../../core/policy/warn-point.ts';
import { packWith, text } from '../../support/rules-pack.ts';
import { SMALL_COMPANY } from '../../support/small-pack.ts';

const role = (id: string) => ({ id, label: text(id), duty: null, reportsTo: null, source: 'test' });
const PACK = packWith({ roles: [role('lead'), role('director')] });
const company = (answers: PolicyAnswers): CompanySettings => ({ ...SMALL_COMPANY, answers });
const shanghai = (time: string) => `2026-03-${time.replace(' ', 'T')}:00+08:00`;

/** A complaint of Tuesday the 3rd at nine; closing within three days, of a major one within one. */
function closing(answers: PolicyAnswers, grade = 'general', asOf = shanghai('03 10:00')) {
  const values = { receivedAt: shanghai('03 09:00') };
  const question = { values, grade, company: company(answers), asOf, zone: 'Asia/Shanghai' };
  const { pack } = overlayCompany(PACK, question.company);
  const find = <T extends { milestone: string }>(list: T[]): T => {
    const found = list.find(({ milestone }) => milestone === 'closing');
    if (!found) throw new Error('no closing');
    return found;
  };
  return {
    plain: find(computeDeadlines({ ...question, pack })),
    tracked: find(deadlinesOf({ ...question, pack: PACK, log: { events: [] } })),
  };
}

describe('when a deadline warns', () => {
  it('is once, as the pack has it, where the company says nothing', () => {
    const { plain, tracked } = closing({});
    expect(plain.warnAt).toBe('2026-03-05T23:59:59+08:00');
    expect(tracked.warnings).toEqual([{ at: plain.warnAt, quietUntil: null, isReached: false }]);
  });

  it('is several times, in minutes and shares, by the company; due soon from the first', () => {
    const warnings = { closing: { default: [{ minutes: 60 }, { share: 0.5 }, { minutes: 240 }] } };
    const { plain, tracked } = closing({ warnings }, 'general', shanghai('05 08:00'));
    expect(tracked.warnings.map(({ at, isReached }) => [at.slice(8, 16), isReached])).toEqual([
      ['05T04:29', true],
      ['06T19:59', false],
      ['06T22:59', false],
    ]);
    expect(plain.warnAt).toBe(tracked.warnings[0]?.at);
    expect(plain.status).toBe('dueSoon');
    expect(tracked.status).toBe('dueSoon');
  });

  it('is by grade, else by default, else as the pack has it', () => {
    const warnings = { closing: { major: [{ minutes: 600 }] } };
    expect(closing({ warnings }, 'major').plain.warnAt).toBe('2026-03-04T13:59:59+08:00');
    expect(closing({ warnings }, 'general').plain.warnAt).toBe('2026-03-05T23:59:59+08:00');
    expect(warnPointsOf({ warnMinutes: 5, warnings: { default: [{ share: 0.9 }] } }, 'constructor')).toEqual([
      { share: 0.9 },
    ]);
  });

  it('follows the ladder that the company wrote', () => {
    const escalation = {
      closing: [
        { minutes: 30, tell: 'director' },
        { minutes: -120, tell: 'lead' },
      ],
    };
    const { tracked } = closing({ escalation }, 'general', shanghai('06 22:00'));
    expect(tracked.escalation.map(({ tell, at, isReached }) => [tell, at.slice(8, 16), isReached])).toEqual([
      ['lead', '06T21:59', true],
      ['director', '07T00:29', false],
    ]);
  });

  it('counts shares from the start, of a day from its beginning, and never past the due time', () => {
    const at = (start: string | null, share: number) =>
      warnMoments(shanghai('03 17:00'), start, [{ share }], 'Asia/Shanghai');
    expect(at(shanghai('03 09:00'), 0.5)).toEqual(['2026-03-03T13:00:00+08:00']);
    expect(at('2026-03-03', 0.5)).toEqual(['2026-03-03T08:30:00+08:00']);
    expect(at(shanghai('03 18:00'), 0.5)).toEqual(['2026-03-03T17:00:00+08:00']);
    expect(at(null, 0.5)).toEqual([]);
  });

  it('is one moment where two points fall together', () => {
    const points = [{ minutes: 240 }, { share: 0.5 }];
    expect(warnMoments(shanghai('03 17:00'), shanghai('03 09:00'), points, 'Asia/Shanghai')).toHaveLength(1);
  });
});

describe('warn points and ladders that do not count', () => {
  const ladder = [{ minutes: 0, tell: 'lead' }];
  it.each<[string, PolicyAnswers, string]>([
    ['a clock that is not there', { warnings: { cooking: { default: [{ minutes: 1 }] } } }, 'warnings.cooking'],
    ['a grade that is not there', { warnings: { closing: { a: [{ minutes: 1 }] } } }, 'warnings.closing.a'],
    ['a ladder of no clock', { escalation: { cooking: ladder } }, 'escalation.cooking'],
    ['somebody unknown', { escalation: { closing: [{ minutes: 0, tell: 'king' }] } }, 'escalation.closing.king'],
  ])('are told: %s', (_, answers, where) => {
    const { pack, findings } = overlayCompany(PACK, company(answers));
    expect(findings).toEqual([{ code: 'unknownRule', params: { where } }]);
    expect(pack.milestones).toEqual(PACK.milestones);
  });

  it('are told where the document has its own, and laid over twice they are there once', () => {
    const milestones = PACK.milestones.map((milestone) => ({ ...milestone, escalation: ladder }));
    const answers = { escalation: { closing: [{ minutes: 5, tell: 'director' }] } };
    const own = overlayCompany({ ...PACK, milestones }, company(answers));
    expect(own.findings).toEqual([{ code: 'notABlank', params: { where: 'escalation.closing' } }]);
    expect(own.pack.milestones).toEqual(milestones);
    const once = overlayCompany(PACK, company(answers));
    expect(overlayCompany(once.pack, company(answers))).toEqual(once);
  });

  it.each([
    [{ warnings: { closing: { default: [] } } }],
    [{ warnings: { closing: { default: [{ share: 1 }] } } }],
    [{ warnings: { closing: { default: [{ minutes: 0 }] } } }],
    [{ warnings: { closing: { default: [{ minutes: 1e12 }] } } }],
    [{ escalation: { closing: [{ minutes: -1e12, tell: 'lead' }] } }],
  ])('are refused where settings are read: %j', (answers) => {
    expect(CompanySettings.safeParse(company(answers as PolicyAnswers)).success).toBe(false);
  });

  it('a register colours by the longest of the default, which the linter checks by grade', () => {
    const warnings = { closing: { default: [{ minutes: 60 }, { minutes: 9000 }], major: [{ minutes: 30 }] } };
    const { pack } = overlayCompany(PACK, company({ warnings }));
    expect(pack.milestones.find(({ id }) => id === 'closing')?.warnMinutes).toBe(9000);
    expect(lintPack(pack).filter(({ code }) => code === 'warnedTooEarly')).toHaveLength(1);
  });
});
