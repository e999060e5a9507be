import type { Field } from '../complaint/field.ts';
import type { Day } from '../complaint/moment.ts';
import type { Locale } from '../policy/localized.ts';
import { allSteps, asPart, type Steps } from '../steps.ts';
import { translate } from '../wording/translate.ts';
import { deadlineColumns } from './deadline-columns.ts';
import { ledgerArea, ownTable, placementReasons } from './choose-placement.ts';
import { holdsText, usualNumberFormat, valueAt } from './column-samples.ts';
import { rowEvaluator, type RegisterRules, type RowEvaluation } from './evaluate-row.ts';
import { ownFields } from './findings/own-fields.ts';
import { numbersAgain, type FormerNumbers } from './journal/former-numbers.ts';
import type { Finding } from './finding.ts';
import { atOrigin, rowOrigin } from './at-origin.ts';
import type { LedgerReading } from './ledger-reading.ts';
import { numberComplaints, type NumberRequest } from './number-complaints.ts';
import { planFindings } from './plan-findings.ts';
import type { ProposalNote } from './proposal-note.ts';
import { quotedCell } from './quoted-cell.ts';
import { rowsReader, type RowsReading } from './read-rows.ts';
import { addedColumns, columnsInPlace, columnsQuoted } from './register-columns.ts';
import { registerFormats } from './register-formats.ts';
import { registerLists } from './register-lists.ts';
import type { PlannedCell, RegisterColumn, RegisterMemory, RegisterPlan } from './register-plan.ts';
import { numberingDay, ownCell, ownNumber, proposalsOf, type RegisterFrame } from './register-row.ts';
import type { NotedYear } from './rows-context.ts';
import { suggestPattern } from './settings/suggest-pattern.ts';
import { NO_TEAM } from './settings/team-settings.ts';
import type { SheetReading } from './sheet-reading.ts';
import { stateFormulas } from './state-formula.ts';
import { uniqueName } from './unique-name.ts';
import { cameBefore, closedByAnswer, firstOfMonth } from './unsaid-status.ts';

export interface RegisterRequest extends RegisterRules {
  sheet: SheetReading;
  ledger: LedgerReading;
  locale: Locale;
  /** Names in use in the workbook, which new ones must not repeat. */
  sheetNames: readonly string[];
  tableNames: readonly string[];
  /** Name of the copy of the original, where it is fixed already. */
  originalCopyName?: string;
  /** The milestones that have columns, where that is fixed already: in a run that broke off and is completed. */
  milestones?: readonly string[];
  /** Words that the workbook keeps in a list for a field; see `listedWords`. */
  lists?: ReadonlyMap<Field, ReadonlySet<string>>;
  /** Complaints received before this day count as closed where nothing tells how they stand; null: as open. */
  closedBefore?: Day | null;
  /** How new complaints are numbered (`numberPattern`); null: by the day. Absent: as the ledger's own numbers go on. */
  numberPattern?: string | null;
  /** The numbers of a register that was taken back; null: there was none. */
  former?: FormerNumbers | null;
}

const MAX_SHEET_NAME = 31;
/** Frozen title rows may not eat the window. */
const MAX_FROZEN_ROWS = 8;

/**
 * Everything that turning a ledger into a register will do, as plain data. In place when nothing stands in the way, else
 * on a new sheet that quotes the ledger row by row. The user's columns come first and are never changed in place; added
 * columns follow. What `closedBefore` closes is noted as decided by a person, so that it stays. The same request always gives
 * the same plan.
 */
export function planRegister(request: RegisterRequest): RegisterPlan {
  return allSteps(planRegisterInSteps(request));
}

