import { call } from '../../messages/call.ts';
import type { ReplyOutcome } from '../../ui/reply/say-outcome.ts';

export interface ReplyWays {
  onInsert: ((text: string) => Promise<ReplyOutcome>) | null;
  onCopy: (text: string) => Promise<ReplyOutcome>;
}

/** The ways a reply goes to the customer's mail; `onTaken` hears of each that went. */
export function replyWays(
  tabId: number | null,
  onTaken: (text: string, way: 'copied' | 'inserted') => void,
): ReplyWays {
  return {
    onCopy: async (text) => {
      const isCopied = await copyText(text);
      if (isCopied) onTaken(text, 'copied');
      return isCopied ? 'copied' : 'copyFailed';
    },
    onInsert:
      tabId === null
        ? null
        : async (text) => {
            const { outcome } = await call('insertReply', { tabId, text });
            if (outcome === 'inserted') onTaken(text, 'inserted');
            return outcome;
          },
  };
}

async function copyText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
