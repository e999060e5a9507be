import { CHOICES, readNote, type ChoiceRole } from './proposal-note.ts';
import { sameCell } from './refresh/same-cell.ts';
import type { PlannedCell, RegisterPlan } from './register-plan.ts';
import { safeText } from './safe-cell.ts';
import type { CellValue, SheetReading } from './sheet-reading.ts';

/** A plan as the workbook keeps it while it is carried out. */
type BegunPlan = Omit<RegisterPlan, 'rows' | 'findings' | 'habits' | 'statusUnsaid' | 'ownNumbers'>;

/**
 * Whether a plan that was made again goes where the one that was begun went: the same sheet and table, the same columns at the
 * same place under the same headings. Rows may have come and gone, and a new sheet may have other reasons.
 */
export function goesOn(again: BegunPlan, begun: BegunPlan): boolean {
  const place = ({ placement, table, columns, firstAdded, headers }: BegunPlan) => [
    ...[placement.kind, placement.sheet, placement.kind === 'newSheet' ? placement.after : null],
    ...[table.name, table.area.column, table.area.columnCount, firstAdded, headers],
    columns.map(({ role, header }) => [role, header]),
  ];
  return JSON.stringify(place(again)) === JSON.stringify(place(begun));
}

/**
 * The plan with what people decided since it broke off: a category, grade, department or status that holds something else by now
 * than was proposed keeps it. `standing` is the register's sheet as it was just read; on a new sheet a row is known by its
 * number.
 */
export function withDecisions(plan: RegisterPlan, standing: SheetReading | undefined): RegisterPlan {
  const { placement, columns, firstAdded, table } = plan;
  const used = standing?.used ?? null;
  if (standing === undefined || used === null) return plan;
  const first = placement.kind === 'inPlace' ? firstAdded : 0;
  const written = columns.slice(first);
  const cellAt = (row: number, column: number): CellValue =>
    standing.values[row - used.row]?.[table.area.column + first + column - used.column] ?? '';
  const columnOf = (role: ChoiceRole | 'number' | 'proposed') => {
    const at = written.findIndex((column) => column.role === role);
    return at >= 0 && cellAt(table.area.row, at) === written[at]?.header ? at : -1;
  };
  const choices = CHOICES.map((role) => ({ role, at: columnOf(role) })).filter(({ at }) => at >= 0);
  const [numberAt, noteAt] = [columnOf('number'), columnOf('proposed')];
  const rows = plan.rows.map((cells, index) => {
    const row = table.area.row + 1 + index;
    if (placement.kind === 'newSheet' && !holds(cells[numberAt], cellAt(row, numberAt))) return cells;
    const noted = readNote(noteAt < 0 ? '' : String(cellAt(row, noteAt)))?.choices ?? {};
    return choices.reduce<PlannedCell[]>((kept, { role, at }) => {
      const value = cellAt(row, at);
      const isProposed = holds(kept[at], value) || value === noted[role]?.proposed;
      return value === '' || isProposed
        ? kept
        : kept.with(at, typeof value === 'string' ? safeText(value).text : value);
    }, cells);
  });
  return { ...plan, rows };
}

function holds(planned: PlannedCell | undefined, value: CellValue): boolean {
  return planned !== undefined && typeof planned !== 'object' && sameCell(planned, value);
}