/** As `planRegister`, row by row, so that a page stays usable: each row is read and evaluated, then written down. */
export function* planRegisterInSteps(request: RegisterRequest): Steps<RegisterPlan> {
  const { sheet, ledger, pack, company, zone, locale } = request;
  const own = columnsInPlace(ledger);
  const of = 2 * ledger.dataRows.length;
  const reader = yield* asPart(rowsReader(sheet, ledger, request), { done: 0, of });
  const evaluate = rowEvaluator(request, ownFields(own));
  const reading: RowsReading = { rows: [], findings: [] };
  const evaluations: RowEvaluation[] = [];
  const numbering: NumberRequest[] = [];
  const { closedBefore = null, former = null } = request;
  const closed = pack.statuses.find(({ isOpen }) => !isOpen)?.id ?? null;
  const proposals: (ProposalNote['choices'] | null)[] = [];
  const years: (NotedYear | null)[] = [];
  const recent = firstOfMonth(request);
  let statusUnsaid = 0;
  for (const at of ledger.dataRows) {
    const { row, values, findings, year } = reader.read(at);
    reading.rows.push({ row, values });
    years.push(year);
    reading.findings.push(...findings);
    const asRead = evaluate(values);
    const isUnsaid = (before: Day) => !asRead.isStatusKnown && cameBefore(values, before, zone);
    if (isUnsaid(recent)) statusUnsaid++;
    const isClosed = closed !== null && closedBefore !== null && isUnsaid(closedBefore);
    evaluations.push(isClosed ? evaluate(values, { category: null, grade: null, status: closed }) : asRead);
    proposals.push(isClosed ? closedByAnswer(asRead, closed, request) : null);
    numbering.push({ own: ownNumber(values), day: numberingDay(values, request) });
    yield { done: evaluations.length, of };
  }
  const ownNumbers = numbersGoOn(numbering, request);
  const pattern = request.numberPattern === undefined ? (ownNumbers?.pattern ?? null) : request.numberPattern;
  const grades = new Set(evaluations.map(({ grade }) => grade));
  const milestones = request.milestones ?? deadlineColumns(pack, company, grades);
  const why = placementReasons(
    sheet,
    ledger,
    addedColumns(own, pack, locale, { quotesRows: false, milestones }).length,
  );
  const inPlace = why.length === 0;
  const user = inPlace ? own : columnsQuoted(sheet, ledger, locale);
  const quoted = ({ row }: RowsReading['rows'][number]) =>
    user.map((column) => {
      const at = originColumn(column) ?? -1;
      return inPlace ? valueAt(sheet, row, at) : quotedCell(sheet, row, at, column.numberFormat);
    });
  const formers = former === null ? [] : numbersAgain(user, reading.rows.map(quoted), former.rows);
  const isGathered = sheet.gathered !== undefined;
  const columns = [...user, ...addedColumns(user, pack, locale, { quotesRows: !inPlace, isGathered, milestones })];
  const names = chooseNames(request);
  const placement: RegisterPlan['placement'] = inPlace
    ? { kind: 'inPlace', sheet: sheet.name }
    : { kind: 'newSheet', sheet: names.register, after: sheet.gathered?.sheets.at(-1) ?? sheet.name, why };
  const table = inPlace ? ownTable(sheet, ledger) : null;
  const area = inPlace
    ? { ...ledgerArea(ledger), columnCount: columns.length }
    : { row: 0, column: 0, rowCount: ledger.dataRows.length + 1, columnCount: columns.length };
  const place = { columns, column: area.column, pack, locale };
  const frame = { ...place, zone, date1904: sheet.date1904, stateFormula: stateFormulas(place) };
  const filled = yield* fillRows(request, frame, {
    firstRow: area.row + 1,
    inPlace,
    reading,
    evaluations,
    proposals,
    years,
    numbering: numbering.map((wanted, i) => ({ ...wanted, former: formers[i] })),
    pattern,
  });
  const tableName = table?.name ?? uniqueName('ComplaintRegister', request.tableNames, { max: 200, join: '_' });
  const memory: RegisterMemory = {
    schemaVersion: 1,
    tableName,
    originSheet: sheet.name,
    columns: columns.map((column) => withOwnFormat(column, sheet, ledger)),
    policy: { id: pack.id, version: pack.version },
    company,
    locale,
    zone,
    date1904: sheet.date1904,
    numbersGiven: filled.numbersGiven,
    ...(pattern === null ? {} : { team: { ...NO_TEAM, numberPattern: pattern } }),
    madeAt: request.asOf,
  };
  return {
    schemaVersion: 1,
    placement,
    backup: inPlace ? { from: sheet.name, name: names.backup } : null,
    table: {
      name: tableName,
      area,
      style: 'TableStyleLight1',
      exists: table !== null,
    },
    columns,
    firstAdded: user.length,
    headers: [],
    rows: filled.rows,
    lists: registerLists(pack, locale),
    listsSheet: names.lists,
    formats: registerFormats(columns, pack, locale, { row: area.row + 1, column: area.column }),
    freezeRows: area.row + 1 > MAX_FROZEN_ROWS ? 0 : area.row + 1,
    findings: filled.findings.map((finding) => atOrigin(finding, sheet)),
    habits: filled.habits.map((finding) => atOrigin(finding, sheet)),
    statusUnsaid,
    ownNumbers,
    memory,
  };
}

/** How the ledger's own numbers go on, with the last of them and the next. */
function numbersGoOn(numbering: readonly NumberRequest[], request: RegisterRequest): RegisterPlan['ownNumbers'] {
  const pattern = suggestPattern(numbering);
  const owns = numbering.flatMap(({ own }) => own ?? []);
  const last = owns.at(-1);
  if (pattern === null || last === undefined) return null;
  const further = { own: undefined, day: numberingDay({}, request) };
  const given = request.former?.given ?? {};
  const next = numberComplaints([...numbering, further], [], given, pattern).numbers.at(-1) ?? '';
  return { pattern, last, next };
}

