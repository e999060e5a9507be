import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, type UnzipFileInfo } from 'fflate';
import { done, refuse, type Outcome } from '../../core/outcome.ts';

const TEXT = 'everything.json';
const FILE = /^files\/([0-9a-f]{64})$/;

/** In bytes: the archive itself, its text unpacked, one file, and all files together. */
export const ARCHIVE_LIMITS = { archive: 2_000_000_000, text: 400_000_000, file: 10_000_000, files: 1_500_000_000 };
/** Chunks are given to the browser in blobs of this size: it keeps them on disk. */
const BLOB = 32_000_000;

/** Writes everything with its files: the text first, then each file by the hash of its bytes, as it is. */
export function createArchive() {
  const blobs: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let fault: Error | null = null;
  const flush = () => {
    blobs.push(new Blob(chunks));
    chunks = [];
  };
  const zip = new Zip((error, chunk) => {
    if (error !== null) fault = error;
    chunks.push(chunk);
    size += chunk.length;
    if (chunks.reduce((sum, { length }) => sum + length, 0) > BLOB) flush();
  });
  return {
    addText(parts: readonly string[]): void {
      const entry = new ZipDeflate(TEXT, { level: 6 });
      zip.add(entry);
      for (const part of parts) entry.push(strToU8(part));
      entry.push(new Uint8Array(0), true);
    },
    addFile(sha256: string, bytes: Uint8Array<ArrayBuffer>): void {
      const entry = new ZipPassThrough(`files/${sha256}`);
      zip.add(entry);
      entry.push(bytes, true);
    },
    end(): { parts: Blob[]; size: number } {
      zip.end();
      flush();
      if (fault !== null) throw fault;
      return { parts: blobs, size };
    },
  };
}

export interface EverythingArchive {
  text: string;
  /** The hashes by which files are named; whether their bytes have them is for whoever takes them. */
  hashes: string[];
  /** The bytes of some of them; those that are too large or broken are left out. */
  filesOf(hashes: readonly string[]): { sha256: string; bytes: Uint8Array<ArrayBuffer> }[];
}

export type ArchiveRefusal = 'notArchive' | 'tooLarge' | 'noText';

/** Whether these are the first bytes of an archive. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Reads such an archive, of which nothing is believed: what it says of sizes is looked at before anything is unpacked, nothing
 * is unpacked beyond what was said, and only the names that we write ourselves are read.
 */
export function readArchive(
  bytes: Uint8Array<ArrayBuffer>,
  limits = ARCHIVE_LIMITS,
): Outcome<EverythingArchive, ArchiveRefusal> {
  if (bytes.length > limits.archive) return refuse('tooLarge', { limit: limits.archive / 1_000_000 });
  try {
    const entries: UnzipFileInfo[] = [];
    unzipSync(bytes, { filter: (entry) => entries.push(entry) < 0 });
    const text = entries.find(({ name }) => name === TEXT);
    if (text === undefined) return refuse('noText');
    if (text.originalSize > limits.text) return refuse('tooLarge', { limit: limits.text / 1_000_000 });
    const files = entries.filter(({ name, originalSize }) => FILE.test(name) && originalSize <= limits.file);
    if (files.reduce((sum, { originalSize }) => sum + originalSize, 0) > limits.files)
      return refuse('tooLarge', { limit: limits.files / 1_000_000 });
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === TEXT && originalSize <= limits.text,
    });
    return done({
      text: new TextDecoder().decode(unpacked[TEXT]),
      hashes: files.flatMap(({ name }) => FILE.exec(name)?.[1] ?? []),
      filesOf: (hashes) => filesIn(bytes, new Set(hashes), limits.file),
    });
  } catch (error) {
    // The library throws numbered errors for whatever is no archive.
    if (error instanceof Error && 'code' in error) return refuse('notArchive');
    if (error instanceof RangeError) return refuse('notArchive');
    throw error;
  }
}

function filesIn(bytes: Uint8Array<ArrayBuffer>, wanted: ReadonlySet<string>, largest: number) {
  const isWanted = ({ name, originalSize }: UnzipFileInfo) =>
    originalSize <= largest && wanted.has(FILE.exec(name)?.[1] ?? '');
  return Object.entries(unzipSync(bytes, { filter: isWanted })).flatMap(([name, each]) => {
    const sha256 = FILE.exec(name)?.[1];
    return sha256 === undefined || each.length > largest ? [] : [{ sha256, bytes: each }];
  });
}
