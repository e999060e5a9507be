import { browser } from 'wxt/browser';
import { serve, type Handlers, type Sender } from './call.ts';
import type { Party } from './message.ts';

/** Registers the answers of one party. Must run synchronously when the script starts. */
export function listen<P extends Party>(party: P, handlers: Handlers<P>, addinBase: string): void {
  const answer = serve(party, handlers, (claimed, sender) => isFrom(claimed, sender, addinBase));
  browser.runtime.onMessage.addListener((raw: unknown, from, sendResponse) => {
    const reply = answer(raw, {
      id: from.id,
      url: from.url,
      tabId: from.tab?.id ?? null,
      frameId: from.frameId ?? null,
    });
    if (reply === null) return false;
    void reply.then(sendResponse);
    return true;
  });
}

/**
 * Frames of the add-in's own address speak as bridge, pages of the extension as panel; the background is what speaks from
 * no tab. A content script can claim neither of the last two: its address is the page's, and it has a tab.
 */
function isFrom(claimed: Party, sender: Sender, addinBase: string): boolean {
  if (sender.id !== browser.runtime.id) return false;
  if (claimed === 'bridge') return isInside(sender.url, addinBase);
  if (claimed === 'background') return sender.tabId === null;
  if (claimed === 'picker') return sender.tabId !== null;
  return sender.url?.startsWith(`${location.origin}/`) ?? false;
}

/** Same origin, and a path below the base. */
export function isInside(address: string | undefined, base: string): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const [given, wanted] = [new URL(address), new URL(base)];
  return given.origin === wanted.origin && given.pathname.startsWith(wanted.pathname);
}
