import type { Outcome } from '../../core/outcome.ts';
import type { BuildNote, ColumnBefore } from '../../core/register/journal/journal-entry.ts';
import { extendBuild } from '../../core/register/journal/extend-build.ts';
import type {
  RegisterColumn,
  RegisterFormat,
  RegisterMemory,
  RegisterPlan,
} from '../../core/register/register-plan.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { ruleOf } from './build-note.ts';
import { giveFill, giveLook, loadLook } from './cell-look.ts';
import { journal, readChangeJournal } from './change-journal.ts';
import { setWidths } from './column-widths.ts';
import { colourRows } from './conditional-formats.ts';
import { dropDownsOf, offerChoices, type DropDownWords } from './drop-downs.ts';
import { hideProposals } from './neighbour-look.ts';
import { loadStored, rememberRegister } from './register-memory.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';
import { liftFilters, setFilters } from './table-filters.ts';

export type AddColumnsTrouble = WorkbookTrouble | 'registerGone' | 'sheetProtected' | 'placeTaken' | 'changedMeanwhile';

export interface AddColumnsRequest {
  memory: RegisterMemory;
  /** The table's headings when it was read. */
  header: readonly string[];
  added: RegisterColumn[];
  /** The register's colours with the new columns, for this first row of data. */
  formats: RegisterFormat[];
  lists: RegisterPlan['lists'];
  words: DropDownWords;
}

/**
 * Lays further columns at the right edge of the register's table: noted in the journal first, then remembered, headed and
 * made part of the table, in that order, so that a run that broke off may simply be repeated. The cells below are left to
 * the refresh. The place must be empty. Answers the memory from now on.
 */
export function addColumns(request: AddColumnsRequest): Promise<Outcome<RegisterMemory, AddColumnsTrouble>> {
  const { memory, header, added, formats, lists, words } = request;
  return runBatch<RegisterMemory, AddColumnsTrouble>(
    async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(memory.tableName).load('name');
      await context.sync();
      if (table.isNullObject) throw new Stop('registerGone', { table: memory.tableName });
      const sheet = table.worksheet.load('name');
      const protection = sheet.protection.load('protected');
      const whole = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const rows = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const head = table.getHeaderRowRange().load('values');
      await context.sync();
      if (protection.protected) throw new Stop('sheetProtected', { sheet: sheet.name });
      const area = areaOf(whole);
      if (JSON.stringify((head.values as CellValue[][])[0]?.map(String)) !== JSON.stringify(header))
        throw new Stop('changedMeanwhile');
      const place = { ...area, column: area.column + area.columnCount, columnCount: added.length };
      const body = { ...areaOf(rows), column: area.column, columnCount: area.columnCount + added.length };

      const before = await readPlace(context, sheet, place, added);
      const { entries } = await readChangeJournal(context);
      const stored = loadStored(context);
      const model = place.column - 1;
      const looks = { head: loadLook(sheet, place.row, model), body: loadLook(sheet, body.row, model) };
      const filters = await liftFilters(context, table);
      const built = entries.find((entry) => entry.kind === 'built' && entry.table === memory.tableName);
      const kept = { ...memory, columns: withColumns(memory.columns, added) };
      if (built?.kind === 'built') {
        const noted: BuildNote = extendBuild(built, { added, before, formulas: formats.map(({ formula }) => formula) });
        await journal(context, [{ ...noted, kind: 'built' }], memory.locale);
      }
      rememberRegister(context, kept, stored());
      const heading = rangeOf(sheet, { ...place, rowCount: 1 });
      heading.numberFormat = [added.map(() => '@')];
      heading.values = [added.map((column) => column.header)];
      table.resize(rangeOf(sheet, { ...area, columnCount: area.columnCount + added.length }));
      giveLook(sheet, { ...place, rowCount: 1 }, looks.head);
      giveFill(sheet, { ...place, rowCount: 1 }, looks.head);
      giveLook(sheet, { ...body, column: place.column, columnCount: added.length }, looks.body);
      setWidths(sheet, place, added);
      hideProposals(sheet, place, added, memory.locale);
      if (built?.kind === 'built' && built.listsSheet !== null) {
        const choices = dropDownsOf({ columns: added, lists, listsSheet: built.listsSheet });
        offerChoices(sheet, { ...body, column: place.column }, choices, words);
      }
      setFilters(table, filters);
      await context.sync();
      await colourRows(context, sheet, body, formats);
      return kept;
    },
    { patient: true },
  );
}

/** What stands at the place of the new columns: nothing but what a run that broke off has left of its headings. */
async function readPlace(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: Area,
  added: readonly RegisterColumn[],
): Promise<ColumnBefore[]> {
  const used = rangeOf(sheet, place).getUsedRangeOrNullObject(true).load('address,rowIndex,rowCount');
  const headings = rangeOf(sheet, { ...place, rowCount: 1 }).load('values');
  const asked = added.map((column, index) => {
    const range = rangeOf(sheet, { ...place, column: place.column + index, columnCount: 1 }).load('columnHidden');
    const format = range.format.load('columnWidth,useStandardWidth');
    return { column, range, format, rule: column.list === null ? null : loadRule(range) };
  });
  await context.sync();
  const isOurs = (headings.values as CellValue[][])[0]?.every((value, at) =>
    ['', added[at]?.header].includes(String(value)),
  );
  const isHeadOnly = used.isNullObject || (used.rowIndex === place.row && used.rowCount === 1);
  if (!isHeadOnly || isOurs !== true) throw new Stop('placeTaken', { sheet: used.isNullObject ? '' : used.address });
  return asked.map(({ column, range, format, rule }) => ({
    header: column.header,
    width: format.columnWidth,
    isStandardWidth: format.useStandardWidth,
    isHidden: range.columnHidden,
    validation: rule === null ? null : ruleOf(rule),
  }));
}

function loadRule(range: Excel.Range): Excel.DataValidation {
  return range.dataValidation.load('type,rule,errorAlert,prompt,ignoreBlanks');
}

/** A column that is remembered and was deleted is remembered as the new one from now on. */
function withColumns(columns: readonly RegisterColumn[], added: readonly RegisterColumn[]): RegisterColumn[] {
  const roles = new Set(added.map(({ role }) => role));
  return [...columns.filter(({ role }) => !roles.has(role)), ...added];
}
