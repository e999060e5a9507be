import type { CapturedFile } from '../../core/capture/captured-file.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { FileDatabase } from './file-database.ts';
import { storageTrouble, type StorageTrouble } from './storage-trouble.ts';

/** What the draft and the complaint are given of a file before its bytes are known. */
export type FileFacts = Omit<CapturedFile, 'sha256' | 'size' | 'takenAt'>;

/** In bytes. */
export const LARGEST_FILE = 10_000_000;
export const LARGEST_DRAFT = 30_000_000;

export type KeepTrouble = StorageTrouble | 'emptyFile' | 'fileTooLarge' | 'draftTooLarge' | 'notReadBack';

/** The files that are kept as evidence: each by the hash of its bytes. */
export interface FileStore {
  /** Keeps the bytes, reads them back, and adds the file to the draft of a clip. The same bytes twice are one file. */
  keep(clipId: string, facts: FileFacts, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<CapturedFile, KeepTrouble>>;
  filesOf(clipId: string): Promise<CapturedFile[]>;
  /** Takes a file off a draft; its bytes go with the next collection, if nothing else holds them. */
  letGo(clipId: string, sha256: string): Promise<CapturedFile[]>;
  /** The same page was read again: the files of its draft belong to the later clip now. */
  moveDraft(from: string, to: string): Promise<void>;
  /** The bytes of a file; null when they are not here or no longer have this hash. */
  open(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Bytes from an export: kept when they have the hash that they are named by, and are not here. */
  restore(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<'restored' | 'here' | 'refused'>;
  /** Of these hashes those whose bytes are here. */
  hereOf(hashes: readonly string[]): Promise<string[]>;
  /** The draft is saved: its files belong to an entry now. */
  closeDraft(clipId: string): Promise<void>;
  /** Takes away bytes that no entry of `held` and no draft since `draftsSince` holds. Gives how many files and bytes went. */
  collect(held: ReadonlySet<string>, draftsSince: string): Promise<{ files: number; bytes: number }>;
}

export function createFileStore(
  database: FileDatabase,
  edge: { now: () => string; sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<string> },
): FileStore {
  const { files, drafts, opened, unsaved } = database;
  const filesOf = async (clipId: string) => (await drafts.get(clipId))?.files ?? [];

  const keep = async (clipId: string, facts: FileFacts, bytes: Uint8Array<ArrayBuffer>) => {
    const hash = await edge.sha256(bytes);
    const takenAt = edge.now();
    const file: CapturedFile = { ...facts, size: bytes.length, sha256: hash, takenAt };
    const isKept = await database.transaction('rw', files, drafts, async () => {
      const before = await filesOf(clipId);
      if (before.some(({ sha256 }) => sha256 === hash)) return true;
      if (before.reduce((sum, { size }) => sum + size, 0) + bytes.length > LARGEST_DRAFT) return false;
      await files.put({ sha256: hash, bytes: bytes.slice().buffer, keptAt: takenAt });
      await drafts.put({ clipId, files: [...before, file], changedAt: takenAt });
      return true;
    });
    if (!isKept) return refuse('draftTooLarge', { limit: LARGEST_DRAFT / 1_000_000 });
    const back = await files.get(hash);
    if (back === undefined || (await edge.sha256(new Uint8Array(back.bytes))) !== hash) return refuse('notReadBack');
    return done((await filesOf(clipId)).find(({ sha256 }) => sha256 === hash) ?? file);
  };

  return {
    async keep(clipId, facts, bytes) {
      if (bytes.length === 0) return refuse('emptyFile');
      if (bytes.length > LARGEST_FILE) return refuse('fileTooLarge', { limit: LARGEST_FILE / 1_000_000 });
      try {
        return await keep(clipId, facts, bytes);
      } catch (error) {
        return storageTrouble(error);
      }
    },
    filesOf,
    async letGo(clipId, sha256) {
      const rest = (await filesOf(clipId)).filter((file) => file.sha256 !== sha256);
      await drafts.put({ clipId, files: rest, changedAt: edge.now() });
      return rest;
    },
    async moveDraft(from, to) {
      if (from === to) return;
      await database.transaction('rw', drafts, async () => {
        const moved = await drafts.get(from);
        if (moved === undefined) return;
        const there = await filesOf(to);
        const coming = moved.files.filter(({ sha256 }) => !there.some((file) => file.sha256 === sha256));
        await drafts.put({ clipId: to, files: [...there, ...coming], changedAt: edge.now() });
        await drafts.delete(from);
      });
    },
    async open(sha256) {
      const stored = await files.get(sha256);
      if (stored === undefined) return null;
      const bytes = new Uint8Array(stored.bytes);
      return (await edge.sha256(bytes)) === sha256 ? bytes : null;
    },
    async restore(sha256, bytes) {
      if (bytes.length === 0 || bytes.length > LARGEST_FILE || (await edge.sha256(bytes)) !== sha256) return 'refused';
      // A file that is here but spoilt is made good.
      const before = await files.get(sha256);
      if (before !== undefined && (await edge.sha256(new Uint8Array(before.bytes))) === sha256) return 'here';
      await files.put({ sha256, bytes: bytes.slice().buffer, keptAt: edge.now() });
      return 'restored';
    },
    hereOf: (hashes) => files.where('sha256').anyOf(hashes).primaryKeys(),
    async closeDraft(clipId) {
      await drafts.delete(clipId);
    },
    async collect(held, draftsSince) {
      const mails = (await opened.toArray()).filter(({ state }) => state === 'waiting').map(({ id }) => id);
      const waiting = new Set([...mails, ...(await unsaved.toCollection().primaryKeys())]);
      return database.transaction('rw', files, drafts, async () => {
        const old = (await drafts.where('changedAt').below(draftsSince).primaryKeys()).filter((id) => !waiting.has(id));
        await drafts.bulkDelete(old);
        const inDrafts = new Set((await drafts.toArray()).flatMap((draft) => draft.files.map(({ sha256 }) => sha256)));
        const all = await files.where('keptAt').below(draftsSince).primaryKeys();
        const orphans = all.filter((sha256) => !held.has(sha256) && !inDrafts.has(sha256));
        const sizes = (await files.bulkGet(orphans)).map((file) => file?.bytes.byteLength ?? 0);
        await files.bulkDelete(orphans);
        return { files: orphans.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
      });
    },
  };
}
