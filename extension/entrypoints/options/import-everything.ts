import type { BadEntry, EverythingFrame } from '../../../core/queue/everything-file.ts';
import { call } from '../../messages/call.ts';

export interface Imported {
  added: number;
  merged: number;
  same: number;
  bad: BadEntry[];
  parts: { name: string; result: 'taken' | 'refused' | 'unknown' }[];
  /** Why the rest was not taken, where the store gave up on the way; null: all was looked at. */
  trouble: string | null;
}

/** What one message may carry. */
const MOST_ENTRIES = 200;
const MOST_TEXT = 4_000_000;

/** Takes a file of everything, portion by portion; nothing is doubled, and bad entries keep nothing else back. */
export async function importEverything({ entries, parts }: EverythingFrame): Promise<Imported> {
  const total: Imported = { added: 0, merged: 0, same: 0, bad: [], parts: [], trouble: null };
  for (let from = 0; from < entries.length;) {
    const portion = portionFrom(entries, from);
    const result = await call('importAll', { entries: portion, from });
    if (!result.ok) return { ...total, trouble: result.code };
    total.added += result.value.added;
    total.merged += result.value.merged;
    total.same += result.value.same;
    total.bad.push(...result.value.bad);
    from += portion.length;
  }
  return { ...total, ...(await call('importParts', { parts })) };
}

function portionFrom(entries: readonly unknown[], from: number): unknown[] {
  const portion: unknown[] = [];
  let size = 0;
  for (const entry of entries.slice(from, from + MOST_ENTRIES)) {
    size += JSON.stringify(entry).length;
    if (portion.length > 0 && size > MOST_TEXT) break;
    portion.push(entry);
  }
  return portion;
}
