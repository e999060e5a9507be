import type { Box } from '../../forms/bands.ts';
import type { Locale } from '../../policy/localized.ts';
import { saySource } from '../../wording/say-source.ts';
import { translate } from '../../wording/translate.ts';
import { lackedBy, sayFigure } from '../figure-words.ts';
import type { Figure, FigureMissing } from '../figure.ts';
import { SMALL_SAMPLE } from '../small-sample.ts';
import { listOf } from './detail-sheet.ts';
import { note, table, type ListBook, type PaperCell } from './paper-parts.ts';
import type { PagedRow } from './paged-sheet.ts';
import type { PeriodView, ReportData, ReportFrame } from './report-data.ts';
import { changeCell, valueCell } from './say-value.ts';
import { sayPeriod } from './say-period.ts';

/** Told elsewhere in the report, or too fine for it. */
const LEFT_OUT = /^(?:backlog|ninety):|^timesUnsatisfied$/;
/** Stands behind a value that rests on too few. */
const SMALL_MARK = '*';

type Cell = Exclude<PaperCell, string>;

/** The figures of the period beside those of the period and the year before; each number jumps to what it counts. */
export function figureTable(data: ReportData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const { locale } = frame;
  const { now, before, yearBefore } = data;
  const { kind } = now.period;
  const t = (code: string, params: Record<string, string | number> = {}) =>
    translate(locale, `report.figures.${code}`, params);
  const shown = shownFigures(data);
  const standard = shown.filter(({ id }) => !id.startsWith('policy:'));
  const ofPolicy = shown.filter(({ id }) => id.startsWith('policy:'));
  const line = (figure: Figure): PaperCell[] => {
    const than = before?.figures.get(figure.id) ?? null;
    const label = labelOf(figure, frame);
    const cell = (view: PeriodView | null) => valueOf(view?.figures.get(figure.id) ?? null, label, locale, lists);
    return [
      label,
      cell(now),
      ratio(figure, label, frame, lists),
      cell(before),
      ...(kind === 'year' ? [] : [cell(yearBefore)]),
      (than !== null && says(figure) && says(than) ? changeCell(figure, than, locale) : null) ?? '',
    ];
  };
  const columns = [
    { label: t('figure'), columns: kind === 'year' ? 6 : 4 },
    { label: t(`now.${kind}`), columns: 1, look: 'center' as const },
    { label: t('counted'), columns: 2, look: 'center' as const },
    { label: t(`before.${kind}`), columns: 1, look: 'center' as const },
    ...(kind === 'year' ? [] : [{ label: t(`yearBefore.${kind}`), columns: 2, look: 'center' as const }]),
    { label: t('change'), columns: 2, look: 'center' as const },
  ];
  const byHand = ofPolicy.filter(({ missing }) => missing === 'byHand');
  const counted = ofPolicy.filter(({ missing }) => missing !== 'byHand');
  const byPolicy = (figure: Figure): PaperCell[] => [
    t('byPolicy', { label: whatCounts(figure, frame) }),
    ...line(figure).slice(1),
  ];
  const isSmall = [...standard, ...counted].some((figure) => figure.isSmall && figure.value !== null);
  return [
    ...table(columns, [...standard.map(line), ...counted.map(byPolicy)]),
    ...(isSmall ? [note(t('small', { count: SMALL_SAMPLE }))] : []),
    ...(standard.some(({ missing }) => missing === 'volume') ? [note(t('volume'))] : []),
    ...(byHand.length === 0
      ? []
      : [note(t('byHand', { labels: byHand.map((figure) => labelOf(figure, frame)).join(t('listComma')) }))]),
    ...(before === null ? [note(t(`first.${kind}`))] : []),
  ];
}

/** The figures that any of the periods has something to say of; a measure that only counts what came in stands there already. */
function shownFigures({ now, before, yearBefore, pack }: ReportData): Figure[] {
  const again = new Set(
    pack.measures.flatMap(({ id, computes }) => (computes?.figure === 'received' ? [`policy:${id}`] : [])),
  );
  return [...now.figures.values()].filter(
    ({ id }) =>
      !LEFT_OUT.test(id) && !again.has(id) && [now, before, yearBefore].some((view) => says(view?.figures.get(id))),
  );
}

/** How each figure is made, for whoever wants to check it. */
export function formulaTable(data: ReportData, frame: ReportFrame): PagedRow[] {
  const { locale } = frame;
  const shown = shownFigures(data).filter(({ missing }) => missing !== 'byHand');
  return table(
    [
      { label: translate(locale, 'report.figures.figure'), columns: 3 },
      { label: translate(locale, 'report.figures.formula'), columns: 9 },
    ],
    shown.map((figure) => {
      const { formula } = sayFigure(figure, frame, locale);
      if (!figure.id.startsWith('policy:')) return [labelOf(figure, frame), formula];
      const source = saySource(locale, figure.source ?? 'product');
      return [
        translate(locale, 'report.figures.byPolicy', { label: labelOf(figure, frame) }),
        translate(locale, 'report.figures.clause', { label: formula, source }),
      ];
    }),
  );
}

