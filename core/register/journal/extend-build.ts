import type { RegisterColumn } from '../register-plan.ts';
import type { BuildNote, ColumnBefore } from './journal-entry.ts';

/**
 * The note of a register that gets further columns at its right edge, so that one restore takes all of it back. `before`
 * holds one for each of `added`; a column that was there, was deleted and comes again keeps its place in the note.
 */
export function extendBuild(
  build: BuildNote,
  {
    added,
    before,
    formulas,
  }: { added: readonly RegisterColumn[]; before: readonly ColumnBefore[]; formulas: string[] },
): BuildNote {
  const columns = [...build.columns];
  const columnsBefore = [...build.columnsBefore];
  added.forEach((column, index) => {
    const known = columns.findIndex(({ role }) => role === column.role);
    const at = known < 0 ? columns.length : known;
    columns[at] = column;
    const stood = before[index];
    if (build.placement === 'inPlace' && stood !== undefined) columnsBefore[at - build.firstAdded] = stood;
  });
  return {
    ...build,
    area: { ...build.area, columnCount: columns.length },
    ...{ columns, columnsBefore, formulas: [...new Set([...build.formulas, ...formulas])] },
  };
}
