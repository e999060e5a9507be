import type { Moment } from '../../complaint/moment.ts';
import type { Locale } from '../../policy/localized.ts';
import { allSteps, ROWS_A_STEP, type Steps } from '../../steps.ts';
import { translate } from '../../wording/translate.ts';
import { toEpoch, wallClock } from '../../working-time/zoned-time.ts';
import { cleanText } from '../safe-cell.ts';
import { displayLength } from '../column-samples.ts';
import { cutAt } from '../unique-name.ts';

/** A finding as the sheet tells it. */
export interface SheetFinding {
  level: 'error' | 'warning' | 'info';
  number: string;
  /** Where it stands, for people and as a place to jump to; null: nowhere in particular. */
  place: { sheet: string; address: string } | null;
  text: string;
  proposal: string;
  decision: 'open' | 'accepted' | 'dismissed';
}

/** A cell of the sheet: text only, never a formula; `link` leads to a cell of the workbook. */
export interface ReportCell {
  row: number;
  column: number;
  text: string;
  link?: { sheet: string; address: string };
  look?: 'title' | 'meta' | 'head' | 'level' | 'label' | 'line';
}

/** The findings sheet as plain data. Rows and columns count from 0. */
export interface FindingsReport {
  name: string;
  /** Texts of the table in rows, and where it begins; its header is repeated on each page. */
  header: { row: number; texts: string[] };
  rows: {
    level: SheetFinding['level'];
    texts: string[];
    link: { sheet: string; address: string } | null;
    /** In points: as many lines as the longest text takes in its column. */
    height: number;
  }[];
  /** What stands around the table. */
  cells: ReportCell[];
  /** Widths in characters. */
  widths: number[];
  footer: string;
  /** The last row that is in use. */
  lastRow: number;
}

export interface ReportRequest {
  findings: readonly SheetFinding[];
  sheet: string;
  rows: number;
  policy: string;
  at: Moment;
  zone: string;
  locale: Locale;
}

const COLUMNS = ['no', 'level', 'number', 'place', 'finding', 'proposal', 'decision'] as const;
/** Together they fill a landscape A4 at a size that can be read. */
const WIDTHS = [5, 8, 16, 9, 52, 26, 16];
const LONGEST = 600;
/** Points of a line, and of the room around the lines of a row. A row of a sheet is at most 409 high. */
const LINE = 13.5;
const GAP = 5;
const LEVELS = ['error', 'warning', 'info'] as const;

/**
 * The findings sheet (检查报告): a dated heading with counts, one row a finding in the order given, and lines to sign. What a
 * person still has to decide has boxes to tick by hand.
 */
export function findingsReport(request: ReportRequest): FindingsReport {
  return allSteps(findingsReportInSteps(request));
}

/** As `findingsReport`, some findings at a time, so that a page stays usable. */
export function* findingsReportInSteps(request: ReportRequest): Steps<FindingsReport> {
  const { findings, sheet, rows, policy, at, zone, locale } = request;
  const t = (code: string, params: Record<string, string | number> = {}) =>
    translate(locale, `findings.sheet.${code}`, params);
  const clock = wallClock(toEpoch(at), zone);
  const count = (level: SheetFinding['level']) => findings.filter((finding) => finding.level === level).length;
  const decided = (decision: SheetFinding['decision']) =>
    findings.filter((finding) => finding.decision === decision).length;
  const plain = (text: string) => cutAt(cleanText(text).replace(/\s*\n\s*/g, '；'), LONGEST);
  const cells: ReportCell[] = [
    { row: 0, column: 0, text: t('title'), look: 'title' },
    { row: 1, column: 0, text: plain(t('made', { at: clock, sheet, rows, policy })), look: 'meta' },
    {
      ...{ row: 2, column: 0, look: 'meta' as const },
      text: t('counts', {
        ...{ error: count('error'), warning: count('warning'), info: count('info') },
        ...{ open: decided('open'), accepted: decided('accepted'), dismissed: decided('dismissed') },
      }),
    },
  ];
  const headerRow = 4;
  const body: FindingsReport['rows'] = [];
  for (const [index, { level, number, place, text, proposal, decision }] of findings.entries()) {
    if (index % ROWS_A_STEP === 0) yield { done: index, of: findings.length };
    const texts = [
      String(index + 1),
      translate(locale, `register.level.${level}`),
      plain(number),
      place?.address ?? '',
      plain(text),
      plain(proposal),
      t(`decision.${decision}`),
    ];
    body.push({ level, link: place, texts, height: heightOf(texts) });
  }
  const end = headerRow + Math.max(1, body.length) + 2;
  if (body.length === 0) cells.push({ row: headerRow + 1, column: 0, text: t('none'), look: 'meta' });
  cells.push(
    { row: end, column: 0, text: t('conclusion'), look: 'label' },
    { row: end, column: 3, text: '', look: 'line' },
    { row: end + 2, column: 0, text: t('checkedBy'), look: 'label' },
    { row: end + 2, column: 3, text: '', look: 'line' },
    { row: end + 4, column: 0, text: t('approvedBy'), look: 'label' },
    { row: end + 4, column: 3, text: '', look: 'line' },
  );
  return {
    name: cutAt(t('name', { day: clock.slice(0, 10) }), 31),
    header: { row: headerRow, texts: COLUMNS.map((column) => t(`column.${column}`)) },
    rows: body,
    cells,
    widths: WIDTHS,
    footer: t('footer'),
    lastRow: end + 4,
  };
}

/** Lines of a text in a column of so many characters; a word may have to go to the next line, so some room is kept. */
function heightOf(texts: readonly string[]): number {
  const lines = texts.map((text, column) => Math.ceil((displayLength(text) + 1) / ((WIDTHS[column] ?? 1) * 0.95)));
  return Math.min(400, LINE * Math.max(1, ...lines) + GAP);
}

/** Findings in the order of the sheet: the gravest first, then as the register goes. */
export function inReportOrder<T extends { level: SheetFinding['level'] }>(findings: readonly T[]): T[] {
  return LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
}
