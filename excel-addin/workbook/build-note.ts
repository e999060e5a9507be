import type { BuildNote, ColumnBefore, JournalEntry } from '../../core/register/journal/journal-entry.ts';
import type { RegisterPlan } from '../../core/register/register-plan.ts';
import { areaOf, rangeOf } from './area.ts';
import { journal, readChangeJournal } from './change-journal.ts';
import { pagesInPlace } from './page-setup.ts';
import type { PendingPlan } from './register-memory.ts';

/** Of the marks of rows that one line of the journal holds: each is some 25 characters. */
const MARKS_A_LINE = 1_000;

/**
 * Writes into the journal what the plan is about to make and what stands there before, so that all of it can be taken back.
 * A run that is completed finds its note and writes none again: what stands there by then is half its own. Answers the note.
 */
export async function noteBuild(
  context: Excel.RequestContext,
  plan: RegisterPlan,
  { asOf }: Pick<PendingPlan, 'asOf'>,
  marks: readonly string[],
): Promise<BuildNote> {
  const { entries } = await readChangeJournal(context);
  const [newest] = entries.filter((entry) => entry.kind === 'built' || entry.kind === 'restoring');
  if (newest?.kind === 'built' && isNoteOf(newest, plan, asOf)) return newest;
  const built: BuildNote = {
    ...(await readBefore(context, plan)),
    ...{ at: asOf, marks: { backup: `backup ${asOf}`, lists: `lists ${asOf}` } },
  };
  const lines: JournalEntry[] = [...linesOf(marks, plan, asOf), { kind: 'built', ...built }];
  await journal(context, lines, plan.memory.locale);
  await context.sync();
  return built;
}

function isNoteOf(note: BuildNote, { placement, table }: RegisterPlan, asOf: string): boolean {
  const isSamePlace = note.placement === placement.kind && note.sheet === placement.sheet;
  return isSamePlace && note.at === asOf && note.table === table.name;
}

async function readBefore(context: Excel.RequestContext, plan: RegisterPlan): Promise<Omit<BuildNote, 'at'>> {
  const { placement, table, columns, firstAdded, freezeRows, formats, lists } = plan;
  const isInPlace = placement.kind === 'inPlace';
  const note = {
    placement: placement.kind,
    sheet: placement.sheet,
    table: table.name,
    area: table.area,
    firstAdded: isInPlace ? firstAdded : 0,
    columns,
    formulas: formats.map(({ formula }) => formula),
    backup: plan.backup?.name ?? null,
    listsSheet: lists.length === 0 ? null : plan.listsSheet,
  };
  if (!isInPlace) return { ...note, tableBefore: null, columnsBefore: [], froze: null };
  const sheet = context.workbook.worksheets.getItem(placement.sheet);
  const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
  const found = context.workbook.tables.getItemOrNullObject(table.name).load('name');
  const asked = columns.slice(firstAdded).map(({ header, list }, index) => {
    const place = { ...table.area, column: table.area.column + firstAdded + index, columnCount: 1 };
    const range = rangeOf(sheet, place).load('columnHidden');
    return {
      header,
      range,
      format: range.format.load('columnWidth,useStandardWidth'),
      validation: list === null ? null : range.dataValidation.load('type,rule,errorAlert,prompt,ignoreBlanks'),
    };
  });
  await context.sync();
  const tableRange = found.isNullObject ? null : found.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
  if (tableRange !== null) await context.sync();
  return {
    ...note,
    pagesWide: await pagesInPlace(context, sheet, plan),
    tableBefore: tableRange === null ? null : { area: areaOf(tableRange) },
    columnsBefore: asked.map(({ header, range, format, validation }): ColumnBefore => ({
      header,
      width: format.columnWidth,
      isStandardWidth: format.useStandardWidth,
      isHidden: range.columnHidden,
      validation: validation === null ? null : ruleOf(validation),
    })),
    froze: frozen.isNullObject && freezeRows > 0 ? freezeRows : null,
  };
}

/** A rule that holds for the whole column there; several different ones cannot be told by the host. */
export function ruleOf(validation: Excel.DataValidation): Record<string, unknown> | null {
  const { type, rule, errorAlert, prompt, ignoreBlanks } = validation;
  if (type === 'None' || type === 'Inconsistent' || type === 'MixedCriteria') return null;
  return { rule, errorAlert, prompt, ignoreBlanks };
}

function linesOf(marks: readonly string[], { table }: RegisterPlan, at: string): JournalEntry[] {
  const lines: JournalEntry[] = [];
  for (let first = 0; first < marks.length; first += MARKS_A_LINE)
    lines.push({ kind: 'rows', at, table: table.name, marks: marks.slice(first, first + MARKS_A_LINE) });
  return lines;
}
