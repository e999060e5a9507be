import Dexie, { type EntityTable } from 'dexie';
import type { PageCapture } from '../../core/capture/page-capture.ts';
import type { CapturedFile } from '../../core/capture/captured-file.ts';

/** The bytes of a file, once, however many complaints hold it. */
export interface StoredFile {
  sha256: string;
  bytes: ArrayBuffer;
  keptAt: string;
}

/** The files of a draft that is not saved yet, by its clip. */
export interface DraftFiles {
  clipId: string;
  files: CapturedFile[];
  changedAt: string;
}

/** A mail file that was opened and waits to be gone through. `capture` null: it could not be read, and `trouble` says why. */
export interface OpenedMail {
  id: string;
  place: number;
  openedAt: string;
  fileName: string;
  state: 'waiting' | 'done' | 'broken';
  capture: PageCapture | null;
  trouble: string | null;
  detail: Record<string, string | number>;
  looksLikeComplaint: boolean;
}

/** A draft that was edited and not saved. `edits` as the panel keeps them, which checks them when it takes them back. */
export interface UnsavedDraft {
  clipId: string;
  changedAt: string;
  capture: PageCapture;
  edits: unknown;
}

export type FileDatabase = Dexie & {
  files: EntityTable<StoredFile, 'sha256'>;
  drafts: EntityTable<DraftFiles, 'clipId'>;
  opened: EntityTable<OpenedMail, 'id'>;
  unsaved: EntityTable<UnsavedDraft, 'clipId'>;
};

/** A database of its own: the queue's schema and its upgrades are not touched by what is heavy. */
export function openFileDatabase(name = 'redress-files'): FileDatabase {
  const database = new Dexie(name) as FileDatabase;
  database.version(1).stores({ files: 'sha256, keptAt', drafts: 'clipId, changedAt', opened: 'id, place' });
  database.version(2).stores({ unsaved: 'clipId, changedAt' });
  return database;
}
