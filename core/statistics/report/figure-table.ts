import type { Box } from '../../forms/bands.ts';
import type { Locale } from '../../policy/localized.ts';
import { saySource } from '../../wording/say-source.ts';
import { translate } from '../../wording/translate.ts';
import { lackedBy, sayFigure, sayUnclear } from '../figure-words.ts';
import type { Figure, FigureMissing } from '../figure.ts';
import { saidOnce, type Repeated } from '../said-once.ts';
import { SMALL_SAMPLE } from '../small-sample.ts';
import { listOf } from './detail-sheet.ts';
import { gap, note, table, type ListBook, type PaperCell } from './paper-parts.ts';
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
  const { figures: shown, repeated: all } = shownFigures(data);
  const repeated = all.filter(({ measure, as }) => labelOf(measure, frame) !== labelOf(as, frame));
  const standard = shown.filter(({ id }) => !id.startsWith('policy:'));
  const ofPolicy = shown.filter(({ id }) => id.startsWith('policy:'));
  const line = (figure: Figure): PaperCell[] => {
    const than = before?.figures.get(figure.id) ?? null;
    const label = labelOf(figure, frame);
    const cell = (view: PeriodView | null) => valueOf(view?.figures.get(figure.id) ?? null, label, frame, lists);
    return [
      label,
      cell(now),
      ratio(figure, label, frame, lists),
      cell(before),
      ...(kind === 'year' ? [] : [cell(yearBefore)]),
      (than === null ? null : changeCell(figure, than, locale)) ?? '',
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
  const sameAs = ({ measure, as }: Repeated) =>
    t('sameAs', { measure: labelOf(measure, frame), as: labelOf(as, frame) });
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
    ...unclearNotes(standard, locale),
    ...(standard.some(({ missing }) => missing === 'volume') ? [note(t('volume'))] : []),
    ...(repeated.length === 0 ? [] : [note(t('repeated', { list: repeated.map(sameAs).join(t('listComma')) }))]),
    ...(byHand.length === 0
      ? []
      : [note(t('byHand', { labels: byHand.map((figure) => labelOf(figure, frame)).join(t('listComma')) }))]),
    ...(before === null ? [note(t(`first.${kind}`))] : []),
  ];
}

/** Answers about satisfaction that were left out, with what makes them count. */
function unclearNotes(figures: readonly Figure[], locale: Locale): PagedRow[] {
  return figures.flatMap((figure) => {
    const text = sayUnclear(figure, locale);
    const label = figure.label?.[locale] ?? '';
    return text === null ? [] : [note(translate(locale, 'report.figures.what', { label, what: text }))];
  });
}

/** The figures that any of the periods has something to say of, each once. */
function shownFigures({ now, before, yearBefore, pack }: ReportData): ReturnType<typeof saidOnce> {
  const isTold = ({ id }: Figure) =>
    !LEFT_OUT.test(id) && [now, before, yearBefore].some((view) => says(view?.figures.get(id)));
  return saidOnce([...now.figures.values()].filter(isTold), pack);
}

