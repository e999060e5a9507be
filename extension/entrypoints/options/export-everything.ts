import { everythingHead, everythingTail } from '../../../core/queue/everything-file.ts';
import { downloadFile, stampOf } from '../../handoff/download-file.ts';
import { call } from '../../messages/call.ts';

/** Everything into one file, portion by portion; gives back its name and how many complaints it holds. */
export async function exportEverything(): Promise<{ name: string; count: number }> {
  const parts: BlobPart[] = [];
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
      count++;
    }
    after = portion.next;
  }
  parts.push(everythingTail(count));
  const name = `redress-everything-${stampOf(producedAt)}-${count}.json`;
  downloadFile(name, parts, 'application/json');
  return { name, count };
}

const askPortion = (after: string) => call('exportAll', { after });
