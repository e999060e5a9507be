import { LOCALES, type Locale, type Localized } from '../policy/localized.ts';
import { overlayCompany } from '../policy/overlay-company.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { translate, type MessageParams } from '../wording/translate.ts';
import { shownText } from './dimension-text.ts';
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

/** The answers about satisfaction that say neither yes nor no, the most frequent first, and what makes them count; null: none. */
export function sayUnclear({ unclear }: Pick<Figure, 'unclear'>, locale: Locale): string | null {
  if (unclear.length === 0) return null;
  const counts = new Map<string, number>();
  for (const text of unclear) counts.set(text, (counts.get(text) ?? 0) + 1);
  const t = (code: string, params: MessageParams = {}) => translate(locale, `statistics.unclear.${code}`, params);
  const named = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, UNCLEAR_NAMED);
  const others = unclear.length - named.reduce((sum, [, count]) => sum + count, 0);
  const list = named.map(([text, count]) => t('one', { text: shownText(text), count }));
  if (others > 0) list.push(t('others', { count: others }));
  return t('text', { list: list.join(t('comma')) });
}

const UNCLEAR_NAMED = 3;

/** What complaints lack that a figure cannot count; null: nothing in particular. */
export function lackedBy(id: string, measures: PolicyPack['measures']): Lack | null {
  return LACKING[figureKind(id, measures)] ?? null;
}

/** Which figure it is, whatever step it is of and whoever asks for it: `onTime`, `reopened` … */
export function figureKind(id: string, measures: PolicyPack['measures']): string {
  return computesOf(id, measures)?.figure ?? partsOf(id).kind;
}

function computesOf(id: string, measures: PolicyPack['measures']) {
  const { kind, of } = partsOf(id);
  return kind === 'policy' ? (measures.find((measure) => measure.id === of)?.computes ?? null) : null;
}

type Lack = 'time' | 'took' | 'days' | 'satisfaction' | 'verdict' | 'cost' | 'reopening' | 'alike';

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
  ...{ timesUnsatisfied: 'satisfaction', remedyCost: 'cost', reopened: 'reopening', recurring: 'alike' },
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
