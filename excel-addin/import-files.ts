import { joinReadings } from '../core/handoff/join-readings.ts';
import { readEnvelope, type EnvelopeReading } from '../core/handoff/read-envelope.ts';
import { done, refuse, type Outcome } from '../core/outcome.ts';
import type { ImportPreview } from './taskpane/pane-state.ts';

/** Far more than ten thousand complaints take. */
const LARGEST_FILE = 64 * 1024 * 1024;
const MAIL = /\.(eml|msg)$/i;

/** What several files hold together, and which of them gave nothing. */
export interface FilesReading {
  reading: EnvelopeReading;
  aside: ImportPreview['aside'];
}

/** Reads the files one by one; a file that cannot be read does not keep the others back. Refused when none gives anything. */
export async function readFiles(files: readonly File[]): Promise<Outcome<FilesReading>> {
  const readings: EnvelopeReading[] = [];
  const aside: (FilesReading['aside'][number] & { trouble: string })[] = [];
  for (const file of files) {
    const read = await readOne(file);
    if (read.ok) readings.push(read.value);
    else aside.push({ name: file.name, code: `pane.trouble.${read.code}`, params: read.detail, trouble: read.code });
  }
  const reading = joinReadings(readings);
  if (reading !== null)
    return done({ reading, aside: aside.map(({ name, code, params }) => ({ name, code, params })) });
  const [first] = aside;
  return first === undefined
    ? refuse('fileUnreadable')
    : refuse(first.trouble, first.params as Record<string, string | number>);
}

async function readOne(file: File): Promise<Outcome<EnvelopeReading>> {
  if (MAIL.test(file.name)) return refuse('mailFile');
  if (file.size > LARGEST_FILE) return refuse('fileTooLarge');
  let text: string;
  try {
    text = await file.text();
  } catch (error) {
    return refuse('fileUnreadable', { reason: String(error) });
  }
  return readEnvelope(text);
}
