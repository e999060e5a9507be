import { ExtensionMessage, type PaneMessage } from '../../core/handoff/bridge-message.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';

/** What is known of the browser extension on the other side. On the desktop there is none and never will be. */
export type BridgeState =
  { kind: 'looking' } | { kind: 'absent' } | { kind: 'connected'; version: string; waiting: number };

export type BridgeTrouble = 'bridgeAbsent' | 'bridgeSilent' | 'bridgeFailed';

/** The window that pane and content script share, as far as the bridge needs it. */
export type BridgeWindow = Pick<Window, 'postMessage' | 'addEventListener' | 'removeEventListener'> & {
  location: Pick<Location, 'origin'>;
};

export interface BridgeParts {
  window: BridgeWindow;
  /** A fresh random text of at least 16 characters. */
  nonce: string;
  newRequestId: () => string;
  /** Runs `act` after a while; answers how to call it off. */
  after: (milliseconds: number, act: () => void) => () => void;
  onState: (state: BridgeState) => void;
}

export interface PaneBridge {
  /** Asks again whether the extension is there and how many complaints wait. */
  greet: () => void;
  askQueue: () => Promise<Outcome<unknown, BridgeTrouble>>;
  /** Tells the extension that these complaints stand in the register; answers which it has marked so. */
  acknowledge: (ids: string[]) => Promise<Outcome<string[], BridgeTrouble>>;
  stop: () => void;
}

/** Pauses between greetings: the extension's worker may have to start first. After the last one it counts as absent. */
const GREETINGS = [0, 200, 400, 800, 1_600, 3_000];
const LAST_PAUSE = 2_000;
const PATIENCE = 15_000;

type Answer = Extract<ExtensionMessage, { requestId: string }>;

/**
 * The pane's side of the bridge. Both sides stand in one window on the add-in's own origin; only messages of that window and
 * origin, with our nonce and of the agreed shape, are heard. Everything else is somebody else's and is left alone.
 */
export function openPaneBridge({ window, nonce, newRequestId, after, onState }: BridgeParts): PaneBridge {
  const { origin } = window.location;
  const waiting = new Map<string, (answer: Answer | null) => void>();
  let state: BridgeState = { kind: 'looking' };
  let callOff: () => void = () => undefined;

  const setState = (next: BridgeState) => {
    state = next;
    onState(next);
  };
  const send = (message: PaneMessage) => window.postMessage(message, origin);
  const base = { app: 'redress', version: 1, nonce } as const;

  const hear = (event: MessageEvent) => {
    if (event.source !== window || event.origin !== origin) return;
    const parsed = ExtensionMessage.safeParse(event.data);
    if (!parsed.success || parsed.data.nonce !== nonce) return;
    const message = parsed.data;
    if (message.kind === 'welcome') {
      callOff();
      setState({ kind: 'connected', version: message.extensionVersion, waiting: message.waiting });
    } else waiting.get(message.requestId)?.(message);
  };

  const greetFrom = (step: number) => {
    const pause = GREETINGS[step];
    if (pause === undefined) {
      callOff = after(LAST_PAUSE, () => setState({ kind: 'absent' }));
      return;
    }
    callOff = after(pause, () => {
      send({ ...base, kind: 'hello' });
      greetFrom(step + 1);
    });
  };

  const ask = (make: (requestId: string) => PaneMessage): Promise<Answer | null> =>
    new Promise((resolve) => {
      const requestId = newRequestId();
      const giveUp = after(PATIENCE, () => settle(null));
      const settle = (answer: Answer | null) => {
        giveUp();
        waiting.delete(requestId);
        resolve(answer);
      };
      waiting.set(requestId, settle);
      send(make(requestId));
    });

  const request = async <T>(
    make: (requestId: string) => PaneMessage,
    read: (answer: Answer) => T | null,
  ): Promise<Outcome<T, BridgeTrouble>> => {
    if (state.kind !== 'connected') return refuse('bridgeAbsent');
    const answer = await ask(make);
    if (answer === null) {
      setState({ kind: 'absent' });
      return refuse('bridgeSilent');
    }
    if (answer.kind === 'failed') return refuse('bridgeFailed', { reason: answer.code });
    const value = read(answer);
    return value === null ? refuse('bridgeFailed', { reason: answer.kind }) : done(value);
  };

  window.addEventListener('message', hear);
  return {
    greet: () => {
      callOff();
      greetFrom(0);
    },
    askQueue: async () => {
      const found = await request(
        (requestId) => ({ ...base, kind: 'askQueue', requestId }),
        (answer) => (answer.kind === 'queue' ? { envelope: answer.envelope } : null),
      );
      return found.ok ? done(found.value.envelope) : found;
    },
    acknowledge: (ids) =>
      request(
        (requestId) => ({ ...base, kind: 'acknowledge', requestId, ids }),
        (answer) => (answer.kind === 'acknowledged' ? answer.ids : null),
      ),
    stop: () => {
      callOff();
      window.removeEventListener('message', hear);
    },
  };
}
