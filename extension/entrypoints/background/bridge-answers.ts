import { browser } from 'wxt/browser';
import { announce, type HandlersOf } from '../../messages/call.ts';
import type { BRIDGE_MESSAGES } from '../../messages/bridge-messages.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import { isPaneConnected, rememberBridge } from './known-bridges.ts';
import { handOver, queueChanged } from './queue-answers.ts';

/** Answers to the bridges beside a task pane, and to the panel that asks whether there is one. */
export function bridgeAnswers(
  queue: ComplaintQueue,
  now: () => string,
): HandlersOf<typeof BRIDGE_MESSAGES, 'background'> {
  return {
    askPane: async () => ({ isConnected: await isPaneConnected() }),
    bridgeHello: async (_, { tabId, frameId }) => {
      if (tabId !== null && frameId !== null) await rememberBridge(tabId, frameId);
      await announce('queueChanged', {});
      return { extensionVersion: browser.runtime.getManifest().version, waiting: await queue.countWaiting() };
    },
    bridgeAskQueue: () => handOver(queue, now),
    bridgeAcknowledge: async ({ ids }) => {
      const known = await queue.acknowledge(ids);
      await queueChanged(queue);
      return { ids: known };
    },
  };
}
