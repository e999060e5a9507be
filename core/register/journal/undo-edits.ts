import { sameCell } from '../refresh/same-cell.ts';
import type { PlannedCell } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';
import type { JournalEdit } from './journal-entry.ts';

/** A cell that was changed with consent, and what a restore does to it. */
export interface UndoneEdit {
  sheet: string;
  complaint: string;
  /** As the column is called now. */
  header: string;
  /** What stands there now; null: the row or the column is gone, or its number stands twice. */
  now: PlannedCell | null;
  /** What stood there before the first change, and its number format. */
  before: PlannedCell;
  format: string;
  /** `undo`: will be put back. `changedSince`: a person has changed it again, it stays. `stands`: it holds that already. */
  what: 'undo' | 'changedSince' | 'gone' | 'stands';
}

/**
 * What becomes of each cell that was changed with consent. Of several changes of one cell the newest is taken back first,
 * as long as the cell holds what the change left there. `edits` stand newest first; `cellAt` answers what stands in a cell
 * now, null when there is no such row or column any more; the edits bear the headings that it knows.
 */
export function undoEdits(
  edits: readonly JournalEdit[],
  cellAt: (complaint: string, header: string) => PlannedCell | null,
): UndoneEdit[] {
  const byCell = new Map<string, JournalEdit[]>();
  for (const edit of edits) {
    const key = JSON.stringify([edit.complaint, edit.header]);
    byCell.set(key, [...(byCell.get(key) ?? []), edit]);
  }
  return [...byCell.values()].flatMap((changes): UndoneEdit[] => {
    const [newest] = changes;
    if (newest === undefined) return [];
    const { sheet, complaint, header } = newest;
    const now = cellAt(complaint, header);
    const oldest = changes.at(-1) ?? newest;
    const place = { sheet, complaint, header, now };
    const stood = { before: oldest.before, format: oldest.beforeFormat };
    if (now === null) return [{ ...place, ...stood, what: 'gone' }];
    if (same(oldest.before, now)) return [{ ...place, ...stood, what: 'stands' }];
    let at: PlannedCell = now;
    let last: JournalEdit | null = null;
    for (const change of changes) {
      if (same(change.before, at)) continue;
      if (!same(change.after, at)) break;
      at = change.before;
      last = change;
    }
    if (last === null) return [{ ...place, ...stood, what: 'changedSince' }];
    return [{ ...place, before: last.before, format: last.beforeFormat, what: 'undo' }];
  });
}

function same(noted: PlannedCell, now: PlannedCell): boolean {
  if (typeof noted === 'object' || typeof now === 'object') return plain(noted) === plain(now);
  return sameCell(noted, now) || (noted === '' && now === '');
}

/** A host gives formulas back with its own spacing and case. */
function plain(cell: PlannedCell): CellValue | string {
  return typeof cell === 'object'
    ? `formula ${cell.formula.replace(/\s+/g, '').toUpperCase()}`
    : `value ${String(cell)}`;
}
