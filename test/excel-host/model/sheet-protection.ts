import type { Area } from './address.ts';
import { intersection, isEntireColumn, isEntireRow } from './address.ts';
import { refuse } from './host-error.ts';
import { styleAt } from './read-cells.ts';
import type { Sheet } from './workbook.ts';

/** Any write to a locked cell of a protected sheet, and any write to a read-only file, is AccessDenied ([T][#6784], facts 3.3). */
export function checkWritable(sheet: Sheet, area: Area): void {
  if (sheet.workbook.readOnly) refuse('AccessDenied');
  checkNoPivot(sheet, area);
  if (!sheet.protection) return;
  if (isEntireColumn(area) || isEntireRow(area)) refuse('AccessDenied');
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      if (sheet.workbook.styles.isLocked(styleAt(sheet, row, column))) refuse('AccessDenied');
    }
  }
}

/** What changes the sheet's structure or looks needs the matching option of protect(); without one it is AccessDenied. */
export function checkAllowed(sheet: Sheet, option: string): void {
  if (sheet.workbook.readOnly) refuse('AccessDenied');
  if (sheet.protection && (sheet.protection[option] ?? '1') !== '0') refuse('AccessDenied');
}

/** A part of a pivot cannot be written ([D testing/application-specific-api-error-handling.md] PivotTableRangeConflict). */
function checkNoPivot(sheet: Sheet, area: Area): void {
  for (const { area: body, filterArea } of sheet.pivots) {
    if (intersection(body, area) || (filterArea && intersection(filterArea, area))) refuse('PivotTableRangeConflict');
  }
}
