import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { CopiedPart } from '../../core/sharing/package/make-copy.ts';
import type { Steps } from '../../core/steps.ts';
import { joined, type OpenedPackage } from './open-package.ts';

const PIECE = 64 * 1024;
/** A fixed day, so that a copy tells nothing of when it was made, and the same copy is the same file. */
const WRITTEN_AT = '1980-01-02T00:00:00';

/** Packs the parts of a copy into a workbook's file, piece by piece. */
export function* writePackage(parts: readonly CopiedPart[], source: OpenedPackage): Steps<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const [index, part] of parts.entries()) {
    const isPicture = 'from' in part;
    const entry = isPicture ? new ZipPassThrough(part.name) : new ZipDeflate(part.name, { level: 6 });
    entry.mtime = WRITTEN_AT;
    zip.add(entry);
    if (isPicture) entry.push(source.bytes(part.from) ?? new Uint8Array(), true);
    else {
      const { text } = part;
      let at = 0;
      do {
        let end = Math.min(at + PIECE, text.length);
        // The two halves of a character go together.
        if (isHigh(text.charCodeAt(end - 1))) end = Math.min(end + 1, text.length);
        entry.push(new TextEncoder().encode(text.slice(at, end)), end === text.length);
        at = end;
        yield { done: index, of: parts.length };
      } while (at < text.length);
    }
  }
  zip.end();
  return joined(pieces);
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
