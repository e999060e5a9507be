import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import type { ComplaintValues } from '../../complaint/complaint-values.ts';
import type { Steps } from '../../steps.ts';
import { rowEvaluator, type RegisterRules, type RowEvaluation, type RowFinding } from '../evaluate-row.ts';
import { findingsText } from '../finding-text.ts';
import { ownFields } from '../findings/own-fields.ts';
import type { Finding } from '../finding.ts';
import { memoryNow } from '../merge-memory.ts';
import { tableFindings } from '../plan-append.ts';
import { planFindings } from '../plan-findings.ts';
import { CHOICES, readNote, type ChoiceRole, type ProposalNote } from '../proposal-note.ts';
import type { PlannedCell, RegisterColumn, RegisterMemory } from '../register-plan.ts';
import {
  numberingDay,
  ownCell,
  ownNumber,
  proposalsOf,
  type RegisterFrame,
  type RegisterRow,
} from '../register-row.ts';
import { cellAddress } from '../cell-address.ts';
import type { NotedYear } from '../rows-context.ts';
import type { CellValue } from '../sheet-reading.ts';
import { unanswered, withoutColumn } from '../row-duties.ts';
import { safeText } from '../safe-cell.ts';
import { stateFormulas } from '../state-formula.ts';
import { arrivalLines, promiseNotes, promiseReader } from './kept-notes.ts';
import { cellKey, isComplaint, sheetRow, type OpenRegister } from './open-register.ts';
import { typedText, type PutBack } from './put-back.ts';
import { sameCell, soundState } from './same-cell.ts';
import { choiceSettler } from './settle-choices.ts';
import { settleNumbers, type NumberChange, type NumberedRow, type SettledNumbers } from './settle-numbers.ts';

/** A cell of ours that is to change. Row and column are those of the table's rows, from 0. */
export interface CellChange {
  row: number;
  column: number;
  /** The column's present header, by which it is found when it has moved meanwhile. */
  header: string;
  cell: PlannedCell;
  format: string | null;
}

/** What has to change in a register so that it agrees with its rules; only columns of ours, never a cell of the user's. */
export interface RefreshPlan {
  changes: CellChange[];
  /** Rows with a change, and rows that were looked at. */
  rowsChanged: number;
  rowsLooked: number;
  /** Of the rows that were looked at, and of the table's columns. */
  findings: Finding[];
  /** What people typed into cells of ours, as far as that can be told: numbers and formulas always, results right after an edit. */
  putBack: PutBack[];
  /** The memory to keep: headers as they are called now, and the numbers given. Null: nothing new to remember. */
  memory: RegisterMemory | null;
}

export interface RefreshRequest extends RegisterRules {
  memory: RegisterMemory;
  register: OpenRegister;
  /** What the log says of a complaint, by its number. */
  eventsOf?: (number: string) => readonly ComplaintEvent[];
  /** Rows to look at, by index; absent: all. */
  only?: readonly number[];
  /** Rows that were just edited: of two rows with one number the other keeps it. */
  touched?: ReadonlySet<number>;
  /** Rows that were just edited as they stood before, by index. */
  before?: ReadonlyMap<number, readonly CellValue[]>;
  /** The state formulas are those of other rules: all are written anew. */
  renewFormulas?: boolean;
}

/** A row as it was read, with its proposal. */
interface ReadRow {
  index: number;
  values: ComplaintValues;
  note: ProposalNote | null;
  year: NotedYear | null;
  findings: Finding[];
}

const NO_EVENTS: readonly ComplaintEvent[] = [];

/**
 * Compares the register's own columns with what its rows and rules say now. An empty cell of ours is filled; what a person
 * decided stays, and a proposal that differs is told; a row without a number gets one that was never used. Rows without any
 * content get nothing. The same register gives no change a second time.
 */
