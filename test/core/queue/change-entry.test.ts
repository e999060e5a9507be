import { describe, expect, it } from 'vitest';
import {
  editEntry,
  filledFrom,
  linkEntry,
  moveEntry,
  noteEntry,
  putAside,
  removeNote,
  unlinkEntry,
} from '../../../core/queue/change-entry.ts';
import { fieldsAhead } from '../../../core/queue/fields-ahead.ts';
import { QueueEntry, type EntryChange } from '../../../core/queue/queue-entry.ts';
import { aDeadline, anEntry, idOf, LATER } from './queue-entries.ts';

const added = (entry: QueueEntry) =>
  entry.history.slice(1).map((line) => {
    const change: Partial<EntryChange> = { ...line };
    delete change.at;
    return change;
  });

describe('an edit', () => {
  it('writes one line for each field that differs, with before and after', () => {
    const entry = anEntry({ values: { customerName: '甲', batchNo: 'A1' } });
    const edited = editEntry(
      entry,
      { values: { customerName: '乙', orderNo: 'O1' }, category: null, grade: 'major' },
      LATER,
    );
    expect(edited).toMatchObject({ values: { customerName: '乙', orderNo: 'O1' }, category: null, grade: 'major' });
    expect(added(edited)).toEqual([
      { what: 'edited', field: 'customerName', before: '甲', after: '乙' },
      { what: 'edited', field: 'batchNo', before: 'A1', after: null },
      { what: 'edited', field: 'orderNo', before: null, after: 'O1' },
      { what: 'edited', field: 'category', before: 'product_quality', after: null },
      { what: 'edited', field: 'grade', before: 'general', after: 'major' },
    ]);
    expect(QueueEntry.safeParse(edited).success).toBe(true);
  });

  it('that changes nothing gives the same entry back', () => {
    const entry = anEntry({ promised: [aDeadline(LATER)] });
    const { values, category, grade, promised } = entry;
    expect(editEntry(entry, { values: { ...values }, category, grade, promised: [...promised] }, LATER)).toBe(entry);
    expect(editEntry(entry, {}, LATER)).toBe(entry);
  });

  it('tells of deadlines that it moves', () => {
    const entry = anEntry({ promised: [aDeadline(LATER)] });
    const due = '2026-11-20T15:00:00+08:00';
    const edited = editEntry(entry, { promised: [aDeadline(due), aDeadline(null, { milestone: 'closing' })] }, LATER);
    expect(added(edited)).toEqual([{ what: 'edited', field: 'due:firstResponse', before: LATER, after: due }]);
  });

  it.each([
    ['queued', 'queued'],
    ['handedOver', 'queued'],
    ['registered', 'registered'],
  ] as const)('of one that is %s leaves it %s', (state, expected) => {
    const edited = editEntry(anEntry({ state }), { grade: 'major' }, LATER);
    expect(edited.state).toBe(expected);
    expect(added(edited).map(({ what }) => what)).toEqual(state === 'handedOver' ? ['edited', 'requeued'] : ['edited']);
  });

  it('of deadlines alone hands nothing over again', () => {
    const edited = editEntry(anEntry({ state: 'handedOver' }), { promised: [aDeadline(LATER)] }, LATER);
    expect(edited.state).toBe('handedOver');
  });
});

