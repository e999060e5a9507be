import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { UnsavedEntry } from '../../ui/queue/unsaved-entry.ts';

const key = (id: string) => `entry:${id}`;

/** What was typed over an entry, for as long as the browser runs: leaving the entry, or closing the panel, loses nothing. */
export async function keepEntry(id: string, unsaved: UnsavedEntry | null): Promise<void> {
  if (unsaved === null) await browser.storage.session.remove(key(id));
  else await browser.storage.session.set({ [key(id)]: unsaved });
}

/** What was kept of an entry when it was opened; undefined while it is being read. */
export function useKeptEntry(id: string): UnsavedEntry | null | undefined {
  const [kept, setKept] = useState<{ id: string; unsaved: UnsavedEntry | null } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void browser.storage.session.get(key(id)).then((stored) => {
      if (isWanted) setKept({ id, unsaved: UnsavedEntry.safeParse(stored[key(id)]).data ?? null });
    });
    return () => {
      isWanted = false;
    };
  }, [id]);
  return kept?.id === id ? kept.unsaved : undefined;
}
