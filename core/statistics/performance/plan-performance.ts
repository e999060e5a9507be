import { appendixFooter } from '../../forms/appendix.ts';
import { across } from '../../forms/bands.ts';
import { saySource } from '../../wording/say-source.ts';
import { translate } from '../../wording/translate.ts';
import type { ComplaintFacts } from '../complaint-facts.ts';
import { sayFigure } from '../figure-words.ts';
import type { Figure } from '../figure.ts';
import type { Period } from '../period.ts';
import { detailSheet, listOf, markFamily, sayMark, type ListMark } from '../report/detail-sheet.ts';
import { sayAbsent } from '../report/figure-table.ts';
import {
  gap,
  ListBook,
  MOST_LISTED_ROWS,
  note,
  remarked,
  section,
  table,
  type PaperCell,
} from '../report/paper-parts.ts';
import { pagedSheet, type PagedRow } from '../report/paged-sheet.ts';
import { paperHead } from '../report/paper-head.ts';
import type { ReportPlan, Written } from '../report/plan-report.ts';
import type { ReportFrame } from '../report/report-data.ts';
import { sayPeriod } from '../report/say-period.ts';
import { sayValue } from '../report/say-value.ts';
import { SMALL_SAMPLE } from '../small-sample.ts';
import { performanceData, type PerformanceData, type Proposal, type Subject } from './performance-data.ts';

/** How far an appeal has come: made, under way, upheld, turned down. Words: `report.performance.appeal.<state>`. */
export const APPEAL_STATES = ['none', 'open', 'upheld', 'rejected'] as const;

/** Of so many complaints the numbers stand on the sheet itself; all stand in the lists. */
const MOST_NAMED = 12;
const BLANKS = ['state', 'decision', 'date'] as const;

/**
 * Performance and accountability of a period (S2-29 … S2-35) on a sheet of its own: the figures of departments and people, what
 * their policy would reward or penalise, on which complaints and by which clause, and how an appeal stands. Every figure says
 * how it is made and which complaints it counts, so that whoever is judged can check it. People are not ranked. What people
 * decided stands in its place again; a decision whose proposal is no more keeps a line.
 */
export function planPerformance(
  facts: readonly ComplaintFacts[],
  period: Period,
  frame: ReportFrame,
  written: Written = new Map(),
): ReportPlan {
  const { locale } = frame;
  const data = performanceData(facts, period, frame);
  const lists = new ListBook();
  const t = sayer(frame);
  const rows: PagedRow[] = [
    ...paperHead(t('title'), data.period, data.pack, frame),
    ...rulesRows(data, frame),
    gap(),
    ...(['department', 'person'] as const).flatMap((of) => [
      section(t(`part.${of}`)),
      ...subjectRows(of === 'department' ? data.departments : data.people, data, frame, lists),
      gap(),
    ]),
    section(t('part.proposals')),
    ...proposalRows(data, frame, lists, written),
    gap(),
    section(t('part.explained')),
    ...explainedRows(data, frame, lists),
    ...(lists.isFull ? [note(translate(locale, 'report.details.full', { count: MOST_LISTED_ROWS }))] : []),
  ];
  const { sheet, charts } = pagedSheet(rows, {
    name: t('name', { period: period.id }),
    ...{ locale, footer: appendixFooter(frame) },
  });
  return {
    ...{ sheet, charts },
    lists: detailSheet(lists.lists, facts, { name: t('details', { period: period.id }), locale }),
  };
}

function sayer({ locale }: ReportFrame) {
  return (code: string, params: Record<string, string | number> = {}) =>
    translate(locale, `report.performance.${code}`, params);
}

/** By which rules is judged, before any name is named. */
function rulesRows({ pack }: PerformanceData, frame: ReportFrame): PagedRow[] {
  const t = sayer(frame);
  const { locale } = frame;
  const { appeal, performanceShare: share, measures } = pack.accountability;
  const clause = (source: string) => saySource(locale, source);
  const lines = [
    t('rule.founded'),
    t('rule.small', { count: SMALL_SAMPLE }),
    measures.length === 0 ? t('rule.noMeasures') : t('rule.proposals'),
    appeal === null
      ? t('rule.noAppeal')
      : t('rule.appeal', { text: appeal.label[locale], source: clause(appeal.source) }),
    ...(share === null
      ? []
      : [
          share.percent === null
            ? t('rule.shareBlank', { source: clause(share.source) })
            : t('rule.share', { percent: share.percent, source: clause(share.source) }),
        ]),
  ];
  return [section(t('part.rules')), across(lines.join('\n'), 'text')];
}