describe('what the register may have otherwise', () => {
  const edit = (entry: QueueEntry, customerName: string) =>
    editEntry(entry, { values: { ...entry.values, customerName } }, LATER);
  const original = anEntry({ values: { customerName: '甲' } });
  const registered = moveEntry(original, 'registered', LATER);

  it('is nothing before it left, and while it waits to leave again', () => {
    expect(fieldsAhead(edit(original, '乙'))).toEqual([]);
    expect(fieldsAhead(edit(moveEntry(original, 'handedOver', LATER), '乙'))).toEqual([]);
    expect(fieldsAhead(moveEntry(edit(original, '乙'), 'registered', LATER))).toEqual([]);
  });

  it('is every field edited since, from what it was to what it is', () => {
    expect(fieldsAhead(edit(edit(registered, '乙'), '丙'))).toEqual([
      { field: 'customerName', before: '甲', now: '丙' },
    ]);
  });

  it('is nothing once it was changed back, or said to be done there', () => {
    expect(fieldsAhead(edit(edit(registered, '乙'), '甲'))).toEqual([]);
    const ahead = edit(registered, '乙');
    const aligned = { ...ahead, history: [...ahead.history, { at: LATER, what: 'aligned' as const }] };
    expect(fieldsAhead(aligned)).toEqual([]);
    expect(fieldsAhead(edit(aligned, '丁'))).toEqual([{ field: 'customerName', before: '乙', now: '丁' }]);
  });

  it('counts edits between two hand-overs: the register takes a complaint once', () => {
    const again = moveEntry(edit(moveEntry(original, 'handedOver', LATER), '乙'), 'handedOver', LATER);
    expect(fieldsAhead(moveEntry(again, 'registered', LATER))).toEqual([
      { field: 'customerName', before: '甲', now: '乙' },
    ]);
  });

  it('leaves deadlines out', () => {
    expect(fieldsAhead(editEntry(registered, { promised: [aDeadline(LATER)] }, LATER))).toEqual([]);
  });
});

describe('states, notes and links', () => {
  it('change once and say so', () => {
    const entry = anEntry();
    expect(moveEntry(entry, 'queued', LATER)).toBe(entry);
    expect(putAside(entry, false, LATER)).toBe(entry);
    const aside = putAside(entry, true, LATER);
    expect(putAside(aside, true, LATER)).toBe(aside);
    expect(added(putAside(aside, false, LATER))).toEqual([{ what: 'removed' }, { what: 'restored' }]);
    const moved = moveEntry(moveEntry(entry, 'handedOver', LATER), 'queued', LATER);
    expect([moved.stateChangedAt, added(moved)]).toEqual([LATER, [{ what: 'handedOver' }, { what: 'requeued' }]]);
  });

  it('keeps the words of a note that is removed', () => {
    const noted = noteEntry(anEntry(), { id: 'n', text: '电话已打' }, LATER);
    expect(noted.notes).toEqual([{ id: 'n', at: LATER, text: '电话已打' }]);
    const gone = removeNote(noted, 'n', LATER);
    expect([gone.notes, added(gone)]).toEqual([
      [],
      [
        { what: 'noted', after: '电话已打' },
        { what: 'noteRemoved', before: '电话已打' },
      ],
    ]);
    expect(removeNote(gone, 'n', LATER)).toBe(gone);
  });

  it('links to another one once, never to itself, and can be unlinked', () => {
    const entry = anEntry();
    expect(linkEntry(entry, { to: entry.id, kind: 'sameMatter' }, LATER)).toBe(entry);
    const linked = linkEntry(entry, { to: idOf(2), kind: 'sameMatter' }, LATER);
    expect(linkEntry(linked, { to: idOf(2), kind: 'sameMatter' }, LATER)).toBe(linked);
    const merged = linkEntry(linked, { to: idOf(2), kind: 'duplicateOf' }, LATER);
    expect(merged.links).toEqual([{ to: idOf(2), kind: 'duplicateOf' }]);
    const alone = unlinkEntry(merged, idOf(2), LATER);
    expect([alone.links, added(alone).map(({ what }) => what)]).toEqual([[], ['linked', 'merged', 'unlinked']]);
    expect(unlinkEntry(alone, idOf(2), LATER)).toBe(alone);
  });

  it('fills gaps and writes over nothing', () => {
    expect(filledFrom({ customerName: '甲' }, { customerName: '乙', batchNo: 'A1' })).toEqual({
      customerName: '甲',
      batchNo: 'A1',
    });
  });
});