export function* planRefresh(request: RefreshRequest): Steps<RefreshPlan> {
  const {
    memory,
    register,
    pack,
    zone,
    eventsOf,
    only,
    touched = new Set(),
    before: earlier,
    renewFormulas = false,
  } = request;
  const { cells, columns, match, reader } = register;
  const { locale } = memory;
  const place = { columns, column: cells.area.column, pack, locale };
  const frame: RegisterFrame = { ...place, zone, date1904: memory.date1904, stateFormula: stateFormulas(place) };
  const evaluate = rowEvaluator(request, ownFields(register.columns));
  const settle = choiceSettler(columns, place);
  const promisesIn = promiseReader(pack, locale);
  const linesOfArrival = arrivalLines(locale);
  const at = new Map(columns.map(({ role }, index) => [role, index]));
  const textOf = (index: number, role: RegisterColumn['role']): string | null => {
    const column = at.get(role);
    return column === undefined ? null : String(cells.values[index]?.[column] ?? '').trim();
  };

  const wanted = [...(only ?? cells.values.keys())].filter((index) => isComplaint(cells.values[index] ?? [], columns));
  const of = 2 * wanted.length;
  const rows: ReadRow[] = [];
  for (const index of wanted) {
    const { values, findings, year } = reader.read(sheetRow(cells, index), request.asOf);
    rows.push({ index, values, note: readNote(textOf(index, 'proposed') ?? ''), year, findings });
    yield { done: rows.length, of };
  }
  const numbers = numbersOf(rows, request, textOf, touched);
  yield { done: rows.length, of };

  const changes: CellChange[] = [];
  const putBack: PutBack[] = [];
  const found: Finding[] = tableFindings(match, cells.area.row);
  let rowsChanged = 0;
  let done = rows.length;
  for (const row of rows) {
    const made = makeRow(row);
    const before = changes.length;
    for (const [column, definition] of columns.entries()) {
      const cell = made.cellOf(definition);
      if (cell === null) continue;
      const current = cells.values[row.index]?.[column] ?? '';
      if (
        typeof cell === 'object'
          ? !renewFormulas && soundState(current, cells, row.index, column)
          : sameCell(cell, current)
      )
        continue;
      changes.push({ row: row.index, column, header: definition.header, cell, format: definition.numberFormat });
      const typed = typedOver(row.index, column, definition.role, cell);
      if (typed !== null) putBack.push(typed);
    }
    if (changes.length > before) rowsChanged++;
    found.push(...made.findings);
    yield { done: ++done, of };
  }
  const kept = memoryNow(memory, match.renamed, numbers.given);
  return { changes, rowsChanged, rowsLooked: rows.length, findings: found, putBack, memory: kept };

  function makeRow({ index, values, note, year, findings: inCells }: ReadRow) {
    const change = numbers.changes.get(index);
    const number = change?.number ?? textOf(index, 'number') ?? note?.number ?? '';
    const events = number === '' ? NO_EVENTS : (eventsOf?.(number) ?? NO_EVENTS);
    const isImported = (textOf(index, 'origin') ?? '') !== '';
    const proposal = evaluate(values, undefined, events, isImported);
    const settled = settle((role) => textOf(index, role), note, proposal);
    const evaluation = settled.confirmed === null ? proposal : evaluate(values, settled.confirmed, events, isImported);
    const sheetAt = sheetRow(cells, index);
    const placed = (finding: RowFinding): Finding => ({ ...finding, row: sheetAt, column: columnOf(finding) });
    const promised = promiseNotes(promisesIn(textOf(index, 'basis') ?? ''), evaluation.deadlines, locale, zone);
    const told = planFindings(inCells, [
      ...(isImported ? unansweredAndUntold(values, evaluation, inCells) : []),
      ...evaluation.findings.map(placed),
      ...settled.findings.map(placed),
      ...withoutColumn(evaluation, { columns, locale }, request).map(placed),
      ...promised.findings.map(placed),
    ]).inRows;
    const kept = isImported ? linesOfArrival(textOf(index, 'findings') ?? '') : [];
    const facts: RegisterRow = {
      ...{ row: sheetAt, number, evaluation, findings: told, origin: '', originRow: null, source: '', year },
      readAsText: stopsReadAsText(index),
      notes: promised.notes,
      ...statusTextOf(index, settled.kept),
      proposals: settled.confirmed === null ? settled.proposals : asWritten(settled.proposals, evaluation),
    };
    const cellOf = (column: RegisterColumn): PlannedCell | null => {
      if (!isRefreshed(column.role)) return null;
      if (settled.kept.has(column.role as ChoiceRole)) return null;
      if (column.role === 'findings') return safeText(findingsText(told, locale, kept)).text;
      return ownCell(column, facts, frame);
    };
    return { cellOf, findings: [...told, ...numberFindings(change, sheetAt)] };
  }

  function typedOver(row: number, column: number, role: RegisterColumn['role'], cell: PlannedCell): PutBack | null {
    const current = cells.values[row]?.[column] ?? '';
    if (String(current).trim() === '' || role === 'proposed') return null;
    const told = {
      cell: cellAddress(sheetRow(cells, row), cells.area.column + column),
      typed: typedText(current, role, { zone, date1904: memory.date1904 }),
    };
    const change = role === 'number' ? numbers.changes.get(row) : undefined;
    if (change !== undefined) return { ...told, kind: change.isNoted ? 'number' : 'newNumber', given: change.number };
    if (typeof cell === 'object')
      return cells.constants.has(cellKey(row, column)) ? { ...told, kind: 'formula', given: '' } : null;
    const was = earlier?.get(row)?.[column];
    return was !== undefined && sameCell(cell, was) ? { ...told, kind: 'value', given: '' } : null;
  }

  /** What follows from a decision (the department of a grade …) is proposed too, so that it is not taken for decided. */
  function asWritten(proposals: ProposalNote['choices'], evaluation: RowEvaluation): ProposalNote['choices'] {
    const now = proposalsOf(evaluation, place);
    return Object.fromEntries(
      CHOICES.map((role) => [role, (proposals[role]?.decided ?? null) === null ? now[role] : proposals[role]]),
    );
  }

  /** What the pack asks of an imported complaint, unless the cells tell already that it is missing. */
  function unansweredAndUntold(
    values: ComplaintValues,
    evaluation: RowEvaluation,
    inCells: readonly Finding[],
  ): Finding[] {
    return unanswered(values, evaluation, pack)
      .filter(({ code, field }) => !inCells.some((finding) => finding.code === code && finding.field === field))
      .map((finding) => ({ ...finding, row: inCells[0]?.row ?? 0, column: null }));
  }

  function columnOf({ field }: RowFinding): number | null {
    const index = field === null ? -1 : columns.findIndex(({ fields }) => fields.includes(field));
    return index < 0 ? null : cells.area.column + index;
  }

  function numberFindings(change: NumberChange | undefined, row: number): Finding[] {
    if (change === undefined) return [];
    const numberAt = at.get('number');
    const column = numberAt === undefined ? null : cells.area.column + numberAt;
    const common = { row, column, field: null } as const;
    if (change.before === null)
      return [{ ...common, level: 'info', code: 'numberGiven', params: { given: change.number } }];
    const params = { number: change.before, given: change.number };
    return [{ ...common, level: 'warning', code: change.isLogged ? 'numberLogged' : 'numberTwice', params }];
  }

  function statusTextOf(index: number, kept: ReadonlySet<ChoiceRole>): Pick<RegisterRow, 'statusText'> {
    if (!at.has('status')) return { statusText: '' };
    return kept.has('status') ? { statusText: textOf(index, 'status') ?? '' } : {};
  }

  /** Milestones whose completion stands in the row as text, which no formula can compare. */
  function stopsReadAsText(index: number): Set<string> {
    const isText = (field: string) =>
      columns.some(({ fields, part }, column) => {
        const value = cells.values[index]?.[column] ?? '';
        const carries = part !== 'time' && (fields as readonly string[]).includes(field);
        return carries && typeof value === 'string' && value.trim() !== '';
      });
    return new Set(pack.milestones.filter(({ stopsAt }) => isText(stopsAt)).map(({ id }) => id));
  }
}

