import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_KNOWN_WORDS } from '../../../core/extract/known-words.ts';
import { linkEntry, noteEntry, removeNote, unlinkEntry } from '../../../core/queue/change-entry.ts';
import { mergeCopies } from '../../../core/queue/merge-copies.ts';
import { mergeKnown } from '../../../core/queue/merge-known.ts';
import { anEntry, copies, idOf, LATER, SAVED } from './queue-entries.ts';

describe('two copies of a complaint', () => {
  it('become the same whichever comes first, and stay it when merged again', () => {
    fc.assert(
      fc.property(copies, copies, (one, other) => {
        const merged = mergeCopies(one, other);
        expect(mergeCopies(other, one)).toEqual(merged);
        expect(mergeCopies(merged, one)).toEqual(merged);
        expect(mergeCopies(other, merged)).toEqual(merged);
      }),
      { numRuns: 400 },
    );
  });

  it('lose nothing of what was done to either', () => {
    fc.assert(
      fc.property(copies, copies, (one, other) => {
        const done = new Set(
          mergeCopies(one, other).history.map((change) => JSON.stringify(Object.entries(change).sort())),
        );
        for (const change of [...one.history, ...other.history])
          expect(done.has(JSON.stringify(Object.entries(change).sort()))).toBe(true);
      }),
    );
  });

  it('are one without anything doubled', () => {
    const entry = anEntry({ notes: [{ id: 'n', at: SAVED, text: '等样品' }] });
    expect(mergeCopies(entry, structuredClone(entry))).toEqual(entry);
  });

  it('take the values of the one that was changed last', () => {
    const old = anEntry({ values: { customerName: '甲' } });
    const edited = {
      ...old,
      values: { customerName: '乙' },
      history: [...old.history, { at: LATER, what: 'edited' as const }],
    };
    expect(mergeCopies(edited, old).values).toEqual({ customerName: '乙' });
  });

  it('do not bring back a note that was removed', () => {
    const noted = noteEntry(anEntry(), { id: 'n', text: '等样品' }, SAVED);
    expect(mergeCopies(noted, removeNote(noted, 'n', LATER)).notes).toEqual([]);
  });
});

describe('a link that was taken away', () => {
  it('does not come back with an earlier copy', () => {
    const linked = linkEntry(anEntry(), { to: idOf(2), kind: 'duplicateOf' }, SAVED);
    expect(mergeCopies(linked, unlinkEntry(linked, idOf(2), LATER)).links).toEqual([]);
  });
});

describe('two sources of knowledge', () => {
  const word = fc.record({ text: fc.constantFrom('甲', '乙', '丙'), count: fc.integer({ min: 0, max: 5 }) });
  const known = fc
    .uniqueArray(word, { selector: ({ text }) => text })
    .map((customers) => ({ ...NO_KNOWN_WORDS, customers }));

  it('count together without making anything better known by reading it twice', () => {
    fc.assert(
      fc.property(known, known, (one, other) => {
        const merged = mergeKnown(one, other);
        const counts = (each: typeof merged) =>
          Object.fromEntries(each.customers.map(({ text, count }) => [text, count]));
        expect(counts(mergeKnown(merged, other))).toEqual(counts(merged));
        for (const { text, count } of [...one.customers, ...other.customers])
          expect(counts(merged)[text]).toBeGreaterThanOrEqual(count);
      }),
    );
  });
});
