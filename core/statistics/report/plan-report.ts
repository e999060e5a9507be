import { row, type Box } from '../../forms/bands.ts';
import { appendixFooter } from '../../forms/appendix.ts';
import type { SheetPlan } from '../../forms/sheet-plan.ts';
import { cutAt } from '../../register/unique-name.ts';
import { saySource } from '../../wording/say-source.ts';
import { translate } from '../../wording/translate.ts';
import { chartPlans, type ChartPlan } from '../chart-plan.ts';
import type { ComplaintFacts } from '../complaint-facts.ts';
import type { Period } from '../period.ts';
import { detailSheet, type DetailSheet } from './detail-sheet.ts';
import { figureTable, formulaTable, undecidedTable } from './figure-table.ts';
import { gap, ListBook, MOST_LISTED_ROWS, note, remarked, section, table, type PaperCell } from './paper-parts.ts';
import { pagedSheet, type PagedRow, type PlacedChart } from './paged-sheet.ts';
import { paperHead } from './paper-head.ts';
import { measureIdeas } from './proposals.ts';
import { reportData, TOP, type Concentration, type ReportData, type ReportFrame } from './report-data.ts';
import { sayPeriod } from './say-period.ts';
import { differenceCell } from './say-value.ts';
import { summary } from './summary.ts';
import { notRecorded, weakPoints, type WeakPoint } from './weak-points.ts';

/** A report ready to be written: the paper, its charts, and the sheet with the complaints behind each number. */
export interface ReportPlan {
  sheet: SheetPlan;
  charts: PlacedChart[];
  lists: DetailSheet;
}

/** What people wrote into the blanks of an earlier edition, by the blanks' names. */
export type Written = ReadonlyMap<string, string>;

/** Papers by which policies call the report of a period. */
const PAPERS = ['monthlyReport', 'monthlyAnalysis'];
/** Lines for measures of their own. */
const FREE_LINES = 2;
/** So many complaints stand in the report itself; all stand in the lists. */
const MOST_LISTED = 60;
const CHART_LINES = 17;
const LONGEST_NAME = 10;
/** Below this a chart of causes shows nothing that its table does not. */
const LEAST_FOR_PARETO = 5;

/**
 * The analysis report of a period (S2-29, S3-29, S4-38), ready to print and sign: summary, figures against the period and the
 * year before, what complaints come together in, weak points, measures, open accountability, the complaints, signatures. Every
 * number names the complaints that it counts. What people wrote into an earlier edition stands in its place again; what belongs
 * to a line that is no more has a line of its own. A signature is not carried over: it was given for other numbers.
 */
export function planReport(
  facts: readonly ComplaintFacts[],
  period: Period,
  frame: ReportFrame,
  written: Written = new Map(),
): ReportPlan {
  const { locale } = frame;
  const data = reportData(facts, period, frame);
  const points = weakPoints(data, locale);
  const lists = new ListBook();
  const t = sayer(frame);
  const name = t('name', { period: period.id });
  const paper = data.pack.papers.find(({ id }) => PAPERS.includes(id));
  const rows: PagedRow[] = [
    ...paperHead(paper?.label[locale] ?? t('title'), data.now.period, data.pack, frame),
    section(t('part.summary')),
    prose(summary(data, points, locale)),
    gap(),
    section(t('part.figures')),
    ...figureTable(data, frame, lists),
    ...chartRows(data, frame),
    gap(),
    section(t('part.concentrations')),
    ...concentrationRows(data, frame, lists),
    gap(),
    section(t('part.weakPoints')),
    ...weakRows(data, points, frame, lists),
    gap(),
    section(t('part.measures')),
    ...measureRows(data, points, frame, written),
    gap(),
    section(t('part.accountability')),
    ...accountabilityRows(data, frame, lists),
    gap(),
    section(t('part.complaints')),
    ...complaintRows(data, frame, lists),
    gap(),
    ...undecidedRows(data, frame, lists),
    section(t('part.formulas')),
    ...formulaTable(data, frame),
    gap(),
    ...(lists.isFull ? [note(t('details.full', { count: MOST_LISTED_ROWS }))] : []),
    ...signatureRows(frame),
  ];
  const { sheet, charts } = pagedSheet(rows, { name, locale, footer: appendixFooter(frame) });
  return {
    sheet,
    charts,
    lists: detailSheet(lists.lists, facts, { name: t('details.name', { period: period.id }), locale }),
  };
}

