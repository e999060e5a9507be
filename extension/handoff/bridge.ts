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
    if (message.kind === 'hello') nonce = message.nonce;
    if (message.nonce !== nonce) return;
    try {
      say(message.nonce, await ask(message, background));
    } catch (error) {
      // A hello that fails stays unanswered, so that the pane asks again; a request must learn that nothing came.
      if (message.kind === 'hello') return;
      const isGone = error instanceof Error && /context invalidated|Receiving end/i.test(error.message);
      const code = isGone ? 'extensionGone' : 'extensionFailed';
      say(message.nonce, { kind: 'failed', requestId: message.requestId, code });
    }
  };

  view.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.source !== view || event.origin !== view.location.origin) return;
    const message = PaneMessage.safeParse(event.data);
    if (message.success) void answer(message.data);
  });

  return { hasPane: () => nonce !== null };
}

async function ask(message: PaneMessage, background: BridgeBackground): Promise<WithoutBase<ExtensionMessage>> {
  switch (message.kind) {
    case 'hello':
      return { kind: 'welcome', ...(await background.hello()) };
    case 'askQueue':
      return { kind: 'queue', requestId: message.requestId, ...(await background.askQueue()) };
    case 'acknowledge':
      return { kind: 'acknowledged', requestId: message.requestId, ...(await background.acknowledge(message.ids)) };
  }
}
