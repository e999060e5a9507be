import { browser } from 'wxt/browser';
import * as z from 'zod';
import { call, toFrame } from '../../messages/call.ts';

const Bridge = z.strictObject({ tabId: z.int(), frameId: z.int() });
const Bridges = z.array(Bridge).max(200);
const KEY = 'bridges';

async function knownBridges() {
  const stored = await browser.storage.session.get(KEY);
  return Bridges.safeParse(stored[KEY]).data ?? [];
}

/** Remembers the frame from which a task pane said hello. */
export async function rememberBridge(tabId: number, frameId: number): Promise<void> {
  const others = (await knownBridges()).filter((bridge) => bridge.tabId !== tabId || bridge.frameId !== frameId);
  await browser.storage.session.set({ [KEY]: [{ tabId, frameId }, ...others].slice(0, 200) });
}

/** Asks every remembered frame; those that are gone are forgotten. */
export async function isPaneConnected(): Promise<boolean> {
  const bridges = await knownBridges();
  const answers = await Promise.allSettled(
    bridges.map(({ tabId, frameId }) => call('isPaneThere', {}, toFrame(tabId, frameId))),
  );
  const alive = bridges.filter((_, index) => {
    const answer = answers[index];
    return answer?.status === 'fulfilled' && answer.value.isThere;
  });
  if (alive.length !== bridges.length) await browser.storage.session.set({ [KEY]: alive });
  return alive.length > 0;
}
