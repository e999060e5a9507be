import type { FileDatabase, UnsavedDraft } from './file-database.ts';

/** Drafts that were edited and not saved. They outlive the panel, the window and the browser. */
export interface UnsavedDrafts {
  keep(draft: Omit<UnsavedDraft, 'changedAt'>): Promise<void>;
  /** It was saved, or the user gave it up. */
  drop(clipId: string): Promise<void>;
  get(clipId: string): Promise<UnsavedDraft | null>;
  /** The last changed first. */
  list(): Promise<UnsavedDraft[]>;
}

export function createUnsavedDrafts({ unsaved }: FileDatabase, now: () => string): UnsavedDrafts {
  return {
    async keep(draft) {
      await unsaved.put({ ...draft, changedAt: now() });
    },
    async drop(clipId) {
      await unsaved.delete(clipId);
    },
    get: async (clipId) => (await unsaved.get(clipId)) ?? null,
    list: () => unsaved.orderBy('changedAt').reverse().toArray(),
  };
}
