import { PaneMessage, type ExtensionMessage } from '../../core/handoff/bridge-message.ts';

/** What the background does for the bridge. */
export interface BridgeBackground {
  hello(): Promise<{ extensionVersion: string; waiting: number }>;
  askQueue(): Promise<{ envelope: unknown }>;
  acknowledge(ids: string[]): Promise<{ ids: string[] }>;
}

type WithoutBase<T> = T extends unknown ? Omit<T, 'app' | 'version' | 'nonce'> : never;

/**
 * The extension's side of the talk with the task pane. Only messages of this very window on its own origin are heard; only
 * the pane that said hello is answered, with its own nonce, and never another origin.
 */
export function startBridge(view: Window, background: BridgeBackground): { hasPane(): boolean } {
  let nonce: string | null = null;

  const say = (to: string, message: WithoutBase<ExtensionMessage>) =>
    view.postMessage({ app: 'redress', version: 1, nonce: to, ...message }, view.location.origin);

  const answer = async (message: PaneMessage) => {
    if (message.kind === 'hello') {
      nonce = message.nonce;
      say(message.nonce, { kind: 'welcome', ...(await background.hello()) });
      return;
    }
    if (message.nonce !== nonce) return;
    const { requestId } = message;
    try {
      if (message.kind === 'askQueue') say(nonce, { kind: 'queue', requestId, ...(await background.askQueue()) });
      else say(nonce, { kind: 'acknowledged', requestId, ...(await background.acknowledge(message.ids)) });
    } catch (error) {
      // The pane must learn that nothing came; it keeps its own words for this code.
      const isGone = error instanceof Error && /context invalidated|Receiving end/i.test(error.message);
      say(message.nonce, { kind: 'failed', requestId, code: isGone ? 'extensionGone' : 'extensionFailed' });
    }
  };

  view.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== view || event.origin !== view.location.origin) return;
    const message = PaneMessage.safeParse(event.data);
    if (message.success) void answer(message.data);
  });

  return { hasPane: () => nonce !== null };
}
