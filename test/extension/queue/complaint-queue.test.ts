import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import { editEntry, linkEntry, putAside } from '../../../core/queue/change-entry.ts';
import { createQueue, type ComplaintQueue } from '../../../extension/queue/complaint-queue.ts';
import { openQueueDatabase, type QueueDatabase } from '../../../extension/queue/queue-database.ts';
import { FIRST_QUESTION } from '../../../core/queue/queue-question.ts';
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

const ids = async (change: Partial<typeof FIRST_QUESTION> = {}) =>
  (await queue.find({ ...FIRST_QUESTION, sort: 'saved', ...change })).rows.map(({ id }) => id);

async function saved(change: Parameters<typeof aComplaint>[0] = {}): Promise<string> {
  const result = await queue.add(aComplaint(change));
  if (!result.ok) throw new Error(result.code);
  return result.value.entry.id;
}

describe('the queue', () => {
  it('saves a complaint, reads it back and counts it', async () => {
    const result = await queue.add(aComplaint());
    expect(result).toMatchObject({ ok: true, value: { waiting: 1, entry: { id: ULIDS[0], state: 'queued' } } });
    expect(await queue.get(ULIDS[0] ?? '')).toEqual(result.ok ? result.value.entry : null);
  });

  it('keeps what it saved when it is opened again', async () => {
    const id = await saved();
    database.close();
    const again = createQueue(
      openQueueDatabase(),
      () => clock,
      () => '',
    );
    expect((await again.find(FIRST_QUESTION)).rows.map((row) => row.id)).toEqual([id]);
  });

  it('lists the newest first', async () => {
    const two = [await saved(), await saved()];
    expect(await ids()).toEqual(two.reverse());
  });

  it('loses nothing by handing over, and counts until the register has acknowledged', async () => {
    const [one, two] = [await saved(), await saved()];
    await queue.markHandedOver([one]);
    expect(await queue.countWaiting()).toBe(2);
    clock = '2026-11-20T02:00:00Z';
    expect(await queue.acknowledge([one])).toEqual([one]);
    expect(await queue.countWaiting()).toBe(1);
    const entries = await queue.entries([two, one]);
    expect(entries.map(({ id, state, stateChangedAt }) => [id, state, stateChangedAt])).toEqual([
      [two, 'queued', '2026-11-20T01:31:00Z'],
      [one, 'registered', '2026-11-20T02:00:00Z'],
    ]);
    expect(entries[1]?.history.map(({ what }) => what)).toEqual(['saved', 'handedOver', 'registered']);
  });

  it('hears an acknowledgement twice and moves once, and never back', async () => {
    const id = await saved();
    await queue.acknowledge([id]);
    clock = '2026-11-20T03:00:00Z';
    expect(await queue.acknowledge([id])).toEqual([id]);
    await queue.markHandedOver([id]);
    expect(await queue.get(id)).toMatchObject({
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
    const [twin] = await queue.twinsOf({ capture: other, values: {} });
    expect([twin?.entry.id, twin?.reasons]).toEqual([id, [{ kind: 'sameMessage' }]]);
  });

  it('finds the same words without an identity, whatever their spacing and width', async () => {
    const id = await saved({
      capture: aCapture({ identity: null, blocks: [{ role: 'body', label: null, text: '批号 Ａ１ 结块' }] }),
    });
    const again = aCapture({ identity: null, blocks: [{ role: 'body', label: null, text: '批号A1\n结块' }] });
    const different = aCapture({ identity: null, blocks: [{ role: 'body', label: null, text: '批号A2\n结块' }] });
    const twins = await queue.twinsOf({ capture: again, values: {} });
    expect(twins.map(({ entry, reasons }) => [entry.id, reasons])).toEqual([[id, [{ kind: 'sameWords' }]]]);
    expect(await queue.twinsOf({ capture: different, values: {} })).toEqual([]);
  });

  it('finds the same message among many that look alike', async () => {
    const letter = '卸货时发现粉煤灰严重结块，泵车两次堵管，现场停工四个小时，要求退货并赔偿。';
    const capture = (at: number) =>
      aCapture({ identity: `<${at}@a>`, blocks: [{ role: 'body', label: null, text: `${letter}${at}` }] });
    let next = 100;
    const many = createQueue(
      database,
      () => clock,
      () => `01JD${String(next++).padStart(22, '0')}`,
    );
    for (let at = 0; at < 90; at++) await many.add(aComplaint({ capture: capture(at), values: {} }));
    const [twin] = await many.twinsOf({ capture: { ...capture(85), blocks: capture(7).blocks }, values: {} });
    expect(twin?.entry.capture.identity).toBe('<85@a>');
  });

  it('tells records that it cannot read, and keeps them', async () => {
    await saved();
    await database.complaints.add({ id: 'Z', entry: { schemaVersion: 99 } } as never);
    // Found when all rows are there and compared with the entries: then everything is counted anew.
    await vi.waitFor(async () => {
      const { total, unreadable } = await queue.find({ ...FIRST_QUESTION, sort: 'saved' });
      expect([total, unreadable]).toEqual([1, 1]);
    });
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
    database.complaints.hook('reading', (record) => ({ ...record, id: 'changed' }));
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

  it('gives the first page before all rows are read, and says when they are', async () => {
    let isLoaded = false;
    const id = await saved();
    const fresh = createQueue(
      database,
      () => clock,
      () => '',
      { onMore: () => (isLoaded = true) },
    );
    expect(await fresh.find(FIRST_QUESTION)).toMatchObject({
      rows: [{ id }],
      total: 1,
      counts: { queued: 1 },
      facets: null,
    });
    await vi.waitFor(() => expect(isLoaded).toBe(true));
    expect(await fresh.find(FIRST_QUESTION)).toMatchObject({ rows: [{ id }], total: 1, counts: { queued: 1 } });
  });

  it('counts by the indexes what it counts over all rows', async () => {
    const [one, two, three] = [await saved(), await saved(), await saved()];
    await queue.change([one], (entry) => putAside(entry, true, clock));
    await queue.change([two], (entry) => linkEntry(entry, { to: three, kind: 'duplicateOf' }, clock));
    const fresh = createQueue(
      database,
      () => clock,
      () => '',
    );
    const early = await fresh.find(FIRST_QUESTION);
    await fresh.find({ ...FIRST_QUESTION, search: 'x' });
    const late = await fresh.find(FIRST_QUESTION);
    expect([early.facets === null, late.facets === null]).toEqual([true, false]);
    expect([early.rows, early.total, early.counts]).toEqual([late.rows, late.total, late.counts]);
    expect(early.counts).toMatchObject({ queued: 1, duplicates: 1, removed: 1 });
  });

  it('finds by the rows in memory what was written after they were read', async () => {
    await saved();
    expect(await ids({ search: '13900000000' })).toEqual([]);
    const id = await saved({ values: { contactPhone: '139-0000-0000' } });
    expect(await ids({ search: '13900000000' })).toEqual([id]);
    await queue.change([id], (entry) => editEntry(entry, { values: { contactPhone: '13800000000' } }, clock));
    expect(await ids({ search: '139-0000-0000' })).toEqual([]);
  });

  it('counts and hands over neither what was put aside nor duplicates', async () => {
    const [one, two, three] = [await saved(), await saved(), await saved()];
    await queue.change([one], (entry) => putAside(entry, true, clock));
    await queue.change([two], (entry) => linkEntry(entry, { to: three, kind: 'duplicateOf' }, clock));
    expect([await queue.countWaiting(), await queue.waitingIds(10)]).toEqual([1, [three]]);
    expect(await ids({ shelf: 'removed' })).toEqual([one]);
    expect(await ids()).toEqual([three, two]);
  });

  it('clears away only what was put aside, or of that only what is old enough', async () => {
    const [one, two] = [await saved(), await saved()];
    await queue.change([one], (entry) => putAside(entry, true, clock));
    expect(await queue.clearRemoved('2026-11-20T01:31:00Z')).toEqual({ ok: true, value: 0 });
    expect(await queue.clearRemoved(null)).toEqual({ ok: true, value: 1 });
    expect([await queue.get(one), (await queue.get(two))?.id]).toEqual([null, two]);
    expect(await ids({ shelf: 'removed' })).toEqual([]);
  });

  it('clears away what was registered long ago, and nothing else', async () => {
    const [one, two] = [await saved(), await saved()];
    await queue.acknowledge([one]);
    clock = '2026-12-20T01:31:00Z';
    expect(await queue.clearRegistered('2026-12-01T00:00:00Z')).toEqual({ ok: true, value: 1 });
    expect(await ids()).toEqual([two]);
  });

  it('counts what is overdue, and gives the rows whose deadlines are near', async () => {
    const promised = [aDeadline('2026-11-20T02:00:00Z')];
    const id = await saved({ promised });
    await saved({ promised: [aDeadline('2026-12-24T02:00:00Z')] });
    expect(await queue.countOverdue()).toBe(0);
    clock = '2026-11-20T02:00:01Z';
    expect(await queue.countOverdue()).toBe(1);
    expect((await queue.openRows(Date.parse('2026-11-21T00:00:00Z'))).map((row) => row.id)).toEqual([id]);
  });

  it('says that the disk is full when something is changed, and changes nothing', async () => {
    const id = await saved();
    database.rows.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const edit = { values: { customerName: '别家' } };
    expect(await queue.change([id], (entry) => editEntry(entry, edit, clock))).toMatchObject({ code: 'storageFull' });
    expect((await queue.get(id))?.values.customerName).toBe('华科混凝土有限公司');
    expect(await ids({ search: '别家' })).toEqual([]);
  });

  it('takes back an export of its own without doubling anything', async () => {
    await saved();
    await saved();
    const stored = (await queue.stored('', 10)).map(({ entry }) => entry);
    expect(await queue.importEntries(stored, 0)).toEqual({
      ok: true,
      value: { added: 0, merged: 0, same: 2, bad: [] },
    });
    await database.complaints.clear();
    await database.rows.clear();
    const fresh = createQueue(
      database,
      () => clock,
      () => '',
    );
    const broken = { ...(stored[0] as object), values: { customerName: 7 } };
    expect(await fresh.importEntries([...stored, broken, 'x'], 0)).toEqual({
      ok: true,
      value: {
        added: 2,
        merged: 0,
        same: 0,
        bad: [
          { index: 2, id: ULIDS[0], part: 'values.customerName' },
          { index: 3, id: null, part: '' },
        ],
      },
    });
    expect(await fresh.importEntries(stored, 0)).toMatchObject({ value: { added: 0, merged: 0, same: 2 } });
    expect((await fresh.find(FIRST_QUESTION)).rows.length).toBe(2);
  });
});

function aDeadline(dueAt: string): Deadline {
  return {
    milestone: 'firstResponse',
    basis: 'exact',
    startedAt: null,
    dueAt,
    warnAt: null,
    stoppedAt: null,
    status: 'running',
    trace: [],
  };
}
