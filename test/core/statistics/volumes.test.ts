import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../core/policy/localized.ts';
import type { CellValue } from '../../../core/register/sheet-reading.ts';
import { periodOf } from '../../../core/statistics/periods.ts';
import { ofProduct, readVolumes, SalesVolume, volumeOf } from '../../../core/statistics/volumes.ts';
import { translate } from '../../../core/wording/translate.ts';

const PRODUCTS = new Map([
  ['', new Set(['粉煤灰'])],
  ['2026-05', new Set(['', '粉煤灰', 'Ｓ95', 'S95', '矿粉'])],
]);
const read = (rows: CellValue[][], months: string[] = [], date1904 = false) =>
  readVolumes({ rows, date1904, months, products: PRODUCTS });
const codes = (rows: CellValue[][], months?: string[]) => read(rows, months).findings.map(({ code }) => code);

describe('the table of volumes', () => {
  it.each([
    ['2026-02', 120, { month: '2026-02', product: null, units: 120 }],
    ['2026年2月', '1,200', { month: '2026-02', product: null, units: 1200 }],
    ['２０２６／２', 0, { month: '2026-02', product: null, units: 0 }],
    ['202602', 3.5, { month: '2026-02', product: null, units: 3.5 }],
    [202602, 7, { month: '2026-02', product: null, units: 7 }],
    [46_054, 7, { month: '2026-02', product: null, units: 7 }],
    [46_081, 7, { month: '2026-02', product: null, units: 7 }],
  ])('reads %s with %s', (month, units, volume) => {
    expect(read([[month, '', units]]).volumes).toEqual([volume]);
    expect(SalesVolume.safeParse(volume).success).toBe(true);
  });

  it('reads serials of a workbook that counts from 1904', () => {
    expect(read([[46_054 - 1462, '', 7]], [], true).volumes).toEqual([{ month: '2026-02', product: null, units: 7 }]);
  });

  it.each([
    ['a month that is none', [['2026-13', '', 5]], ['monthUnreadable'], 0],
    ['words for a month', [['二月', '', 5]], ['monthUnreadable'], 0],
    ['words for a number', [['2026-02', '', '约五百']], ['unitsUnreadable'], 0],
    ['a number below nothing', [['2026-02', '', -5]], ['unitsUnreadable'], 0],
    ['no number at all', [['2026-02', '', '']], ['unitsUnreadable'], 0],
    ['a number as text', [['2026-02', '', '500']], ['unitsAsText'], 1],
    ['an empty line', [['', '', '']], [], 0],
    [
      'the same line twice',
      [
        ['2026-02', '', 5],
        ['2026年2月', '', 5],
      ],
      ['sameTwice'],
      1,
    ],
    [
      'two numbers for one month',
      [
        ['2026-02', '', 5],
        ['2026-02', '', 6],
      ],
      ['clash'],
      0,
    ],
    [
      'two numbers for one product',
      [
        ['2026-02', '粉煤灰', 5],
        ['2026-02', '粉煤灰 ', 6],
        ['2026-03', '', 1],
      ],
      ['clash'],
      1,
    ],
    ['a product that no complaint names', [['2026-02', '水泥', 5]], ['productUnknown'], 1],
    ['a product in another spelling', [['2026-02', 's95', 5]], [], 1],
    [
      'a total beside its parts',
      [
        ['2026-02', '', 9],
        ['2026-02', '粉煤灰', 4],
        ['2026-02', 'S95', 5],
      ],
      [],
      3,
    ],
    [
      'a total that is not the sum',
      [
        ['2026-02', '', 10],
        ['2026-02', '粉煤灰', 4],
      ],
      ['totalDiffers'],
      2,
    ],
    ['a product of complaints that is missing', [['2026-05', '粉煤灰', 9]], ['productMissing'], 1],
    [
      'a total, whatever products are missing',
      [
        ['2026-05', '', 9],
        ['2026-05', '粉煤灰', 9],
      ],
      [],
      2,
    ],
    [
      'all products of complaints',
      [
        ['2026-05', '粉煤灰', 9],
        ['2026-05', 's95', 1],
        ['2026-05', '矿粉', 1],
      ],
      [],
      3,
    ],
  ] as [string, CellValue[][], string[], number][])('tells %s', (_, rows, found, kept) => {
    expect(codes(rows)).toEqual(found);
    expect(read(rows).volumes).toHaveLength(kept);
  });

  it('tells the months that are missing, also for want of a number', () => {
    const { findings } = read(
      [
        ['2026-01', '', 5],
        ['2026-02', '', 5],
        ['2026-02', '', 6],
      ],
      ['2026-01', '2026-02', '2026-03'],
    );
    expect(findings.map(({ code, params }) => `${code} ${String(params['month'])}`)).toEqual([
      ...['clash 2026-02', 'monthMissing 2026-02', 'monthMissing 2026-03'],
    ]);
  });

  it('has words for every finding', () => {
    const rows = [
      ['x', '', 1],
      ['2026-02', '', 'x'],
      ['2026-02', '水泥', '5'],
      ['2026-02', '水泥', 5],
      ['2026-02', '', 9],
    ];
    const more = [
      ['2026-03', '', 1],
      ['2026-03', '', 2],
      ['2026-05', '粉煤灰', 3],
    ];
    const found = read([...rows, ...more], ['2026-01']).findings;
    expect(new Set(found.map(({ code }) => code)).size).toBe(9);
    expect(found.find(({ code }) => code === 'productMissing')?.params['products']).toBe('S95、矿粉');
    for (const locale of LOCALES)
      for (const { code, params } of found)
        expect(translate(locale, `statistics.volume.finding.${code}`, params)).not.toMatch(/[{}]/);
  });
});

describe('the volume of a period', () => {
  const volumes: SalesVolume[] = [
    { month: '2026-01', product: null, units: 100 },
    { month: '2026-01', product: '粉煤灰', units: 60 },
    { month: '2026-02', product: '粉煤灰', units: 30 },
    { month: '2026-02', product: 'S95', units: 20 },
    { month: '2026-03', product: null, units: 70 },
  ];
  it.each([
    ['2026-01-05', 'month', null, 100],
    ['2026-02-05', 'month', null, 50],
    ['2026-02-05', 'quarter', null, 220],
    ['2026-02-05', 'year', null, null],
    ['2026-04-05', 'month', null, null],
    ['2026-02-05', 'week', null, null],
    ['2026-02-05', 'month', 'ｓ95', 20],
    ['2026-03-05', 'month', 'S95', null],
  ] as const)('of %s by %s, of %s, is %s', (day, kind, product, units) => {
    const own = product === null ? volumes : ofProduct(volumes, product);
    expect(volumeOf(periodOf(day, kind), own, () => new Set(['', '粉煤灰', 's95']))).toBe(units);
  });

  it('is not that of some products where complaints are about others too', () => {
    const of = (day: string) => volumeOf(periodOf(day, 'month'), volumes, () => new Set(['粉煤灰', '矿粉']));
    expect([of('2026-01-05'), of('2026-02-05')]).toEqual([100, null]);
  });
});