function labelOf(figure: Figure, frame: ReportFrame): string {
  const { label } = sayFigure(figure, frame, frame.locale);
  return figure.unit === 'count' || figure.unit === 'share'
    ? label
    : translate(frame.locale, `report.unit.${figure.unit}`, { label });
}

/** A policy's name for a count by unit and person does not tell what the one number of all of them is. */
function whatCounts(figure: Figure, frame: ReportFrame): string {
  const label = labelOf(figure, frame);
  if (figure.unit !== 'count') return label;
  const { formula } = sayFigure(figure, frame, frame.locale);
  return translate(frame.locale, 'report.figures.what', { label, what: formula });
}

/** Something to show: a value, a number that the company has to enter, or complaints that lack what is needed. */
const TOLD: ReadonlySet<FigureMissing> = new Set(['volume', 'byHand', 'unrecorded']);

function says(figure: Figure | undefined): boolean {
  if (figure === undefined) return false;
  // Where no cost is written down nobody knows what remedies came to.
  if (figure.unit === 'yuan') return figure.counted.length > 0;
  return figure.value !== null || (figure.missing !== null && TOLD.has(figure.missing));
}

function valueOf(figure: Figure | null, label: string, locale: Locale, lists: ListBook): Cell {
  if (figure === null || figure.value === null || !says(figure))
    return { text: figure?.missing === 'volume' ? translate(locale, 'report.figures.blank') : '—', look: 'center' };
  return {
    ...valueCell(figure.value, figure.unit, figure.isSmall ? SMALL_MARK : ''),
    ...jump(figure, label, locale, lists),
  };
}

/** Numerator and denominator; of a median, among how many. */
function ratio(figure: Figure, label: string, frame: ReportFrame, lists: ListBook): Cell {
  const { locale } = frame;
  const { numerator, denominator, unit, among, value } = figure;
  const judged = judgedText(figure, frame);
  if (judged !== null) return { text: judged, ...(value === null ? {} : jump(figure, label, locale, lists)) };
  const isRatio = (unit === 'share' || unit === 'perThousand') && value !== null;
  const isRanked = (unit === 'minutes' || unit === 'days') && value !== null;
  if (isRatio) return { text: `${numerator} / ${denominator ?? 0}`, ...jump(figure, label, locale, lists) };
  if (!isRanked) return { text: '' };
  const text = translate(locale, 'report.figures.of', { count: among.length });
  return { text, ...jump(figure, label, locale, lists) };
}

/** Of a figure that rests on judgements: how many of its complaints have none; null: it does not, or all have one. */
function judgedText({ id, value, undecided, among, numerator, denominator }: Figure, frame: ReportFrame) {
  const lack = lackedBy(id, frame.pack.measures);
  if (lack !== 'verdict' && lack !== 'satisfaction') return null;
  const say = (code: string, params = {}) => translate(frame.locale, `report.figures.${code}.${lack}`, params);
  if (value === null) return undecided.length === 0 ? null : say('noneJudged');
  const isAmong = new Set(among);
  const count = denominator === null ? undecided.length : undecided.filter((number) => isAmong.has(number)).length;
  if (count === 0) return null;
  return denominator === null ? say('notJudged', { count }) : say('ofWhich', { count, numerator, denominator });
}

/** Complaints that a figure would count if what it needs were written down, and why it does not. */
export function undecidedTable(data: ReportData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const t = (code: string) => translate(frame.locale, `report.undecided.${code}`);
  const { facts, now } = data;
  const undated = facts.flatMap(({ number, receivedDay }) => (receivedDay === null ? [number] : []));
  const without = new Set(undated);
  const line = (id: string, label: string, numbers: readonly string[], why: string): PaperCell[][] =>
    numbers.length === 0 ? [] : [[label, lists.count(`undecided:${id}`, `${t('what')}: ${label}`, numbers), why]];
  const lines = [
    ...line('received', t('undated'), undated, t('undatedWhy')),
    ...shownFigures(data).flatMap((figure) => {
      const own = figure.undecided.filter((number) => !without.has(number));
      const { leftOut } = sayFigure(figure, frame, frame.locale);
      return line(`${figure.id} ${now.period.id}`, labelOf(figure, frame), own, leftOut);
    }),
  ];
  if (lines.length === 0) return [];
  return table(
    [
      { label: t('what'), columns: 4 },
      { label: t('count'), columns: 1, look: 'center' },
      { label: t('why'), columns: 7 },
    ],
    lines,
  );
}

function jump(figure: Figure, label: string, locale: Locale, lists: ListBook): Pick<Box, 'jump'> {
  const title = `${label} · ${sayPeriod(figure.period, locale)}`;
  return lists.jump(listOf(`${figure.id} ${figure.period.id}`, title, figure));
}
