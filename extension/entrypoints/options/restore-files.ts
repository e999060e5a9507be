import { noteFilesNamed } from '../../../core/queue/files-named.ts';
import type { EverythingArchive } from '../../files/everything-archive.ts';
import { openFiles } from '../../queue/open-files.ts';

export interface Restored {
  restored: number;
  /** Files that have not the hash they are named by, or could not be unpacked. */
  refused: number;
}

/** Files that are in memory at a time; each is 10 MB at most. */
const PORTION = 8;

/** Takes the files of an archive that its entries name; nothing else of it is kept. */
export async function restoreFiles(archive: EverythingArchive, entries: readonly unknown[]): Promise<Restored> {
  const named = new Map<string, number>();
  for (const entry of entries) noteFilesNamed(entry, named);
  const wanted = archive.hashes.filter((hash) => named.has(hash));
  const store = openFiles(() => new Date().toISOString());
  const counts = { restored: 0, refused: 0 };
  for (let at = 0; at < wanted.length; at += PORTION) {
    const portion = wanted.slice(at, at + PORTION);
    const files = archive.filesOf(portion);
    counts.refused += portion.length - files.length;
    for (const { sha256, bytes } of files) {
      const outcome = await store.restore(sha256, bytes);
      if (outcome !== 'here') counts[outcome]++;
    }
  }
  return counts;
}
