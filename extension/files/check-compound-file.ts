/** A chain of blocks ends, or is free, above this. */
const HIGHEST_BLOCK = 0xfffffffa;
const END = 0xfffffffe;

/**
 * Whether an OLE compound file (.msg) can be walked through: no chain of blocks that bites its own tail, no folder inside
 * itself. The library that reads them follows both without end. After [MS-CFB].
 */
export function isSoundCompoundFile(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 1_536 || view.getUint32(0, true) !== 0xe011cfd0 || view.getUint32(4, true) !== 0xe11ab1a1)
    return false;
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  const size = 2 ** shift;
  const most = Math.ceil(bytes.length / size);
  const read = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : END);
  const place = (block: number) => (block + 1) * size;

  const tables = fatBlocks(read, place, size, most);
  if (tables === null) return false;
  const next = tables.flatMap((block) => numbersIn(read, place(block), size / 4));
  if (!endsEverywhere(next.slice(0, most))) return false;

  const small = chain(next, read(60), most).flatMap((block) => numbersIn(read, place(block), size / 4));
  if (!endsEverywhere(small)) return false;

  const folders = chain(next, read(48), most).flatMap((block) =>
    Array.from({ length: size / 128 }, (_, nth) => place(block) + nth * 128),
  );
  return folders.length > 0 && isTree(folders, read, bytes.length);
}

type Read = (at: number) => number;

function fatBlocks(read: Read, place: (block: number) => number, size: number, most: number): number[] | null {
  const blocks = numbersIn(read, 76, 109).filter((block) => block < HIGHEST_BLOCK);
  let further = read(68);
  for (let count = 0; further < HIGHEST_BLOCK; count++) {
    if (count > most) return null;
    const numbers = numbersIn(read, place(further), size / 4);
    blocks.push(...numbers.slice(0, -1).filter((block) => block < HIGHEST_BLOCK));
    further = numbers.at(-1) ?? END;
  }
  return blocks.length > most || blocks.some((block) => block >= most) ? null : blocks;
}

const numbersIn = (read: Read, at: number, count: number) =>
  Array.from({ length: count }, (_, nth) => read(at + nth * 4));

/** No chain in the table runs in a circle: each block has at most one that leads to it, and every chain comes to an end. */
function endsEverywhere(next: readonly number[]): boolean {
  const state = new Uint8Array(next.length);
  for (let start = 0; start < next.length; start++) {
    const path: number[] = [];
    let at = start;
    while (at < next.length && state[at] === 0) {
      state[at] = 1;
      path.push(at);
      at = next[at] ?? END;
    }
    if (at < next.length && state[at] === 1) return false;
    for (const each of path) state[each] = 2;
  }
  return true;
}

function chain(next: readonly number[], start: number, most: number): number[] {
  const blocks: number[] = [];
  for (let at = start; at < next.length && blocks.length <= most; at = next[at] ?? END) blocks.push(at);
  return blocks;
}

/** Every folder entry is reached at most once, and none claims to be longer than the file. */
function isTree(places: readonly number[], read: Read, length: number): boolean {
  const seen = new Set<number>();
  const open = [0];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const at = places[entry];
    if (at === undefined || at + 128 > length || seen.has(entry) || read(at + 120) > length) return false;
    seen.add(entry);
    open.push(...[read(at + 68), read(at + 72), read(at + 76)].filter((link) => link < HIGHEST_BLOCK));
  }
  return true;
}
