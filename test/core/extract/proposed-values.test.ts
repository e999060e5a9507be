import { describe, expect, it } from 'vitest';
import type { DraftValue } from '../../../core/extract/complaint-draft.ts';
import { proposedValues } from '../../../core/extract/proposed-values.ts';

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

  it('has no field that the draft has not', () => {
    expect(proposedValues({ values: {}, isComplaint })).toEqual({});
  });
});
