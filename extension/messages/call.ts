import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { Messages, Party } from './message.ts';
import { PROTOCOL, type MessageName, type MessagesTo, type Reply, type Request } from './protocol.ts';

const Wire = z.strictObject({ app: z.literal('redress'), name: z.string(), request: z.unknown() });
const WireReply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), reply: z.unknown() }),
  z.strictObject({ ok: z.literal(false), fault: z.string() }),
]);

export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tabId: number | null;
  frameId: number | null;
}

/** What a party must be able to answer: everything that is sent to it. A missing handler does not compile. */
export type Handlers<P extends Party> = {
  [N in MessagesTo<P>]: (request: Request<N>, sender: Sender) => Promise<Reply<N>> | Reply<N>;
};

/** The same for the messages of one area. */
export type HandlersOf<M extends Messages, P extends Party> = {
  [N in keyof M as M[N]['to'] extends P ? N : never]: (
    request: z.infer<M[N]['request']>,
    sender: Sender,
  ) => Promise<z.infer<M[N]['reply']>> | z.infer<M[N]['reply']>;
};

type Send = (wire: unknown) => Promise<unknown>;
const toExtension: Send = (wire) => browser.runtime.sendMessage(wire);

/** Sends a message and gives back its checked reply. Throws when nobody answers or the other side failed. */
export async function call<N extends MessageName>(
  name: N,
  request: Request<N>,
  send: Send = toExtension,
): Promise<Reply<N>> {
  const raw = await send({ app: 'redress', name, request: PROTOCOL[name].request.parse(request) });
  const answer = WireReply.safeParse(raw);
  if (!answer.success) throw new Error(`No answer to ${name}`);
  if (!answer.data.ok) throw new Error(`${name} failed: ${answer.data.fault}`);
  return PROTOCOL[name].reply.parse(answer.data.reply) as Reply<N>;
}

/** The way to one frame of one tab, where a bridge may listen. */
export function toFrame(tabId: number, frameId: number): Send {
  return (wire) => browser.tabs.sendMessage(tabId, wire, { frameId });
}

/** Tells whoever listens; false when nobody does, which is no trouble. */
export async function announce<N extends MessageName>(name: N, request: Request<N>): Promise<boolean> {
  return call(name, request).then(
    () => true,
    () => false,
  );
}

/**
 * Answers all messages to one party. A message from a sender who may not send it, or that does not fit its schema, is
 * refused; what is not meant for this party is left to others.
 */
export function serve<P extends Party>(
  party: P,
  handlers: Handlers<P>,
  isFrom: (claimed: Party, sender: Sender) => boolean,
): (raw: unknown, sender: Sender) => Promise<unknown> | null {
  return (raw, sender) => {
    const wire = Wire.safeParse(raw);
    if (!wire.success || !isMessageName(wire.data.name)) return null;
    const { name, request } = wire.data as { name: MessageName; request: unknown };
    const message = PROTOCOL[name];
    if (message.to !== party) return null;
    if (!isFrom(message.from, sender)) return Promise.resolve({ ok: false, fault: 'sender not allowed' });
    const checked = message.request.safeParse(request);
    if (!checked.success) return Promise.resolve({ ok: false, fault: 'request does not fit' });
    // The table above proves that a handler of this name takes this request; the compiler cannot follow a name it does not know.
    const handle = (handlers as Record<string, (request: unknown, sender: Sender) => unknown>)[name];
    return Promise.resolve()
      .then(() => handle?.(checked.data, sender))
      .then((reply) => ({ ok: true, reply: message.reply.parse(reply) }))
      .catch((error: unknown) => ({ ok: false, fault: error instanceof Error ? error.message : String(error) }));
  };
}

const isMessageName = (name: string): name is MessageName => Object.hasOwn(PROTOCOL, name);
