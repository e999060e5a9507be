import type { Moment } from '../../complaint/moment.ts';
import type { Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import { isComplaint } from '../refresh/open-register.ts';
import type { PlannedCell, RegisterColumn } from '../register-plan.ts';
import type { Area, CellValue } from '../sheet-reading.ts';
import { uniqueName } from '../unique-name.ts';
import { columnsNow, rowsByNumber, type ColumnsNow } from './columns-now.ts';
import { formerRows, type FormerNumbers } from './former-numbers.ts';
import type { BuildNote, JournalEdit, JournalEntry, RestoreNote } from './journal-entry.ts';
import { peoplesCells, rowMark } from './row-mark.ts';
import { undoEdits, type UndoneEdit } from './undo-edits.ts';

/** The register as it stands when it is to be taken back. */
export interface RegisterNow {
  sheet: string;
  /** Header row included, total row too. */
  area: Area;
  header: string[];
  rows: CellValue[][];
  /** Cells that hold a formula, by row index and heading; only those of columns with journalled edits. */
  formulas: ReadonlyMap<string, readonly string[]>;
  isTable: boolean;
  /** What people have put beside a register that has a sheet of its own. */
  others: OtherThing[];
}

/** Things on a sheet that are not its register's. */
export type OtherThing = 'cells' | 'charts' | 'pivots' | 'pictures' | 'comments';

export interface RestoreChoices {
  removeBackup: boolean;
  /** Also when people have worked in it; only for a register on a sheet of its own. */
  removeRegister: boolean;
  /** Also when it has entries. */
  removeLog: boolean;
  /** Also when it tells of accepted changes that cannot be undone. */
  removeJournal: boolean;
  /** Also forms, reports and assessments, in which people write. */
  removePapers: boolean;
  /** Also the settings sheet with the team's answers. */
  removeSettings: boolean;
}

/** Sheets in which people write, as their makers name them in the journal; all others can be made anew at any time. */
const PAPERS: readonly string[] = ['report', 'performance', 'volumes'];

/** A sheet that was made along with the register, and what it is. */
export interface MadeSheet {
  sheet: string;
  what: string;
}

/** Rows or values that have no place in the ledger, on a plain sheet of their own. */
export interface KeptSheet {
  name: string;
  header: string[];
  rows: CellValue[][];
  /** One a column; null: as the host shows it. */
  formats: (string | null)[];
}

/** All that a restore will do, as plain data; what the user sees before it is done. */
export interface RestorePlan {
  build: BuildNote;
  note: RestoreNote;
  edits: UndoneEdit[];
  /** Accepted changes that stay: their cell was changed again, or is gone. */
  notUndone: number;
  /** A journal that tells what could not be undone stays, to be read by people, unless it is to go. */
  journal: 'stays' | 'deleted';
  /** The heading under which the complaint numbers stand now. */
  numberHeader: string | null;
  /** The numbers of its rows, for a register that is built after it (see `FormerNumbers`). */
  numbers: FormerNumbers['rows'];
  /** Headings of the columns that go. */
  removes: string[];
  /** Complaints that came since the register was made, and those in which people changed something of ours. */
  rowsSince: number;
  rowsChanged: number;
  /** A register on its own sheet is deleted, or stays as a plain sheet. */
  registerSheet: 'stays' | 'deleted' | null;
  /** What people have put beside it there. */
  others: OtherThing[];
  kept: KeptSheet | null;
  /** Sheets of ours besides the register's own and the event log's that are deleted. */
  deletes: string[];
  /** Forms, reports and assessments that were made, and the settings sheet: they stay unless they are to go. */
  papers: string[];
  settings: string | null;
  logEntries: number;
}

interface RestoreRequest {
  build: BuildNote;
  /** Of the whole journal, newest first. */
  entries: readonly JournalEntry[];
  /** Lines of the journal that somebody has broken. */
  unreadable: number;
  /** The register's columns as the workbook remembers them; null: only as they were built. */
  remembered: readonly RegisterColumn[] | null;
  /** Null: nothing of the register stands any more but sheets. */
  now: RegisterNow | null;
  choices: RestoreChoices;
  logEntries: number;
  sheetNames: readonly string[];
  /** Of the sheets that the journal says were made, those that are known to be ours, as they are called now. */
  madeSheets: readonly MadeSheet[];
  /** Findings sheets and the copy of the ledger, as far as people have worked in them since. */
  changedSheets: readonly string[];
  /** Printed forms, known by the workbook's memory, and the settings sheet, known by its headings. */
  formSheets: readonly string[];
  settingsSheet: string | null;
  locale: Locale;
  at: Moment;
}

/** What taking a register back will do. Nothing that people put there since is lost: it stays, or is kept on a sheet. */
export function planRestore(request: RestoreRequest): RestorePlan {
  const { build, entries, unreadable, remembered, now, choices, logEntries, locale, at } = request;
  const onOwnSheet = build.placement === 'newSheet';
  const match = columnsNow(build, remembered, now?.header ?? [], now?.rows ?? []);
  const { columns } = match;
  const added = new Set(build.columns.slice(onOwnSheet ? 0 : build.firstAdded).map(({ role }) => role));
  const removes = onOwnSheet ? [] : columns.filter(({ role }) => added.has(role)).map(({ header }) => header);
  // On a sheet of its own no cell of the ledger was changed: what stays there stays as people left it.
  const edits = onOwnSheet ? [] : undoEdits(editsOf(entries, match), cellReader(columns, now));
  const notUndone = edits.filter(({ what }) => what === 'changedSince' || what === 'gone').length;
  const since = rowsSince(build, entries, columns, now, onOwnSheet);
  const others = onOwnSheet ? (now?.others ?? []) : [];
  const isTouched = since.added.length + since.changed.length + since.gone + others.length > 0;
  const kept = onOwnSheet ? null : keptRows(build, columns, now, [...since.added, ...since.changed], locale);
  const name = uniqueName(translate(locale, 'restore.kept.sheet', { date: at.slice(0, 10) }), request.sheetNames, {
    max: 31,
    join: ' ',
  });
  const registerSheet = onOwnSheet ? (isTouched && !choices.removeRegister ? 'stays' : 'deleted') : null;
  return {
    build,
    note: {
      at,
      table: build.table,
      sheet: now?.sheet ?? build.sheet,
      removeBackup: choices.removeBackup,
      removeRegister: registerSheet === 'deleted',
      removeLog: choices.removeLog || logEntries === 0,
      chosen: {
        removeRegister: choices.removeRegister,
        removeLog: choices.removeLog,
        removeJournal: choices.removeJournal,
        removePapers: choices.removePapers,
        removeSettings: choices.removeSettings,
      },
      keepSheet: kept === null ? null : name,
      headers: removes,
    },
    edits,
    notUndone,
    journal: journalStays(notUndone, unreadable, choices) ? 'stays' : 'deleted',
    numberHeader: columns.find(({ role }) => role === 'number')?.header ?? null,
    numbers: formerRows(columns, now?.rows ?? []),
    removes,
    rowsSince: since.added.length,
    rowsChanged: since.changed.length + since.gone,
    registerSheet,
    others,
    kept: kept === null ? null : { name, ...kept },
    ...ourSheets(request),
    logEntries,
  };
}

/** What the user chose for a restore that broke off. A note that does not tell keeps what may be lost. */
export function choicesBegun({ removeBackup, chosen }: RestoreNote): RestoreChoices {
  const { removeRegister = false, removeLog = false, removeJournal = false } = chosen ?? {};
  const { removePapers = false, removeSettings = false } = chosen ?? {};
  return { removeBackup, removeRegister, removeLog, removeJournal, removePapers, removeSettings };
}

/** Sheets that were made along with the register: those that people write in stay, unless they are to go. */
function ourSheets(request: RestoreRequest): Pick<RestorePlan, 'deletes' | 'papers' | 'settings'> {
  const { build, choices, madeSheets: made, changedSheets: changed, formSheets, settingsSheet: settings } = request;
  const papers = [
    ...new Set([
      ...made.filter(({ what, sheet }) => PAPERS.includes(what) || changed.includes(sheet)).map(({ sheet }) => sheet),
      ...formSheets,
    ]),
  ];
  const deletes = [
    ...[build.listsSheet, choices.removeBackup && !changed.includes(build.backup ?? '') ? build.backup : null],
    ...made.map(({ sheet }) => sheet).filter((sheet) => !papers.includes(sheet)),
    ...(choices.removePapers ? papers : []),
    choices.removeSettings ? settings : null,
  ].filter((name) => name !== null);
  return { deletes: [...new Set(deletes)], papers, settings };
}

/**
 * A restore that broke off, completed: `plan` is what its choices come to in the workbook as it stands now. What came since
 * the break is kept; nothing goes that was to stay.
 */
export function completeRestore(plan: RestorePlan, begun: RestoreNote, unreadable: number): RestorePlan {
  const note: RestoreNote = {
    ...begun,
    removeRegister: begun.removeRegister && plan.note.removeRegister,
    removeLog: begun.removeLog && plan.note.removeLog,
    keepSheet: begun.keepSheet ?? plan.note.keepSheet,
  };
  const registerSheet = plan.registerSheet === null ? null : note.removeRegister ? 'deleted' : 'stays';
  const complete: RestorePlan = { ...plan, note, registerSheet, removes: begun.headers };
  if (begun.notUndone === undefined) return complete;
  // By now the numbers may be gone by which the cells were found; what could not be undone was counted then.
  const journal = journalStays(begun.notUndone, unreadable, choicesBegun(begun)) ? 'stays' : 'deleted';
  return { ...complete, edits: [], notUndone: begun.notUndone, journal };
}

function journalStays(notUndone: number, unreadable: number, { removeJournal }: RestoreChoices): boolean {
  return notUndone + unreadable > 0 && !removeJournal;
}

/** Each under the heading that its column has now. */
function editsOf(entries: readonly JournalEntry[], { headingOf }: ColumnsNow): JournalEdit[] {
  return entries.flatMap((entry) => (entry.kind === 'edit' ? [{ ...entry, header: headingOf(entry) }] : []));
}

function cellReader(
  columns: readonly RegisterColumn[],
  now: RegisterNow | null,
): (complaint: string, header: string) => PlannedCell | null {
  const numberAt = columns.findIndex(({ role }) => role === 'number');
  const rowOf = rowsByNumber((now?.rows ?? []).map((row) => row[numberAt] ?? ''));
  return (complaint, header) => {
    const index = rowOf.get(complaint);
    const column = columns.findIndex((each) => each.header === header);
    if (now === null || index === undefined || column < 0) return null;
    const formula = now.formulas.get(header)?.[index] ?? '';
    const value = now.rows[index]?.[column] ?? '';
    return formula.startsWith('=') && formula !== value ? { formula } : value;
  };
}

function rowsSince(
  build: BuildNote,
  entries: readonly JournalEntry[],
  columns: readonly RegisterColumn[],
  now: RegisterNow | null,
  ownColumns: boolean,
): { added: number[]; changed: number[]; gone: number } {
  const marks = new Map(
    entries
      .flatMap((entry) => (entry.kind === 'rows' && entry.table === build.table ? entry.marks : []))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), line.slice(line.lastIndexOf(' ') + 1)]),
  );
  const numberAt = columns.findIndex(({ role }) => role === 'number');
  const added: number[] = [];
  const changed: number[] = [];
  const seen = new Set<string>();
  (now?.rows ?? []).forEach((row, index) => {
    if (!isComplaint(row, columns)) return;
    const number = String(row[numberAt] ?? '').trim();
    const mark = marks.get(number);
    if (mark === undefined || seen.has(number)) added.push(index);
    else if (mark !== rowMark(columns, row, { ownColumns })) changed.push(index);
    seen.add(number);
  });
  // In place the ledger's rows are the user's own: one that is gone was deleted there by the user.
  const gone = ownColumns && now !== null ? [...marks.keys()].filter((number) => !seen.has(number)).length : 0;
  return { added, changed, gone };
}

