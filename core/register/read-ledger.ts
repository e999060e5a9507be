import type { Field } from '../complaint/field.ts';
import { allSteps, type Steps } from '../steps.ts';
import { findDataRows, type DataRowsFound } from './find-data-rows.ts';
import { columnLabels, findHeader, type HeaderFound } from './find-header.ts';
import { findObstacles } from './find-obstacles.ts';
import type { Gathered } from './gathered.ts';
import type { LedgerColumn, LedgerReading, LedgerRefusal } from './ledger-reading.ts';
import { mapColumns, type ColumnSource } from './map-columns.ts';
import { sheetGrid, type SheetGrid } from './sheet-grid.ts';
import type { SheetReading } from './sheet-reading.ts';

/** So many rows tell what a column holds. */
const SAMPLED_ROWS = 200;
/** What makes a list of things a ledger of complaints, and how much each says. */
const SIGNS: [fields: Field[], worth: number][] = [
  [['description'], 3],
  [['receivedAt'], 2],
  [['complaintId'], 1],
  [['customerName', 'contactName', 'contactPhone'], 1.5],
  [['category', 'subcategory'], 1],
  [['solution', 'correctiveAction', 'cause'], 1],
  [['status', 'closedAt'], 1],
  [['demand', 'severity', 'channel', 'feedback', 'satisfaction'], 0.5],
];
const LEAST_SIGNS = 4.5;
/** Without a word on what happened, so many other fields must be there: fewer when the labels speak of complaints. */
const LEAST_FIELDS = { named: 4, unnamed: 6 };
const COMPLAINT = /投诉|客诉|投訴|客訴|抱怨|诉怨|complain|grievance/i;

type LedgerOutcome = { ok: true; ledger: LedgerReading } | LedgerRefusal;

/**
 * Understands a worksheet as a ledger with one complaint a row: its header, its data rows, what each column holds, and what
 * stands in the way of turning it in place. Refuses a sheet that is empty, has no header or no rows, is a list of something
 * else (lookup, statistics, index), or is a form for one complaint.
 */
export function readLedger(sheet: SheetReading): LedgerOutcome {
  return allSteps(readLedgerInSteps(sheet));
}

/** As `readLedger`, some rows at a time, so that a page stays usable. */
export function* readLedgerInSteps(sheet: SheetReading): Steps<LedgerOutcome> {
  const refuse = (code: LedgerRefusal['code']): LedgerRefusal => ({ ok: false, code, sheet: sheet.name });
  if (sheet.used === null) return refuse('emptySheet');
  const grid = sheetGrid(sheet);
  if (sheet.gathered !== undefined) return readGathered(sheet, sheet.gathered, grid) ?? refuse('noDataRows');
  const search = findHeader(grid);
  if (!search.ok) return refuse(search.code);
  const { header } = search;
  const rows = yield* findDataRows(grid, header);
  const columns = mapColumns(columnSources(grid, header, rows));
  if (!isComplaintLedger(columns)) return refuse('notAComplaintLedger');
  const [firstDataRow] = rows.dataRows;
  const lastDataRow = rows.dataRows.at(-1);
  if (firstDataRow === undefined || lastDataRow === undefined) return refuse('noDataRows');
  return {
    ok: true,
    ledger: {
      sheet: sheet.name,
      headerRows: header.rows,
      firstDataRow,
      lastDataRow,
      dataRows: rows.dataRows,
      otherRows: rows.otherRows,
      columns,
      obstacles: findObstacles(sheet, grid, header, rows, columns),
      score: score(sheet, columns, rows.dataRows.length),
    },
  };
}

/** Of gathered rows it is known what they are: the header stands in the first row, and only headings have no origin. */
function readGathered(
  sheet: SheetReading,
  { kind, origins, sheets }: Gathered,
  grid: SheetGrid,
): { ok: true; ledger: LedgerReading } | null {
  const header = { rows: [grid.top], firstColumn: grid.left, lastColumn: grid.right };
  const dataRows = origins.flatMap((cells, row) => (cells === null ? [] : [row]));
  const [firstDataRow] = dataRows;
  const lastDataRow = dataRows.at(-1);
  if (firstDataRow === undefined || lastDataRow === undefined) return null;
  const otherRows = origins.flatMap((cells, row) =>
    cells === null && row > firstDataRow ? [{ row, kind: 'separator' as const }] : [],
  );
  const columns = mapColumns(columnSources(grid, header, { dataRows, otherRows, rowBelow: null }));
  const where = sheets.length <= 3 ? sheets.join(', ') : `${sheets.slice(0, 2).join(', ')} … ${sheets.at(-1) ?? ''}`;
  const ledger: LedgerReading = {
    sheet: sheet.name,
    headerRows: header.rows,
    firstDataRow,
    lastDataRow,
    dataRows,
    otherRows: otherRows.length === 0 ? otherRows : [{ row: 1, kind: 'separator' }, ...otherRows],
    columns,
    obstacles: [{ code: kind === 'forms' ? 'forms' : 'severalSheets', where }],
    score: score(sheet, columns, dataRows.length),
  };
  return { ok: true, ledger };
}

function columnSources(grid: SheetGrid, header: HeaderFound, { dataRows }: DataRowsFound): ColumnSource[] {
  const step = Math.max(1, Math.ceil(dataRows.length / SAMPLED_ROWS));
  const sample = dataRows.filter((_, index) => index % step === 0);
  const columns = Array.from(
    { length: header.lastColumn - header.firstColumn + 1 },
    (_, index) => header.firstColumn + index,
  );
  return columns.map((column) => ({
    column,
    labels: columnLabels(grid, header, column),
    cells: sample.map((row) => ({
      value: grid.value(row, column),
      format: grid.format(row, column),
      formula: grid.formula(row, column),
    })),
  }));
}

function signsOf(columns: readonly LedgerColumn[]): { signs: number; fields: Set<Field> } {
  const fields = new Set(columns.flatMap((column) => column.fields));
  const signs = SIGNS.reduce((sum, [any, worth]) => sum + (any.some((field) => fields.has(field)) ? worth : 0), 0);
  return { signs, fields };
}

function isComplaintLedger(columns: readonly LedgerColumn[]): boolean {
  const { signs, fields } = signsOf(columns);
  const named = columns.filter(({ header }) => COMPLAINT.test(header)).length;
  const least = named >= 2 ? LEAST_FIELDS.named : LEAST_FIELDS.unnamed;
  return signs >= LEAST_SIGNS && fields.size >= 3 && (fields.has('description') || fields.size >= least);
}

function score(sheet: SheetReading, columns: readonly LedgerColumn[], rowCount: number): number {
  const { signs } = signsOf(columns);
  const most = SIGNS.reduce((sum, [, worth]) => sum + worth, 0);
  const mapped = columns.filter(({ fields }) => fields.length > 0).length / columns.length;
  const worth = 0.6 * (signs / most) + 0.2 * mapped + 0.2 * Math.min(1, Math.log10(rowCount + 1) / 2);
  return Math.round(1000 * worth * (sheet.visible ? 1 : 0.7)) / 1000;
}
