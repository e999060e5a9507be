import * as fc from 'fast-check';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import { editEntry, linkEntry, moveEntry, putAside, unlinkEntry } from '../../../core/queue/change-entry.ts';
import { FIRST_QUESTION, type QueueQuestion } from '../../../core/queue/queue-question.ts';
import { rowOf, shownRow } from '../../../core/queue/queue-row.ts';
import { readQueueEntry } from '../../../core/queue/read-queue-entry.ts';
import { countRows, searchRows } from '../../../core/queue/search-rows.ts';
import { createQueue, type ComplaintQueue } from '../../../extension/queue/complaint-queue.ts';
import { unbuilt } from '../../../extension/queue/derived-state.ts';
import { openQueueDatabase, type QueueDatabase } from '../../../extension/queue/queue-database.ts';
import { aCapture, aComplaint } from '../support/a-complaint.ts';

const NOW = '2026-11-20T02:00:00Z';
const WORDS = ['结块', '破损', 'FA-2026-01', '138 0000 1234'];
/** Small packs, so that they are halved and emptied all the time. */
const LIMIT = { rows: 3, text: 400 };

const Step = fc.oneof(
  fc.record({
    act: fc.constant('add' as const),
    word: fc.nat(3),
    due: fc.integer({ min: -1, max: 3 }),
    at: fc.nat(60),
  }),
  fc.record({ act: fc.constantFrom('remove', 'restore', 'register', 'requeue', 'unlink'), one: fc.nat(30) }),
  fc.record({ act: fc.constant('edit' as const), one: fc.nat(30), word: fc.nat(3) }),
  fc.record({ act: fc.constant('merge' as const), one: fc.nat(30), other: fc.nat(30) }),
  fc.record({ act: fc.constant('batch' as const), from: fc.nat(30), count: fc.nat(9) }),
  fc.record({ act: fc.constant('clear' as const) }),
  fc.record({ act: fc.constant('import' as const), one: fc.nat(30), word: fc.nat(3) }),
  fc.record({ act: fc.constant('restart' as const), isHalfBuilt: fc.boolean() }),
);
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

const QUESTIONS: QueueQuestion[] = [
  FIRST_QUESTION,
  ...WORDS.map((search) => ({ ...FIRST_QUESTION, search })),
  { ...FIRST_QUESTION, shelf: 'open', sort: 'saved' },
  { ...FIRST_QUESTION, shelf: 'removed' },
  { ...FIRST_QUESTION, due: 'soon', sort: 'customer' },
];

let database: QueueDatabase;
let nextId: string;
let clock = NOW;

beforeEach(() => {
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
});

const queueOn = () =>
  createQueue(
    database,
    () => clock,
    () => nextId,
    { limit: LIMIT },
  );

/** Ids are not given out in their order: clocks differ, and files bring old ones. */
const idOf = (count: number, at: number) => `01JD${String(at).padStart(8, '0')}${String(count).padStart(14, '0')}`;

