import { describe, expect, it } from 'vitest';
import type { ExtensionMessage } from '../../core/handoff/bridge-message.ts';
import { openPaneBridge, type BridgeState, type BridgeWindow } from '../../excel-addin/bridge/pane-bridge.ts';

const ORIGIN = 'https://addin.example';
const NONCE = 'nonce-0123456789abcdef';
const ID = '01JBQZ5K8M0000000000000001';

/** A window as far as the bridge sees it, a clock that only the test moves, and an extension that answers by a script. */
function stage(answers: (message: Record<string, unknown>) => unknown[] = () => []) {
  const listeners = new Set<(event: MessageEvent) => void>();
  const timers: { at: number; act: () => void }[] = [];
  const sent: Record<string, unknown>[] = [];
  const states: BridgeState[] = [];
  let now = 0;
  let requests = 0;
  const hear = (data: unknown, from: { source?: unknown; origin?: string } = {}) => {
    const event = { data, source: window, origin: ORIGIN, ...from } as unknown as MessageEvent;
    for (const listener of listeners) listener(event);
  };
  const window = {
    location: { origin: ORIGIN },
    addEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: MessageEvent) => void) => listeners.delete(listener),
    postMessage: (message: Record<string, unknown>, origin: string) => {
      expect(origin).toBe(ORIGIN);
      sent.push(message);
      hear(message);
      for (const answer of answers(message)) hear(answer);
    },
  } as unknown as BridgeWindow;
  const bridge = openPaneBridge({
    window,
    nonce: NONCE,
    newRequestId: () => `request-${++requests}`,
    after: (milliseconds, act) => {
      const timer = { at: now + milliseconds, act };
      timers.push(timer);
      return () => {
        timers.splice(timers.indexOf(timer) >>> 0, 1);
      };
    },
    onState: (state) => states.push(state),
  });
  const pass = (milliseconds: number) => {
    const end = now + milliseconds;
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      now = next.at;
      timers.splice(timers.indexOf(next), 1);
      next.act();
    }
    now = end;
  };
  return { bridge, sent, states, hear, pass, listeners };
}

const base = { app: 'redress', version: 1, nonce: NONCE } as const;
const welcome: ExtensionMessage = { ...base, kind: 'welcome', extensionVersion: '0.1.0', waiting: 3 };

describe('the pane’s side of the bridge', () => {
  it('is connected when the extension welcomes it, and says how many complaints wait', () => {
    const { bridge, states, pass } = stage(({ kind }) => (kind === 'hello' ? [welcome] : []));
    bridge.greet();
    pass(10);
    expect(states.at(-1)).toEqual({ kind: 'connected', version: '0.1.0', waiting: 3 });
  });

  it('greets again while the extension starts, and counts it as absent in the end', () => {
    const { bridge, sent, states, pass } = stage();
    bridge.greet();
    pass(1_000);
    expect(states).toEqual([]);
    pass(30_000);
    expect(sent.length).toBeGreaterThan(3);
    expect(new Set(sent.map(({ nonce }) => nonce))).toEqual(new Set([NONCE]));
    expect(states).toEqual([{ kind: 'absent' }]);
  });

  it('hears a welcome that comes late', () => {
    const { bridge, states, hear, pass } = stage();
    bridge.greet();
    pass(60_000);
    hear(welcome);
    expect(states.at(-1)).toMatchObject({ kind: 'connected' });
  });

  it.each([
    ['another origin', welcome, { origin: 'https://evil.example' }],
    ['another window', welcome, { source: {} }],
    ['another nonce', { ...welcome, nonce: 'nonce-of-somebody-else' }, {}],
    ['a number that is none', { ...welcome, waiting: -1 }, {}],
    ['more than was agreed', { ...welcome, html: '<img>' }, {}],
    ['another version', { ...welcome, version: 2 }, {}],
    ['no message at all', 'welcome', {}],
  ])('leaves alone what comes from or with %s', (_, message, from) => {
    const { states, hear } = stage();
    hear(message, from);
    expect(states).toEqual([]);
  });

  it('fetches the queue and hands it on unread', async () => {
    const envelope = { anything: ['goes', 1] };
    const { bridge, pass } = stage(({ kind, requestId }) =>
      kind === 'hello' ? [welcome] : [{ ...base, kind: 'queue', requestId, envelope }],
    );
    bridge.greet();
    pass(10);
    expect(await bridge.askQueue()).toEqual({ ok: true, value: envelope });
  });

  it('acknowledges by identity and answers what the extension marked', async () => {
    const { bridge, sent, pass } = stage(({ kind, requestId, ids }) =>
      kind === 'hello' ? [welcome] : [{ ...base, kind: 'acknowledged', requestId, ids }],
    );
    bridge.greet();
    pass(10);
    expect(await bridge.acknowledge([ID])).toEqual({ ok: true, value: [ID] });
    expect(sent.at(-1)).toMatchObject({ kind: 'acknowledge', ids: [ID], nonce: NONCE });
  });

  it('takes an answer only for the request it belongs to', async () => {
    const { bridge, hear, pass } = stage(({ kind }) => (kind === 'hello' ? [welcome] : []));
    bridge.greet();
    pass(10);
    const asked = bridge.askQueue();
    hear({ ...base, kind: 'queue', requestId: 'request-99', envelope: 'wrong' });
    hear({ ...base, kind: 'queue', requestId: 'request-1', envelope: 'right' });
    expect(await asked).toEqual({ ok: true, value: 'right' });
  });

  it('refuses before it is connected, when the extension fails, and when it falls silent', async () => {
    const quiet = stage();
    expect(await quiet.bridge.askQueue()).toMatchObject({ ok: false, code: 'bridgeAbsent' });

    const failing = stage(({ kind, requestId }) =>
      kind === 'hello' ? [welcome] : [{ ...base, kind: 'failed', requestId, code: 'queueUnreadable' }],
    );
    failing.bridge.greet();
    failing.pass(10);
    expect(await failing.bridge.askQueue()).toEqual({
      ok: false,
      code: 'bridgeFailed',
      detail: { reason: 'queueUnreadable' },
    });

    const silent = stage(({ kind }) => (kind === 'hello' ? [welcome] : []));
    silent.bridge.greet();
    silent.pass(10);
    const asked = silent.bridge.askQueue();
    silent.pass(20_000);
    expect(await asked).toMatchObject({ ok: false, code: 'bridgeSilent' });
    expect(silent.states.at(-1)).toEqual({ kind: 'absent' });
  });

  it('stops hearing when it is stopped', () => {
    const { bridge, hear, states, listeners } = stage();
    bridge.stop();
    expect(listeners.size).toBe(0);
    hear(welcome);
    expect(states).toEqual([]);
  });
});
