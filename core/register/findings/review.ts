import type { Field } from '../../complaint/field.ts';
import type { Moment } from '../../complaint/moment.ts';
import { asPart, ROWS_A_STEP, type Steps } from '../../steps.ts';
import { isDitto, isError } from '../cell-signs.ts';
import type { Finding } from '../finding.ts';
import { sheetRow, type OpenRegister } from '../refresh/open-register.ts';
import { listedNames, type ListedName } from '../listed-names.ts';
import type { RegisterColumn } from '../register-plan.ts';
import type { CellValue, SheetReading } from '../sheet-reading.ts';
import { isUndecided } from '../unclear-words.ts';
import { foldWord } from '../column-words.ts';
import { spellingGroupsInSteps, type Spelling, type SpellingOptions } from './spelling-groups.ts';
import type { FindTwins, TwinRows } from './twins.ts';

/** A finding with its place in the register, and what a decision about it is kept by. */
export interface PlacedFinding {
  /** Complaint, kind and value: whoever says “is right so” says it of these. */
  key: string;
  /** The finding's code, or the rule that tells it: `rule:aWithoutBatch`. */
  kind: string;
  finding: Finding;
  /** The complaint's number; `''` for what concerns the table. */
  number: string;
  /** Heading of the cell's column; null: the row as a whole. */
  header: string | null;
  /** What stands in the cell. */
  value: CellValue;
  /** What it would become, in a column of the user's; null: nothing is proposed. */
  fix: string | number | null;
}

/** A spelling with the cells that write it so; `value` is the cell as it stands, blanks around the name included. */
export interface PlacedSpelling extends Spelling {
  cells: { row: number; number: string; value: CellValue }[];
}

/** Spellings of one column that look like one name. */
export interface ColumnSpellings {
  spellings: PlacedSpelling[];
  key: string;
  header: string;
  /** On the sheet, from 0. */
  column: number;
  field: Field;
  /** The name that a list of the workbook has for them. */
  listed: ListedName | null;
}

/** Two rows that may be one complaint. Rows are those of the sheet, from 0. */
export interface PlacedTwins extends TwinRows {
  key: string;
  numbers: [string, string];
  /** What stands in the column of sources, where rows that are one complaint name each other. */
  sources: [string, string];
}

/** All that a person should look at in a register. */
export interface Review {
  items: PlacedFinding[];
  spellings: ColumnSpellings[];
  twins: PlacedTwins[];
}

/** Columns whose spellings are compared, and how. */
const COMPARED: Partial<Record<Field, SpellingOptions>> = {
  responsibleDept: {},
  category: {},
  subcategory: {},
  channel: {},
  region: {},
  cause: {},
  productName: {},
  productModel: { foldOnly: true },
  customerName: { areNames: true },
  purchasePlace: { areNames: true },
  responsiblePerson: { areNames: true, foldOnly: true },
  receivedBy: { areNames: true, foldOnly: true },
};
/** A longer text is a sentence, not a name. */
const LONGEST_NAME = 40;
/** What stands in a key of a long cell: enough to tell that it has changed. */
const LONGEST_VALUE = 60;
/** Told of pairs already: the twins do not repeat them. */
const PAIRS_TOLD = new Set(['duplicateId', 'possibleDuplicate']);
/** Told of a word already, with the word meant: it is not asked about again among the spellings. */
const SLIP = 'misspelled';
/** Told once, when it happened. */
const NEWS = new Set(['numberGiven']);

/**
 * Lays what a refresh found over the register, with the spellings of its columns and its doubled rows. What a cell would
 * become is only proposed where the column is the user's own and the cell is not as proposed already. A word that is told as
 * a slip is not asked about among the spellings too. `findings` are those of a refresh of all rows of this register, `lists`
 * the small sheets of the workbook that the add-in did not make.
 */
