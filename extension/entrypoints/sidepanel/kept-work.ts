import { browser } from 'wxt/browser';
import * as z from 'zod';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { DraftEdits } from '../../ui/draft/draft-edits.ts';

const SavedFacts = z.strictObject({
  id: z.string(),
  fieldCount: z.int(),
  waiting: z.int(),
  /** False when a link, note or reply beside it could not be written. */
  isWhole: z.boolean(),
});
const KeptWork = z.strictObject({
  clipId: z.string(),
  edits: DraftEdits,
  /** False while the values are what was read: they are read anew then, with what the company has learnt meanwhile. */
  isEdited: z.boolean(),
  saved: SavedFacts.nullable(),
  /** What the unsaved draft was read from: the next click takes the place of the clip, not of this. Null: nothing to lose. */
  unsaved: z.strictObject({ capture: PageCapture, tabId: z.int().nullable() }).nullable(),
});
export type KeptWork = z.infer<typeof KeptWork>;

const key = (windowId: number) => `work:${windowId}`;

/** What was typed, for as long as the browser runs: closing the panel loses nothing. */
export async function keepWork(windowId: number, work: KeptWork): Promise<void> {
  const keep = (kept: KeptWork) => browser.storage.session.set({ [key(windowId)]: kept });
  // The browser's session storage holds 10 MB; the words typed matter more than the page they are about.
  await keep(work).catch(() => keep({ ...work, unsaved: null }));
}

export async function keptWork(windowId: number): Promise<KeptWork | null> {
  const stored = await browser.storage.session.get(key(windowId));
  return KeptWork.safeParse(stored[key(windowId)]).data ?? null;
}