/** Name, then figures as they are judged; the explanations stand below. */
function subjectRows(
  subjects: readonly Subject[],
  data: PerformanceData,
  frame: ReportFrame,
  lists: ListBook,
): PagedRow[] {
  const t = sayer(frame);
  const { pack, period } = data;
  if (subjects.length === 0) return [note(t('nobody'))];
  const [first, last = ''] = judgedMilestones(data);
  const shown = [
    { id: 'received', columns: 1 },
    { id: 'closed', columns: 1 },
    ...(first === undefined || first === last ? [] : [{ id: first, columns: 2 }]),
    { id: last, columns: first === last ? 4 : 2 },
    { id: 'satisfaction', columns: 1 },
    { id: 'reopened', columns: 1 },
    { id: 'founded', columns: 1 },
    { id: 'remedyCost', columns: 1 },
  ];
  return table(
    [
      { label: t('head.name'), columns: 2 },
      ...shown.map(({ id, columns }) => ({ label: shortLabel(id, pack, frame), columns, look: 'center' as const })),
    ],
    subjects.map((subject) => [
      subject.name,
      ...shown.map(({ id }) => figureCell(subject, subject.figures.get(id), period, frame, lists)),
    ]),
  );
}

/** The first and the last clock of which anything can be said; else the last one of all, which then says nothing. */
function judgedMilestones({
  departments,
  people,
  pack,
}: PerformanceData): [first: string | undefined, last: string | undefined] {
  const ids = pack.milestones.map(({ id }) => `onTime:${id}`);
  const judged = ids.filter((id) =>
    [...departments, ...people].some(({ figures }) => (figures.get(id)?.value ?? null) !== null),
  );
  const last = judged.at(-1) ?? ids.at(-1);
  return [judged[0] ?? last, last];
}

function shortLabel(id: string, pack: PerformanceData['pack'], frame: ReportFrame): string {
  const [kind = '', of] = id.split(':');
  const milestone = pack.milestones.find((each) => each.id === of)?.label[frame.locale] ?? '';
  return sayer(frame)(`head.${kind}`, { milestone });
}

/** Shares as numerator and denominator, with the rate where there is enough to speak of one. */
function figureCell(
  subject: Subject,
  figure: Figure | undefined,
  period: Period,
  frame: ReportFrame,
  lists: ListBook,
): PaperCell {
  if (figure === undefined || figure.value === null) return sayAbsent(figure?.missing ?? null, frame.locale);
  const { id, numerator, denominator, unit, isSmall, value, counted } = figure;
  const title = `${subject.name} · ${labelOf(figure, frame)} · ${sayPeriod(period, frame.locale)}`;
  const key = `${subject.of} ${subject.name} ${id} ${period.id}`;
  if (unit === 'count') return lists.count(key, title, counted);
  const jump = lists.jump(listOf(key, title, figure, frame.pack));
  if (unit === 'yuan') return { text: String(value), number: { value, format: '#,##0' }, ...jump };
  const ratio = `${numerator} / ${denominator ?? 0}`;
  return { text: isSmall ? `${ratio} *` : `${ratio}\n${sayValue(value, unit, frame.locale)}`, ...jump };
}

function labelOf(figure: Figure, frame: ReportFrame): string {
  return sayFigure(figure, frame, frame.locale).label;
}

/** A line a proposal: what, why, by which clause; people choose, decide and note how an appeal stands. */
function proposalRows(data: PerformanceData, frame: ReportFrame, lists: ListBook, written: Written): PagedRow[] {
  const t = sayer(frame);
  const { proposals, period } = data;
  const known = new Set(proposals.map(({ key }) => key));
  const gone = [...new Set([...written].flatMap(([name]) => BLANK_KEY.exec(name)?.[1] ?? []))].filter(
    (key) => !known.has(key) && isDecided(key, written, t('appeal.none')),
  );
  const blank = (key: string, part: (typeof BLANKS)[number]): PaperCell => {
    const name = `decision:${key}:${part}`;
    const text = written.get(name) ?? '';
    if (part !== 'state') return { text, blank: name };
    const states = APPEAL_STATES.map((state) => t(`appeal.${state}`));
    return { text: text === '' ? t('appeal.none') : text, blank: name, choices: states };
  };
  const blanks = (key: string) => BLANKS.map((part) => blank(key, part));
  const lines = [
    ...proposals.map((proposal): PaperCell[] => [
      `${proposal.name}\n${t(`kind.${proposal.kind}`)}`,
      saidMeasures(proposal, frame),
      reason(proposal, period, frame, lists),
      ...blanks(proposal.key),
    ]),
    ...gone.map((key): PaperCell[] => [key.split('|').slice(1, -2).join('|'), t('gone'), t('goneWhy'), ...blanks(key)]),
  ];
  if (lines.length === 0) return [note(t('noProposals'))];
  return remarked(
    table(
      [
        { label: t('head.whom'), columns: 2 },
        { label: t('head.measures'), columns: 3 },
        { label: t('head.reason'), columns: 3 },
        { label: t('head.state'), columns: 1, look: 'center' },
        { label: t('head.decision'), columns: 2 },
        { label: t('head.date'), columns: 1, look: 'center' },
      ],
      lines,
      2,
    ),
    t('keptNote'),
  );
}

