import { fieldKind, FIELDS, type Field } from '../complaint/field.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { translate } from '../wording/translate.ts';
import { carriedFields } from './carried-fields.ts';
import { columnLetters } from './cell-address.ts';
import { displayLength, fittingWidth, usualNumberFormat, valueAt } from './column-samples.ts';
import type { LedgerReading } from './ledger-reading.ts';
import type { ColumnRole, RegisterColumn } from './register-plan.ts';
import { safeHeader } from './safe-cell.ts';
import type { SheetReading } from './sheet-reading.ts';
import { uniqueName } from './unique-name.ts';

/** How our own columns write a moment: the same for every language, and never taken for month before day. */
export const TIME_FORMAT = 'yyyy-mm-dd hh:mm';
const TEXT_FORMAT = '@';
const MAX_HEADER = 255;

/** The ledger's own columns as they stand, for a register made in place: nothing of them is written. */
export function columnsInPlace(ledger: LedgerReading): RegisterColumn[] {
  return ordered(ledger).map(({ column, header, fields, part }) => ({
    role: `user:${column}`,
    header,
    fields,
    part,
    numberFormat: null,
    width: null,
    list: null,
  }));
}

/** The ledger's own columns for a quotation on a new sheet: headers made unique, formats and widths as the cells need. */
export function columnsQuoted(sheet: SheetReading, ledger: LedgerReading, locale: Locale): RegisterColumn[] {
  const taken: string[] = [];
  return ordered(ledger).map(({ column, header, fields, part }) => {
    const untitled = translate(locale, 'register.column.untitled', { letter: columnLetters(column) });
    const name = uniqueName(safeHeader(header) || untitled, taken, { max: MAX_HEADER, join: ' ' });
    taken.push(name);
    const texts = ledger.dataRows.map((row) => String(valueAt(sheet, row, column)));
    return {
      role: `user:${column}`,
      header: name,
      fields,
      part,
      numberFormat: usualNumberFormat(sheet, ledger.dataRows, column) ?? 'General',
      width: Math.max(fittingWidth(texts), Math.min(20, displayLength(name) + 4)),
      list: null,
    };
  });
}

interface AddedColumns {
  quotesRows: boolean;
  isGathered?: boolean;
  milestones?: readonly string[];
}

/**
 * The columns that a register adds to the right of the user's own: number, category, grade with its reason, department,
 * deadline and state of the milestones asked for (all of the pack's unless `milestones` names some), status, next step,
 * notes on the deadlines, findings, then a column for every carried field that the ledger has none for, where a row came
 * from (row numbers where `quotesRows`, sheets and rows where these were gathered from several), and last, hidden, what was
 * proposed. Headers are in the register's language and unlike any of `own`.
 */
export function addedColumns(
  own: readonly RegisterColumn[],
  pack: PolicyPack,
  locale: Locale,
  { quotesRows, isGathered = false, milestones }: AddedColumns,
): RegisterColumn[] {
  const taken = own.map(({ header }) => header);
  const word = (code: string, params = {}) => translate(locale, `register.column.${code}`, params);
  const column = (role: ColumnRole, wanted: string, rest: Partial<RegisterColumn> = {}): RegisterColumn => {
    const header = uniqueName(safeHeader(wanted) || role, taken, { max: MAX_HEADER, join: ' ' });
    taken.push(header);
    return { role, header, fields: [], part: 'whole', numberFormat: TEXT_FORMAT, width: 14, list: null, ...rest };
  };
  const originRow = () => column('originRow', word('originRow'), { numberFormat: '0', width: 10 });
  const originPlace = () => column('originRow', word('originPlace'), { width: 16 });
  const shown = pack.milestones.filter(({ id }) => milestones?.includes(id) ?? true);
  const covered = new Set<Field>(own.flatMap(({ fields }) => fields));
  return [
    column('number', word('number'), { width: 16 }),
    column('category', word('category'), { list: 'category' }),
    column('grade', word('grade'), { width: 12, list: 'grade' }),
    column('gradeReason', word('gradeReason'), { width: 28 }),
    column('department', word('department'), { width: 16 }),
    ...shown.flatMap((milestone) => {
      const params = { milestone: milestone.label[locale] };
      return [
        column(`deadline:${milestone.id}`, word('deadline', params), { numberFormat: TIME_FORMAT, width: 19 }),
        column(`deadlineState:${milestone.id}`, word('deadlineState', params), { numberFormat: 'General', width: 18 }),
      ];
    }),
    column('status', word('status'), { width: 12, list: 'status' }),
    column('nextStep', word('nextStep'), { width: 33 }),
    column('basis', word('basis'), { width: 28 }),
    column('findings', word('findings'), { width: 36 }),
    ...carriedFields({ ...pack, milestones: shown }, FIELDS)
      .filter((field) => !covered.has(field))
      .map((field) => column(`field:${field}`, translate(locale, `fields.${field}`), fieldLook(field))),
    column('source', word('source'), { width: 24 }),
    ...(quotesRows ? [isGathered ? originPlace() : originRow()] : []),
    column('origin', word('origin'), { width: 30 }),
    column('proposed', word('proposed'), { width: 12 }),
  ];
}

function fieldLook(field: Field): Partial<RegisterColumn> {
  if (fieldKind(field) === 'time') return { fields: [field], numberFormat: TIME_FORMAT, width: 17 };
  return { fields: [field], width: LONG.has(field) ? 36 : 16 };
}

/** Fields that hold sentences. */
const LONG: ReadonlySet<Field> = new Set<Field>([
  ...(['description', 'demand', 'remarks', 'evidence', 'cause', 'solution', 'correctiveAction', 'feedback'] as const),
]);

function ordered(ledger: LedgerReading): LedgerReading['columns'] {
  return [...ledger.columns].sort((a, b) => a.column - b.column);
}
