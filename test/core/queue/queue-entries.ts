import * as fc from 'fast-check';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import { QueueEntry, type EntryChange } from '../../../core/queue/queue-entry.ts';
import { aComplaint } from '../../extension/support/a-complaint.ts';

export const SAVED = '2026-11-20T09:10:00+08:00';
export const LATER = '2026-11-20T11:00:00+08:00';

export const idOf = (at: number) => `01JD${String(at).padStart(22, '0')}`;

/** A saved entry, checked by the schema. */
export function anEntry(change: Partial<QueueEntry> = {}): QueueEntry {
  return QueueEntry.parse({
    ...aComplaint(),
    schemaVersion: 2,
    id: idOf(1),
    savedAt: SAVED,
    state: 'queued',
    stateChangedAt: SAVED,
    removedAt: null,
    notes: [],
    links: [],
    history: [{ at: SAVED, what: 'saved' }],
    ...change,
  });
}

export function aDeadline(dueAt: string | null, change: Partial<Deadline> = {}): Deadline {
  return {
    milestone: 'firstResponse',
    basis: 'exact',
    startedAt: null,
    dueAt,
    warnAt: null,
    stoppedAt: null,
    status: 'none',
    trace: [],
    ...change,
  };
}

const moment = fc
  .integer({ min: 0, max: 500 })
  .map((minutes) => new Date(Date.parse('2026-11-20T01:10:00Z') + minutes * 60_000).toISOString());
const change: fc.Arbitrary<EntryChange> = fc.record({
  at: moment,
  what: fc.constantFrom('edited' as const, 'noted' as const, 'handedOver' as const, 'linked' as const),
});
/** A note never changes once it is written; nor do links without the history telling. */
const note = fc.constantFrom(
  { id: 'n1', at: SAVED, text: '电话已打' },
  { id: 'n2', at: LATER, text: '等样品' },
  { id: 'n3', at: SAVED, text: '等样品' },
);
const link = fc.constantFrom(
  { to: idOf(2), kind: 'sameMatter' as const },
  { to: idOf(3), kind: 'duplicateOf' as const },
);

/** Copies of one and the same complaint, differently far gone. */
export const copies = fc
  .record({
    state: fc.constantFrom('queued' as const, 'handedOver' as const, 'registered' as const),
    values: fc.constantFrom({ customerName: '甲' }, { customerName: '乙', batchNo: 'A1' }),
    notes: fc.uniqueArray(note, { selector: ({ id }) => id, maxLength: 3 }),
    links: fc.uniqueArray(link, { selector: ({ to }) => to, maxLength: 2 }),
    history: fc
      .array(change, { maxLength: 4 })
      .map((done) => [
        { at: SAVED, what: 'saved' as const },
        ...done.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at)),
      ]),
  })
  .map((parts) => anEntry(parts));
