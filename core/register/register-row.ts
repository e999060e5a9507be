import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { isDay, type Day, type DayOrMoment } from '../complaint/moment.ts';
import { readTime } from '../deadline/read-time.ts';
import { dayAt, toEpoch } from '../working-time/zoned-time.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { closedWordNote, deadlineNotes } from './deadline-notes.ts';
import type { RegisterRules, RowEvaluation, RowFinding } from './evaluate-row.ts';
import { findingsText } from './finding-text.ts';
import { gradeReasonText } from './grade-reason.ts';
import { CHOICES, noteText, type ChoiceRole, type ProposalNote } from './proposal-note.ts';
import type { PlannedCell, RegisterColumn } from './register-plan.ts';
import { judgingTime } from './row-deadline.ts';
import { departmentText } from './row-department.ts';
import { nextActionText } from './row-next-step.ts';
import { cleanText, safeText } from './safe-cell.ts';
import type { FormulaPlace } from './state-formula.ts';
import type { NotedYear } from './rows-context.ts';
import { writeTimeSerial } from './write-time-serial.ts';

/** Where rows are written and how times are counted there. */
export interface RegisterFrame extends FormulaPlace {
  zone: string;
  date1904: boolean;
  /** As `stateFormulas` makes it for this place. */
  stateFormula: (milestone: string, row: number) => string | null;
}

/** All that the register's own columns say about one complaint. */
export interface RegisterRow {
  /** Row on the sheet where it is written, from 0. */
  row: number;
  number: string;
  evaluation: RowEvaluation;
  findings: readonly RowFinding[];
  /** Milestones whose completion time stands in the row as text. */
  readAsText: ReadonlySet<string>;
  origin: string;
  /** The row quoted, from 0; where rows were gathered from several sheets, the place as text (`6月!13`). */
  originRow: number | string | null;
  source: string;
  /** What stands in its status cell, where a person decided that; `''` where the register has lost the column. */
  statusText?: string;
  /** More notes on the deadlines, such as what was promised. */
  notes: string;
  /** What is proposed; absent choices: what the evaluation says, decided by nobody. */
  proposals: ProposalNote['choices'];
  /** By which year its dates that name none were read; null: all name theirs. */
  year: NotedYear | null;
}

/** What an evaluation says for a choice, in the words of its cell (without a guard). */
export function choiceText(
  role: ChoiceRole,
  evaluation: RowEvaluation,
  frame: Pick<FormulaPlace, 'pack' | 'locale'>,
): string {
  const { pack, locale } = frame;
  const label = (choices: readonly { id: string; label: Record<string, string> }[], id: string | null) =>
    choices.find((choice) => choice.id === id)?.label[locale] ?? '';
  switch (role) {
    case 'category':
      return label(pack.categories, evaluation.category);
    case 'grade':
      return label(pack.grades, evaluation.grade);
    case 'department':
      return departmentText(evaluation.department, pack, locale);
    case 'status':
      return label(pack.statuses, evaluation.status);
  }
}

/** The choices of a row as a note keeps them when nobody has decided otherwise. */
export function proposalsOf(
  evaluation: RowEvaluation,
  frame: Pick<FormulaPlace, 'pack' | 'locale'>,
): ProposalNote['choices'] {
  return Object.fromEntries(
    CHOICES.map((role) => [role, { proposed: choiceText(role, evaluation, frame), decided: null }]),
  );
}

/** The cell of one of the register's own columns; null for the user's columns and those that carry a field. */
export function ownCell(column: RegisterColumn, row: RegisterRow, frame: RegisterFrame): PlannedCell | null {
  const { pack, locale } = frame;
  const { evaluation } = row;
  const [kind = '', id] = column.role.split(/:(.*)/s);
  switch (kind) {
    case 'number':
      return safeText(row.number).text;
    case 'category':
    case 'grade':
    case 'department':
    case 'status':
      return safeText(choiceText(kind, evaluation, frame)).text;
    case 'gradeReason':
      return safeText(gradeReasonText(evaluation.reason, pack, locale)).text;
    case 'nextStep':
      return safeText(nextActionText(evaluation.next, locale, frame.zone)).text;
    case 'deadline': {
      // The state beside it, its colours and the statistics all go by this time.
      const deadline = evaluation.deadlines.find(({ milestone }) => milestone === id);
      const dueAt = deadline === undefined ? null : judgingTime(deadline);
      return dueAt === null ? '' : timeSerial(dueAt, frame);
    }
    case 'deadlineState': {
      const formula = frame.stateFormula(id ?? '', row.row);
      return formula === null ? '' : { formula };
    }
    case 'basis':
      return safeText(notesOf(row, frame)).text;
    case 'findings':
      return safeText(findingsText(row.findings, locale)).text;
    case 'source':
      return safeText(row.source).text;
    case 'origin':
      return row.origin;
    case 'originRow':
      if (typeof row.originRow === 'string') return safeText(row.originRow).text;
      return row.originRow === null ? '' : row.originRow + 1;
    case 'proposed':
      return noteText({ number: row.number, choices: row.proposals, year: row.year });
    default:
      return null;
  }
}

function notesOf({ evaluation, readAsText, statusText, notes }: RegisterRow, frame: RegisterFrame): string {
  const { pack, locale, zone } = frame;
  const { past } = evaluation;
  const deadlines = deadlineNotes(evaluation.deadlines, withColumns(frame), { locale, zone, readAsText, past });
  const isOpen = pack.statuses.find(({ id }) => id === evaluation.status)?.isOpen ?? true;
  return deadlines + (isOpen || statusText === undefined ? '' : closedWordNote(statusText, pack, locale)) + notes;
}

/** The milestones that the register shows; of others nothing is noted. */
function withColumns({ pack, columns }: FormulaPlace): PolicyPack['milestones'] {
  const roles = new Set(columns.map(({ role }) => role));
  return pack.milestones.filter(({ id }) => roles.has(`deadline:${id}`) || roles.has(`deadlineState:${id}`));
}

/** A day or moment as the workbook counts it: a serial on the clocks of the register's zone. */
export function timeSerial(value: DayOrMoment, { zone, date1904 }: Pick<RegisterFrame, 'zone' | 'date1904'>): number {
  return writeTimeSerial(value, zone) - (date1904 ? 1462 : 0);
}

/** The day by which a complaint is numbered: when it was received, else the day of registering. */
export function numberingDay(values: ComplaintValues, { asOf, zone }: RegisterRules): Day {
  const received = readTime(values.receivedAt);
  const day = received.kind === 'known' ? received.at : asOf;
  return isDay(day) ? day : dayAt(toEpoch(day), zone);
}

const MAX_NUMBER = 64;

/** The number that a complaint brings along, if it can serve as one. */
export function ownNumber({ complaintId }: ComplaintValues): string | undefined {
  const own = cleanText(complaintId ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return own === '' || own.length > MAX_NUMBER ? undefined : own;
}
