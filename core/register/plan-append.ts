import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { fieldKind, type Field } from '../complaint/field.ts';
import type { HandoffComplaint, HandoffEnvelope } from '../handoff/handoff-envelope.ts';
import { isDay, type Day, type DayOrMoment } from '../complaint/moment.ts';
import { readTime } from '../deadline/read-time.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import type { Locale } from '../policy/localized.ts';
import { findPack } from '../policy/packs.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { dayAt, toEpoch } from '../working-time/zoned-time.ts';
import { appendedRow } from './appended-row.ts';
import { columnManner } from './column-manner.ts';
import {
  rowEvaluator,
  type ConfirmedChoices,
  type RegisterRules,
  type RowEvaluation,
  type RowFinding,
} from './evaluate-row.ts';
import { ownFields } from './findings/own-fields.ts';
import type { Finding } from './finding.ts';
import { matchHeaders, type MatchedHeaders } from './match-headers.ts';
import { memoryNow } from './merge-memory.ts';
import { numberComplaints } from './number-complaints.ts';
import { TIME_FORMAT } from './register-columns.ts';
import type { AppendPlan, PlannedCell, RegisterColumn, RegisterMemory } from './register-plan.ts';
import { CHOICES, type ProposalNote } from './proposal-note.ts';
import { choiceText, numberingDay, ownNumber } from './register-row.ts';
import type { CellValue } from './sheet-reading.ts';
import { receiptReader } from './received-day.ts';
import { unanswered, withoutColumn } from './row-duties.ts';
import { stateFormulas, type FormulaPlace } from './state-formula.ts';

export interface AppendRequest extends RegisterRules {
  memory: RegisterMemory;
  /** The register's table as it stands now: its header, and its rows without header and totals. */
  header: readonly string[];
  rows: readonly (readonly CellValue[])[];
  /** Indexes of columns that calculate: a number of ours is not written there. */
  calculating?: ReadonlySet<number>;
  /** Where the first new row will stand: its row, and the table's first column, on the sheet from 0. */
  at: { row: number; column: number };
  envelope: HandoffEnvelope;
}

/** `originColumnMissing`: without the column of origin ids nobody could tell what is there already. */
export type AppendRefusal = 'originColumnMissing';

/**
 * The rows to write below a register for the complaints of an envelope, in the table's present column order. A complaint
 * is written once however often it is sent: its id stands in the register's origin column. Columns are found by their
 * present headers. What a clerk confirmed stands; each value is written in the manner of its column.
 */
export function planAppend(request: AppendRequest): Outcome<AppendPlan, AppendRefusal> {
  const { memory, header, rows, envelope, pack } = request;
  const match = matchHeaders(memory.columns, header, rows);
  const { columns } = match;
  const originAt = columns.findIndex(({ role }) => role === 'origin');
  if (originAt < 0) return refuse('originColumnMissing', { table: memory.tableName });

  const present = new Set(rows.map((row) => String(row[originAt] ?? '').trim()));
  const { fresh, known } = sortOut(envelope.complaints, present);
  const numberAt = columns.findIndex(({ role }) => role === 'number');
  const { numbers, given } = numberComplaints(
    fresh.map(({ values }) => ({ own: ownNumber(values), day: numberingDay(values, request) })),
    numberAt < 0 ? [] : rows.map((row) => String(row[numberAt] ?? '')),
    memory.numbersGiven,
    memory.team?.numberPattern,
  );
  const place = { columns, column: request.at.column, pack, locale: memory.locale };
  const frame = { ...place, zone: request.zone, date1904: memory.date1904, stateFormula: stateFormulas(place) };
  const evaluate = rowEvaluator(request, ownFields(columns));
  const dayOf = (at: DayOrMoment | null) => (at === null || isDay(at) ? at : dayAt(toEpoch(at), request.zone));
  const manner = columnManner(rows, pack, memory.locale, () => {
    const receiptOf = receiptReader(columns, rows, memory);
    return rows.map((row) => dayOf(receiptOf(row)));
  });
  const above: (Day | null)[] = [];
  const plan: AppendPlan = {
    tableName: memory.tableName,
    columns,
    rows: [],
    numberFormats: [],
    added: [],
    alreadyThere: known,
    findings: tableFindings(match, request.at.row),
    memory: memoryNow(memory, match.renamed, given) ?? memory,
  };
  fresh.forEach((complaint, i) => {
    const row = request.at.row + plan.rows.length;
    const received = readTime(complaint.values.receivedAt);
    const day = received.kind === 'known' ? dayOf(received.at) : null;
    const chosen = confirmed(complaint, pack, memory.locale);
    const evaluation = evaluate(complaint.values, chosen);
    const proposals = proposalsFor(chosen, { evaluation, byRow: evaluate(carriedBy(complaint, columns)) }, place);
    const findings = [
      ...unanswered(complaint.values, evaluation, pack),
      ...chosen.findings,
      ...evaluation.findings,
      ...withoutColumn(evaluation, memory, request),
    ];
    const made = appendedRow(
      { complaint, number: numbers[i] ?? '', row, day, above, evaluation, findings, proposals },
      {
        ...frame,
        manner,
        calculating: request.calculating ?? new Set(),
        numbersGoOn: (memory.team?.numberPattern ?? null) !== null,
      },
    );
    plan.findings.push(...made.findings.map((finding): Finding => ({ ...finding, row, column: null })));
    if (made.cells === null) return;
    plan.rows.push(made.cells);
    above.push(day);
    plan.added.push(complaint.id);
  });
  return done({ ...plan, numberFormats: columns.map((column, index) => formatOf(column, index, plan.rows)) });
}