describe('what is derived from the entries', () => {
  it('gives the same counts and answers as a look at all of them, whatever was done before', async () => {
    clock = NOW;
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 1, maxLength: 25 }), async (steps) => {
        Dexie.dependencies.indexedDB = new IDBFactory();
        database = openQueueDatabase();
        let queue = queueOn();
        for (const [count, step] of steps.entries()) {
          if (step.act === 'restart') queue = await restarted(step.isHalfBuilt);
          else await take(queue, step, count);
          if (count % 5 === 0) await agrees(queue);
        }
        await agrees(queue);
        await agrees(queueOn());
        database.close();
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('is built anew where it disagrees with the entries', async () => {
    Dexie.dependencies.indexedDB = new IDBFactory();
    database = openQueueDatabase();
    for (let at = 0; at < 8; at++) await take(queueOn(), { act: 'add', word: at % 4, due: 1, at }, at);
    const [entry] = await database.complaints.toArray();
    const spoilt = [
      () => database.packs.clear(),
      () => database.rows.clear(),
      () => database.complaints.delete(entry?.id ?? ''),
      async () => {
        const state = await database.derived.get('state');
        if (state) await database.derived.put({ ...state, tally: { ...state.tally, queued: 99 } });
      },
    ];
    for (const spoil of spoilt) {
      await spoil();
      const queue = queueOn();
      await vi.waitFor(() => agrees(queue), 5_000);
      await vi.waitFor(() => agrees(queueOn()), 5_000);
    }
  }, 60_000);
});

async function restarted(isHalfBuilt: boolean): Promise<ComplaintQueue> {
  if (isHalfBuilt) {
    await database.packs.clear();
    await database.derived.put(unbuilt());
  }
  return queueOn();
}

async function take(queue: ComplaintQueue, step: Exclude<Step, { act: 'restart' }>, count: number): Promise<void> {
  const ids = (await database.complaints.toCollection().primaryKeys()).sort();
  const pick = (at: number) => ids[at % Math.max(1, ids.length)];
  if (step.act === 'add') {
    nextId = idOf(count, step.at);
    clock = new Date(Date.parse(NOW) - count).toISOString();
    const values = { customerName: `客户${step.word}`, contactPhone: WORDS[step.word] ?? '' };
    const promised = step.due < 0 ? [] : [aDeadline(step.due)];
    const blocks = [{ role: 'body' as const, label: null, text: `第${count}件 ${WORDS[step.word]}` }];
    await queue.add(aComplaint({ values, promised, capture: aCapture({ identity: `<${count}>`, blocks }) }));
  } else if (step.act === 'batch') {
    await queue.change(ids.slice(step.from, step.from + step.count).reverse(), (entry) =>
      moveEntry(entry, 'handedOver', NOW),
    );
  } else if (step.act === 'clear') await queue.clearRemoved(null);
  else {
    const id = pick(step.one);
    if (id === undefined) return;
    if (step.act === 'merge') {
      const other = pick(step.other) ?? id;
      await queue.change([id], (entry) => linkEntry(entry, { to: other, kind: 'duplicateOf' }, NOW));
    } else if (step.act === 'edit')
      await queue.change([id], (entry) => editEntry(entry, { values: { remarks: WORDS[step.word] ?? '' } }, NOW));
    else if (step.act === 'import') {
      const entry = readQueueEntry((await database.complaints.get(id))?.entry);
      const lifted = entry && editEntry(entry, { values: { remarks: WORDS[step.word] ?? '' } }, '2026-11-21T02:00:00Z');
      await queue.importEntries(
        [lifted, { ...lifted, id: idOf(count, 0), savedAt: `2026-11-19T00:00:00.${100 + count}Z` }],
        0,
      );
    } else
      await queue.change([id], (entry) =>
        step.act === 'remove' || step.act === 'restore'
          ? putAside(entry, step.act === 'remove', NOW)
          : step.act === 'unlink'
            ? entry.links.reduce((now, { to }) => unlinkEntry(now, to, NOW), entry)
            : moveEntry(entry, step.act === 'register' ? 'registered' : 'queued', NOW),
      );
  }
}

/** The queue's answers are those of a look at all entries. */
async function agrees(queue: ComplaintQueue): Promise<void> {
  const asOf = Date.parse(NOW);
  const records = await database.complaints.toArray();
  const rows = records.flatMap(({ entry }) => readQueueEntry(entry) ?? []).map(rowOf);
  const counts = countRows(rows, asOf);
  const early = await queue.find(FIRST_QUESTION);
  if (early.counts !== null) {
    expect(early.counts).toEqual(counts);
    expect(early.rows).toEqual(searchRows(rows, FIRST_QUESTION, asOf).rows.map(shownRow));
  }
  await queue.findIds(FIRST_QUESTION, 1);
  for (const question of QUESTIONS) {
    const found = await queue.find(question);
    const wanted = searchRows(rows, question, asOf);
    expect(found).toMatchObject({ rows: wanted.rows.map(shownRow), total: wanted.total, counts, reading: null });
  }
  expect(await queue.countWaiting()).toBe(counts.queued + counts.handedOver);
  const waiting = rows.filter((row) => searchRows([row], { ...FIRST_QUESTION, shelf: 'open' }, asOf).total === 1);
  expect(await queue.waitingIds(100)).toEqual(waiting.map(({ id }) => id).sort());
}

/** Overdue, soon, or neither. */
function aDeadline(kind: number): Deadline {
  const hour = (at: number) => new Date(Date.parse(NOW) + at * 3_600_000).toISOString();
  return {
    milestone: 'firstResponse',
    basis: 'exact',
    startedAt: null,
    dueAt: hour(kind === 0 ? -1 : kind === 1 ? 1 : 48),
    warnAt: kind === 3 ? null : hour(kind === 1 ? -1 : 24),
    stoppedAt: null,
    status: 'running',
    trace: [],
  };
}