function sayer({ locale }: ReportFrame) {
  return (code: string, params: Record<string, string | number> = {}) => translate(locale, `report.${code}`, params);
}

function chartRows(
  { facts, now, pack, asOf }: ReportData,
  { locale }: ReportFrame,
  which: 'trend' | 'pareto' = 'trend',
): PagedRow[] {
  const end = now.period.last < asOf ? now.period.last : asOf;
  // What came in on a day that nobody knows may have been closed on one that is known.
  const known = facts.filter(({ receivedDay }) => receivedDay === null || receivedDay <= end);
  const chart = chartPlans(known, { pack, asOf: end, target: null, locale }).find(({ id }) => id === which);
  if (
    chart === undefined ||
    known.every(({ receivedDay }) => receivedDay === null) ||
    (which === 'pareto' && !hasFewCauses(chart))
  )
    return [];
  return [
    { ...note(chart.text), keeps: true },
    { ...row([{ column: 0, columns: 12, text: '', look: 'note' }], CHART_LINES), chart: onPaper(chart) },
  ];
}

/** Without the line for a target that nobody has set, and with names that have room below a bar. */
function onPaper(chart: ChartPlan): ChartPlan {
  const series = chart.series.filter(({ column }) => chart.rows.some((line) => typeof line[column] === 'number'));
  const rows = chart.rows.map(([name, ...values]) => [shortened(String(name ?? '')), ...values]);
  return { ...chart, series, rows, note: null };
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${cutAt(name, LONGEST_NAME - 1)}…` : name;
}

function concentrationRows(data: ReportData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const t = sayer(frame);
  const { now, concentrations } = data;
  if (now.received.length === 0) return [note(t('concentrations.nothing'))];
  return [
    ...concentrations.flatMap((each) => concentrationTable(each, data, frame, lists)),
    ...chartRows(data, frame, 'pareto'),
  ];
}

/** A chart of causes that are nearly all different shows nothing that the table does not. */
function hasFewCauses({ rows }: ChartPlan): boolean {
  const counts = rows.map(([, count]) => Number(count ?? 0));
  const all = counts.reduce((sum, count) => sum + count, 0);
  const top = counts.slice(0, TOP).reduce((sum, count) => sum + count, 0);
  return all >= LEAST_FOR_PARETO && top * 2 >= all;
}

function concentrationTable(
  { dimension, top, others, without }: Concentration,
  { now, before, yearBefore }: ReportData,
  frame: ReportFrame,
  lists: ListBook,
): PagedRow[] {
  const t = sayer(frame);
  const { kind, id } = now.period;
  const name = t(`concentrations.of.${dimension}`);
  const period = sayPeriod(now.period, frame.locale);
  if (top.length === 0) return [note(t('concentrations.unknown', { name, count: without.length }))];
  const countIn = (text: string, view: typeof before): PaperCell => {
    if (view === null) return '—';
    const numbers = view.received
      .filter(({ dimensions }) => dimensions[dimension] === text)
      .map(({ number }) => number);
    return lists.count(
      `${dimension}:${text} ${view.period.id}`,
      `${name} ${text} · ${sayPeriod(view.period, frame.locale)}`,
      numbers,
    );
  };
  const lines = top.map(({ text, count, share, numbers }): PaperCell[] => {
    const than = before?.received.filter(({ dimensions }) => dimensions[dimension] === text).length ?? null;
    const change = than === null ? '' : differenceCell(count - than, 0, '', frame.locale);
    return [
      text,
      lists.count(`${dimension}:${text} ${id}`, `${name} ${text} · ${period}`, numbers),
      { text: `${(share * 100).toFixed(1)}%`, number: { value: share, format: '0.0%' } },
      countIn(text, before),
      ...(kind === 'year' ? [] : [countIn(text, yearBefore)]),
      change,
    ];
  });
  const rest = [
    ...(others === 0 ? [] : [t('concentrations.others', { count: others })]),
    ...(without.length === 0 ? [] : [t('concentrations.without', { name, count: without.length })]),
  ];
  return [
    ...table(
      [
        { label: name, columns: kind === 'year' ? 7 : 5 },
        { label: t(`figures.now.${kind}`), columns: 1, look: 'center' },
        { label: t('concentrations.share'), columns: 2, look: 'center' },
        { label: t(`figures.before.${kind}`), columns: 1, look: 'center' },
        ...(kind === 'year' ? [] : [{ label: t(`figures.yearBefore.${kind}`), columns: 2, look: 'center' as const }]),
        { label: t('concentrations.change'), columns: 1, look: 'center' },
      ],
      lines,
    ),
    ...(rest.length === 0 ? [] : [note(rest.join(t('summary.comma')))]),
    gap(0.3),
  ];
}

function weakRows(data: ReportData, points: readonly WeakPoint[], frame: ReportFrame, lists: ListBook): PagedRow[] {
  const t = sayer(frame);
  const { locale } = frame;
  const { now, alarmsNotSet } = data;
  const period = sayPeriod(now.period, locale);
  const lines = points.map(({ id, kind, subject, numbers, where }): PaperCell[] => {
    const what = t(`weak.${kind}`, { subject });
    return [what, lists.count(`${id} ${now.period.id}`, `${what} · ${period}`, numbers), where];
  });
  return [
    ...(lines.length === 0
      ? [note(notRecorded(data, locale) === '' ? t('weak.none') : t('summary.noneOnRecord'))]
      : table(
          [
            { label: t('weak.what'), columns: 6 },
            { label: t('weak.count'), columns: 1, look: 'center' },
            { label: t('weak.remark'), columns: 5 },
          ],
          lines,
        )),
    ...[notRecorded(data, locale)].filter((text) => text !== '').map(note),
    ...alarmsNotSet.map(({ label, source }) =>
      note(t('weak.notSet', { label: label[locale], source: saySource(locale, source) })),
    ),
  ];
}

/** Sentences below each other, with some air: fonts differ in how high their lines are. */
function prose(sentences: readonly string[]): PagedRow {
  return row([{ column: 0, columns: 12, text: sentences.join('\n'), look: 'text' }], sentences.length + 0.8);
}

/** A line a measure: what the figures suggest, and what people make of it. */
function measureRows(data: ReportData, points: readonly WeakPoint[], frame: ReportFrame, written: Written): PagedRow[] {
  const t = sayer(frame);
  const ideas = measureIdeas(data, points, frame.locale);
  const known = new Set(ideas.map(({ id }) => id));
  // What people wrote beside an idea that is none any more, or into a free line, keeps a line.
  const kept = [...new Set([...written.keys()].flatMap((key) => MEASURE_KEY.exec(key)?.[1] ?? []))]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, text: FREE.test(id) ? '' : t('measures.earlier') }));
  const next = Math.max(0, ...kept.map(({ id }) => Number(FREE.exec(id)?.[1] ?? 0)));
  const free = Array.from({ length: FREE_LINES }, (_, at) => ({ id: `own${next + at + 1}`, text: '' }));
  const lines = [...ideas.map(({ id, text }) => ({ id, text: t('measures.idea', { text }) })), ...kept, ...free];
  const blank = (id: string, part: string): PaperCell => {
    const key = `measure:${id}:${part}`;
    return { text: written.get(key) ?? '', blank: key };
  };
  return remarked(
    table(
      [
        { label: t('measures.number'), columns: 1, look: 'center' },
        { label: t('measures.suggested'), columns: 4 },
        { label: t('measures.measure'), columns: 4 },
        { label: t('measures.owner'), columns: 1, look: 'center' },
        { label: t('measures.due'), columns: 2, look: 'center' },
      ],
      lines.map(({ id, text }, at) => [
        String(at + 1),
        text,
        blank(id, 'measure'),
        blank(id, 'owner'),
        blank(id, 'due'),
      ]),
      2,
    ),
    t('measures.note'),
  );
}

const MEASURE_KEY = /^measure:(.+):(?:measure|owner|due)$/s;
const FREE = /^own(\d+)$/;

/** What is still to be settled about who answers for it, of the complaints closed in the period. */
function accountabilityRows({ facts, now, pack }: ReportData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const t = sayer(frame);
  const closed = new Set(now.figures.get('closed')?.counted ?? []);
  const ended = facts.filter(({ number }) => closed.has(number));
  const numbersOf = (which: (each: ComplaintFacts) => boolean) => ended.filter(which).map(({ number }) => number);
  const open: [code: string, numbers: string[]][] = [
    ['noVerdict', pack.verdicts.length === 0 ? [] : numbersOf(({ isFounded }) => isFounded === null)],
    ['noDepartment', numbersOf(({ dimensions, isFounded }) => dimensions.department === '' && isFounded !== false)],
    ['noPerson', numbersOf(({ dimensions, isFounded }) => dimensions.handler === '' && isFounded === true)],
    ['founded', numbersOf(({ isFounded }) => isFounded === true)],
  ];
  const lines = open.flatMap(([code, numbers]): PaperCell[][] => {
    if (numbers.length === 0) return [];
    const what = t(`accountability.${code}`);
    const title = `${what} · ${sayPeriod(now.period, frame.locale)}`;
    return [[what, lists.count(`${code} ${now.period.id}`, title, numbers), t(`accountability.${code}Remark`)]];
  });
  if (lines.length === 0) return [note(t(closed.size === 0 ? 'accountability.noneClosed' : 'accountability.none'))];
  return table(
    [
      { label: t('accountability.what'), columns: 5 },
      { label: t('weak.count'), columns: 1, look: 'center' },
      { label: t('weak.remark'), columns: 6 },
    ],
    lines,
  );
}

function complaintRows({ now }: ReportData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const t = sayer(frame);
  if (now.received.length === 0) return [note(t('complaints.nothing'))];
  const byDay = now.received.toSorted((a, b) => order(a) - order(b) || (a.number < b.number ? -1 : 1));
  const received = now.figures.get('received');
  const left = byDay.length - MOST_LISTED;
  const goods = ({ dimensions }: ComplaintFacts) =>
    dimensions.productModel === '' ? dimensions.productName : dimensions.productModel;
  const cell = (text: string): Pick<Box, 'text'> => ({ text });
  return [
    ...table(
      [
        { label: t('details.head.number'), columns: 2 },
        { label: t('details.head.received'), columns: 2, look: 'center' },
        { label: t('complaints.goods'), columns: 2 },
        { label: t('details.head.category'), columns: 2 },
        { label: t('details.head.grade'), columns: 1, look: 'center' },
        { label: t('details.head.status'), columns: 1, look: 'center' },
        { label: t('details.head.department'), columns: 2 },
      ],
      byDay.slice(0, MOST_LISTED).map((each): PaperCell[] => {
        const { category, grade, status, department } = each.dimensions;
        return [
          each.number === '' ? '—' : { text: each.number, jump: { complaint: each.number } },
          each.receivedDay ?? '',
          ...[goods(each), category, grade, status, department].map(cell),
        ];
      }),
      1,
    ),
    ...(left <= 0 || received === undefined
      ? []
      : [
          note(
            t('complaints.more', {
              count: left,
              of: byDay.length,
              sheet: t('details.name', { period: now.period.id }),
            }),
          ),
        ]),
    ...(lists.lists.length === 0 ? [] : [note(t('complaints.links'))]),
  ];
}

function undecidedRows(data: ReportData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const rows = undecidedTable(data, frame, lists);
  return rows.length === 0 ? [] : [section(sayer(frame)('part.undecided')), ...rows, gap()];
}

function order({ receivedDay }: ComplaintFacts): number {
  return receivedDay === null ? 0 : Number(receivedDay.replaceAll('-', ''));
}

function signatureRows(frame: ReportFrame): PagedRow[] {
  const t = sayer(frame);
  const parts = ['written', 'checked', 'approved'] as const;
  const line = (make: (part: (typeof parts)[number], at: number) => Box[]) => parts.flatMap(make);
  return [
    { ...section(t('part.signatures')) },
    {
      ...row(
        line((part, at) => [
          { column: at * 4, columns: 1, text: t(`signature.${part}`), look: 'label' },
          { column: at * 4 + 1, columns: 3, text: '', look: 'center', blank: `signature:${part}` },
        ]),
        2.4,
      ),
      keeps: true,
    },
    row(
      line((part, at) => [
        { column: at * 4, columns: 1, text: t('signature.date'), look: 'label' },
        { column: at * 4 + 1, columns: 3, text: '', look: 'center', blank: `signature:${part}:date` },
      ]),
      1.6,
    ),
  ];
}

/** Whether somebody has signed: such a paper stays as it is, and a new one is put beside it. */
export function isSigned(written: Written): boolean {
  return [...written.keys()].some((key) => key.startsWith('signature:'));
}
