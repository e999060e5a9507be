import { browser } from 'wxt/browser';
import { CurrentClip } from '../../messages/current-clip.ts';

const key = (windowId: number) => `clip:${windowId}`;

/** The last clip of each window, in the browser's memory: it outlives the service worker and ends with the browser. */
export async function keepClip(windowId: number, clip: CurrentClip): Promise<void> {
  await browser.storage.session.set({ [key(windowId)]: clip });
}

export async function currentClip(windowId: number): Promise<CurrentClip | null> {
  const stored = await browser.storage.session.get(key(windowId));
  return CurrentClip.safeParse(stored[key(windowId)]).data ?? null;
}

/** With the window goes the draft that the panel kept of it. */
export async function dropClip(windowId: number): Promise<void> {
  await browser.storage.session.remove([key(windowId), `work:${windowId}`]);
}
