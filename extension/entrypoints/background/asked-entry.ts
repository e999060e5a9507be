import { browser } from 'wxt/browser';
import { ComplaintId } from '../../../core/complaint/complaint-id.ts';

const KEY = 'askedEntry';

/** Remembers which entry a click on a notification asked for, until a panel takes it. */
export async function askForEntry(id: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: id });
}

export async function takeAskedEntry(): Promise<string | null> {
  const stored = await browser.storage.session.get(KEY);
  await browser.storage.session.remove(KEY);
  return ComplaintId.safeParse(stored[KEY]).data ?? null;
}
