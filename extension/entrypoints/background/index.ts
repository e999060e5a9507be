import { ulid } from 'ulid';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { makeEnvelope } from '../../../core/handoff/make-envelope.ts';
import { announce } from '../../messages/call.ts';
import { listen } from '../../messages/listen.ts';
import { createQueue } from '../../queue/complaint-queue.ts';
import { openQueueDatabase } from '../../queue/queue-database.ts';
import { createClipOnClick } from './clip-on-click.ts';
import { currentClip, dropClip } from './current-clips.ts';
import { isPaneConnected, rememberBridge } from './known-bridges.ts';
import { createMenu, MENU_ID } from './menu.ts';
import { showWaiting } from './show-waiting.ts';
import { summaryOf } from './summary-of.ts';

/** The root of the background: wires the click, the queue and the messages, and decides nothing. */
export default defineBackground(() => {
  const now = () => new Date().toISOString();
  const queue = createQueue(openQueueDatabase(), now, () => ulid());
  const clip = createClipOnClick(now);

  const queueChanged = async () => {
    await showWaiting(await queue.countWaiting());
    await announce('queueChanged', {});
  };
  const handOver = async () => {
    const { entries } = await queue.list();
    const waiting = entries.filter(({ state }) => state !== 'registered').reverse();
    const envelope = makeEnvelope(waiting, now());
    await queue.markHandedOver(waiting.map(({ id }) => id));
    await queueChanged();
    return { envelope };
  };

  listen(
    'background',
    {
      readClip: async ({ windowId }) => ({ clip: await currentClip(windowId) }),
      findTwins: async ({ capture }) => ({ twins: (await queue.twinsOf(capture)).map(summaryOf) }),
      saveComplaint: async ({ complaint }) => {
        const saved = await queue.add(complaint);
        if (!saved.ok) return saved;
        await queueChanged();
        const { entry, waiting } = saved.value;
        const fieldCount = Object.keys(entry.values).length;
        return { ok: true, value: { id: entry.id, savedAt: entry.savedAt, fieldCount, waiting } };
      },
      listQueue: async () => {
        const { entries, unreadable } = await queue.list();
        return { entries: entries.map(summaryOf), unreadable };
      },
      handOver,
      askPane: async () => ({ isConnected: await isPaneConnected() }),
      bridgeHello: async (_, { tabId, frameId }) => {
        if (tabId !== null && frameId !== null) await rememberBridge(tabId, frameId);
        await announce('queueChanged', {});
        return { extensionVersion: browser.runtime.getManifest().version, waiting: await queue.countWaiting() };
      },
      bridgeAskQueue: handOver,
      bridgeAcknowledge: async ({ ids }) => {
        const known = await queue.acknowledge(ids);
        await queueChanged();
        return { ids: known };
      },
    },
    import.meta.env.REDRESS_ADDIN_BASE,
  );

  browser.action.onClicked.addListener((tab) => clip(tab, false));
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU_ID && tab !== undefined) clip(tab, true);
  });
  browser.runtime.onInstalled.addListener(() => createMenu());
  browser.runtime.onStartup.addListener(() => void queueChanged());
  browser.windows.onRemoved.addListener((windowId) => void dropClip(windowId));
  void queueChanged();
});
