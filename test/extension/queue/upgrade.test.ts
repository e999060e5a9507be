import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FIRST_QUESTION } from '../../../core/queue/queue-question.ts';
import type { NewComplaint } from '../../../core/queue/queue-entry.ts';
import { createQueue, type ComplaintQueue } from '../../../extension/queue/complaint-queue.ts';
import { listBackups, readBackupPart } from '../../../extension/queue/back-up-queue.ts';
import { openBackupDatabase, type BackupDatabase } from '../../../extension/queue/backup-database.ts';
import { openQueue } from '../../../extension/queue/open-queue.ts';
import { aCapture, aComplaint } from '../support/a-complaint.ts';

const NOW = '2026-11-22T09:00:00Z';
let backups: BackupDatabase;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  backups = openBackupDatabase();
});

const idOf = (at: number) => `01JD${String(at).padStart(22, '0')}`;

/** An entry as version 1 of the extension wrote it. */
function first(at: number, state = 'queued') {
  const complaint: Partial<NewComplaint> = aComplaint({ capture: aCapture({ identity: `<${at}@huake.example>` }) });
  delete complaint.files;
  const savedAt = '2026-11-20T09:10:00+08:00';
  return { ...complaint, schemaVersion: 1, id: idOf(at), savedAt, state, stateChangedAt: savedAt };
}

/** The database as version 1 left it. */
async function leftByFirst(entries: unknown[]): Promise<void> {
  const database = new Dexie('redress-queue');
  database.version(1).stores({ complaints: 'id, entry.state, identity, fingerprint' });
  const records = entries.map((entry, at) => ({ id: idOf(at), entry, identity: null, fingerprint: `f${at}` }));
  await database.table('complaints').bulkAdd(records);
  database.close();
}

const queueOn = async () =>
  createQueue(
    await openQueue(backups, () => NOW),
    () => NOW,
    () => '',
  );

/** The list once all of it is built. */
const whole = (queue: ComplaintQueue) =>
  vi.waitFor(async () => {
    const page = await queue.find({ ...FIRST_QUESTION, sort: 'saved' });
    expect(page.reading).toBe(null);
    return page;
  }, 5_000);

describe('a queue of version 1', () => {
  it('is lifted without loss, and found again in lists, counts and twins', async () => {
    const entries = Array.from({ length: 600 }, (_, at) => first(at, at % 3 === 0 ? 'registered' : 'queued'));
    await leftByFirst(entries);
    const queue = await queueOn();
    const page = await whole(queue);
    expect([page.total, page.counts?.registered, page.unreadable]).toEqual([600, 200, 0]);
    expect(await queue.countWaiting()).toBe(400);
    const original = first(7);
    expect(await queue.get(idOf(7))).toEqual({
      ...original,
      schemaVersion: 2,
      removedAt: null,
      files: [],
      notes: [],
      links: [],
      history: [{ at: original.savedAt, what: 'saved' }],
    });
    const twins = await queue.twinsOf({ capture: aCapture({ identity: '<7@huake.example>', blocks: [] }), values: {} });
    expect(twins.map(({ entry }) => entry.id)).toEqual([idOf(7)]);
  });

  it('is copied whole before the upgrade, as it stood', async () => {
    const entries = Array.from({ length: 450 }, (_, at) => first(at));
    await leftByFirst(entries);
    await queueOn();
    const [backup, ...others] = await listBackups(backups);
    expect([backup?.fromVersion, backup?.toVersion, backup?.count, others.length]).toEqual([1, 4, 450, 0]);
    const portions: unknown[] = [];
    for (let portion = 0; ; portion++) {
      const part = await readBackupPart(backups, backup?.id ?? '', portion);
      if (part === null) break;
      portions.push(...part);
    }
    expect(portions).toEqual(entries);
  });

  it('is not touched when it cannot be copied', async () => {
    await leftByFirst([first(0)]);
    backups.parts.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(openQueue(backups, () => NOW)).rejects.toThrow();
    const database = await new Dexie('redress-queue').open();
    expect(database.verno).toBe(1);
    expect(await database.table('complaints').get(idOf(0))).toMatchObject({ entry: first(0), fingerprint: 'f0' });
    expect(await listBackups(backups)).toEqual([]);
  });

  it('keeps a record that nobody can read as it is, and tells of it', async () => {
    const unreadable = { schemaVersion: 1, id: 'nobody', values: 7 };
    await leftByFirst([first(0), unreadable]);
    const queue = await queueOn();
    expect(await whole(queue)).toMatchObject({ total: 1, unreadable: 1 });
    expect((await queue.stored('', 10)).map(({ entry }) => entry)).toContainEqual(unreadable);
  });

  it('is upgraded once; later openings copy nothing', async () => {
    await leftByFirst([first(0)]);
    const database = await openQueue(backups, () => NOW);
    database.close();
    await openQueue(backups, () => '2026-11-23T09:00:00Z');
    expect((await listBackups(backups)).map(({ takenAt }) => takenAt)).toEqual([NOW]);
  });

  it('that never was needs no copy', async () => {
    await queueOn();
    expect(await listBackups(backups)).toEqual([]);
  });
});
