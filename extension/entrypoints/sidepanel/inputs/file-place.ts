import { openFileDatabase } from '../../../queue/file-database.ts';
import { createFileStore } from '../../../queue/file-store.ts';
import { createOpenedMails } from '../../../queue/opened-mails.ts';
import { createUnsavedDrafts } from '../../../queue/unsaved-drafts.ts';
import { sha256 } from '../../../queue/sha256.ts';

const database = openFileDatabase();

/** The files of this browser, read and written by the panel itself: bytes are too heavy for messages. */
export const fileStore = createFileStore(database, { now: () => new Date().toISOString(), sha256 });
export const openedMails = createOpenedMails(database);
export const unsavedDrafts = createUnsavedDrafts(database, () => new Date().toISOString());

/** Gives a file to the computer under its own name; false when its bytes are not here any more. */
export async function openFile({ sha256: hash, name }: { sha256: string; name: string }): Promise<boolean> {
  const bytes = await fileStore.open(hash);
  if (bytes === null) return false;
  // Never as a page: what a mail carries must not run in the extension's own place.
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return true;
}
