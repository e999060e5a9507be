import type { Moment } from '../../core/complaint/moment.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import type { RecordedCell } from '../../core/register/log/plan-record.ts';
import { sameCell } from '../../core/register/refresh/same-cell.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { journalEdits, type JournalEdit } from './change-journal.ts';
import { keepCells, sendChecked, watchHead } from './checked-write.ts';
import { contentOf, formatFor } from './planned-cells.ts';
import { loadStored, rememberRegister } from './register-memory.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

export interface RecordWrite {
  tableName: string;
  /** The complaint, and the heading under which its number stands. */
  number: string;
  numberHeader: string;
  cells: readonly RecordedCell[];
  memory: RegisterMemory | null;
  /** For the journal of the user's cells: when, why, and in which language. */
  at: Moment;
  why: string;
  locale: Locale;
}

export interface RecordWritten {
  sheet: string;
  /** Row on the sheet, from 0. */
  row: number;
  /** Cells of the user's that hold a formula, that somebody has changed since, or whose list lacks the word: left as they are. */
  left: string[];
}

export type RecordTrouble =
  WorkbookTrouble | 'registerGone' | 'sheetProtected' | 'rowGone' | 'numberDoubled' | 'changedMeanwhile';

/** So often the row is looked for again when others move it between the look and the writing. */
const TRIES = 4;

/**
 * Writes the cells of one complaint's row, each by itself and found by number and heading as they stand now: the table may
 * have been sorted or filtered since it was read. A cell of the user's own that has changed meanwhile, that calculates, or
 * whose own list of choices lacks the word, is not written.
 * `changedMeanwhile`: the rows kept moving, nothing was written.
 */
export async function writeRecord(request: RecordWrite): Promise<Outcome<RecordWritten, RecordTrouble>> {
  for (let attempt = 1; ; attempt++) {
    const written = await writeOnce(request);
    if (written.ok || written.code !== 'changedMeanwhile' || attempt === TRIES) return written;
  }
}

function writeOnce(request: RecordWrite): Promise<Outcome<RecordWritten, RecordTrouble>> {
  const { tableName, number, numberHeader, cells, memory, at: writtenAt, why, locale } = request;
  return runBatch<RecordWritten, RecordTrouble>(
    async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
      await context.sync();
      if (table.isNullObject) throw new Stop('registerGone', { table: tableName });
      const sheet = table.worksheet.load('name');
      const protection = sheet.protection.load('protected');
      const header = table.getHeaderRowRange().load('values');
      const found = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      if (protection.protected) throw new Stop('sheetProtected', { sheet: sheet.name });
      const names = (header.values[0] ?? []).map(String);
      const body = areaOf(found);
      const columnOf = (name: string) => names.indexOf(name);
      if (columnOf(numberHeader) < 0) throw new Stop('rowGone', { number });
      const column = { ...body, column: body.column + columnOf(numberHeader), columnCount: 1 };
      const numbers = rangeOf(sheet, column).load('values');
      await context.sync();
      const rows = (numbers.values as CellValue[][]).flatMap(([value], at) =>
        String(value).trim() === number ? [at] : [],
      );
      const [index, twice] = rows;
      if (index === undefined) throw new Stop('rowGone', { number });
      if (twice !== undefined)
        throw new Stop('numberDoubled', { number, rows: rows.map((at) => body.row + at + 1).join(', ') });
      const row = body.row + index;
      const line = rangeOf(sheet, { ...body, row, rowCount: 1 }).load('values,formulas,numberFormat');
      const stored = loadStored(context);
      const rules = cells.flatMap(({ header: name, isUsers, cell }) =>
        isUsers && typeof cell === 'string' && cell !== '' && columnOf(name) >= 0
          ? [
              {
                name,
                word: cell,
                rule: sheet.getCell(row, body.column + columnOf(name)).dataValidation.load('type,rule'),
              },
            ]
          : [],
      );
      await context.sync();
      const unlisted = new Set(rules.flatMap(({ name, word, rule }) => (offers(rule, word) ? [] : [name])));
      const current = (line.values[0] ?? []) as CellValue[];
      const formulaAt = (at: number) => {
        const formula = String(line.formulas[0]?.[at] ?? '');
        return formula.startsWith('=') && formula.length > 1 ? formula : null;
      };
      const isLeft = ({ header: name, isUsers, before }: RecordedCell) => {
        const at = columnOf(name);
        return (
          isUsers && at >= 0 && (unlisted.has(name) || formulaAt(at) !== null || !sameCell(before, current[at] ?? ''))
        );
      };
      const left = cells.filter(isLeft).map(({ header: name }) => name);
      const written = cells.filter((cell) => columnOf(cell.header) >= 0 && !isLeft(cell));
      const edits = written
        .filter(({ isUsers }) => isUsers)
        .map(({ header: name, role, cell }): JournalEdit => {
          const at = columnOf(name);
          return {
            ...{ sheet: sheet.name, complaint: number, header: name, role, at: writtenAt, why, after: cell },
            address: cellAddress(row, body.column + at),
            before: current[at] ?? '',
            beforeFormat: String(line.numberFormat[0]?.[at] ?? 'General'),
          };
        });
      const takeOut = await journalEdits(context, edits, locale);
      const hasOtherHead = watchHead(table, names);
      const numberNow = sheet.getCell(row, column.column).load('values');
      const kept = written.map(({ header: name }) => keepCells(sheet.getCell(row, body.column + columnOf(name))));
      for (const { header: name, cell, format, isUsers } of written) {
        const range = sheet.getCell(row, body.column + columnOf(name));
        if (!isUsers || format !== null) range.numberFormat = [[formatFor(cell, format)]];
        range.values = [[contentOf(cell)]];
      }
      if (memory !== null) rememberRegister(context, memory, stored());
      const hasMoved = () => hasOtherHead() || String(numberNow.values[0]?.[0] ?? '').trim() !== number;
      const putBack = () => {
        for (const back of kept) back();
        takeOut();
      };
      await sendChecked(context, [{ hasMoved, putBack }]);
      return { sheet: sheet.name, row, left };
    },
    { patient: true },
  );
}

/** Whether a cell's own rule allows a word. A list that stands in other cells is not looked up: the word stands in that column already. */
function offers({ type, rule }: Excel.DataValidation, word: string): boolean {
  const source = rule.list?.source;
  if (type !== 'List' || typeof source !== 'string' || source.startsWith('=')) return true;
  return source.split(',').some((choice) => choice.trim() === word.replace(/^'/, ''));
}
