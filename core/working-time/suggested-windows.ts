import type { Window } from './working-calendar.ts';

/** A common office day, offered for confirmation in both halves; it counts for nothing until a company confirms it. */
export const SUGGESTED_WINDOWS: readonly [Window, Window] = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
