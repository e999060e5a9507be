import { FORM_FONT } from '../../forms/print-text.ts';
import type { Locale } from '../../policy/localized.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { safeText } from '../../register/safe-cell.ts';
import { translate } from '../../wording/translate.ts';
import type { ComplaintFacts, Dimension } from '../complaint-facts.ts';
import { figureKind } from '../figure-words.ts';
import type { Figure } from '../figure.ts';

/** Why a complaint stands in a list: it was counted, it only belongs to those among which was counted, or nobody can say. */
export type ListMark = 'counted' | 'among' | 'undecided';

/** What parts those that a figure counts from the others. Words: `report.details.mark.<family>`. */
type MarkFamily = (typeof FAMILIES)[keyof typeof FAMILIES];
const FAMILIES = {
  ...({ onTime: 'onTime', onTimeOfReceived: 'onTime' } as const),
  ...({ median: 'ranked', ninety: 'ranked', medianDays: 'ranked', ninetyDays: 'ranked' } as const),
  ...({ satisfaction: 'satisfied', satisfiedAtFollowUp: 'satisfied', resolvedSatisfied: 'resolvedSatisfied' } as const),
  ...({ resolutionRate: 'resolved', reopened: 'reopened', recurring: 'recurring' } as const),
  ...({ unfoundedShare: 'unfounded', foundedShare: 'founded', verdictShare: 'verdict' } as const),
} as const;

/** What parts the complaints of a figure; null: it is a plain count. */
export function markFamily(id: string, measures: PolicyPack['measures']): MarkFamily | null {
  const kind = figureKind(id, measures);
  return kind in FAMILIES ? FAMILIES[kind as keyof typeof FAMILIES] : null;
}

/** In words, how a complaint counts: 按时, 没有重新受理. */
export function sayMark(mark: ListMark, family: MarkFamily | null, locale: Locale): string {
  const own = family === null || mark === 'undecided' ? mark : `${family}.${mark}`;
  return translate(locale, `report.details.mark.${own}`);
}

/** The complaints behind a number. */
export interface DetailList {
  id: string;
  title: string;
  /** By what the complaints among which was counted part, where there are such. */
  family?: MarkFamily | null;
  rows: readonly { number: string; mark: ListMark }[];
}

/** A sheet that lists, number by number, the complaints that a paper counts; plain data. */
export interface DetailSheet {
  name: string;
  font: string;
  note: string;
  header: readonly string[];
  /** In points. */
  widths: readonly number[];
  /** One array a row; the cell in `complaintColumn` jumps to the complaint's row in the register. */
  rows: readonly (readonly string[])[];
  complaintColumn: number;
  /** Where each list stands, in rows of the sheet from 0. */
  places: Readonly<Record<string, { row: number; rowCount: number }>>;
}

/** Rows of the sheet above the first list: what it is for, and the headings. */
const HEAD_ROWS = 2;
const SHOWN = ['productModel', 'category', 'cause', 'grade', 'status', 'department'] as const satisfies Dimension[];
const WIDTHS = [190, 96, 72, 70, 110, 90, 130, 60, 70, 90];

/** The lists below each other, each row with what identifies the complaint; no name or address of a person stands there. */
export function detailSheet(
  lists: readonly DetailList[],
  facts: readonly ComplaintFacts[],
  { name, locale }: { name: string; locale: Locale },
): DetailSheet {
  const byNumber = new Map(facts.map((each) => [each.number, each]));
  const t = (code: string) => translate(locale, `report.details.${code}`);
  const places: Record<string, { row: number; rowCount: number }> = {};
  const rows: string[][] = [];
  for (const { id, title, family = null, rows: own } of lists) {
    if (own.length === 0) continue;
    places[id] = { row: HEAD_ROWS + rows.length, rowCount: own.length };
    for (const { number, mark } of own) {
      const found = byNumber.get(number);
      const said = SHOWN.map((dimension) => found?.dimensions[dimension] ?? '');
      const texts = [title, number, sayMark(mark, family, locale), found?.receivedDay ?? '', ...said];
      rows.push(texts.map((text) => safeText(text).text));
    }
  }
  return {
    ...{ name, font: FORM_FONT[locale], note: t('note'), widths: WIDTHS, rows, complaintColumn: 1, places },
    header: [
      'list',
      'number',
      'counted',
      'received',
      'model',
      'category',
      'cause',
      'grade',
      'status',
      'department',
    ].map((code) => t(`head.${code}`)),
  };
}

/** The list behind a figure: all among which was counted, those that count first. */
export function listOf(
  id: string,
  title: string,
  figure: Figure,
  { measures }: Pick<PolicyPack, 'measures'>,
): DetailList {
  const { counted, among, undecided } = figure;
  const isCounted = new Set(counted);
  const open = new Set(undecided);
  const rest = among.filter((number) => !isCounted.has(number) && !open.has(number));
  return {
    ...{ id, title, family: markFamily(figure.id, measures) },
    rows: [
      ...counted.map((number) => ({ number, mark: 'counted' as const })),
      ...rest.map((number) => ({ number, mark: 'among' as const })),
      ...undecided.map((number) => ({ number, mark: 'undecided' as const })),
    ],
  };
}