const BLANK_KEY = /^decision:(.+):(?:state|decision|date)$/s;

function isDecided(key: string, written: Written, none: string): boolean {
  return BLANKS.some((part) => {
    const text = written.get(`decision:${key}:${part}`) ?? '';
    return text !== '' && !(part === 'state' && text === none);
  });
}

/** The measures of the clause from the mildest on; sums only where the company has set them. */
function saidMeasures({ kind, measures }: Proposal, frame: ReportFrame): string {
  const t = sayer(frame);
  const list = measures.map(({ label, amount }) => {
    const name = label[frame.locale];
    if (amount === undefined) return name;
    return amount === null ? t('sumBlank', { name }) : t('sum', { name, amount });
  });
  const isOrdered = kind === 'penalty' && measures.length > 1;
  return t(isOrdered ? 'bySeverity' : measures.length > 1 ? 'anyOf' : 'only', { list: list.join(t('listComma')) });
}

function reason(
  { key, name, kind, basis, grounds, measures, source }: Proposal,
  period: Period,
  frame: ReportFrame,
  lists: ListBook,
): PaperCell {
  const t = sayer(frame);
  const { locale } = frame;
  const title = `${name} · ${t(`kind.${kind}`)} · ${sayPeriod(period, locale)}`;
  const rows = grounds.map((number) => ({ number, mark: 'counted' as const }));
  const clause = saySource(locale, source);
  const when = measures[0]?.when?.[locale];
  return {
    text: [
      t(`basis.${basis}`, { count: grounds.length, numbers: named(grounds, frame) }),
      when === undefined ? t('clause', { clause }) : t('clauseWhen', { clause, when }),
    ].join('\n'),
    ...lists.jump({ id: `${key} ${period.id}`, title, rows }),
  };
}

/** The first numbers, and how many there are where not all are named. */
function named(numbers: readonly string[], frame: ReportFrame): string {
  const t = sayer(frame);
  const list = numbers.slice(0, MOST_NAMED).join(t('listComma'));
  return numbers.length <= MOST_NAMED ? list : t('andMore', { list, count: numbers.length });
}

/** How each figure is made, once; then for each which complaints count, which do not, and what nobody has decided. */
function explainedRows(data: PerformanceData, frame: ReportFrame, lists: ListBook): PagedRow[] {
  const t = sayer(frame);
  const subjects = [...data.departments, ...data.people];
  const clocks = new Set(judgedMilestones(data));
  const figuresOf = ({ figures }: Subject) =>
    [...figures.values()].filter(({ id, value }) => (clocks.has(id) || EXPLAINED.has(id)) && value !== null);
  const all = new Map(subjects.flatMap(figuresOf).map((figure) => [figure.id, figure]));
  if (all.size === 0) return [note(t('nothing'))];
  return [
    ...table(
      [
        { label: t('head.figure'), columns: 3 },
        { label: t('head.how'), columns: 9 },
      ],
      [...all.values()].map((figure): PaperCell[] => {
        const { label, formula, leftOut } = sayFigure(figure, frame, frame.locale);
        return [label, `${formula}\n${leftOut}`];
      }),
    ),
    ...subjects.flatMap((subject) => [
      gap(),
      ...table(
        [
          { label: subject.name, columns: 3 },
          { label: t('head.result'), columns: 2, look: 'center' },
          { label: t('head.which'), columns: 7 },
        ],
        figuresOf(subject).map((figure): PaperCell[] => [
          labelOf(figure, frame),
          figureCell(subject, figure, data.period, frame, lists),
          which(figure, frame),
        ]),
      ),
    ]),
  ];
}

const EXPLAINED = new Set(['received', 'closed', 'satisfaction', 'reopened', 'founded', 'remedyCost']);

function which({ id, counted, among, undecided }: Figure, frame: ReportFrame): string {
  const t = sayer(frame);
  const family = markFamily(id, frame.pack.measures);
  const isCounted = new Set(counted);
  const open = new Set(undecided);
  const rest = among.filter((number) => !isCounted.has(number) && !open.has(number));
  const line = (mark: ListMark, numbers: readonly string[]) => {
    const params = { mark: sayMark(mark, family, frame.locale), count: numbers.length, numbers: named(numbers, frame) };
    return numbers.length === 0 ? [] : [t('which.line', params)];
  };
  return (
    [...line('counted', counted), ...line('among', rest), ...line('undecided', undecided)].join('\n') || t('which.none')
  );
}