function chooseNames({ sheet, locale, sheetNames, originalCopyName }: RegisterRequest) {
  const taken = [...sheetNames];
  const choose = (wanted: string) => {
    const name = uniqueName(wanted, taken, { max: MAX_SHEET_NAME, join: ' ' });
    taken.push(name);
    return name;
  };
  return {
    register: choose(translate(locale, 'register.sheet.register')),
    lists: choose(translate(locale, 'register.sheet.lists')),
    backup: originalCopyName ?? choose(translate(locale, 'register.sheet.backup', { name: sheet.name })),
  };
}

/** Appended rows are written like their column; what the column writes its numbers with is kept for them. */
function withOwnFormat(column: RegisterColumn, sheet: SheetReading, ledger: LedgerReading): RegisterColumn {
  const at = originColumn(column);
  return at === null ? column : { ...column, numberFormat: usualNumberFormat(sheet, ledger.dataRows, at) };
}

interface FilledFrom {
  firstRow: number;
  inPlace: boolean;
  reading: RowsReading;
  /** One for each row of the reading. */
  evaluations: readonly RowEvaluation[];
  /** Null: as evaluated. */
  proposals: readonly (ProposalNote['choices'] | null)[];
  /** By which year its dates without one were read. */
  years: readonly (NotedYear | null)[];
  numbering: readonly NumberRequest[];
  /** How those without one are numbered; null: by the day. */
  pattern: string | null;
}

function* fillRows(
  request: RegisterRequest,
  frame: RegisterFrame,
  { firstRow, inPlace, reading, evaluations, proposals, years, numbering, pattern }: FilledFrom,
): Steps<Pick<RegisterPlan, 'rows' | 'findings' | 'habits'> & { numbersGiven: Record<string, number> }> {
  const { sheet, ledger } = request;
  const count = reading.rows.length;
  const halfway = { done: count, of: 2 * count };
  const { numbers, given } = numberComplaints(numbering, [], request.former?.given ?? {}, pattern);
  yield halfway;
  const placed = reading.rows.flatMap(({ row }, i) => placedFindings(row, evaluations[i], ledger));
  yield halfway;
  const { list: findings, habits, inRows } = planFindings(reading.findings, placed, count);
  yield halfway;
  const byRow = groupByRow(inRows);
  const written = inPlace ? frame.columns.filter((column) => originColumn(column) === null) : frame.columns;

  const quoted = (row: number, at: number, column: RegisterColumn) => quotedCell(sheet, row, at, column.numberFormat);
  const rows: PlannedCell[][] = [];
  for (const [i, { row }] of reading.rows.entries()) {
    const evaluation = evaluations[i];
    if (evaluation === undefined) throw new Error(`Row ${row} was not evaluated`);
    const facts = {
      row: firstRow + i,
      number: numbers[i] ?? '',
      evaluation,
      findings: (byRow.get(row) ?? []).map((finding) => atOrigin(finding, sheet)),
      readAsText: stopsReadAsText(frame, (at, column) =>
        inPlace ? holdsText(sheet, row, at) : isWritten(quoted(row, at, column)),
      ),
      origin: '',
      originRow: rowOrigin(sheet, row) ?? row,
      source: '',
      notes: '',
      proposals: proposals[i] ?? proposalsOf(evaluation, frame),
      year: years[i] ?? null,
    };
    rows.push(
      written.map((column) => {
        const at = originColumn(column);
        return at === null ? (ownCell(column, facts, frame) ?? '') : quoted(row, at, column);
      }),
    );
    yield { done: count + rows.length, of: 2 * count };
  }
  return { rows, findings, habits, numbersGiven: given };
}

function groupByRow(findings: readonly Finding[]): Map<number, Finding[]> {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.row);
    if (group) group.push(finding);
    else groups.set(finding.row, [finding]);
  }
  return groups;
}

function placedFindings(row: number, evaluation: RowEvaluation | undefined, ledger: LedgerReading): Finding[] {
  return (evaluation?.findings ?? []).map((finding) => {
    const column = ledger.columns.find(({ fields }) => finding.field !== null && fields.includes(finding.field));
    return { ...finding, row, column: column?.column ?? null };
  });
}

/** Milestones whose completion time stands in a user's column as text, which no formula can compare. */
function stopsReadAsText(
  { columns, pack }: RegisterFrame,
  isText: (at: number, column: RegisterColumn) => boolean,
): Set<string> {
  const ids = pack.milestones.filter(({ stopsAt }) =>
    columns.some((column) => {
      const at = originColumn(column);
      return at !== null && column.part !== 'time' && column.fields.includes(stopsAt) && isText(at, column);
    }),
  );
  return new Set(ids.map(({ id }) => id));
}

function isWritten(cell: PlannedCell): boolean {
  return typeof cell === 'string' && cell.trim() !== '';
}

/** The column of the ledger's sheet that a register column quotes; null for our own columns. */
function originColumn({ role }: RegisterColumn): number | null {
  return role.startsWith('user:') ? Number(role.slice('user:'.length)) : null;
}
