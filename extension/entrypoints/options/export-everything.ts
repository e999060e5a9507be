import { everythingHead, everythingTail } from '../../../core/queue/everything-file.ts';
import { noteFilesNamed } from '../../../core/queue/files-named.ts';
import { downloadFile, stampOf } from '../../handoff/download-file.ts';
import { call } from '../../messages/call.ts';
import { openFiles } from '../../queue/open-files.ts';

export interface Exported {
  name: string;
  count: number;
  /** The complaints' files that are kept here, and their bytes: they are not in the export. */
  left: { files: number; bytes: number };
}

/** Everything into one file, portion by portion, but for the bytes of the complaints' files. */
export async function exportEverything(): Promise<Exported> {
  const parts: BlobPart[] = [];
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
  const name = `redress-everything-${stampOf(producedAt)}-${count}.json`;
  downloadFile(name, parts, 'application/json');
  return { name, count, left: await filesLeft(sizes) };
}

async function filesLeft(sizes: ReadonlyMap<string, number>): Promise<Exported['left']> {
  if (sizes.size === 0) return { files: 0, bytes: 0 };
  const here = await openFiles(() => new Date().toISOString()).hereOf([...sizes.keys()]);
  return { files: here.length, bytes: here.reduce((sum, hash) => sum + (sizes.get(hash) ?? 0), 0) };
}

const askPortion = (after: string) => call('exportAll', { after });
