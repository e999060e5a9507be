import { openFileDatabase } from './file-database.ts';
import { createFileStore, type FileStore } from './file-store.ts';
import { sha256 } from './sha256.ts';

/** The store of files, for any page of the extension: what is kept by its hash can be written from several at once. */
export function openFiles(now: () => string): FileStore {
  return createFileStore(openFileDatabase(), { now, sha256 });
}
