import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queueFigures } from '../../../core/queue/queue-figures.ts';
import type { QueueRow } from '../../../core/queue/queue-row.ts';
import { countRows } from '../../../core/queue/search-rows.ts';
import { rowOf, shownRow } from '../../../core/queue/queue-row.ts';
import { anEntry, idOf } from './queue-entries.ts';

const zone = 'Asia/Shanghai';
/** A Friday. */
const asOf = Date.parse('2026-11-20T10:00:00+08:00');
const aRow = (at: number, changes: Partial<QueueRow> = {}): QueueRow => ({
  ...shownRow(rowOf(anEntry({ id: idOf(at) }))),
  savedAt: asOf - 60_000,
  ...changes,
});
const figures = (...changes: Partial<QueueRow>[]) =>
  queueFigures(
    changes.map((change, at) => aRow(at, change)),
    { asOf, zone },
  );

describe('when a complaint was saved', () => {
  it.each([
    ['2026-11-20T00:00:00+08:00', [1, 1, 1]],
    ['2026-11-19T23:59:59+08:00', [0, 1, 1]],
    ['2026-11-16T00:00:00+08:00', [0, 1, 1]],
    ['2026-11-15T23:59:59+08:00', [0, 0, 1]],
    ['2026-11-01T00:00:00+08:00', [0, 0, 1]],
    ['2026-10-31T23:59:59+08:00', [0, 0, 0]],
  ])('%s counts as today, this week, this month: %j', (saved, expected) => {
    const { savedToday, savedThisWeek, savedThisMonth } = figures({ savedAt: Date.parse(saved) });
    expect([savedToday, savedThisWeek, savedThisMonth]).toEqual(expected);
  });

  it('goes by the days of the zone', () => {
    const rows = [aRow(0, { savedAt: Date.parse('2026-11-19T20:00:00-08:00') })];
    expect(queueFigures(rows, { asOf, zone: 'America/Los_Angeles' })).toMatchObject({ savedToday: 1 });
    expect(queueFigures(rows, { asOf: asOf + 86_400_000, zone: 'America/Los_Angeles' })).toMatchObject({
      savedToday: 0,
    });
  });

  it('begins a week in the month or the year before', () => {
    const newYear = Date.parse('2027-01-01T10:00:00+08:00');
    const rows = [aRow(0, { savedAt: Date.parse('2026-12-28T09:00:00+08:00') })];
    expect(queueFigures(rows, { asOf: newYear, zone })).toMatchObject({ savedThisWeek: 1, savedThisMonth: 0 });
  });
});

describe('what counts', () => {
  const duplicate = { links: [{ to: idOf(9), kind: 'duplicateOf' as const }] };
  it('leaves out what was put aside and duplicates', () => {
    expect(figures({ isRemoved: true }, duplicate)).toMatchObject({
      savedToday: 0,
      open: 0,
      grades: [],
      oldestOpen: null,
    });
  });

  it('counts the registered among the month, not among the open', () => {
    expect(figures({ state: 'registered' }, {})).toMatchObject({ savedThisMonth: 2, registered: 1, open: 1 });
  });

  it('tells overdue from due soon, and the oldest open one', () => {
    const old = asOf - 40 * 86_400_000;
    const due = (minutes: number) => ({ milestone: 'm', due: asOf + minutes * 60_000, warn: asOf - 1 });
    const made = figures({ dues: [due(-1)], savedAt: old }, { dues: [due(5)] }, { dues: [] });
    expect(made).toMatchObject({ open: 3, overdue: 1, soon: 1, oldestOpen: old });
  });

  it('groups open ones by grade and the month by category, the most first', () => {
    const made = figures(
      ...[
        { grade: 'b', category: 'x' },
        { grade: 'a', category: 'y' },
        { grade: 'a', category: null },
      ],
      ...[
        { grade: 'a', category: 'x', state: 'registered' as const },
        { grade: 'b', category: 'z' },
        { category: 'x', grade: 'b' },
      ],
    );
    expect(made.grades.map(({ grade, count }) => [grade, count])).toEqual([
      ['b', 3],
      ['a', 2],
    ]);
    expect(made.categories.map(({ category, count }) => [category, count])).toEqual([
      ['x', 3],
      ['y', 1],
      ['z', 1],
    ]);
  });
});

const arbitraryRow = fc.record({
  savedAt: fc.integer({ min: asOf - 90 * 86_400_000, max: asOf }),
  state: fc.constantFrom('queued' as const, 'handedOver' as const, 'registered' as const),
  isRemoved: fc.boolean(),
  grade: fc.constantFrom('a', 'b'),
  category: fc.constantFrom('x', null),
  links: fc.constantFrom<QueueRow['links']>([], [{ to: idOf(9), kind: 'duplicateOf' }]),
  dues: fc.constantFrom<QueueRow['dues']>([], [{ milestone: 'm', due: asOf - 1, warn: null }]),
});

it('agrees with the counts of the list, whatever the order of the rows', () => {
  fc.assert(
    fc.property(fc.array(arbitraryRow, { maxLength: 30 }), (changes) => {
      const rows = changes.map((change, at) => ({ ...aRow(at, change), words: '' }));
      const made = queueFigures(rows, { asOf, zone });
      const { queued, handedOver, overdue, soon } = countRows(rows, asOf);
      expect(made).toMatchObject({ open: queued + handedOver, overdue, soon });
      expect(made.grades.reduce((sum, { count }) => sum + count, 0)).toBe(made.open);
      expect(queueFigures([...rows].reverse(), { asOf, zone })).toEqual(made);
    }),
  );
});
