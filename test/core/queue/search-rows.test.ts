import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import { FIRST_QUESTION, type QueueQuestion } from '../../../core/queue/queue-question.ts';
import { rowOf, shownRow } from '../../../core/queue/queue-row.ts';
import { countRows, facetsOf, idsOf, searchRows } from '../../../core/queue/search-rows.ts';
import { aDeadline, anEntry, idOf } from './queue-entries.ts';

const ASOF = Date.parse('2026-11-20T10:00:00+08:00');
const rowsOf = (changes: Partial<QueueEntry>[]) =>
  changes.map((change, at) => rowOf(anEntry({ id: idOf(at), ...change })));
const found = (changes: Partial<QueueEntry>[], question: Partial<QueueQuestion>) =>
  idsOf(rowsOf(changes), { ...FIRST_QUESTION, ...question }, ASOF).map((id) => Number(id.slice(4)));

describe('searching', () => {
  const entry: Partial<QueueEntry> = {
    values: {
      customerName: '華科混凝土（廣州）有限公司',
      contactPhone: '138-0000-1234 转 8',
      batchNo: 'FA/2026-1112',
      description: '卸货时发现严重结块。Pump BLOCKED twice. 合同 HT-2026-018 第三条，贵方单号 TS_9/07',
    },
    notes: [{ id: 'n', at: '2026-11-20T09:10:00+08:00', text: '样品已寄出' }],
  };
  it.each([
    ['part of a word', '结块'],
    ['simplified for traditional', '华科'],
    ['traditional for simplified', '嚴重結塊'],
    ['full width', 'ＦＡ'],
    ['other capitals', 'pump blocked'],
    ['a phone without separators', '13800001234'],
    ['a phone with other separators', '138 0000 1234'],
    ['a number without separators', 'FA20261112'],
    ['a number with other separators', 'fa.2026.1112'],
    ['a number of the text without separators', 'HT2026018'],
    ['a number of the text with other separators', 'HT/2026/018'],
    ['a short number with other separators', 'TS-907'],
    ['words in another order', '结块 华科'],
    ['a note', '样品'],
    ['its own number', idOf(0)],
    ['nothing', '   '],
  ])('finds %s: %s', (_, search) => {
    expect(found([entry], { search })).toEqual([0]);
  });

  it.each([
    ['one of several words', '华科 别的'],
    ['other digits', '13800001235'],
    ['words across two fields', '有限公司138'],
  ])('does not find by %s: %s', (_, search) => {
    expect(found([entry], { search })).toEqual([]);
  });
});

describe('filtering', () => {
  const entries: Partial<QueueEntry>[] = [
    { grade: 'major' },
    { category: null, values: { channel: '电话' } },
    { policy: { id: 'food', version: '1.0.0' } },
    { state: 'handedOver', promised: [aDeadline('2026-11-20T09:59:00+08:00')] },
    { state: 'registered', promised: [aDeadline('2026-11-20T09:59:00+08:00')] },
    { removedAt: '2026-11-20T09:30:00+08:00', promised: [aDeadline('2026-11-20T09:59:00+08:00')] },
    { promised: [aDeadline('2026-11-20T12:00:00+08:00', { warnAt: '2026-11-20T10:00:00+08:00' })] },
    { promised: [aDeadline('2026-11-20T10:00:00+08:00')] },
    { promised: [aDeadline('2026-11-20T09:00:00+08:00', { stoppedAt: '2026-11-20T08:50:00+08:00' })] },
    { links: [{ to: idOf(0), kind: 'duplicateOf' }], promised: [aDeadline('2026-11-20T09:00:00+08:00')] },
  ];
  it.each<[string, Partial<QueueQuestion>, number[]]>([
    ['grade', { grade: 'major' }, [0]],
    ['channel', { channel: '电话' }, [1]],
    ['policy', { policy: 'food' }, [2]],
    ['state', { shelf: 'handedOver' }, [3]],
    ['not registered', { shelf: 'open', due: 'overdue' }, [3]],
    ['waiting, without the duplicates', { shelf: 'queued', sort: 'saved' }, [8, 7, 6, 2, 1, 0]],
    ['registered', { shelf: 'registered' }, [4]],
    ['put aside', { shelf: 'removed' }, [5]],
    ['overdue: not done, not put aside, not registered, no duplicate, not exactly due', { due: 'overdue' }, [3]],
    ['due soon, from the warning on', { due: 'soon' }, [6]],
  ])('by %s', (_, question, expected) => {
    expect(found(entries, question)).toEqual(expected);
  });

  it('leaves out of all only what was put aside', () => {
    expect(found(entries, {}).sort()).toEqual([0, 1, 2, 3, 4, 6, 7, 8, 9]);
  });

  it('counts each entry once, and what is late beside', () => {
    expect(countRows(rowsOf(entries), ASOF)).toEqual({
      ...{ queued: 6, handedOver: 1, registered: 1, duplicates: 1, removed: 1 },
      ...{ overdue: 1, soon: 1 },
    });
  });

  it('offers what the queue holds, the most frequent first', () => {
    const facets = facetsOf(rowsOf(entries));
    expect(facets.policies).toEqual(['general', 'food']);
    expect(facets.channels).toEqual(['电话']);
  });
});

