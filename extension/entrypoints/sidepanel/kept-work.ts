import { browser } from 'wxt/browser';
import * as z from 'zod';
import { DraftEdits } from '../../ui/draft/draft-edits.ts';

const SavedFacts = z.strictObject({
  id: z.string(),
  fieldCount: z.int(),
  waiting: z.int(),
  /** False when a link, note or reply beside it could not be written. */
  isWhole: z.boolean(),
});
const KeptWork = z.strictObject({ clipId: z.string(), edits: DraftEdits, saved: SavedFacts.nullable() });
export type KeptWork = z.infer<typeof KeptWork>;

const key = (windowId: number) => `work:${windowId}`;

/** What was typed, for as long as the browser runs: closing the panel loses nothing. */
export async function keepWork(windowId: number, work: KeptWork): Promise<void> {
  await browser.storage.session.set({ [key(windowId)]: work });
}

export async function keptWork(windowId: number): Promise<KeptWork | null> {
  const stored = await browser.storage.session.get(key(windowId));
  return KeptWork.safeParse(stored[key(windowId)]).data ?? null;
}
