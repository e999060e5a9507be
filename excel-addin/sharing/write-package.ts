import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { CopiedPart } from '../../core/sharing/package/make-copy.ts';
import type { Steps } from '../../core/steps.ts';
import type { OpenedPackage } from './open-package.ts';

const PIECE = 512 * 1024;
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
      for (let at = 0; at < part.text.length || at === 0; at += PIECE) {
        // A character of two halves is not cut.
        const end = at + PIECE >= part.text.length;
        const cut = end ? part.text.length : at + PIECE + (isHigh(part.text.charCodeAt(at + PIECE - 1)) ? 1 : 0);
        entry.push(new TextEncoder().encode(part.text.slice(at, cut)), end);
        if (cut > at + PIECE) at++;
        yield { done: index, of: parts.length };
      }
    }
  }
  zip.end();
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
