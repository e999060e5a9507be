import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { createQueue, type ComplaintQueue } from '../../../extension/queue/complaint-queue.ts';
import { openQueueDatabase, type QueueDatabase } from '../../../extension/queue/queue-database.ts';
import { aCapture, aComplaint } from '../support/a-complaint.ts';

const ULIDS = ['01JD0000000000000000000001', '01JD0000000000000000000002', '01JD0000000000000000000003'];

let database: QueueDatabase;
let queue: ComplaintQueue;
let clock: string;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  database = openQueueDatabase();
  const ids = [...ULIDS];
  clock = '2026-11-20T01:31:00Z';
  queue = createQueue(
    database,
    () => clock,
    () => ids.shift() ?? '',
  );
});

async function saved(change: Parameters<typeof aComplaint>[0] = {}): Promise<string> {
  const result = await queue.add(aComplaint(change));
  if (!result.ok) throw new Error(result.code);
  return result.value.entry.id;
}

describe('the queue', () => {
  it('saves a complaint, reads it back and counts it', async () => {
    const result = await queue.add(aComplaint());
    expect(result).toMatchObject({ ok: true, value: { waiting: 1, entry: { id: ULIDS[0], state: 'queued' } } });
    expect((await queue.list()).entries).toEqual([result.ok ? result.value.entry : null]);
  });

  it('keeps what it saved when it is opened again', async () => {
    const id = await saved();
    database.close();
    const again = createQueue(
      openQueueDatabase(),
      () => clock,
      () => '',
    );
    expect((await again.list()).entries.map((entry) => entry.id)).toEqual([id]);
  });

  it('lists the newest first', async () => {
    const ids = [await saved(), await saved()];
    expect((await queue.list()).entries.map(({ id }) => id)).toEqual(ids.reverse());
  });

  it('loses nothing by handing over, and counts until the register has acknowledged', async () => {
    const [one, two] = [await saved(), await saved()];
    await queue.markHandedOver([one]);
    expect(await queue.countWaiting()).toBe(2);
    clock = '2026-11-20T02:00:00Z';
    expect(await queue.acknowledge([one])).toEqual([one]);
    expect(await queue.countWaiting()).toBe(1);
    const { entries } = await queue.list();
    expect(entries.map(({ id, state, stateChangedAt }) => [id, state, stateChangedAt])).toEqual([
      [two, 'queued', '2026-11-20T01:31:00Z'],
      [one, 'registered', '2026-11-20T02:00:00Z'],
    ]);
  });

  it('hears an acknowledgement twice and moves once, and never back', async () => {
    const id = await saved();
    await queue.acknowledge([id]);
    clock = '2026-11-20T03:00:00Z';
    expect(await queue.acknowledge([id])).toEqual([id]);
    await queue.markHandedOver([id]);
    expect((await queue.list()).entries[0]).toMatchObject({
      state: 'registered',
      stateChangedAt: '2026-11-20T01:31:00Z',
    });
  });

  it('knows no complaint that it never had', async () => {
    expect(await queue.acknowledge([ULIDS[2] ?? ''])).toEqual([]);
  });

  it('finds the same message by its identity, whatever its words', async () => {
    const id = await saved();
    const other = aCapture({ blocks: [{ role: 'body', label: null, text: '别的话' }] });
    expect((await queue.twinsOf(other)).map((entry) => entry.id)).toEqual([id]);
  });

  it('finds the same words without an identity, whatever their spacing and width', async () => {
    const id = await saved({
      capture: aCapture({ identity: null, blocks: [{ role: 'body', label: null, text: '批号 Ａ１ 结块' }] }),
    });
    const again = aCapture({ identity: null, blocks: [{ role: 'body', label: null, text: '批号A1\n结块' }] });
    const different = aCapture({ identity: null, blocks: [{ role: 'body', label: null, text: '批号A2\n结块' }] });
    expect((await queue.twinsOf(again)).map((entry) => entry.id)).toEqual([id]);
    expect(await queue.twinsOf(different)).toEqual([]);
  });

  it('tells records that it cannot read, and keeps them', async () => {
    await saved();
    await database.complaints.add({ id: 'Z', entry: { schemaVersion: 99 }, identity: null, fingerprint: '' } as never);
    const { entries, unreadable } = await queue.list();
    expect([entries.length, unreadable]).toEqual([1, 1]);
    expect(await database.complaints.count()).toBe(2);
  });

  it('says that the disk is full, and holds nothing then', async () => {
    database.complaints.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await queue.add(aComplaint())).toEqual({ ok: false, code: 'storageFull', detail: {} });
    expect(await queue.countWaiting()).toBe(0);
  });

  it('does not call saved what reads back differently', async () => {
    database.complaints.hook('reading', (record) => ({ ...record, fingerprint: 'changed' }));
    expect(await queue.add(aComplaint())).toMatchObject({ ok: false, code: 'notReadBack' });
  });

  it('names any other trouble of the storage', async () => {
    database.close();
    await Dexie.delete('redress-queue');
    database = openQueueDatabase('redress-queue');
    Dexie.dependencies.indexedDB = undefined as never;
    const broken = createQueue(
      openQueueDatabase('other'),
      () => clock,
      () => ULIDS[0] ?? '',
    );
    expect(await broken.add(aComplaint())).toMatchObject({ ok: false, code: 'storageFailed' });
  });
});
