import { describe, expect, it } from 'vitest';
import type { DraftValue } from '../../../core/extract/complaint-draft.ts';
import { candidatesIn, proposedValues, withCandidate } from '../../../core/extract/proposed-values.ts';

const value = (text: string, confidence: number): DraftValue => ({
  value: text,
  evidence: { block: 0, start: 0, end: text.length, quote: text },
  confidence,
  doubt: null,
});
const isComplaint = { score: 1, signals: [] };

describe('proposedValues', () => {
  it('joins what is true at once and chooses where only one can be', () => {
    const values = {
      batchNo: [value('K2604A', 0.9), value('K2604B', 0.9), value('X9', 0.5)],
      productName: [value('控制器', 0.8), value('电动车', 0.8)],
      demand: [value('换新', 0.88), value('派技术员', 0.88)],
    };
    expect(proposedValues({ values, isComplaint })).toEqual({
      batchNo: 'K2604A、K2604B',
      productName: '控制器',
      demand: '换新；派技术员',
    });
  });

  it('joins the goods that the rows of a table name, as often as they are labelled', () => {
    const rows = { productName: [value('环氧树脂', 0.85), value('固化剂', 0.85), value('托盘', 0.7)] };
    expect(proposedValues({ values: rows, isComplaint })).toEqual({ productName: '环氧树脂、固化剂' });
    expect(candidatesIn('productName', '环氧树脂、固化剂', rows.productName)).toHaveLength(2);
  });

  it('joins what a table says is wrong with each of its rows', () => {
    const rows = { description: [value('短少 20 件', 0.85), value('过期', 0.85), value('电压错发为 24V', 0.85)] };
    const joined = '短少 20 件\n过期\n电压错发为 24V';
    expect(proposedValues({ values: rows, isComplaint })).toEqual({ description: joined });
    expect(candidatesIn('description', joined, rows.description)).toHaveLength(3);
  });

  it('has no field that the draft has not', () => {
    expect(proposedValues({ values: {}, isComplaint })).toEqual({});
  });
});

describe('candidatesIn', () => {
  const candidates = [value('换新', 0.9), value('派技术员', 0.88), value('赔偿损失', 0.6)];
  it.each([
    ['the whole of one', 'demand', '换新', ['换新']],
    ['each part of a joined value, in its order', 'demand', '派技术员；换新', ['派技术员', '换新']],
    ['the parts left after one was edited', 'demand', '尽快换新；派技术员', ['派技术员']],
    ['none of what was typed', 'demand', '退款', []],
    ['no part where only one value can be true', 'productName', '换新；派技术员', []],
  ] as const)('finds %s', (_, field, text, expected) => {
    expect(candidatesIn(field, text, candidates).map((candidate) => candidate.value)).toEqual(expected);
  });
});

describe('withCandidate', () => {
  it.each([
    ['beside the others', 'demand', '换新', '换新；派技术员'],
    ['alone where nothing stood', 'demand', ' ', '派技术员'],
    ['in place of the other where only one can be', 'productName', '换新', '派技术员'],
  ] as const)('puts it %s', (_, field, before, after) => {
    expect(withCandidate(field, before, '派技术员')).toBe(after);
  });
});
