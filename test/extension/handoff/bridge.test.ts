import { describe, expect, it } from 'vitest';
import type { ExtensionMessage } from '../../../core/handoff/bridge-message.ts';
import { startBridge, type BridgeBackground } from '../../../extension/handoff/bridge.ts';

const ORIGIN = 'https://complaints.example.com';
const NONCE = 'a-nonce-of-enough-length';
const ID = '01JD0000000000000000000001';

/** A window with only what the bridge uses of one: messages come in by events, and what is posted is kept. */
function aWindow() {
  const target = new EventTarget();
  const said: { message: ExtensionMessage; origin: string }[] = [];
  const view = Object.assign(target, {
    location: { origin: ORIGIN },
    postMessage: (message: ExtensionMessage, origin: string) => said.push({ message, origin }),
  }) as unknown as Window;
  const hear = async (
    data: unknown,
    { source = view, origin = ORIGIN }: { source?: unknown; origin?: string } = {},
  ) => {
    const event = Object.assign(new Event('message'), { data, source, origin });
    target.dispatchEvent(event);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { view, hear, said };
}

function aBackground(change: Partial<BridgeBackground> = {}) {
  const calls: string[] = [];
  const background: BridgeBackground = {
    hello: () => Promise.resolve({ extensionVersion: '0.1.0', waiting: 1 }),
    askQueue: () => {
      calls.push('askQueue');
      return Promise.resolve({ envelope: { format: 'redress.handoff' } });
    },
    acknowledge: (ids) => {
      calls.push(`acknowledge ${ids.join()}`);
      return Promise.resolve({ ids });
    },
    ...change,
  };
  return { background, calls };
}

const base = { app: 'redress', version: 1, nonce: NONCE };
const hello = { ...base, kind: 'hello' };
const askQueue = { ...base, kind: 'askQueue', requestId: 'r1' };

describe('the bridge', () => {
  it('welcomes the pane, gives it the queue and passes its acknowledgement, always with its nonce and to its origin', async () => {
    const { view, hear, said } = aWindow();
    const { background, calls } = aBackground();
    const bridge = startBridge(view, background);
    expect(bridge.hasPane()).toBe(false);
    await hear(hello);
    await hear(askQueue);
    await hear({ ...base, kind: 'acknowledge', requestId: 'r2', ids: [ID] });
    expect(bridge.hasPane()).toBe(true);
    expect(said.map(({ message }) => message)).toEqual([
      { ...base, kind: 'welcome', extensionVersion: '0.1.0', waiting: 1 },
      { ...base, kind: 'queue', requestId: 'r1', envelope: { format: 'redress.handoff' } },
      { ...base, kind: 'acknowledged', requestId: 'r2', ids: [ID] },
    ]);
    expect(new Set(said.map(({ origin }) => origin))).toEqual(new Set([ORIGIN]));
    expect(calls).toEqual(['askQueue', `acknowledge ${ID}`]);
  });

  it.each([
    ['from another origin', hello, { origin: 'https://evil.example' }],
    ['from the opaque origin of a sandbox', hello, { origin: 'null' }],
    ['from another window of the same origin', hello, { source: {} }],
    ['without a source', hello, { source: null }],
    ['of another app', { ...hello, app: 'other' }, {}],
    ['of another version', { ...hello, version: 2 }, {}],
    ['with a nonce that is too short', { ...hello, nonce: '1' }, {}],
    ['with more than it should hold', { ...hello, ids: [ID] }, {}],
    ['that is no object', 'hello', {}],
    ['that asks before saying hello', askQueue, {}],
  ])('is deaf to a message %s', async (_, data, way) => {
    const { view, hear, said } = aWindow();
    const { background, calls } = aBackground();
    startBridge(view, background);
    await hear(data, way);
    expect(said).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('is deaf to a request with another nonce than the last hello', async () => {
    const { view, hear, said } = aWindow();
    const { background, calls } = aBackground();
    startBridge(view, background);
    await hear(hello);
    await hear({ ...askQueue, nonce: 'another-nonce-of-enough-length' });
    await hear({ ...base, nonce: 'another-nonce-of-enough-length', kind: 'acknowledge', requestId: 'r', ids: [ID] });
    expect(said).toHaveLength(1);
    expect(calls).toEqual([]);
  });

  it.each([
    ['not an id', ['=HYPERLINK("x")']],
    ['no list', ID],
    ['too many', Array.from({ length: 10_001 }, () => ID)],
  ])('passes no acknowledgement that is %s', async (_, ids) => {
    const { view, hear } = aWindow();
    const { background, calls } = aBackground();
    startBridge(view, background);
    await hear(hello);
    await hear({ ...base, kind: 'acknowledge', requestId: 'r', ids });
    expect(calls).toEqual([]);
  });

  it('tells the pane when the extension failed or is gone', async () => {
    const { view, hear, said } = aWindow();
    const { background } = aBackground({
      askQueue: () => Promise.reject(new Error('Extension context invalidated.')),
      acknowledge: () => Promise.reject(new Error('boom')),
    });
    startBridge(view, background);
    await hear(hello);
    await hear(askQueue);
    await hear({ ...base, kind: 'acknowledge', requestId: 'r2', ids: [ID] });
    expect(said.slice(1).map(({ message }) => message)).toEqual([
      { ...base, kind: 'failed', requestId: 'r1', code: 'extensionGone' },
      { ...base, kind: 'failed', requestId: 'r2', code: 'extensionFailed' },
    ]);
  });

  it('leaves a hello unanswered while the extension is not there', async () => {
    const { view, hear, said } = aWindow();
    const { background } = aBackground({ hello: () => Promise.reject(new Error('Receiving end does not exist.')) });
    startBridge(view, background);
    await hear(hello);
    expect(said).toEqual([]);
  });
});
