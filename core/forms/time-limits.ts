import type { PolicyPack } from '../policy/policy-pack.ts';
import { saySource } from '../wording/say-source.ts';
import { translate } from '../wording/translate.ts';
import { appendixSheet, type AppendixTable } from './appendix.ts';
import type { FormFrame } from './form-complaint.ts';
import { sayForms } from './print-text.ts';
import { sayTarget } from './say-target.ts';
import type { SheetPlan } from './sheet-plan.ts';

/** The policy's time limits: each milestone with its clock and its limit by grade. Blanks of the policy are told as such. */
export function timeLimitSheet(frame: FormFrame): SheetPlan {
  return appendixSheet(sayForms(frame.locale)('appendix.timeLimits'), [timeLimitTable(frame)], frame);
}

/** The same as one table among others. */
export function timeLimitTable(frame: FormFrame): AppendixTable {
  const { pack, locale } = frame;
  const t = sayForms(locale);
  return {
    label: t('appendix.timeLimits'),
    columns: [
      { label: t('limit.milestone'), columns: 3 },
      { label: t('limit.counted'), columns: 3 },
      { label: t('limit.limit'), columns: 4 },
      { label: t('limit.source'), columns: 2, look: 'center' },
    ],
    rows: pack.milestones.map((milestone) => [
      milestone.label[locale],
      t('limit.fromTo', {
        from: translate(locale, `fields.${milestone.startsAt}`),
        to: translate(locale, `fields.${milestone.stopsAt}`),
      }),
      limitsOf(milestone, frame),
      saySource(locale, milestone.source),
    ]),
  };
}

function limitsOf({ targets, when }: PolicyPack['milestones'][number], { pack, locale }: FormFrame): string {
  const t = sayForms(locale);
  const ruled = when?.grade ?? [];
  const grades = pack.grades.filter(({ id }) => ruled.length === 0 || ruled.includes(id));
  const limits = grades.map(({ id, label }) => ({
    label: label[locale],
    limit: sayTarget(targets[id] ?? targets['default'] ?? NOT_SET, t),
  }));
  const [first] = limits;
  if (first === undefined) return '';
  const isSame = limits.every(({ limit }) => limit === first.limit);
  if (isSame && (grades.length === pack.grades.length || grades.length === 0)) return first.limit;
  return limits.map(({ label, limit }) => t('limit.ofGrade', { grade: label, limit })).join('\n');
}

const NOT_SET = { unit: 'notConfigured' } as const;
