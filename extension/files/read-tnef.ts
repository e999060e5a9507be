import { decodeText } from './guess-charset.ts';

/** What Outlook packs into `winmail.dat` when it trusts the reader to be Outlook. */
export interface Tnef {
  text: string;
  html: string;
  /** Names of the files inside. */
  attachments: string[];
}

const SIGNATURE = 0x223e9f78;
const BODY = 0x0002800c;
const MESSAGE_PROPERTIES = 0x00069003;
const ATTACHMENT_TITLE = 0x00018010;
const ATTACHMENT_PROPERTIES = 0x00069005;
const PLAIN_BODY = 0x1000;
const HTML_BODY = 0x1013;
const LONG_NAME = 0x3707;

/** Reads the text and the names of files from a TNEF stream; what is broken ends the reading there. After [MS-OXTNEF]. */
export function readTnef(bytes: Uint8Array): Tnef {
  const found: Tnef = { text: '', html: '', attachments: [] };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint32(0, true) !== SIGNATURE) return found;
  let at = 6;
  while (at + 9 <= bytes.length) {
    const [id, length] = [view.getUint32(at + 1, true), view.getUint32(at + 5, true)];
    const data = bytes.subarray(at + 9, at + 9 + length);
    if (data.length < length) break;
    if (id === BODY) found.text ||= narrow(data);
    if (id === ATTACHMENT_TITLE) found.attachments.push(narrow(data));
    if (id === MESSAGE_PROPERTIES) {
      const properties = readProperties(data);
      found.text ||= properties.get(PLAIN_BODY) ?? '';
      found.html ||= properties.get(HTML_BODY) ?? '';
    }
    if (id === ATTACHMENT_PROPERTIES) {
      const name = readProperties(data).get(LONG_NAME);
      if (name !== undefined && found.attachments.length > 0) found.attachments[found.attachments.length - 1] = name;
    }
    at += 9 + length + 2;
  }
  return found;
}

const FIXED_SIZES: Record<number, number> = { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 };
const UNICODE = 0x1f;
const LONG_KINDS = new Set([0x1e, UNICODE, 0x0d, 0x102]);

/** The texts among MAPI properties, by id. Stops at the first kind that it does not know. */
function readProperties(data: Uint8Array): Map<number, string> {
  const found = new Map<number, string>();
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let at = 4;
  const number = () => {
    const value = at + 4 <= data.length ? view.getUint32(at, true) : 0;
    at += 4;
    return value;
  };
  for (let left = data.length < 4 ? 0 : view.getUint32(0, true); left > 0 && at + 4 <= data.length; left--) {
    const tag = number();
    const [kind, id] = [tag & 0xfff, tag >>> 16];
    if (id >= 0x8000) {
      at += 16;
      if (number() === 1) at += padded(number());
      else at += 4;
    }
    const count = tag & 0x1000 || LONG_KINDS.has(kind) ? number() : 1;
    if (count > 10_000) break;
    for (let nth = 0; nth < count && at < data.length; nth++) {
      const size = LONG_KINDS.has(kind) ? number() : FIXED_SIZES[kind];
      if (size === undefined) return found;
      const value = data.subarray(at, at + size);
      if (LONG_KINDS.has(kind) && !found.has(id)) found.set(id, kind === UNICODE ? wide(value) : narrow(value));
      at += padded(size);
    }
  }
  return found;
}

const padded = (size: number) => Math.ceil(size / 4) * 4;
const wide = (data: Uint8Array) => new TextDecoder('utf-16le').decode(data).replace(/\0+$/, '');
const narrow = (data: Uint8Array) => decodeText(data, null).replace(/\0+$/, '');
