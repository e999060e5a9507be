import { Inflate } from 'fflate';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { allSteps, type Steps } from '../../core/steps.ts';
import type { SourcePackage } from '../../core/sharing/package/package-parts.ts';

export interface OpenedPackage extends SourcePackage {
  bytes: (name: string) => Uint8Array | null;
  /** Unpacks all parts of text, to be driven in slices before any of them is asked for; pictures stay packed. */
  unpacked: () => Steps<null>;
}

export type PackageTrouble = 'notWorkbook' | 'encrypted' | 'tooBig' | 'unreadable';

/** All parts unpacked; Excel's own files of 20,000 complaints have some 60 MB. */
export const MOST_UNPACKED = 400 * 1024 * 1024;
const MOST_PARTS = 10_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const IS_ENCRYPTED = 1;

interface Entry {
  method: number;
  from: number;
  size: number;
}

/**
 * Opens a workbook's package. Parts are unpacked when they are asked for, piece by piece, and never further than the limit,
 * whatever the file says of their size.
 */
export function openPackage(file: Uint8Array, limit = MOST_UNPACKED): Outcome<OpenedPackage, PackageTrouble> {
  // The compound file in which Office wraps a workbook with a password, and in which old .xls files are.
  if (file[0] === 0xd0 && file[1] === 0xcf)
    return refuse(hasStream(file, 'EncryptedPackage') ? 'encrypted' : 'notWorkbook');
  const entries = readEntries(file);
  if (!entries.ok) return entries;
  let length = 0;
  const texts = new Map<string, string>();
  function* bytesOf(entry: Entry): Steps<Uint8Array> {
    const part = yield* unpack(file, entry, limit - length);
    length += part.length;
    return part;
  }
  const bytes = (name: string): Uint8Array | null => {
    const entry = entries.value.get(name);
    return entry === undefined ? null : allSteps(bytesOf(entry));
  };
  return done({
    names: [...entries.value.keys()],
    bytes,
    text: (name) => {
      const known = texts.get(name);
      if (known !== undefined) return known;
      const part = bytes(name);
      const text = part === null ? null : textOf(part);
      if (text !== null) texts.set(name, text);
      return text;
    },
    *unpacked() {
      for (const [name, entry] of entries.value) {
        if (!TEXT.test(name) || texts.has(name)) continue;
        texts.set(name, textOf(yield* bytesOf(entry)));
        yield { done: texts.size, of: entries.value.size };
      }
      return null;
    },
  });
}

const TEXT = /\.(?:xml|rels)$/i;

/** Thrown when a part is larger than a workbook can be, or broken. */
export class PackageError extends Error {
  readonly code: 'tooBig' | 'unreadable';
  constructor(code: 'tooBig' | 'unreadable') {
    super(code);
    this.code = code;
  }
}

function readEntries(file: Uint8Array): Outcome<Map<string, Entry>, PackageTrouble> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  let end = file.length - 22;
  while (end >= 0 && end > file.length - 65_558 && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) return refuse('notWorkbook');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) return refuse('tooBig');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > file.length || view.getUint32(at, true) !== ENTRY) return refuse('unreadable');
    if ((view.getUint16(at + 8, true) & IS_ENCRYPTED) !== 0) return refuse('encrypted');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const local = view.getUint32(at + 42, true);
    const size = view.getUint32(at + 20, true);
    if (local + 30 > file.length || view.getUint32(local, true) !== LOCAL) return refuse('unreadable');
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (from + size > file.length) return refuse('unreadable');
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + (nameLength ?? 0)));
    entries.set(name.replaceAll('\\', '/'), { method: view.getUint16(at + 10, true), from, size });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries.size > 0 ? done(entries) : refuse('notWorkbook');
}

const PIECE = 64 * 1024;

function* unpack(file: Uint8Array, { method, from, size }: Entry, room: number): Steps<Uint8Array> {
  const packed = file.subarray(from, from + size);
  if (method === 0) {
    if (size > room) throw new PackageError('tooBig');
    return packed;
  }
  if (method !== 8) throw new PackageError('unreadable');
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    if (length > room) throw new PackageError('tooBig');
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
      yield { done: at, of: packed.length };
    }
  } catch (error) {
    throw error instanceof PackageError ? error : new PackageError('unreadable');
  }
  return joined(pieces);
}

/** Pieces made one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function textOf(part: Uint8Array): string {
  const isWide = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  const encoding = !isWide ? 'utf-8' : part[0] === 0xff ? 'utf-16le' : 'utf-16be';
  return new TextDecoder(encoding).decode(part);
}

/** Whether a compound file's directory names a stream (names are written in UTF-16). */
function hasStream(file: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  const last = Math.min(file.length, 1 << 20) - wanted.length;
  for (let at = 512; at <= last; at += 2) if (wanted.every((byte, i) => file[at + i] === byte)) return true;
  return false;
}
