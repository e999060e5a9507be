import { browser } from 'wxt/browser';

const key = (clipId: string) => `form:${clipId}`;

/** What was typed into a form, as typed, for as long as the browser runs. */
export async function keepFormText(clipId: string, text: string): Promise<void> {
  await browser.storage.session.set({ [key(clipId)]: text });
}

export async function keptFormText(clipId: string): Promise<string> {
  const stored: Record<string, unknown> = await browser.storage.session.get(key(clipId));
  const text = stored[key(clipId)];
  return typeof text === 'string' ? text : '';
}
