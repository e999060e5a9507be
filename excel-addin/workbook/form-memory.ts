import * as z from 'zod';

const SheetIds = z.array(z.string());

/** Ids of sheets as a setting keeps them; what cannot be read is none: then nothing is ever replaced. */
export function parseSheetIds(value: unknown): string[] {
  if (typeof value !== 'string') return [];
  try {
    return SheetIds.safeParse(JSON.parse(value)).data ?? [];
  } catch {
    return [];
  }
}
