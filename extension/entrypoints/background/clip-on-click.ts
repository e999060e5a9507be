import { ulid } from 'ulid';
import { browser } from 'wxt/browser';
import { announce } from '../../messages/call.ts';
import type { CurrentClip } from '../../messages/current-clip.ts';
import { builtInRecipes } from '../../page/built-in-recipes.ts';
import { cleanAddress } from '../../page/clean-address.ts';
import { readSettings, zoneOf } from '../../settings.ts';
import { taughtRecipes } from '../../teach/taught-store.ts';
import { clipPage } from './clip-page.ts';
import { keepClip } from './current-clips.ts';
import { isWriting } from './insert-reply-in.ts';
import { openPanel } from './open-panel.ts';

/** A page on which a reply is written, and no message is shown, has no complaint to clip. */
const REPLY_RECIPES = builtInRecipes().filter(({ replyBox }) => replyBox !== undefined);

interface ClickedTab {
  id?: number | undefined;
  windowId?: number | undefined;
  url?: string | undefined;
}

/**
 * What a click does: the panel opens at once, then the page is read, and the panel is told. `markedText` is given when the
 * user asked for what is marked.
 */
export function createClipOnClick(now: () => string): (tab: ClickedTab, markedText?: string) => void {
  return (tab, markedText) => {
    const { id, windowId } = tab;
    if (id === undefined || windowId === undefined) return;
    void openPanel(id);
    void clip({ id, windowId, url: tab.url }, markedText, now());
  };
}

/** Reads a tab anew for the panel that stands beside it already. A tab that was closed meanwhile is passed over. */
export function createClipAgain(now: () => string): (tabId: number) => Promise<void> {
  return async (tabId) => {
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab?.windowId !== undefined) await clip({ id: tabId, windowId: tab.windowId, url: tab.url }, undefined, now());
  };
}

async function clip(
  tab: { id: number; windowId: number; url: string | undefined },
  markedText: string | undefined,
  capturedAt: string,
): Promise<void> {
  const clipId = ulid();
  await tell(tab.windowId, { state: 'reading', clipId });
  const zone = zoneOf(await readSettings());
  const read = await clipPage(
    tab.id,
    { recipes: [...(await taughtRecipes()), ...builtInRecipes()], prefersSelection: markedText !== undefined },
    { capturedAt, zone },
    markedText,
  );
  const isReply = read.ok && read.value.readBy.way === 'page' && (await isWriting(tab.id, REPLY_RECIPES));
  const address = tab.url === undefined ? null : cleanAddress(tab.url);
  await tell(
    tab.windowId,
    read.ok && !isReply
      ? { state: 'read', clipId, capture: read.value, tabId: tab.id }
      : { state: 'refused', clipId, code: read.ok ? 'replyPage' : read.code, address },
  );
}

async function tell(windowId: number, clip: CurrentClip): Promise<void> {
  try {
    await keepClip(windowId, clip);
  } catch (error) {
    // The browser's session storage holds 10 MB; a page beyond that is told, not lost in silence.
    if (clip.state !== 'read') throw error;
    await keepClip(windowId, {
      state: 'refused',
      clipId: clip.clipId,
      code: 'pageTooLarge',
      address: clip.capture.url,
    });
  }
  await announce('clipChanged', { windowId });
}
