import { done, type Outcome } from '../../core/outcome.ts';
import {
  everythingHead,
  everythingTail,
  readEverything,
  type BadEntry,
  type EverythingRefusal,
} from '../../core/queue/everything-file.ts';
import { call } from './call.ts';

/** A file of everything, and how many complaints are in it. */
export interface EverythingFile {
  file: Blob;
  count: number;
}

/** Collects everything into one file, portion by portion. `onProgress` is told how many complaints there are so far. */
export async function exportEverything(onProgress: (count: number) => void = () => undefined): Promise<EverythingFile> {
  const text: string[] = [];
  let count = 0;
  for (let after: string | null = ''; after !== null;) {
    const portion: Awaited<ReturnType<typeof askPortion>> = await askPortion(after);
    if (after === '') text.push(everythingHead(portion.producedAt, portion.parts));
    text.push(...asJson(portion.entries, count));
    count += portion.entries.length;
    onProgress(count);
    after = portion.next;
  }
  return { file: jsonFile([...text, everythingTail(count)]), count };
}

const askPortion = (after: string) => call('exportAll', { after });

/** A backup that was kept before an upgrade, in the same form. */
export async function exportBackup(id: string, takenAt: string): Promise<EverythingFile> {
  const text = [everythingHead(takenAt, {})];
  let count = 0;
  for (let portion = 0; ; portion++) {
    const { entries } = await call('readBackup', { id, portion });
    if (entries === null) return { file: jsonFile([...text, everythingTail(count)]), count };
    text.push(...asJson(entries, count));
    count += entries.length;
  }
}

export interface ImportReport {
  added: number;
  merged: number;
  same: number;
  bad: BadEntry[];
  parts: { name: string; result: 'taken' | 'refused' | 'unknown' }[];
}

export type ImportTrouble = EverythingRefusal | 'storageFull' | 'storageFailed';

/** Entries that go in one message. */
const PORTION = 50;

/**
 * Takes the text of a file of everything. Complaints are merged by their id, so that nothing is doubled; those that cannot be
 * read are named in the report, and the others are taken all the same. `withParts` takes settings and the like as well.
 */
export async function importEverything(
  text: string,
  withParts: boolean,
  onProgress: (count: number, of: number) => void = () => undefined,
): Promise<Outcome<ImportReport, ImportTrouble>> {
  const frame = readEverything(text);
  if (!frame.ok) return frame;
  const { entries, parts } = frame.value;
  const report: ImportReport = { added: 0, merged: 0, same: 0, bad: [], parts: [] };
  for (let from = 0; from < entries.length; from += PORTION) {
    const taken = await call('importAll', { entries: entries.slice(from, from + PORTION), from });
    if (!taken.ok) return { ...taken, code: taken.code === 'circle' ? 'storageFailed' : taken.code };
    report.added += taken.value.added;
    report.merged += taken.value.merged;
    report.same += taken.value.same;
    report.bad.push(...taken.value.bad);
    onProgress(Math.min(from + PORTION, entries.length), entries.length);
  }
  if (withParts) report.parts = (await call('importParts', { parts })).parts;
  return done(report);
}

/** One entry a line; a comma before all but the very first. */
function asJson(entries: readonly unknown[], before: number): string[] {
  return entries.map((entry, at) => `${before + at === 0 ? '' : ',\n'}${JSON.stringify(entry)}`);
}

function jsonFile(text: string[]): Blob {
  return new Blob(text, { type: 'application/json' });
}
