import type { Target } from './target.ts';

/** The units in which a person writes a time limit. */
export const TARGET_UNITS = [
  'workHours',
  'clockHours',
  'workDays',
  'calendarDays',
  'workMinutes',
  'clockMinutes',
  'immediately',
] as const;
/** One of those units. */
export type TargetUnit = (typeof TARGET_UNITS)[number];

/** A time limit as it is typed. */
export interface TargetForm {
  amount: string;
  unit: TargetUnit;
}

/** Nothing typed yet. */
export const EMPTY_TARGET: TargetForm = { amount: '', unit: 'workHours' };

/** What the form says; null while it says nothing that makes sense. Half hours are minutes; half days make no sense. */
export function targetOf({ amount, unit }: TargetForm): Target | null {
  if (unit === 'immediately') return { unit };
  const number = amountOf(amount);
  if (number === null) return null;
  const minutes = Math.round(number * 60);
  if (unit === 'workHours') return minutes > 0 ? { unit: 'workMinutes', amount: minutes } : null;
  if (unit === 'clockHours') return minutes > 0 ? { unit: 'clockMinutes', amount: minutes } : null;
  return Number.isInteger(number) ? { unit, amount: number } : null;
}

/** The form of a time limit; an empty one where none is set. */
export function targetFormOf(target: Target | null): TargetForm {
  if (target === null || target.unit === 'notConfigured' || target.unit === 'hoursOfUnknownKind') return EMPTY_TARGET;
  if (target.unit === 'immediately') return { amount: '', unit: 'immediately' };
  const isHours = target.amount % 30 === 0 && (target.unit === 'workMinutes' || target.unit === 'clockMinutes');
  if (!isHours) return { amount: String(target.amount), unit: target.unit };
  return { amount: String(target.amount / 60), unit: target.unit === 'workMinutes' ? 'workHours' : 'clockHours' };
}

/** A positive number, also in full width or with a comma for its point; null for anything else. */
export function amountOf(typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(\d+),(\d{1,2})$/, '$1.$2');
  return /^\d{1,7}(\.\d{1,4})?$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
