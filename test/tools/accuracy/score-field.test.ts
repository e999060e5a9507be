import { describe, expect, it } from 'vitest';
import { readGoldValue } from './gold-value.ts';
import { addCounts, noCounts, ratesOf } from './ratio.ts';
import { scoreField } from './score-field.ts';

type Case = [
  what: string,
  field: string,
  read: string[],
  gold: unknown,
  counts: [right: number, wrong: number, missed: number],
];

const CASES: Case[] = [
  ['nothing read, nothing there', 'batchNo', [], null, [0, 0, 0]],
  ['read, but not there', 'batchNo', ['A01'], null, [0, 1, 0]],
  ['there, but not read', 'batchNo', [], 'A01', [0, 0, 1]],
  ['right', 'batchNo', ['A-01'], 'A01', [1, 0, 0]],
  ['something else: false and missed', 'batchNo', ['A02'], 'A01', [0, 1, 1]],
  ['right with another beside it', 'batchNo', ['A01', 'A02'], 'A01', [1, 1, 0]],
  ['any one of a list', 'productName', ['白酱油'], ['酱油王', '白酱油'], [1, 0, 0]],
  ['two of a list count once', 'demand', ['换货', '书面道歉'], ['换货', '书面道歉', '赔偿'], [1, 0, 0]],
  ['a list that allows nothing', 'productModel', [], ['T40', null], [0, 0, 0]],
  ['a list that allows nothing, read wrong', 'productModel', ['X9'], ['T40', null], [0, 1, 1]],
  ['all of them', 'batchNo', ['A02', 'A01'], { all: ['A01', 'A02'] }, [2, 0, 0]],
  ['one of all', 'batchNo', ['A01', 'B7'], { all: ['A01', 'A02', 'A03'] }, [1, 1, 2]],
  ['all of them, none read', 'orderNo', [], { all: ['1', '2'] }, [0, 0, 2]],
  [
    'parts that together are the answer',
    'evidence',
    ['送货单', '现场照片', '检测报告'],
    '送货单、现场照片、检测报告',
    [1, 0, 0],
  ],
  ['ids are never right in part', 'orderNo', ['PO 4471'], '4471', [0, 1, 1]],
  ['phones by digits', 'contactPhone', ['138 0013 8000'], '13800138000', [1, 0, 0]],
  ['mail', 'contactEmail', ['LI@example.com'], 'li@example.com', [1, 0, 0]],
  ['the resolved day', 'occurredAt', ['2026-03-25'], { text: '昨天', iso: '2026-03-25' }, [1, 0, 0]],
  ['another day', 'occurredAt', ['2026-03-24'], { text: '昨天', iso: '2026-03-25' }, [0, 1, 1]],
  ['a full date in words', 'receivedAt', ['2019-06-26T10:51:41+08:00'], '2019/6/26 10:51:41', [1, 0, 0]],
  ['a full date in words, another time', 'receivedAt', ['2019-06-26T10:52:00+08:00'], '2019/6/26 10:51:41', [0, 1, 1]],
  ['a field nobody knows', 'shoeSize', [], '44', [0, 0, 1]],
];

describe('the score of a field', () => {
  it.each(CASES)('%s (%s)', (_, field, read, gold, [right, falsePositive, missed]) => {
    const value = readGoldValue(gold);
    if (value === 'unknown') throw new Error('gold');
    const parts = read.map((text) => ({ value: text, quote: text }));
    expect(scoreField(field, parts, value)).toEqual({ right, falsePositive, missed });
  });

  it('compares the words where gold names no whole date', () => {
    const gold = { members: [[{ text: '6月份', resolved: null }]], mayBeAbsent: false };
    expect(scoreField('occurredAt', [{ value: '2019-06-01', quote: '6月份' }], gold).right).toBe(1);
    expect(scoreField('occurredAt', [{ value: '2019-06-01', quote: '去年6月份的最后一个星期' }], gold).right).toBe(1);
    expect(scoreField('occurredAt', [{ value: '2019-06-01', quote: '16月份' }], gold).right).toBe(0);
    expect(scoreField('occurredAt', [{ value: '2019-06-01', quote: '' }], gold).right).toBe(0);
    expect(scoreField('occurredAt', [{ value: '2019-06-01', quote: '去年冬天里的某日' }], gold).right).toBe(0);
  });
});

describe('rates', () => {
  it.each([
    [
      { right: 3, falsePositive: 1, missed: 2 },
      { precision: 0.75, recall: 0.6, f1: 0.6667 },
    ],
    [
      { right: 0, falsePositive: 0, missed: 0 },
      { precision: 0, recall: 0, f1: 0 },
    ],
    [
      { right: 0, falsePositive: 0, missed: 2 },
      { precision: 0, recall: 0, f1: 0 },
    ],
    [
      { right: 2, falsePositive: 0, missed: 0 },
      { precision: 1, recall: 1, f1: 1 },
    ],
  ])('of %j', (counts, rates) => {
    expect(ratesOf(counts)).toEqual(rates);
  });

  it('add up by counts, not by means', () => {
    const sum = addCounts({ right: 1, falsePositive: 0, missed: 0 }, { right: 0, falsePositive: 3, missed: 4 });
    expect(addCounts(sum, noCounts())).toEqual({ right: 1, falsePositive: 3, missed: 4 });
  });
});
