import { describe, expect, it } from 'vitest';
import { readQueueEntry } from '../../../core/queue/read-queue-entry.ts';
import { aComplaint } from '../../extension/support/a-complaint.ts';

const { files, ...complaint } = aComplaint();
const first = {
  ...complaint,
  schemaVersion: 1,
  id: '01JD0000000000000000000001',
  savedAt: '2026-11-20T09:10:00+08:00',
  state: 'handedOver',
  stateChangedAt: '2026-11-20T10:00:00+08:00',
};

describe('a stored entry', () => {
  it('of version 1 is lifted and loses nothing', () => {
    const entry = readQueueEntry(first);
    expect(entry).toEqual({
      ...first,
      schemaVersion: 2,
      removedAt: null,
      files,
      notes: [],
      links: [],
      history: [{ at: first.savedAt, what: 'saved' }],
    });
  });

  it('of the present version is itself', () => {
    const entry = readQueueEntry(first);
    expect(readQueueEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it.each([
    ['nothing', null],
    ['words', 'entry'],
    ['a newer version', { ...first, schemaVersion: 3 }],
    ['a broken one of version 1', { ...first, values: { customerName: 7 } }],
    ['one without a time', { ...first, savedAt: undefined }],
  ])('that is %s is none', (_, stored) => {
    expect(readQueueEntry(stored)).toBeNull();
  });
});