describe('sorting', () => {
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00+08:00`;
  const entries: Partial<QueueEntry>[] = [
    {
      savedAt: at(3),
      values: { customerName: '乙', receivedAt: '2026-11-19' },
      promised: [aDeadline(at(20)), aDeadline(at(12))],
    },
    { savedAt: at(1), values: { customerName: '甲' }, promised: [aDeadline(at(11))] },
    { savedAt: at(2), values: { receivedAt: at(1) } },
    {
      savedAt: at(4),
      values: { customerName: '甲', receivedAt: '2026-11-18T09:00:00+08:00' },
      state: 'registered',
      promised: [aDeadline(at(1))],
    },
  ];
  it.each<[QueueQuestion['sort'], number[]]>([
    ['due', [1, 0, 2, 3]],
    ['saved', [3, 0, 2, 1]],
    ['received', [2, 0, 3, 1]],
    ['customer', [0, 3, 1, 2]],
  ])('by %s', (sort, expected) => {
    expect(found(entries, { sort })).toEqual(expected);
  });

  it('gives every entry exactly once, whatever the portions', () => {
    const rows = rowsOf(
      Array.from({ length: 23 }, (_, each) => ({
        savedAt: at(each % 3),
        promised: each % 2 ? [aDeadline(at(9))] : [],
      })),
    );
    const sorts = fc.constantFrom<QueueQuestion['sort']>('due', 'saved', 'received', 'customer');
    fc.assert(
      fc.property(sorts, fc.integer({ min: 1, max: 30 }), (sort, count) => {
        const all: string[] = [];
        for (let from = 0; from < 23; from += count)
          all.push(...searchRows(rows, { ...FIRST_QUESTION, sort, from, count }, ASOF).rows.map(({ id }) => id));
        expect(all).toEqual(idsOf(rows, { ...FIRST_QUESTION, sort }, ASOF));
        expect(new Set(all).size).toBe(23);
      }),
    );
  });
});

describe('a row', () => {
  it('is urgent by its own word, else by its lanes', () => {
    const lane = { id: 'media', rule: null, source: null, words: [] };
    const assessment = { ...anEntry().assessment, lanes: [lane] };
    const urgent = [{}, { assessment }, { isUrgent: true }, { assessment, isUrgent: false }].map(
      (each) => rowOf(anEntry(each)).isUrgent,
    );
    expect(urgent).toEqual([false, true, true, false]);
  });

  it('is shown without the words it is found by', () => {
    expect(JSON.stringify(shownRow(rowOf(anEntry())))).not.toContain('words');
  });

  it('stays small however long the complaint is', () => {
    const long = '很长的投诉'.repeat(7_000);
    const row = rowOf(anEntry({ values: { description: long } }));
    expect(row.words.length).toBeLessThanOrEqual(4_000);
  });
});
