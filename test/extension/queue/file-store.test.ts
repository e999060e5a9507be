import { createHash } from 'node:crypto';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CapturedFile } from '../../../core/capture/captured-file.ts';
import { forgetFiles } from '../../../extension/entrypoints/background/forget-files.ts';
import { createQueue, type ComplaintQueue } from '../../../extension/queue/complaint-queue.ts';
import { openFileDatabase, type FileDatabase } from '../../../extension/queue/file-database.ts';
import { createFileStore, LARGEST_FILE, type FileStore } from '../../../extension/queue/file-store.ts';
import { createOpenedMails } from '../../../extension/queue/opened-mails.ts';
import { openQueueDatabase } from '../../../extension/queue/queue-database.ts';
import { aCapture, aComplaint } from '../support/a-complaint.ts';

const FACTS = { name: 'a.png', type: 'image/png', origin: 'attachment' as const, sourceUrl: 'https://mail.example/a' };
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let database: FileDatabase;
let store: FileStore;
let queue: ComplaintQueue;
let clock: string;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  clock = '2026-01-01T00:00:00.000Z';
  const now = () => clock;
  database = openFileDatabase();
  store = createFileStore(database, { now, sha256: (bytes) => Promise.resolve(hashOf(bytes)) });
  const ids = ['01JD0000000000000000000001', '01JD0000000000000000000002'];
  queue = createQueue(openQueueDatabase(), now, () => ids.shift() ?? '');
});

async function kept(clipId: string, text: string): Promise<CapturedFile> {
  const result = await store.keep(clipId, FACTS, bytesOf(text));
  if (!result.ok) throw new Error(result.code);
  return result.value;
}

describe('the store of files', () => {
  it('keeps bytes by their hash and gives them back', async () => {
    const file = await kept('c1', 'evidence');
    expect(file).toEqual({ ...FACTS, size: 8, sha256: hashOf(bytesOf('evidence')), takenAt: clock });
    expect(await store.filesOf('c1')).toEqual([file]);
    expect(await store.open(file.sha256)).toEqual(bytesOf('evidence'));
    expect(await store.open('0'.repeat(64))).toBeNull();
  });

  it('keeps the same bytes once, in a draft and altogether', async () => {
    await kept('c1', 'same');
    await kept('c1', 'same');
    await kept('c2', 'same');
    expect(await store.filesOf('c1')).toHaveLength(1);
    expect(await database.files.count()).toBe(1);
  });

  it('tells which of many files are here', async () => {
    const { sha256 } = await kept('c1', 'evidence');
    await kept('c1', 'other');
    expect(await store.hereOf([sha256, '0'.repeat(64)])).toEqual([sha256]);
  });

  it('gives nothing back that is not what was kept', async () => {
    const { sha256 } = await kept('c1', 'evidence');
    await database.files.update(sha256, { bytes: bytesOf('forged').buffer });
    expect(await store.open(sha256)).toBeNull();
  });

  it('refuses what is empty or too large, one by one and together', async () => {
    expect(await store.keep('c1', FACTS, new Uint8Array())).toMatchObject({ ok: false, code: 'emptyFile' });
    const large = new Uint8Array(LARGEST_FILE + 1);
    expect(await store.keep('c1', FACTS, large)).toMatchObject({
      ok: false,
      code: 'fileTooLarge',
      detail: { limit: 10 },
    });
    for (const first of [1, 2, 3]) {
      const full = new Uint8Array(LARGEST_FILE).fill(first);
      expect((await store.keep('c1', FACTS, full)).ok).toBe(true);
    }
    expect(await store.keep('c1', FACTS, bytesOf('one more'))).toMatchObject({
      code: 'draftTooLarge',
      detail: { limit: 30 },
    });
    expect((await store.keep('c2', FACTS, bytesOf('one more'))).ok).toBe(true);
  });
});

