import type { RegisterMemory } from './register-plan.ts';

/**
 * The memory to begin work on a register with, when another pane may have stored something since ours was read: all is as it
 * was `stored`, and of each series of numbers the greater mark counts. Ours, where nothing is stored of this table.
 */
export function freshMemory(ours: RegisterMemory, stored: RegisterMemory | null): RegisterMemory {
  if (stored?.tableName !== ours.tableName) return ours;
  const numbersGiven = { ...stored.numbersGiven };
  for (const [series, mark] of Object.entries(ours.numbersGiven))
    numbersGiven[series] = Math.max(mark, numbersGiven[series] ?? 0);
  return { ...stored, numbersGiven };
}

/**
 * The memory to keep after work on a register's rows: the columns are as the writer saw them, and all that people settle –
 * policy, hours, team, language – is as it was `stored`; of each series of numbers the greater mark counts. Where another
 * table's memory is stored, that one: the workbook has another register by now.
 */
export function mergeMemory(ours: RegisterMemory, stored: RegisterMemory | null): RegisterMemory {
  if (stored === null) return ours;
  if (stored.tableName !== ours.tableName) return stored;
  return { ...freshMemory(ours, stored), columns: ours.columns };
}

/** By what a register is worked out, as text to compare; numbers that were given meanwhile change nothing of it. */
export function rulesOf(memory: RegisterMemory): string {
  return JSON.stringify({ ...memory, numbersGiven: null });
}