export function* reviewRegister(
  register: OpenRegister,
  findings: readonly Finding[],
  { asOf, findTwins, lists }: { asOf: Moment; findTwins: FindTwins; lists: readonly SheetReading[] },
): Steps<Review> {
  const { cells, columns, filled } = register;
  const of = filled.size + 2;
  const numberAt = columns.findIndex(({ role }) => role === 'number');
  const numberOf = (index: number) => (numberAt < 0 ? '' : String(cells.values[index]?.[numberAt] ?? '').trim());
  const sourceAt = columns.findIndex(({ role }) => role === 'source');
  const sourceOf = (row: number) => String(cells.values[row - cells.area.row - 1]?.[sourceAt] ?? '');
  const items: PlacedFinding[] = [];
  for (const [index, finding] of findings.entries()) {
    if (index % ROWS_A_STEP === 0) yield { done: 0, of };
    if (NEWS.has(finding.code)) continue;
    items.push(placed(finding, { cells, columns }, numberOf(finding.row - cells.area.row - 1)));
  }
  const spellings: ColumnSpellings[] = [];
  const compared = columns.flatMap((column, at) => comparedColumn(column, at, register));
  const listed = yield* asPart(listedNames(lists, compared), { done: 1, of });
  const slips = new Set(findings.filter(({ code }) => code === SLIP).map(({ row, column }) => `${row} ${column}`));
  for (const column of compared) {
    const groups = yield* asPart(spellingsOf(column, listed.get(column.field), register, numberOf), { done: 1, of });
    spellings.push(...groups.flatMap((group) => withoutSlips(group, slips)));
  }
  yield { done: 2, of };

  const rows = [];
  for (const index of filled) {
    rows.push(register.reader.read(sheetRow(cells, index), asOf));
    yield { done: 2 + rows.length, of };
  }
  const told = new Set(
    items.flatMap(({ finding: { code, row, params } }) =>
      PAIRS_TOLD.has(code) && typeof params['row'] === 'number' ? [`${params['row'] - 1} ${row}`] : [],
    ),
  );
  const pairs = yield* asPart(findTwins(rows), { done: of, of });
  const twins = pairs
    .filter(({ one, other }) => !told.has(`${one} ${other}`))
    .map((pair): PlacedTwins => {
      const numbers: [string, string] = [
        numberOf(pair.one - cells.area.row - 1),
        numberOf(pair.other - cells.area.row - 1),
      ];
      const sources: [string, string] = [sourceOf(pair.one), sourceOf(pair.other)];
      return { ...pair, numbers, sources, key: keyOf(numbers.toSorted().join(' + '), 'twins', pair.value) };
    });
  return { items, spellings, twins };
}

/** A group without the spellings of which each cell is told as a slip already; none where no two are left. */
function withoutSlips(group: ColumnSpellings, slips: ReadonlySet<string>): ColumnSpellings[] {
  const spellings = group.spellings.filter(
    ({ rows }) => rows.length === 0 || rows.some((row) => !slips.has(`${row} ${group.column}`)),
  );
  return spellings.length > 1 ? [{ ...group, spellings }] : [];
}

/** What a decision is kept by. */
export function keyOf(number: string, kind: string, value: string): string {
  const short = value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…${value.length}` : value;
  return `${number}|${kind}|${short}`;
}

function placed(
  finding: Finding,
  { cells, columns }: Pick<OpenRegister, 'cells' | 'columns'>,
  number: string,
): PlacedFinding {
  const kind = finding.rule === undefined ? finding.code : `rule:${finding.rule.id}`;
  const at = finding.column === null ? -1 : finding.column - cells.area.column;
  const column = columns[at];
  const value = cells.values[finding.row - cells.area.row - 1]?.[at] ?? '';
  const marked = column === undefined ? JSON.stringify(finding.params) : String(value);
  const isUsers = column !== undefined && (column.role.startsWith('user:') || column.role.startsWith('field:'));
  const fix =
    isUsers && number !== '' && finding.fix !== undefined && finding.fix.value !== value ? finding.fix.value : null;
  return {
    key: keyOf(number, `${kind}${finding.field === null ? '' : ` ${finding.field}`}`, marked),
    kind,
    finding,
    number,
    header: column?.header ?? null,
    value,
    fix,
  };
}

/** A column whose spellings are compared: of each filled row the name in it, `''` where none stands there. */
interface ComparedColumn {
  field: Field;
  header: string;
  at: number;
  options: SpellingOptions;
  texts: string[];
}

function comparedColumn(
  { fields: [field], header, role }: RegisterColumn,
  at: number,
  { cells, filled }: OpenRegister,
): ComparedColumn[] {
  const options = field === undefined ? undefined : COMPARED[field];
  if (field === undefined || options === undefined || !role.startsWith('user:')) return [];
  const texts = [...filled].map((index) => {
    const value = cells.values[index]?.[at] ?? '';
    const isName =
      typeof value === 'string' &&
      value.length <= LONGEST_NAME &&
      !isError(value) &&
      !isDitto(value) &&
      !isUndecided(foldWord(value));
    return isName ? value : '';
  });
  return [{ field, header, at, options, texts }];
}

function* spellingsOf(
  { field, header, at, options, texts }: ComparedColumn,
  listed: SpellingOptions['listed'],
  { cells, filled }: OpenRegister,
  numberOf: (index: number) => string,
): Steps<ColumnSpellings[]> {
  const rows = [...filled];
  const named = texts.map((text, each) => ({ row: sheetRow(cells, rows[each] ?? 0), text }));
  const cellOf = (row: number) => {
    const index = row - cells.area.row - 1;
    return { row, number: numberOf(index), value: cells.values[index]?.[at] ?? '' };
  };
  const groups = yield* spellingGroupsInSteps(named, { ...options, listed });
  return groups.map(({ spellings, listed: name }) => ({
    spellings: spellings.map((spelling) => ({ ...spelling, cells: spelling.rows.map(cellOf) })),
    ...{ header, field, listed: name },
    column: cells.area.column + at,
    key: keyOf(
      '',
      `spellings ${field}`,
      spellings
        .map(({ text }) => text)
        .sort()
        .join(' / '),
    ),
  }));
}