/** Columns that are worked out from row, rules and log. Where a row came from is written once and stays. */
const REFRESHED: ReadonlySet<string> = new Set([
  ...['number', ...CHOICES, 'gradeReason', 'nextStep', 'basis', 'findings', 'proposed'],
]);

function isRefreshed(role: RegisterColumn['role']): boolean {
  return REFRESHED.has(role) || role.startsWith('deadline:') || role.startsWith('deadlineState:');
}

function numbersOf(
  rows: readonly ReadRow[],
  request: RefreshRequest,
  textOf: (index: number, role: RegisterColumn['role']) => string | null,
  touched: ReadonlySet<number>,
): SettledNumbers {
  const { memory, register, eventsOf } = request;
  const { values } = register.cells;
  const isLogged = (number: string) => (eventsOf?.(number) ?? NO_EVENTS).length > 0;
  if (!register.columns.some(({ role }) => role === 'number'))
    return { changes: new Map(), given: memory.numbersGiven };
  const numbered = rows.map(({ index, values: row, note }): NumberedRow => ({
    ...{ index, cell: textOf(index, 'number') ?? '', noted: note?.number ?? '' },
    request: () => ({ own: ownNumber(row), day: numberingDay(row, request) }),
  }));
  const looked = new Set(rows.map(({ index }) => index));
  const isHere = (index: number) => register.filled.has(index) || looked.has(index);
  const all = values.map((_, index) => (isHere(index) ? (textOf(index, 'number') ?? '') : ''));
  return settleNumbers(numbered, all, memory.numbersGiven, touched, memory.team?.numberPattern, isLogged);
}
