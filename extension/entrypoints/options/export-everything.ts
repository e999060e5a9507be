import { everythingHead, everythingTail } from '../../../core/queue/everything-file.ts';
import { noteFilesNamed } from '../../../core/queue/files-named.ts';
import { ARCHIVE_LIMITS, createArchive } from '../../files/everything-archive.ts';
import { downloadFile, stampOf } from '../../handoff/download-file.ts';
import { call } from '../../messages/call.ts';
import { openFiles } from '../../queue/open-files.ts';

export interface Exported {
  name: string;
  count: number;
  /** The complaints' files in the export. */
  files: number;
  /** Of the archive, in bytes; of JSON, in characters. */
  size: number;
  /** Files that are too much for one export, or spoilt: they are only here. */
  left: { files: number; bytes: number };
}

/**
 * Everything into one file, portion by portion: as JSON, or as an archive where complaints have files. `onSize` is told how
 * large it will be about, before files are packed.
 */
export async function exportEverything(onSize: (size: { files: number; bytes: number }) => void): Promise<Exported> {
  const parts: string[] = [];
  const sizes = new Map<string, number>();
  let producedAt = '';
  let count = 0;
  for (let after: string | null = ''; after !== null;) {
    const portion: Awaited<ReturnType<typeof askPortion>> = await askPortion(after);
    if (after === '') {
      producedAt = portion.producedAt;
      parts.push(everythingHead(producedAt, portion.parts));
    }
    for (const entry of portion.entries) {
      parts.push(`${count === 0 ? '' : ',\n'}${JSON.stringify(entry)}`);
      noteFilesNamed(entry, sizes);
      count++;
    }
    after = portion.next;
  }
  parts.push(everythingTail(count));
  const name = `redress-everything-${stampOf(producedAt)}-${count}`;
  const store = openFiles(() => new Date().toISOString());
  const here = sizes.size === 0 ? [] : await store.hereOf([...sizes.keys()]);
  const bytes = here.reduce((sum, hash) => sum + (sizes.get(hash) ?? 0), 0);
  if (here.length === 0 || bytes > ARCHIVE_LIMITS.files) {
    downloadFile(`${name}.json`, parts, 'application/json');
    const size = parts.reduce((sum, { length }) => sum + length, 0);
    return { name: `${name}.json`, count, files: 0, size, left: { files: here.length, bytes } };
  }
  onSize({ files: here.length, bytes });
  const archive = createArchive();
  archive.addText(parts);
  const left = { files: 0, bytes: 0 };
  for (const hash of here) {
    const file = await store.open(hash);
    if (file !== null) archive.addFile(hash, file);
    else {
      left.files++;
      left.bytes += sizes.get(hash) ?? 0;
    }
  }
  const { parts: blobs, size } = archive.end();
  downloadFile(`${name}.zip`, blobs, 'application/zip');
  return { name: `${name}.zip`, count, files: here.length - left.files, size, left };
}

const askPortion = (after: string) => call('exportAll', { after });
