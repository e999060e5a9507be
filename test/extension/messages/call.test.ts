import { describe, expect, it, vi } from 'vitest';
import { call, serve, type Handlers, type Sender } from '../../../extension/messages/call.ts';
import { isInside } from '../../../extension/messages/listen.ts';
import type { Party } from '../../../extension/messages/message.ts';
import { PROTOCOL } from '../../../extension/messages/protocol.ts';

const sender: Sender = { id: 'x', url: 'chrome-extension://x/sidepanel.html', tabId: null, frameId: null };

/** A few of all: the others need no answer here. */
const handlers = {
  readClip: () => ({ clip: null }),
  findTwins: () => ({ twins: [] }),
  saveComplaint: () => ({ ok: false, code: 'storageFull', detail: {} }),
  countQueue: () => ({ waiting: 2, overdue: 1 }),
  handOver: () => {
    throw new Error('broken');
  },
  askPane: () => ({ isConnected: true }),
  bridgeHello: () => ({ extensionVersion: '0.1.0', waiting: 2 }),
  bridgeAskQueue: () => ({ envelope: { not: 'an envelope' } as never }),
  bridgeAcknowledge: ({ ids }) => ({ ids }),
} satisfies Partial<Handlers<'background'>>;

const answering = (isFrom: (claimed: Party) => boolean = () => true) =>
  serve('background', handlers as unknown as Handlers<'background'>, isFrom);
const through =
  (answer = answering()) =>
  (wire: unknown) =>
    answer(wire, sender) ?? Promise.resolve(undefined);

describe('a message', () => {
  it('goes out, is answered, and comes back checked', async () => {
    expect(await call('bridgeHello', {}, through())).toEqual({ extensionVersion: '0.1.0', waiting: 2 });
    expect(await call('readClip', { windowId: 7 }, through())).toEqual({ clip: null });
  });

  it('brings an expected refusal as a value', async () => {
    const reply = await answering()({ app: 'redress', name: 'saveComplaint', request: {} }, sender);
    expect(reply).toEqual({ ok: false, fault: 'request does not fit' });
  });

  it('throws where nobody answers, where the other side failed, and where the reply does not fit', async () => {
    await expect(call('askPane', {}, () => Promise.resolve(undefined))).rejects.toThrow('No answer to askPane');
    await expect(call('handOver', {}, through())).rejects.toThrow('broken');
    await expect(call('bridgeAskQueue', {}, through())).rejects.toThrow();
  });

  it.each([
    ['no object', 'hello'],
    ['another app', { app: 'other', name: 'countQueue', request: {} }],
    ['an unknown name', { app: 'redress', name: 'deleteAll', request: {} }],
    ['a name of the prototype', { app: 'redress', name: 'constructor', request: {} }],
    ['something for another party', { app: 'redress', name: 'queueChanged', request: {} }],
    ['more than it should', { app: 'redress', name: 'countQueue', request: {}, extra: 1 }],
  ])('is left to others when it is %s', (_, raw) => {
    expect(answering()(raw, sender)).toBeNull();
  });

  it('is refused when its sender may not send it, before anything is read', async () => {
    const listed = vi.spyOn(handlers, 'countQueue');
    const answer = answering((claimed) => claimed === 'bridge');
    expect(await answer({ app: 'redress', name: 'countQueue', request: {} }, sender)).toEqual({
      ok: false,
      fault: 'sender not allowed',
    });
    expect(listed).not.toHaveBeenCalled();
  });

  it('is refused when its request has a wrong shape', async () => {
    const answer = await answering()(
      { app: 'redress', name: 'bridgeAcknowledge', request: { ids: ['<script>'] } },
      sender,
    );
    expect(answer).toEqual({ ok: false, fault: 'request does not fit' });
  });
});

describe('the protocol', () => {
  it('gives the bridge nothing but its three messages', () => {
    const fromBridge = Object.entries(PROTOCOL).filter(([, { from }]) => from === 'bridge');
    expect(fromBridge.map(([name]) => name).sort()).toEqual(['bridgeAcknowledge', 'bridgeAskQueue', 'bridgeHello']);
  });
});

describe('the address of the add-in', () => {
  const base = 'https://complaints.example.com/redress/';
  it.each([
    ['https://complaints.example.com/redress/taskpane.html?x=1', true],
    ['https://complaints.example.com/other/taskpane.html', false],
    ['https://complaints.example.com/redress/../other/', false],
    ['https://complaints.example.com:8443/redress/', false],
    ['http://complaints.example.com/redress/', false],
    ['https://complaints.example.com.evil.example/redress/', false],
    ['https://evil.example/https://complaints.example.com/redress/', false],
    ['not an address', false],
    [undefined, false],
  ])('%s → %s', (address, expected) => {
    expect(isInside(address, base)).toBe(expected);
  });
});
