import { LOCALES, type Locale, type Localized } from '../policy/localized.ts';
import { overlayCompany } from '../policy/overlay-company.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { translate, type MessageParams } from '../wording/translate.ts';
import type { Figure } from './figure.ts';
import { recurrenceWindow } from './recurring.ts';

/** A figure in words, for whoever has to believe it. */
export interface FigureWords {
  label: string;
  /** Numerator ÷ denominator. */
  formula: string;
  /** Which complaints it counts, and by which day. */
  counted: string;
  /** What it leaves out, and where that is told. */
  leftOut: string;
}

/**
 * What a figure is, how it is made, what it counts and what it leaves out, in one language. A measure of the policy has the
 * policy's own label and formula. `company`: its answers say what a window is where the policy leaves it open.
 */
export function sayFigure(
  figure: Pick<Figure, 'id' | 'label'>,
  { pack, company }: { pack: PolicyPack; company: CompanySettings | null },
  locale: Locale,
): FigureWords {
  const filled = overlayCompany(pack, company).pack;
  const { kind, of } = partsOf(figure.id);
  const measure = kind === 'policy' ? filled.measures.find(({ id }) => id === of) : undefined;
  const computes = measure?.computes ?? null;
  const name = kind === 'policy' ? (computes?.figure ?? 'byHand') : kind;
  const params: MessageParams = {
    milestone: milestoneLabel(filled, computes && 'milestone' in computes ? computes.milestone : of, locale),
    verdicts: computes && 'verdicts' in computes ? verdictLabels(filled, computes.verdicts, locale) : '',
    ...paramsOf(kind, of, filled, locale),
  };
  const say = (part: keyof FigureWords) => translate(locale, `statistics.figure.${name}.${part}`, params);
  const own = measure && [measure.numerator, ...(measure.denominator ? [measure.denominator] : [])];
  return {
    label: figure.label?.[locale] ?? measure?.label[locale] ?? say('label'),
    formula: own?.map((part) => part[locale]).join(' ÷ ') ?? say('formula'),
    counted: say('counted'),
    leftOut: say('leftOut'),
  };
}

/** Why a figure has no value; of complaints that lack something, what they lack and how many they are. */
export function sayMissing(
  figure: Pick<Figure, 'id' | 'missing' | 'undecided'>,
  { pack, company }: { pack: PolicyPack; company: CompanySettings | null },
  locale: Locale,
): string | null {
  const { id, missing, undecided } = figure;
  const { milestones, measures } = overlayCompany(pack, company).pack;
  const { kind, of } = partsOf(id);
  const computes = computesOf(id, measures);
  // A clock is judged when it falls due, not when the complaint comes in.
  if (missing === 'nothingToCount' && (computes?.figure ?? kind) === 'onTime')
    return translate(locale, 'statistics.missing.nothingDue');
  if (missing !== 'unrecorded') return missing === null ? null : translate(locale, `statistics.missing.${missing}`);
  const code = lackedBy(id, measures) ?? 'other';
  const milestone = milestones.find(
    (each) => each.id === (computes && 'milestone' in computes ? computes.milestone : of),
  );
  const time = milestone === undefined ? '' : translate(locale, `fields.${milestone.stopsAt}`);
  return translate(locale, `statistics.unrecorded.${code}`, { count: undecided.length, time });
}

/** What complaints lack that a figure cannot count; null: nothing in particular. */
export function lackedBy(id: string, measures: PolicyPack['measures']): Lack | null {
  return LACKING[computesOf(id, measures)?.figure ?? partsOf(id).kind] ?? null;
}

function computesOf(id: string, measures: PolicyPack['measures']) {
  const { kind, of } = partsOf(id);
  return kind === 'policy' ? (measures.find((measure) => measure.id === of)?.computes ?? null) : null;
}

type Lack = 'time' | 'took' | 'days' | 'satisfaction' | 'verdict';

/** What complaints lack that a figure cannot count. Words: `statistics.unrecorded.<code>`. */
const LACKING: Partial<Record<string, Lack>> = {
  ...{
    onTime: 'time',
    onTimeOfReceived: 'time',
    median: 'took',
    ninety: 'took',
    medianDays: 'days',
    ninetyDays: 'days',
  },
  ...{ satisfaction: 'satisfaction', satisfiedAtFollowUp: 'satisfaction', resolvedSatisfied: 'satisfaction' },
  ...{ unfoundedShare: 'verdict', verdictShare: 'verdict', founded: 'verdict', foundedShare: 'verdict' },
};

/** The name of a standard figure in all languages. */
export function figureLabel(id: string, pack: PolicyPack): Localized | null {
  const { kind, of } = partsOf(id);
  if (kind === 'policy') return pack.measures.find((measure) => measure.id === of)?.label ?? null;
  const labels = LOCALES.map((locale) => {
    const params = { milestone: milestoneLabel(pack, of, locale), ...paramsOf(kind, of, pack, locale) };
    return [locale, translate(locale, `statistics.figure.${kind}.label`, params)] as const;
  });
  return Object.fromEntries(labels) as Localized;
}

function partsOf(id: string): { kind: string; of: string } {
  const [kind = '', of = ''] = id.split(/:(.*)/s);
  return { kind, of };
}

function paramsOf(kind: string, of: string, pack: PolicyPack, locale: Locale): MessageParams {
  if (kind === 'recurring') return { days: recurrenceWindow(pack).days };
  return kind === 'backlog' ? { band: translate(locale, `statistics.age.${of}`) } : {};
}

function milestoneLabel({ milestones }: PolicyPack, of: string, locale: Locale): string {
  return milestones.find(({ id }) => id === of)?.label[locale] ?? '';
}

function verdictLabels({ verdicts }: PolicyPack, ids: readonly string[], locale: Locale): string {
  const labels = ids.map((id) => verdicts.find((verdict) => verdict.id === id)?.label[locale] ?? id);
  return labels.join(locale === 'en' ? '” / “' : locale === 'zh-TW' ? '」「' : '”“');
}