const TIME_FORMATS: Record<RegisterColumn['part'], string> = {
  whole: TIME_FORMAT,
  date: 'yyyy-mm-dd',
  time: 'hh:mm',
};
const MAX_SERIAL = 200_000;

/** A column's own format; where it has none for the serials that are written, one that shows them as times. */
function formatOf(column: RegisterColumn, index: number, rows: readonly PlannedCell[][]): string | null {
  const { fields, part, numberFormat } = column;
  if (numberFormat !== null && numberFormat !== 'General' && numberFormat !== '@') return numberFormat;
  const isTime = fields.length === 1 && fields.every((field) => fieldKind(field) === 'time');
  const writes = rows.map((cells) => cells[index]).some((cell) => typeof cell === 'number' && cell < MAX_SERIAL);
  return isTime && writes ? TIME_FORMATS[part] : numberFormat;
}

function sortOut(complaints: readonly HandoffComplaint[], present: ReadonlySet<string>) {
  const fresh = new Map<string, HandoffComplaint>();
  const known = new Set<string>();
  for (const complaint of complaints) {
    if (present.has(complaint.id)) known.add(complaint.id);
    else if (!fresh.has(complaint.id)) fresh.set(complaint.id, complaint);
  }
  return { fresh: [...fresh.values()], known: [...known] };
}

/** What the clerk confirmed, as far as the register's own pack knows it. */
function confirmed({ category, grade, policy }: HandoffComplaint, pack: PolicyPack, locale: Locale) {
  const findings: RowFinding[] = [];
  const other = findPack(policy.id);
  const known = (id: string | null, of: 'categories' | 'grades', code: string, field: Field) => {
    if (id === null || pack[of].some((choice) => choice.id === id)) return id;
    const value = other?.[of].find((choice) => choice.id === id)?.label[locale] ?? id;
    findings.push({ level: 'warning', code, field, params: { value, policy: other?.label[locale] ?? policy.id } });
    return null;
  };
  return {
    category: known(category, 'categories', 'categoryOfOtherPolicy', 'category'),
    grade: known(grade, 'grades', 'gradeOfOtherPolicy', 'severity'),
    findings,
  };
}

/** What of a complaint's values will stand in its row, where it is read again. */
function carriedBy({ values }: HandoffComplaint, columns: readonly RegisterColumn[]): ComplaintValues {
  const carried = new Set<string>(columns.flatMap(({ fields }) => fields));
  return Object.fromEntries(Object.entries(values).filter(([field]) => carried.has(field)));
}

/** What a clerk confirmed, and what only the complaint itself said, is a decision: the row alone would not say it again. */
function proposalsFor(
  chosen: ConfirmedChoices,
  { evaluation, byRow }: { evaluation: RowEvaluation; byRow: RowEvaluation },
  frame: Pick<FormulaPlace, 'pack' | 'locale'>,
): ProposalNote['choices'] {
  const isConfirmed = {
    category: chosen.category !== null,
    grade: chosen.grade !== null,
    department: false,
    status: false,
  };
  return Object.fromEntries(
    CHOICES.map((role) => {
      const [now, proposed] = [choiceText(role, evaluation, frame), choiceText(role, byRow, frame)];
      const decided = now !== '' && (isConfirmed[role] || now !== proposed) ? now : null;
      return [role, { proposed, decided }];
    }),
  );
}

/** What happened to the register's columns since it was made; `row` is that of its header. */
export function tableFindings({ renamed, missing }: MatchedHeaders, row: number): Finding[] {
  const place = { row, column: null, field: null };
  return [
    ...renamed.map(({ from, to }): Finding => ({
      ...place,
      level: 'info',
      code: 'columnRenamed',
      params: { from, to },
    })),
    ...missing
      .filter(({ role, fields }) => !role.startsWith('user:') || fields.length > 0)
      .map(({ header }): Finding => ({ ...place, level: 'warning', code: 'columnGone', params: { header } })),
  ];
}
