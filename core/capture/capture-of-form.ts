import type { PageCapture } from './page-capture.ts';
import { readCaller, type Caller } from './read-caller.ts';
import { customerOf, readChat, type ChatMessage } from './read-chat.ts';

/** How a complaint reached the clerk that stands on no page: the word for it is the register's, in the user's language. */
export interface FormEntry {
  /** Such as 电话; `''` when the clerk chose none. */
  channel: string;
  /** The label of the channel, in the same language. */
  channelLabel: string;
  /** What the clerk typed, or pasted from a chat. */
  text: string;
  /** The moment at which the form was opened, as the user reads it. */
  openedText: string;
}

const LONGEST_TEXT = 400_000;

/**
 * A complaint by phone, chat, letter or at the counter as the capture that extraction reads: the words as the body, the
 * channel as a field. It counts as received at `capturedAt`, when the form was opened; of a pasted chat the customer's words
 * are the body, what others said is context, and the customer's first message says when it was. No identity: the same words
 * twice are found by their likeness.
 */
export function captureOfForm(entry: FormEntry, edge: { capturedAt: string; zone: string }): PageCapture {
  const { channel, channelLabel } = entry;
  const text = entry.text.trim();
  const chat = readChat(text);
  const caller = chat === null ? readCaller(text) : null;
  const said = chat === null ? { body: caller?.rest ?? text, customer: null, time: '', others: [] } : byCustomer(chat);
  return {
    schemaVersion: 1,
    ...edge,
    readBy: { way: 'form', recipe: null },
    url: null,
    title: firstLine(said.body) || channel,
    identity: null,
    from: said.customer === null ? null : { name: said.customer, address: null },
    to: [],
    sentAt: said.time === '' ? edge.capturedAt : null,
    sentAtText: said.time === '' ? entry.openedText : said.time,
    blocks: [
      ...fields([[channelLabel, channel], ...callerFields(caller)]),
      ...(said.body === '' ? [] : [{ role: 'body' as const, label: null, text: said.body.slice(0, LONGEST_TEXT) }]),
      ...said.others,
    ],
    attachments: [],
    notFound: text.length > LONGEST_TEXT ? ['rest'] : [],
  };
}

const fields = (pairs: readonly (readonly [string, string | null])[]) =>
  pairs.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ role: 'field' as const, label, text }]));

/** Who is complaining, by labels that extraction knows; they are of the capture and shown to nobody. */
function callerFields(caller: Caller | null): [string, string | null][] {
  if (caller === null) return [];
  return [
    ['客户名称', caller.company],
    ['联系人', caller.name],
    ['联系电话', caller.phone],
    ['来电时间', caller.time],
  ];
}

function byCustomer(chat: readonly ChatMessage[]) {
  const customer = customerOf(chat);
  const own = chat.filter(({ speaker }) => speaker === customer || speaker === '');
  const others = chat
    .filter((message) => !own.includes(message))
    .slice(0, 1_000)
    .map(({ speaker, time, text }) => ({ role: 'quoted' as const, label: `${speaker} · ${time}`, text }));
  const first = own.find(({ time }) => /\d[-/.年月]\d/.test(time))?.time ?? '';
  return { body: own.map(({ text }) => text).join('\n'), customer, time: first, others };
}

const firstLine = (text: string) => (text.split('\n')[0] ?? '').trim().slice(0, 120);

/** Whether a form's capture holds anything but the channel. */
export function holdsWords({ blocks }: PageCapture): boolean {
  return blocks.some(({ role, text }, at) => text !== '' && (role !== 'field' || at > 0));
}

/** The channel that a form's capture names; it stands first. */
export function formChannel({ blocks }: PageCapture): string {
  return blocks[0]?.role === 'field' ? blocks[0].text : '';
}
