import { policyNames } from '../register/log/policy-names.ts';
import { saySource } from '../wording/say-source.ts';
import { appendixSheet, type AppendixTable } from './appendix.ts';
import type { FormFrame } from './form-complaint.ts';
import { sayForms } from './print-text.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { timeLimitTable } from './time-limits.ts';

/**
 * The assessment standard (S3-29): grades with what makes a complaint one, time limits, remedies, figures, rewards and
 * penalties, what must be done before closing; whatever the policy says. Sums that it leaves open are blanks.
 */
export function assessmentStandardSheet(frame: FormFrame): SheetPlan {
  const title = sayForms(frame.locale)('appendix.assessment');
  return appendixSheet(
    title,
    [
      gradeTable(frame),
      timeLimitTable(frame),
      remedyTable(frame),
      measureTable(frame),
      accountabilityTable(frame),
      gateTable(frame),
    ],
    frame,
  );
}

function gradeTable({ pack, locale }: FormFrame): AppendixTable {
  const t = sayForms(locale);
  const [mildest] = pack.grades;
  const rows = pack.grades.flatMap(({ id, label, source }) => {
    const rules = pack.gradeRules.filter(({ grade }) => grade === id);
    if (rules.length > 0)
      return rules.map((rule) => [label[locale], rule.reason[locale], saySource(locale, rule.source)]);
    return [[label[locale], t(id === mildest?.id ? 'grade.others' : 'grade.byHand'), saySource(locale, source)]];
  });
  return {
    label: t('appendix.grades'),
    columns: [
      { label: t('choice.grade'), columns: 2, look: 'center' },
      { label: t('grade.criterion'), columns: 8 },
      { label: t('limit.source'), columns: 2, look: 'center' },
    ],
    rows,
  };
}

function remedyTable({ pack, locale }: FormFrame): AppendixTable {
  const t = sayForms(locale);
  const names = policyNames(pack, locale);
  return {
    label: t('appendix.remedies'),
    columns: [
      { label: t('remedy.remedy'), columns: 5 },
      { label: t('remedy.terms'), columns: 5 },
      { label: t('limit.source'), columns: 2, look: 'center' },
    ],
    rows: pack.remedies.map(({ label, ratio, consentBy, exceptionNeedsReason, source }) => [
      label[locale],
      [
        ...(ratio === null
          ? []
          : [t('remedy.ratio', { per: ratio.per, give: ratio.give, unit: ratio.baseUnit ?? t('remedy.unit') })]),
        ...(consentBy === null ? [] : [t('remedy.consent', { role: names.role(consentBy) })]),
        ...(exceptionNeedsReason ? [t('remedy.exception')] : []),
      ].join('\n'),
      saySource(locale, source),
    ]),
  };
}

function measureTable({ pack, locale }: FormFrame): AppendixTable {
  const t = sayForms(locale);
  return {
    label: t('appendix.measures'),
    columns: [
      { label: t('figure.figure'), columns: 3 },
      { label: t('figure.formula'), columns: 5 },
      { label: t('figure.period'), columns: 2, look: 'center' },
      { label: t('limit.source'), columns: 2, look: 'center' },
    ],
    rows: pack.measures.map(({ label, numerator, denominator, period, source }) => [
      label[locale],
      denominator === null
        ? numerator[locale]
        : t('figure.ratio', { numerator: numerator[locale], denominator: denominator[locale] }),
      t(`figure.every.${period}`),
      saySource(locale, source),
    ]),
  };
}

function accountabilityTable({ pack, locale }: FormFrame): AppendixTable {
  const t = sayForms(locale);
  const { measures, performanceShare } = pack.accountability;
  const share =
    performanceShare === null
      ? []
      : [
          [
            t('duty.share'),
            t('duty.of.person'),
            performanceShare.percent === null
              ? t('duty.percentBlank')
              : t('duty.percent', { percent: performanceShare.percent }),
            '',
            saySource(locale, performanceShare.source),
          ],
        ];
  return {
    label: t('appendix.accountability'),
    columns: [
      { label: t('duty.measure'), columns: 3 },
      { label: t('duty.whom'), columns: 1, look: 'center' },
      { label: t('duty.when'), columns: 4 },
      { label: t('duty.amount'), columns: 2, look: 'center' },
      { label: t('limit.source'), columns: 2, look: 'center' },
    ],
    rows: [
      ...measures.map(({ label, kind, of, when, amount, source }) => [
        t(`duty.kind.${kind}`, { label: label[locale] }),
        t(`duty.of.${of}`),
        when?.[locale] ?? '',
        amount === undefined ? '' : amount === null ? t('duty.amountBlank') : t('duty.yuan', { amount }),
        saySource(locale, source),
      ]),
      ...share,
    ],
  };
}

function gateTable({ pack, locale }: FormFrame): AppendixTable {
  const t = sayForms(locale);
  const all = [...pack.closingGates, ...pack.accountability.noLetOffs];
  return {
    label: t('part.gates'),
    columns: [
      { label: t('gate.gate'), columns: 10 },
      { label: t('limit.source'), columns: 2, look: 'center' },
    ],
    rows: all.map(({ label, source }) => [label[locale], saySource(locale, source)]),
  };
}
