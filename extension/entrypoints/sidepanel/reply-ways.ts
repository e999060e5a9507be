import { browser } from 'wxt/browser';
import { call } from '../../messages/call.ts';
import type { ReplyOutcome } from '../../ui/reply/say-outcome.ts';

export interface ReplyWays {
  onInsert: ((text: string) => Promise<ReplyOutcome>) | null;
  onCopy: (text: string) => Promise<ReplyOutcome>;
}

/** The tab whose reply box is meant; `inFront`: whichever the user has before them then. Null where there is none. */
export type ReplyTab = number | 'inFront' | null;

/** The ways a reply goes to the customer's mail; `onTaken` hears of each that went. */
export function replyWays(tab: ReplyTab, onTaken: (text: string, way: 'copied' | 'inserted') => void): ReplyWays {
  return {
    onCopy: async (text) => {
      const isCopied = await copyText(text);
      if (isCopied) onTaken(text, 'copied');
      return isCopied ? 'copied' : 'copyFailed';
    },
    onInsert:
      tab === null
        ? null
        : async (text) => {
            const tabId = tab === 'inFront' ? await tabInFront() : tab;
            if (tabId === null) return 'gone';
            const { outcome } = await call('insertReply', { tabId, text });
            if (outcome === 'inserted') onTaken(text, 'inserted');
            return outcome;
          },
  };
}

async function tabInFront(): Promise<number | null> {
  const [front] = await browser.tabs.query({ active: true, currentWindow: true });
  return front?.id ?? null;
}

async function copyText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
