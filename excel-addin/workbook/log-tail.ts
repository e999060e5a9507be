import * as z from 'zod';
import type { LogTail } from '../../core/register/log/check-log.ts';

/** The setting in which the workbook remembers the last entry of its event log. */
export const TAIL = 'redress.logTail';

const StoredTail = z.strictObject({ entries: z.int().nonnegative(), hash: z.string() });

/** What the workbook remembers; null when it was lost or somebody has written something else there. */
export function tailOf(setting: Excel.Setting): LogTail | null {
  if (setting.isNullObject || typeof setting.value !== 'string') return null;
  try {
    return StoredTail.safeParse(JSON.parse(setting.value) as unknown).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Queues what is to be remembered; nothing when no entry was written. */
export function rememberTail(context: Excel.RequestContext, tail: LogTail | null): void {
  if (tail !== null) context.workbook.settings.add(TAIL, JSON.stringify(tail));
}
