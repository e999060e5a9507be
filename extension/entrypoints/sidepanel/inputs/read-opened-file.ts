import { ulid } from 'ulid';
import { captureOfMail } from '../../../../core/capture/capture-of-mail.ts';
import { extractDraft } from '../../../../core/extract/extract-draft.ts';
import { cleanName } from '../../../files/clean-name.ts';
import { readMailFile } from '../../../files/read-mail-file.ts';
import type { FileStore } from '../../../queue/file-store.ts';
import type { OpenedMail } from '../../../queue/file-database.ts';
import { withSentMoment } from '../../background/sent-moment.ts';

/**
 * Reads one opened file as a mail that waits. A mail is kept as it is, with the attachments inside it: it is the evidence. What
 * cannot be read comes back named, with the reason; nothing is thrown for it.
 */
export async function readOpenedFile(
  file: File,
  store: FileStore,
  edge: { now: string; zone: string },
): Promise<Omit<OpenedMail, 'place'>> {
  const id = ulid();
  const base = { id, openedAt: edge.now, fileName: cleanName(file.name, 'mail.eml') };
  const broken = (trouble: string, detail: OpenedMail['detail'] = {}) => ({
    ...{ ...base, trouble, detail },
    ...{ state: 'broken' as const, capture: null, looksLikeComplaint: false },
  });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await readMailFile(bytes, (html) => new DOMParser().parseFromString(html, 'text/html'));
    if (!read.ok) return broken(read.code, read.detail);
    const capture = withSentMoment(captureOfMail(read.value, { capturedAt: edge.now, zone: edge.zone }));
    await store.keep(id, { name: base.fileName, type: typeOf(bytes), origin: 'opened', sourceUrl: null }, bytes);
    const looksLikeComplaint = extractDraft(capture).isComplaint.score >= 0.5;
    return { ...base, state: 'waiting', capture, trouble: null, detail: {}, looksLikeComplaint };
  } catch (error) {
    // One file that nobody foresaw must not keep the others from being read; the clerk is told.
    return broken('unexpected', { detail: error instanceof Error ? error.message.slice(0, 200) : String(error) });
  }
}

const typeOf = (bytes: Uint8Array) => (bytes[0] === 0xd0 ? 'application/vnd.ms-outlook' : 'message/rfc822');
