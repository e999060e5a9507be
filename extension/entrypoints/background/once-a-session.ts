import { browser } from 'wxt/browser';

const KEY = 'begun';

/** Runs at the first start of the background since the browser, or the extension, was started; not whenever it wakes up. */
export async function onceASession(work: () => Promise<void>): Promise<void> {
  const stored = await browser.storage.session.get(KEY);
  if (stored[KEY] === true) return;
  await browser.storage.session.set({ [KEY]: true });
  await work();
}
