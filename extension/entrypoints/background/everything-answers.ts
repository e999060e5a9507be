import type { HandlersOf } from '../../messages/call.ts';
import type { QUEUE_MESSAGES } from '../../messages/queue-messages.ts';
import { listBackups, readBackupPart } from '../../queue/back-up-queue.ts';
import type { BackupDatabase } from '../../queue/backup-database.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import { NO_KNOWN_WORDS } from '../../../core/extract/known-words.ts';
import { readKnowledge, writeKnowledge } from './knowledge.ts';

/** One part of everything beside the queue: how it is read, and how one from a file is taken; false when it does not fit. */
export interface EverythingSource {
  read(): Promise<unknown>;
  take(part: unknown): Promise<boolean>;
}
export type EverythingSources = Record<string, EverythingSource>;

type EverythingMessages = Pick<
  typeof QUEUE_MESSAGES,
  'exportAll' | 'importAll' | 'importParts' | 'listBackups' | 'readBackup' | 'readKnowledge' | 'clearKnowledge'
>;

export interface EverythingParts {
  queue: ComplaintQueue;
  now: () => string;
  sources: EverythingSources;
  backups: BackupDatabase;
}

/** Entries looked at for one portion, and the text that one message may carry: browsers refuse messages above 64 MB. */
const MOST_ENTRIES = 400;
const MOST_TEXT = 8_000_000;

/** Answers about exporting, importing, and what is kept beside the queue. */
export function everythingAnswers(
  { queue, now, sources, backups }: EverythingParts,
  changed: () => Promise<void>,
): HandlersOf<EverythingMessages, 'background'> {
  return {
    exportAll: async ({ after }) => {
      const stored = await queue.stored(after, MOST_ENTRIES);
      const portion = withinSize(stored);
      const isLast = stored.length < MOST_ENTRIES && portion.length === stored.length;
      return {
        producedAt: now(),
        parts: after === '' ? await readAll(sources) : {},
        entries: portion.map(({ entry }) => entry),
        next: isLast ? null : (portion.at(-1)?.id ?? null),
      };
    },
    importAll: async ({ entries, from }) => {
      const result = await queue.importEntries(entries, from);
      if (result.ok) await changed();
      return result;
    },
    importParts: async ({ parts }) => {
      const taken = Object.entries(parts).map(async ([name, part]) => {
        const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
        if (source === undefined) return { name, result: 'unknown' as const };
        return { name, result: (await source.take(part)) ? ('taken' as const) : ('refused' as const) };
      });
      return { parts: await Promise.all(taken) };
    },
    listBackups: async () => {
      const whole = await listBackups(backups);
      return {
        backups: whole.map(({ id, takenAt, fromVersion, toVersion, count }) => ({
          id,
          takenAt,
          fromVersion,
          toVersion,
          count,
        })),
      };
    },
    readBackup: async ({ id, portion }) => ({ entries: await readBackupPart(backups, id, portion) }),
    readKnowledge: async () => ({ known: await readKnowledge() }),
    clearKnowledge: async () => {
      await writeKnowledge(NO_KNOWN_WORDS);
      return {};
    },
  };
}

async function readAll(sources: EverythingSources): Promise<Record<string, unknown>> {
  const parts = Object.entries(sources).map(async ([name, source]) => [name, await source.read()] as const);
  return Object.fromEntries(await Promise.all(parts));
}

/** As many as fit into one message, and always the first. */
function withinSize<T>(stored: readonly T[]): T[] {
  let size = 0;
  const end = stored.findIndex((each) => (size += JSON.stringify(each).length) > MOST_TEXT);
  return end === -1 ? [...stored] : stored.slice(0, Math.max(1, end));
}