describe('forgetting files', () => {
  const later = '2026-03-01T00:00:00.000Z';
  const forget = (change: Partial<Parameters<typeof forgetFiles>[2]> = {}) =>
    forgetFiles(queue, store, { olderThan: null, now: later, ...change });

  async function savedWith(file: CapturedFile): Promise<string> {
    const result = await queue.add(aComplaint({ files: [file] }));
    if (!result.ok) throw new Error(result.code);
    return result.value.entry.id;
  }

  it('takes what no complaint and no fresh draft holds', async () => {
    await kept('old', 'orphan');
    const mine = await kept('saved', 'held');
    await savedWith(mine);
    await store.closeDraft('saved');
    clock = later;
    const fresh = await kept('fresh', 'fresh');
    expect(await forget()).toEqual({ files: 1, bytes: 6 });
    expect((await database.files.toCollection().primaryKeys()).sort()).toEqual([mine.sha256, fresh.sha256].sort());
  });

  it('takes those of complaints registered long ago, and leaves their names and hashes', async () => {
    const file = await kept('c1', 'held');
    const id = await savedWith(file);
    await store.closeDraft('c1');
    expect(await forget({ olderThan: later })).toEqual({ files: 0, bytes: 0 });
    await queue.acknowledge([id]);
    expect(await forget({ olderThan: '2025-12-31T00:00:00Z' })).toEqual({ files: 0, bytes: 0 });
    expect(await forget({ olderThan: later })).toEqual({ files: 1, bytes: 4 });
    expect((await queue.get(id))?.files).toEqual([file]);
  });

  it('keeps bytes that another complaint still holds', async () => {
    const file = await kept('c1', 'held');
    const id = await savedWith(file);
    await savedWith(file);
    await store.closeDraft('c1');
    await queue.acknowledge([id]);
    expect(await forget({ olderThan: later })).toEqual({ files: 0, bytes: 0 });
  });

  it('keeps the files of mails that wait, however long', async () => {
    await kept('m1', 'mail');
    await createOpenedMails(database).add([{ ...aMail('m1'), state: 'waiting' }]);
    expect(await forget()).toEqual({ files: 0, bytes: 0 });
  });
});

const aMail = (id: string, identity: string | null = null) => ({
  ...{ id, openedAt: clock, fileName: `${id}.eml`, state: 'waiting' as const, trouble: null, detail: {} },
  ...{ capture: aCapture({ identity }), looksLikeComplaint: true },
});

describe('mails that wait', () => {
  it('stand in the order in which they came; the same message takes the place of the one before', async () => {
    const mails = createOpenedMails(database);
    await mails.add([aMail('m1', '<1@x>'), aMail('m2', '<2@x>')]);
    expect((await mails.add([aMail('m3', '<1@x>'), aMail('m4')])).map(({ id }) => id)).toEqual(['m2', 'm3', 'm4']);
    expect((await mails.setState('m2', 'done'))[0]).toMatchObject({ id: 'm2', state: 'done' });
    expect((await mails.remove(['m2', 'm3'])).map(({ id }) => id)).toEqual(['m4']);
  });

  it('takes bytes of an export back only under the hash that they have, and makes a spoilt file good', async () => {
    const bytes = bytesOf('photo');
    const hash = hashOf(bytes);
    expect(await store.restore(hash, bytesOf('another'))).toBe('refused');
    expect(await store.restore(hashOf(new Uint8Array(0)), new Uint8Array(0))).toBe('refused');
    expect(await store.hereOf([hash])).toEqual([]);
    expect(await store.restore(hash, bytes)).toBe('restored');
    expect(await store.restore(hash, bytes)).toBe('here');
    await database.files.update(hash, { bytes: bytesOf('spoilt').buffer });
    expect(await store.open(hash)).toBe(null);
    expect(await store.restore(hash, bytes)).toBe('restored');
    expect(await store.open(hash)).toEqual(bytes);
  });
});
