import { evaluateFormula } from '../../excel-host/formula/calculate.ts';
import { NotComputable } from '../../excel-host/formula/values.ts';
import type { HoldsAt } from './conditional-look.ts';

/** Whether a rule's formula holds at a cell; what the host cannot compute does not hold, as an error would not in Excel. */
export const formulaHolds: HoldsAt = (sheet, formula, [originRow, originColumn], [row, column]) => {
  try {
    const value = evaluateFormula(sheet, row, column, formula, { row: originRow, column: originColumn });
    return value === true || (typeof value === 'number' && value !== 0);
  } catch (cause) {
    if (cause instanceof NotComputable) return false;
    throw cause;
  }
};
