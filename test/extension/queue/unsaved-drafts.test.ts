import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { openFileDatabase } from '../../../extension/queue/file-database.ts';
import { createFileStore } from '../../../extension/queue/file-store.ts';
import { createUnsavedDrafts, type UnsavedDrafts } from '../../../extension/queue/unsaved-drafts.ts';
import { aCapture } from '../support/a-complaint.ts';

let clock: string;
let drafts: UnsavedDrafts;

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Dexie.dependencies.IDBKeyRange = IDBKeyRange;
  clock = '2026-11-20T01:00:00Z';
  drafts = createUnsavedDrafts(openFileDatabase(), () => clock);
});

const aDraft = (clipId: string, typed = '华科') => ({
  clipId,
  capture: aCapture(),
  edits: { values: { customerName: typed } },
});
const ids = async (from = drafts) => (await from.list()).map(({ clipId }) => clipId);

describe('drafts that were not saved', () => {
  it('are there when the browser is started again, the last changed first, until they are dropped', async () => {
    await drafts.keep(aDraft('a'));
    clock = '2026-11-20T02:00:00Z';
    await drafts.keep(aDraft('b'));
    clock = '2026-11-20T03:00:00Z';
    await drafts.keep(aDraft('a', '华科二厂'));
    const again = createUnsavedDrafts(openFileDatabase(), () => clock);
    expect(await ids(again)).toEqual(['a', 'b']);
    expect(await again.get('a')).toEqual({ ...aDraft('a', '华科二厂'), changedAt: clock });
    await again.drop('a');
    expect(await ids(again)).toEqual(['b']);
    expect(await again.get('a')).toBe(null);
  });

  it('keep their files, however old these are', async () => {
    const store = createFileStore(openFileDatabase(), {
      now: () => clock,
      sha256: (bytes) => Promise.resolve(`h${bytes[0]}`),
    });
    const facts = { name: 'a.png', type: 'image/png', origin: 'opened' as const, sourceUrl: null };
    for (const [at, clipId] of ['a', 'b'].entries()) await store.keep(clipId, facts, new Uint8Array([at]));
    await drafts.keep(aDraft('a'));
    expect(await store.collect(new Set(), '2027-01-01T00:00:00Z')).toEqual({ files: 1, bytes: 1 });
    expect(await store.hereOf(['h0', 'h1'])).toEqual(['h0']);
  });

  it('of one page clicked again take their files along, none twice', async () => {
    const store = createFileStore(openFileDatabase(), {
      now: () => clock,
      sha256: (bytes) => Promise.resolve(`h${bytes[0]}`),
    });
    const facts = { name: 'a.png', type: 'image/png', origin: 'opened' as const, sourceUrl: null };
    const keep = (clipId: string, byte: number) => store.keep(clipId, facts, new Uint8Array([byte]));
    await keep('old', 1);
    await keep('old', 2);
    await keep('new', 2);
    await store.moveDraft('old', 'new');
    const hashes = async (clipId: string) => (await store.filesOf(clipId)).map(({ sha256 }) => sha256);
    expect([await hashes('old'), await hashes('new')]).toEqual([[], ['h2', 'h1']]);
    await store.moveDraft('new', 'new');
    await store.moveDraft('nobody', 'new');
    expect(await hashes('new')).toEqual(['h2', 'h1']);
  });
});
