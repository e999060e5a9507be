/** A folder or a stream of a compound file. */
export type Node = { name: string; children: Node[] } | { name: string; bytes: Uint8Array };

const SECTOR = 512;
const SMALL = 64;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const FAT_SECTOR = 0xfffffffd;

interface Entry {
  name: string;
  kind: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

/** Writes a compound file of version 3, after [MS-CFB]: as plain as readers accept, for tests of those who read. */
export function writeCompoundFile(children: Node[]): Uint8Array {
  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const small: Uint8Array[] = [];
  const smallFat: number[] = [];
  const entries: Entry[] = [];

  const put = (bytes: Uint8Array, blocks: Uint8Array[], table: number[], size: number): number => {
    if (bytes.length === 0) return END;
    const start = blocks.length;
    for (let at = 0; at < bytes.length; at += size) {
      const block = new Uint8Array(size);
      block.set(bytes.subarray(at, at + size));
      blocks.push(block);
      table.push(at + size < bytes.length ? blocks.length : END);
    }
    return start;
  };
  const add = (node: Node): number => {
    const at = entries.length;
    const entry: Entry = { name: node.name, kind: 1, right: FREE, child: FREE, start: 0, size: 0 };
    entries.push(entry);
    if ('children' in node) entry.child = addAll(node.children);
    else {
      const isSmall = node.bytes.length < 4096;
      Object.assign(entry, {
        kind: 2,
        size: node.bytes.length,
        start: isSmall ? put(node.bytes, small, smallFat, SMALL) : put(node.bytes, sectors, fat, SECTOR),
      });
    }
    return at;
  };
  const addAll = (nodes: Node[]): number => {
    const sorted = nodes.toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
    const places = sorted.map(add);
    places.forEach((place, nth) => {
      const entry = entries[place];
      if (entry !== undefined) entry.right = places[nth + 1] ?? FREE;
    });
    return places[0] ?? FREE;
  };
  entries.push({ name: 'Root Entry', kind: 5, right: FREE, child: FREE, start: END, size: 0 });
  const [root] = entries;
  if (root === undefined) throw new Error('no root');
  root.child = addAll(children);
  root.size = small.length * SMALL;
  root.start = put(joined(small), sectors, fat, SECTOR);
  const smallFatStart = put(numbers(smallFat), sectors, fat, SECTOR);
  const folderStart = put(joined(entries.map(entryBytes)), sectors, fat, SECTOR);
  const fatSectors = Math.ceil((sectors.length + Math.ceil(sectors.length / 127) + 1) / 128);
  const fatStart = sectors.length;
  for (let nth = 0; nth < fatSectors; nth++) fat.push(FAT_SECTOR);
  const table = numbers([...fat, ...Array<number>(fatSectors * 128 - fat.length).fill(FREE)]);

  const header = new Uint8Array(SECTOR);
  const view = new DataView(header.buffer);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, fatSectors, true);
  view.setUint32(48, folderStart, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, smallFatStart, true);
  view.setUint32(64, Math.ceil(smallFat.length / 128), true);
  view.setUint32(68, END, true);
  for (let nth = 0; nth < 109; nth++) view.setUint32(76 + nth * 4, nth < fatSectors ? fatStart + nth : FREE, true);
  return joined([header, ...sectors, table]);
}

function entryBytes({ name, kind, right, child, start, size }: Entry): Uint8Array {
  const bytes = new Uint8Array(128);
  const view = new DataView(bytes.buffer);
  bytes.set(utf16(name));
  view.setUint16(64, (name.length + 1) * 2, true);
  view.setUint8(66, kind);
  view.setUint8(67, 1);
  view.setUint32(68, FREE, true);
  view.setUint32(72, right, true);
  view.setUint32(76, child, true);
  view.setUint32(116, start, true);
  view.setUint32(120, size, true);
  return bytes;
}

export function joined(parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function numbers(values: number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  values.forEach((value, nth) => view.setUint32(nth * 4, value, true));
  return bytes;
}

export const utf16 = (text: string) => Uint8Array.from([...Buffer.from(text, 'utf16le')]);

/** A property of a message, by its tag: a text in UTF-16, bytes as they are, a number, or a moment. */
export type Property = [tag: number, value: string | Uint8Array | number | Date];

/** The streams of a message, a recipient or an attachment, after [MS-OXMSG]. `head` is how long the list's own head is. */
export function propertyNodes(properties: Property[], head: number): Node[] {
  const list: Uint8Array[] = [new Uint8Array(head)];
  const streams: Node[] = [];
  for (const [tag, value] of properties) {
    const row = new Uint8Array(16);
    const view = new DataView(row.buffer);
    view.setUint32(0, tag, true);
    view.setUint32(4, 6, true);
    if (typeof value === 'number') view.setUint32(8, value, true);
    else if (value instanceof Date) view.setBigUint64(8, BigInt(value.getTime() + 11_644_473_600_000) * 10_000n, true);
    else {
      const bytes = typeof value === 'string' ? utf16(value) : value;
      view.setUint32(8, bytes.length, true);
      streams.push({ name: `__substg1.0_${tag.toString(16).toUpperCase().padStart(8, '0')}`, bytes });
    }
    list.push(row);
  }
  return [{ name: '__properties_version1.0', bytes: joined(list) }, ...streams];
}

export interface MsgParts {
  properties: Property[];
  recipients?: Property[][];
  attachments?: (Property[] | { inner: MsgParts; properties: Property[] })[];
}

function messageNodes({ properties, recipients = [], attachments = [] }: MsgParts, head: number): Node[] {
  const nth = (at: number) => at.toString(16).toUpperCase().padStart(8, '0');
  return [
    ...propertyNodes(properties, head),
    ...recipients.map((each, at) => ({ name: `__recip_version1.0_#${nth(at)}`, children: propertyNodes(each, 8) })),
    ...attachments.map((each, at) => ({
      name: `__attach_version1.0_#${nth(at)}`,
      children: Array.isArray(each)
        ? propertyNodes(each, 8)
        : [
            ...propertyNodes(each.properties, 8),
            { name: '__substg1.0_3701000D', children: messageNodes(each.inner, 24) },
          ],
    })),
  ];
}

/** A mail as Outlook saves it. */
export const writeMsg = (parts: MsgParts): Uint8Array => writeCompoundFile(messageNodes(parts, 32));
