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

/**
 * The memory to keep after a register's table was looked at: headers as they are called now, and the numbers given. Null:
 * nothing new. A column that is gone is not forgotten: whoever takes its deletion back has it again. One that people added
 * is none of ours until it is taken up.
 */
export function memoryNow(
  memory: RegisterMemory,
  renamed: readonly { from: string; to: string }[],
  numbersGiven: Record<string, number>,
): RegisterMemory | null {
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  if (names.size === 0 && sameNumbers(memory.numbersGiven, numbersGiven)) return null;
  const columns = memory.columns.map((column) => ({ ...column, header: names.get(column.header) ?? column.header }));
  return { ...memory, columns, numbersGiven };
}

function sameNumbers(before: Record<string, number>, now: Record<string, number>): boolean {
  const days = Object.keys(now);
  return days.length === Object.keys(before).length && days.every((day) => before[day] === now[day]);
}

/** By what a register is worked out, as text to compare; numbers that were given meanwhile change nothing of it. */
export function rulesOf(memory: RegisterMemory): string {
  return JSON.stringify({ ...memory, numbersGiven: null });
}
