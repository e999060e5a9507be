import { browser } from 'wxt/browser';
import * as z from 'zod';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { DraftEdits } from '../../ui/draft/draft-edits.ts';
import { unsavedDrafts } from './inputs/file-place.ts';

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

/** What was typed: closing the panel loses nothing, and what is unsaved outlives the browser. */
export async function keepWork(windowId: number, work: KeptWork): Promise<void> {
  const keep = (kept: KeptWork) => browser.storage.session.set({ [key(windowId)]: kept });
  // The browser's session storage holds 10 MB; the words typed matter more than the page they are about.
  await keep(work).catch(() => keep({ ...work, unsaved: null }));
  const { clipId, edits, unsaved } = work;
  if (unsaved === null) await unsavedDrafts.drop(clipId);
  else await unsavedDrafts.keep({ clipId, capture: unsaved.capture, edits });
}

export async function keptWork(windowId: number): Promise<KeptWork | null> {
  const stored = await browser.storage.session.get(key(windowId));
  return KeptWork.safeParse(stored[key(windowId)]).data ?? null;
}

/** What was typed over a clip: of this window, or of one that is gone. */
export async function keptWorkOf(windowId: number, clipId: string): Promise<KeptWork | null> {
  const kept = await keptWork(windowId);
  if (kept?.clipId === clipId) return kept;
  const draft = await unsavedDrafts.get(clipId);
  const edits = DraftEdits.safeParse(draft?.edits).data;
  return edits === undefined ? null : { clipId, edits, isEdited: true, saved: null, unsaved: null };
}

/** The clips that some window has before it. */
export async function clipsAtWork(): Promise<Set<string>> {
  const all = await browser.storage.session.get(null);
  const works = Object.entries(all).filter(([name]) => name.startsWith('work:'));
  return new Set(works.flatMap(([, work]) => KeptWork.safeParse(work).data?.clipId ?? []));
}