/** How each figure is made, for whoever wants to check it. */
export function formulaTable(data: ReportData, frame: ReportFrame): PagedRow[] {
  const { locale } = frame;
  const shown = shownFigures(data).figures.filter(({ missing }) => missing !== 'byHand');
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
const TOLD: ReadonlySet<FigureMissing> = new Set(['volume', 'byHand', 'unrecorded', 'notYetDue']);

function says(figure: Figure | undefined): boolean {
  if (figure === undefined) return false;
  return figure.value !== null || (figure.missing !== null && TOLD.has(figure.missing));
}

function valueOf(figure: Figure | null, label: string, frame: ReportFrame, lists: ListBook): Cell {
  if (figure === null || figure.value === null)
    return { text: sayAbsent(figure?.missing ?? null, frame.locale), look: 'center' };
  return {
    ...valueCell(figure.value, figure.unit, figure.isSmall ? SMALL_MARK : ''),
    ...jump(figure, label, frame, lists),
  };
}

/** In place of a value: why there is none, where it is to be known. */
export function sayAbsent(missing: FigureMissing | null, locale: Locale): string {
  if (missing === 'unrecorded') return translate(locale, 'statistics.unrecorded.value');
  if (missing === 'volume') return translate(locale, 'report.figures.blank');
  return missing === 'notYetDue' ? translate(locale, 'report.figures.notYetDue') : '—';
}

/** Numerator and denominator; of a median, among how many. */
function ratio(figure: Figure, label: string, frame: ReportFrame, lists: ListBook): Cell {
  const { locale } = frame;
  const { numerator, denominator, unit, among, value } = figure;
  const judged = judgedText(figure, frame);
  if (judged !== null) return { text: judged, ...(value === null ? {} : jump(figure, label, frame, lists)) };
  const isRatio = (unit === 'share' || unit === 'perThousand') && value !== null;
  const isRanked = (unit === 'minutes' || unit === 'days') && value !== null;
  if (isRatio) return { text: `${numerator} / ${denominator ?? 0}`, ...jump(figure, label, frame, lists) };
  if (!isRanked) return { text: '' };
  const text = translate(locale, 'report.figures.of', { count: among.length });
  return { text, ...jump(figure, label, frame, lists) };
}

const JUDGED = ['verdict', 'satisfaction', 'reopening', 'cost', 'alike'] as const;

/** Of a figure that rests on judgements or records: how many of its complaints have none; null: it does not, or all have one. */
function judgedText({ id, value, undecided, among, numerator, denominator }: Figure, frame: ReportFrame) {
  const lacked = lackedBy(id, frame.pack.measures);
  const lack = JUDGED.find((each) => each === lacked);
  if (lack === undefined) return null;
  const say = (code: string, params = {}) => translate(frame.locale, `report.figures.${code}.${lack}`, params);
  if (value === null) return undecided.length === 0 ? null : say('noneJudged');
  if (undecided.length === 0) return null;
  if (denominator === null) return say('notJudged', { count: undecided.length });
  const isAmong = new Set(among);
  const within = undecided.filter((number) => isAmong.has(number)).length;
  return within === 0
    ? say('besides', { count: undecided.length, numerator, denominator })
    : say('ofWhich', { count: within, numerator, denominator });
}

/** Complaints that a figure would count if what it needs were written down, and why it does not; apart, those of no period. */
export function undecidedTable(data: ReportData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const t = (code: string, params = {}) => translate(frame.locale, `report.undecided.${code}`, params);
  const { facts, now } = data;
  const undated = facts.flatMap(({ number, receivedDay }) => (receivedDay === null ? [number] : []));
  const line = (id: string, label: string, numbers: readonly string[], why: string): PaperCell[][] =>
    numbers.length === 0 ? [] : [[label, lists.count(`undecided:${id}`, `${t('what')}: ${label}`, numbers), why]];
  const lines = shownFigures(data).figures.flatMap((figure) => {
    const { leftOut } = sayFigure(figure, frame, frame.locale);
    return line(`${figure.id} ${now.period.id}`, labelOf(figure, frame), figure.undecided, leftOut);
  });
  const columns = (what: string) => [
    { label: what, columns: 4 },
    { label: t('count'), columns: 1, look: 'center' as const },
    { label: t('why'), columns: 7 },
  ];
  const apart = line('undated', t('undated'), undated, t('undatedWhy'));
  return [
    ...(lines.length === 0 ? [] : table(columns(t('what')), lines)),
    ...(apart.length === 0 ? [] : [gap(0.3), ...table(columns(t('ofNoPeriod')), apart)]),
  ];
}

function jump(figure: Figure, label: string, frame: ReportFrame, lists: ListBook): Pick<Box, 'jump'> {
  const title = `${label} · ${sayPeriod(figure.period, frame.locale)}`;
  return lists.jump(listOf(`${figure.id} ${figure.period.id}`, title, figure, frame.pack));
}
