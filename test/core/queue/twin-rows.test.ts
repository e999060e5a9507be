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

  const plain: ComplaintValues = Object.fromEntries(Object.entries(base).filter(([field]) => field !== 'batchNo'));
  const like = { ...plain, contactPhone: '13800000001', productName: '粉煤灰' };

  it.each<[string, ComplaintValues, ComplaintValues, number]>([
    ['in other words a day later', plain, { receivedAt: '2026-09-04', description: '客户称到货细度超标，要求退货' }, 1],
    ['in the same words weeks later', plain, { receivedAt: '2026-09-24' }, 0],
    ['about something else on the same day', plain, { description: '司机态度恶劣，晚到四小时' }, 0],
    ['in the same words of another customer', plain, { customerName: '中交二航局' }, 0],
    ['in the same words about goods of another number', base, { batchNo: 'X-778' }, 0],
    ['in the same words from another phone', like, { contactPhone: '13800000002' }, 0],
    ['in the same words about another product', like, { productName: '矿粉' }, 0],
    ['in the same words about a product named more exactly', like, { productName: 'II级粉煤灰' }, 1],
  ])('without a number in common, %s: %s', (_, one, change, count) => {
    const found = twins(one, { customerName: '别家', description: '别的事' }, { ...one, batchNo: '', ...change });
    expect(found).toHaveLength(count);
    if (count > 0) expect(found).toMatchObject([{ one: 0, other: 2, field: null, value: '' }]);
  });

  it.each([
    [4, 3],
    [40, 0],
  ])('of %i complaints that all read alike %i pairs are told: stock phrases tell nothing', (count, told) => {
    expect(twins(...Array.from({ length: count }, () => plain))).toHaveLength(told);
  });

  it('of a series each is told with the one before it', () => {
    expect(twins(base, base, base, base).map(({ one, other }) => [one, other])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
});
