import type { PlannedCell } from './register-plan.ts';

const GENERAL = 'General';
const TEXT = '@';

/**
 * The number format that a planned cell must have before its content is written. Text is text (`@`), so that no phone,
 * number or date is turned into something else. A text behind a guarding apostrophe is `General`: there the apostrophe is
 * known to be swallowed, while in a text cell a reader might see it. A formula must be able to calculate; numbers and
 * empty cells have their column's format. Example: `cellFormat("'+86 138", '@')` → `General`.
 */
export function cellFormat(cell: PlannedCell, planned: string | null): string {
  if (typeof cell === 'object') return planned === null || planned === TEXT ? GENERAL : planned;
  if (typeof cell === 'string' && cell !== '') return cell.startsWith("'") ? GENERAL : TEXT;
  return planned ?? GENERAL;
}
