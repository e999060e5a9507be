import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { twinRows } from '../../../core/queue/twin-rows.ts';

const base: ComplaintValues = {
  customerName: '江苏宏盛建材有限公司',
  batchNo: 'FA20260828-03',
  receivedAt: '2026-09-03',
  description: '到货细度超标，45μm 筛余 28%，要求退货',
};
const twins = (...rows: ComplaintValues[]) => twinRows(rows.map((values, row) => ({ row, values })));

describe('rows that may be one complaint', () => {
  it('have the same customer, the same batch, and a near day', () => {
    expect(twins(base, { ...base, receivedAt: '2026-09-05', description: '细度问题' })).toEqual([
      { one: 0, other: 1, field: 'batchNo', value: 'FA20260828-03', daysApart: 2 },
    ]);
  });

  it.each<[string, Record<string, string | undefined>, number]>([
    ['another customer', { customerName: '中交二航局', receivedAt: '2026-09-03' }, 0],
    ['another batch', { batchNo: 'FA20260828-04' }, 0],
    ['months later about something else', { receivedAt: '2026-12-20', description: '发票抬头写错了，请重新开具' }, 0],
    ['months later in the same words', { receivedAt: '2026-12-20' }, 1],
    ['the batch written otherwise', { batchNo: 'fa 20260828-03'.replace(' ', '') }, 1],
    ['without a day, in the same words', { receivedAt: undefined }, 1],
  ])('%s', (_, change, count) => {
    const other = Object.fromEntries(
      Object.entries<string | undefined>({ ...base, ...change }).filter(([, value]) => value !== undefined),
    );
    expect(twins(base, other)).toHaveLength(count);
  });

  it('of a series each is told with the one before it', () => {
    expect(twins(base, base, base, base).map(({ one, other }) => [one, other])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
});
