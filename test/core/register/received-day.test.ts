import { describe, expect, it } from 'vitest';
import { receiptReader } from '../../../core/register/received-day.ts';
import { receivedLately } from '../../../core/register/received-lately.ts';
import type { RegisterColumn } from '../../../core/register/register-plan.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';

const COLUMNS: RegisterColumn[] = [
  {
    ...{ role: 'user:0', header: '投诉日期', fields: ['receivedAt'], part: 'whole' },
    ...{ numberFormat: null, width: null, list: null },
  },
];
const rowsOf = (...dates: CellValue[]) => dates.map((date) => [date]);
const PLACE = { date1904: false, zone: 'Asia/Shanghai' };

describe('the receipt of a row', () => {
  it.each([
    ['day', ['25/10/2026', '08/11/2026'], '2026-11-08'],
    ['month', ['10/25/2026', '08/11/2026'], '2026-08-11'],
  ])('is read with the %s first where its column writes it so', (_, dates, day) => {
    const rows = rowsOf(...dates);
    expect(rows.map(receiptReader(COLUMNS, rows, PLACE))[1]).toBe(day);
  });

  it.each<[string, CellValue[], boolean[]]>([
    ['day first', ['25/10/2026', '01/11/2026', '08/11/2026'], [false, false, true]],
    ['true dates', [46_300, 46_334], [false, true]],
    ['that is missing or cannot be read', ['2026-10-25', '', '月初'], [false, true, true]],
  ])('%s tells whether it may have been of these days', (_, dates, recent) => {
    const rows = rowsOf(...dates);
    const asOf = '2026-11-10T10:00:00+08:00';
    expect(rows.map(receivedLately(COLUMNS, rows, { ...PLACE, asOf }))).toEqual(recent);
  });
});
