import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import type { Day } from '../complaint/moment.ts';
import type { HandoffComplaint } from '../handoff/handoff-envelope.ts';
import { translate } from '../wording/translate.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { ColumnManner } from './column-manner.ts';
import { note } from './deadline-notes.ts';
import type { RowEvaluation, RowFinding } from './evaluate-row.ts';
import { placeValues } from './place-values.ts';
import type { ProposalNote } from './proposal-note.ts';
import type { PlannedCell, RegisterColumn } from './register-plan.ts';
import { ownCell, ownNumber, type RegisterFrame } from './register-row.ts';

/** A complaint that is to become a row. */
export interface NewComplaint {
  complaint: HandoffComplaint;
  number: string;
  /** Row on the sheet where it will stand, from 0; the day it was received, and those of the new rows above it. */
  row: number;
  day: Day | null;
  above: readonly (Day | null)[];
  evaluation: RowEvaluation;
  findings: RowFinding[];
  proposals: ProposalNote['choices'];
}

export interface AppendFrame extends RegisterFrame {
  /** The team's own numbers go on in the register's: a new one stands in the team's own column too. */
  numbersGoOn: boolean;
  /** Indexes of columns that calculate; such a column of the team's own numbers is left to itself. */
  calculating: ReadonlySet<number>;
  manner: ColumnManner;
}

/** The cells of a new row; `cells` is null when the complaint does not fit and must stay in the queue. */
export function appendedRow(
  { complaint, number, row, day, above, evaluation, findings: known, proposals }: NewComplaint,
  frame: AppendFrame,
): { cells: PlannedCell[] | null; findings: RowFinding[] } {
  const { columns, manner } = frame;
  const chosen: Partial<Record<Field, string | null>> = {
    category: evaluation.category,
    severity: evaluation.grade,
    status: evaluation.status,
  };
  const { complaintId = frame.numbersGoOn ? number : undefined, ...others } = complaint.values;
  const values = complaintId === undefined ? others : { ...others, complaintId };
  const placed = placeValues(values, {
    ...frame,
    samplesOf: manner.samplesOf,
    keptElsewhere: keptElsewhere(values, number, frame),
    choiceFor: (field, column) => manner.wordFor(field, chosen[field] ?? null, column),
  });
  if (placed.homeless.length > 0) {
    return { cells: null, findings: placed.homeless.map((field) => problem('error', 'noPlaceFor', field)) };
  }
  const promises = otherPromises(complaint, evaluation, frame);
  const findings = [
    ...known,
    ...promises.map(({ finding }) => finding),
    ...placed.inRemarks.map((field) => problem('info', 'keptInRemarks', field)),
    ...placed.continued.map((field) => problem('info', 'continuedInRemarks', field)),
  ];
  const facts = {
    row,
    number,
    evaluation,
    findings,
    readAsText: stopsWrittenAsText(placed.cells, frame),
    origin: complaint.id,
    originRow: null,
    source: sourceText(complaint),
    notes: promises.map((promise) => promise.note).join(''),
    proposals,
    year: null,
  };
  const cells = columns.map((column, index) => {
    const isCounter = column.fields.length === 1 && column.fields[0] === 'sequenceNo';
    const counted = isCounter ? manner.runningNumber(index, day, above) : null;
    if (frame.calculating.has(index) && column.fields.length === 1 && column.fields[0] === 'complaintId') return '';
    return placed.cells.get(index) ?? ownCell(column, facts, frame) ?? counted ?? '';
  });
  return { cells, findings };
}

/** The register keeps these in columns of its own; a number of the complaint's own only if it became the register's. */
function keptElsewhere(values: ComplaintValues, number: string, { columns }: AppendFrame): Set<Field> {
  const kept = new Set<Field>(['sequenceNo', 'category', 'severity', 'status']);
  const has = (role: RegisterColumn['role']) => columns.some((column) => column.role === role);
  if (ownNumber(values) === number && has('number')) kept.add('complaintId');
  if (has('department')) kept.add('responsibleDept');
  return kept;
}

/** Promised times that the rules of today do not give: kept beside the deadlines, and to be looked at. */
function otherPromises({ promised }: HandoffComplaint, { deadlines }: RowEvaluation, frame: AppendFrame) {
  const { pack, locale, zone } = frame;
  return pack.milestones.flatMap((milestone) => {
    const promise = promised.find((deadline) => deadline.milestone === milestone.id)?.dueAt ?? null;
    const now = deadlines.find((deadline) => deadline.milestone === milestone.id)?.dueAt ?? null;
    if (promise === null || (now !== null && toEpoch(now) === toEpoch(promise))) return [];
    const at = wallClock(toEpoch(promise), zone);
    const params = { milestone: milestone.label[locale], at };
    const finding: RowFinding = { level: 'warning', code: 'promisedOtherwise', field: null, params };
    return [{ note: note(milestone, translate(locale, 'register.basis.promised', { at }), locale), finding }];
  });
}

function stopsWrittenAsText(cells: ReadonlyMap<number, PlannedCell>, { columns, pack }: AppendFrame): Set<string> {
  const isText = (field: Field) =>
    columns.some(
      ({ fields, part }, column) => part !== 'time' && fields.includes(field) && typeof cells.get(column) === 'string',
    );
  return new Set(pack.milestones.filter(({ stopsAt }) => isText(stopsAt)).map(({ id }) => id));
}

function sourceText({ source: { title, url, identity } }: HandoffComplaint): string {
  return [title, url ?? identity ?? ''].filter((line) => line.trim() !== '').join('\n');
}

function problem(level: RowFinding['level'], code: string, field: Field): RowFinding {
  return { level, code, field, params: {} };
}
