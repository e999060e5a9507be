import { describe, expect, it, vi } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { incomingTwins, type IncomingTwin } from '../../../core/queue/incoming-twins.ts';
import { allSteps } from '../../../core/steps.ts';

const base: ComplaintValues = {
  customerName: '江苏宏盛建材有限公司',
  contactPhone: '13800000001',
  receivedAt: '2026-09-03',
  description: '到货细度超标，45μm 筛余 28%，要求退货',
};
const AGAIN = '到货的细度超标，45μm筛余 28%，我方要求退货';

function without(values: ComplaintValues, ...fields: (keyof ComplaintValues)[]): ComplaintValues {
  return Object.fromEntries(
    Object.entries(values).filter(([field]) => !fields.includes(field as keyof ComplaintValues)),
  );
}

function twins(incoming: ComplaintValues[], rows: ComplaintValues[] = []): IncomingTwin[] {
  return allSteps(
    incomingTwins(
      incoming.map((values, at) => ({ id: `c${at}`, values })),
      rows.map((values, row) => ({ row, values })),
    ),
  );
}

it('of very many rows with one order only the first are looked at, for each complaint that comes in', () => {
  const sort = vi.spyOn(Array.prototype, 'sort');
  const many = (count: number) => Array.from({ length: count }, () => ({ ...base, orderNo: 'SO-1203' }));
  twins(many(20), many(3_000));
  const sorted = sort.mock.contexts.reduce((sum: number, list) => sum + (list as unknown[]).length, 0);
  sort.mockRestore();
  expect(sorted).toBeLessThan(30_000);
});

describe('a complaint that comes in', () => {
  it.each<[string, ComplaintValues, ComplaintValues, string | null | undefined]>([
    ['the same order', { ...base, orderNo: 'SO-1203' }, { ...base, orderNo: 'so1203', description: '退货' }, 'SO-1203'],
    ['its order under batch', { ...base, batchNo: 'SO-1203' }, { ...base, orderNo: 'SO-1203' }, 'SO-1203'],
    ['no number, words much alike, the same day', base, { ...base, description: AGAIN }, null],
    ['no number, a number, words alike', { ...base, orderNo: 'SO-1203' }, { ...base, description: AGAIN }, null],
    ['the same phone under another name', base, { ...base, customerName: '宏盛', description: AGAIN }, null],
    ['the same words within a month', base, { ...base, receivedAt: '2026-09-20' }, null],
    ['the same words half a year on', base, { ...base, receivedAt: '2027-03-03' }, undefined],
    ['the same words without a day', base, without(base, 'receivedAt'), undefined],
    ['no words at all', base, without(base, 'description'), undefined],
    ['other words on the same day', base, { ...base, description: '司机态度恶劣，卸货时不清理道路' }, undefined],
    ['another number', { ...base, orderNo: 'SO-1203' }, { ...base, orderNo: 'SO-1204' }, undefined],
    ['another customer', base, { ...base, customerName: '中交二航局', contactPhone: '13900000009' }, undefined],
  ])('with %s', (_, row, values, value) => {
    const found = (like: IncomingTwin['like'], id: string) => (value === undefined ? [] : [{ id, like, value }]);
    expect(twins([values], [row])).toEqual(found({ kind: 'row', row: 0 }, 'c0'));
    expect(twins([row, values])).toEqual(found({ kind: 'incoming', id: 'c0' }, 'c1'));
  });

  it('is told with the first that it may be, rows before others that come in', () => {
    expect(twins([base, base, base], [base]).map(({ like }) => like.kind)).toEqual(['row', 'row', 'row']);
    expect(twins([base, base, base]).map(({ like }) => like)).toEqual([
      { kind: 'incoming', id: 'c0' },
      { kind: 'incoming', id: 'c0' },
    ]);
  });

  it('is compared with few rows, however many a customer has', () => {
    const row = (at: number): ComplaintValues => ({
      ...base,
      ...{ customerName: '匿名', contactPhone: `138${String(at).padStart(8, '0')}` },
      ...{
        receivedAt: `2026-0${1 + (at % 9)}-11`,
        description: `第 ${at} 件：${'事由各不相同'.repeat(5)}${at * 7919}`,
      },
    });
    const rows = Array.from({ length: 4_000 }, (_, at) => row(at));
    let asked = 0;
    const watched = rows.map((values, at) => ({
      row: at,
      values: new Proxy(values, {
        get: (target, field) => {
          if (field === 'description') asked++;
          return Reflect.get(target, field) as unknown;
        },
      }),
    }));
    const incoming = Array.from({ length: 20 }, (_, at) => ({ id: `c${at}`, values: row(at * 31) }));
    expect(allSteps(incomingTwins(incoming, watched))).not.toEqual([]);
    expect(asked).toBeLessThan(rows.length * 2);
  });
});