/** Columns that stand for themselves on the kept sheet, besides the ledger's first ones that say which complaint it is. */
const KEPT = ['number', 'category', 'grade', 'gradeReason', 'department', 'status', 'source', 'origin'];
const LEDGER_COLUMNS_KEPT = 4;

function keptRows(
  build: BuildNote,
  columns: readonly RegisterColumn[],
  now: RegisterNow | null,
  indexes: readonly number[],
  locale: Locale,
): Omit<KeptSheet, 'name'> | null {
  const added = new Set(build.columns.slice(build.firstAdded).map(({ role }) => role));
  const rows = indexes.flatMap((index) => {
    const row = now?.rows[index] ?? [];
    const peoples = [...peoplesCells(columns, row, { ownColumns: false }).keys()];
    return peoples.some((column) => added.has(columns[column]?.role ?? 'number')) ? [{ index, row }] : [];
  });
  if (rows.length === 0 || now === null) return null;
  const isOurs = ({ role }: RegisterColumn) => added.has(role) && (KEPT.includes(role) || role.startsWith('field:'));
  const isFilled = (column: number) => rows.some(({ row }) => (row[column] ?? '') !== '');
  const ours = columns.flatMap((column, at) => (isOurs(column) && isFilled(at) ? [at] : []));
  const users = columns.flatMap(({ role }, at) => (added.has(role) || !isFilled(at) ? [] : [at]));
  const shown = [...users.slice(0, LEDGER_COLUMNS_KEPT), ...ours];
  return {
    header: [translate(locale, 'restore.kept.row'), ...shown.map((at) => columns[at]?.header ?? '')],
    rows: rows.map(({ index, row }) => [now.area.row + 2 + index, ...shown.map((at) => row[at] ?? '')]),
    formats: ['0', ...shown.map((at) => columns[at]?.numberFormat ?? null)],
  };
}
