import { CHOICES, readNote, type ChoiceRole } from '../proposal-note.ts';
import type { PlannedCell, RegisterColumn } from '../register-plan.ts';

/**
 * The cells of a register's row that people answer for, by column: what they typed or imported, and a choice that is not
 * the one proposed. What the register works out by itself is not among them; with `ownColumns` the ledger's columns are.
 */
export function peoplesCells(
  columns: readonly RegisterColumn[],
  row: readonly PlannedCell[],
  { ownColumns }: { ownColumns: boolean },
): Map<number, string> {
  const noted = readNote(textOf(row[columns.findIndex(({ role }) => role === 'proposed')] ?? ''));
  const found = new Map<number, string>();
  columns.forEach(({ role }, index) => {
    const text = textOf(row[index] ?? '');
    if (text === '') return;
    if (isChoice(role) ? text !== noted?.choices[role]?.proposed : isPeoples(role, ownColumns)) found.set(index, text);
  });
  return found;
}

/** A short mark of the cells that people answer for: rows with the same mark hold the same there. */
export function rowMark(
  columns: readonly RegisterColumn[],
  row: readonly PlannedCell[],
  which: { ownColumns: boolean },
): string {
  const cells = [...peoplesCells(columns, row, which)].map(([index, text]) => [columns[index]?.role ?? '', text]);
  // By role, so that moved or renamed columns leave the mark as it is.
  return shortHash(JSON.stringify(cells.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))));
}

function isChoice(role: string): role is ChoiceRole {
  return (CHOICES as readonly string[]).includes(role);
}

function isPeoples(role: string, ownColumns: boolean): boolean {
  return (
    role.startsWith('field:') || role === 'source' || role === 'origin' || (ownColumns && role.startsWith('user:'))
  );
}

/** Texts without their guarding apostrophe, numbers without what differs in their last bits; formulas count as nothing. */
export function textOf(cell: PlannedCell): string {
  if (typeof cell === 'object') return '';
  if (typeof cell === 'number') return String(Math.round(cell * 1e6) / 1e6);
  return String(cell).replace(/^'/, '').trim();
}

/** 53 bits, enough to tell rows of one register apart from what they were; nothing rests on it being hard to forge. */
export function shortHash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
}
