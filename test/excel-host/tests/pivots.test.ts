import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openHost, type OpenedHost } from '../node/open-host.ts';
import { excelize, reopened, saved } from './excelize.ts';
import { calculatedSheets, libreOffice } from './libreoffice.ts';
import { codeOf, emptyHost, onSheet } from './on-host.ts';

const HEADERS = ['编号', '月份', '类别', '等级', '部门', '金额', '及时'];
const CHOICES = {
  类别: ['质量', '物流', '服务', '计费'],
  等级: ['A', 'B', 'C'],
  部门: ['生产部', '质检部', '销售部', ''],
};

const { SortBy } = emptyHost().Excel;

type Row = [string, string, string, string, string, number, number | ''];

/** The same rows in every run (a linear congruence), with blanks in the department and in the on-time flag. */
function complaints(count: number, first = 0): Row[] {
  let seed = 7 + first;
  const random = (below: number): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % below;
  };
  const one = (choices: readonly string[]): string => choices[random(choices.length)] ?? '';
  return Array.from({ length: count }, (_, at): Row => {
    const month = `2026-${String(1 + random(12)).padStart(2, '0')}`;
    const flag = random(10) === 0 ? '' : random(2);
    return [`T-${first + at + 1}`, month, one(CHOICES.类别), one(CHOICES.等级), one(CHOICES.部门), random(1000), flag];
  });
}

interface Wanted {
  rows?: string[];
  columns?: string[];
  filters?: string[];
  data: [field: string, summary: Excel.AggregationFunction | `${Excel.AggregationFunction}`, name?: string][];
  type?: 'Compact' | 'Tabular' | 'Outline';
}

async function withSource(rows: readonly Row[], options: Parameters<typeof emptyHost>[0] = {}): Promise<OpenedHost> {
  const opened = emptyHost(options);
  await onSheet(opened, async (sheet, context) => {
    const range = sheet.getRange('A1').getResizedRange(rows.length, HEADERS.length - 1);
    range.getColumn(1).numberFormat = '@' as unknown as string[][];
    range.values = [HEADERS, ...rows];
    sheet.tables.add(range, true).name = 'Register';
    context.workbook.worksheets.add('统计');
    await context.sync();
  });
  return opened;
}

function arrange(
  pivot: Excel.PivotTable,
  { rows = [], columns = [], filters = [], data, type = 'Compact' }: Wanted,
): void {
  const { hierarchies } = pivot;
  pivot.layout.layoutType = type;
  for (const name of rows) pivot.rowHierarchies.add(hierarchies.getItem(name));
  for (const name of columns) pivot.columnHierarchies.add(hierarchies.getItem(name));
  for (const name of filters) pivot.filterHierarchies.add(hierarchies.getItem(name));
  for (const [name, summary, label] of data) {
    const added = pivot.dataHierarchies.add(hierarchies.getItem(name));
    added.summarizeBy = summary;
    if (label) added.name = label;
  }
}

async function withPivot(wanted: Wanted, rows = complaints(60)): Promise<OpenedHost> {
  const opened = await withSource(rows);
  await onSheet(opened, async (_, context) => {
    const sheet = context.workbook.worksheets.getItem('统计');
    arrange(sheet.pivotTables.add('P', context.workbook.tables.getItem('Register'), 'A3'), wanted);
    await context.sync();
  });
  return opened;
}

function onPivot<T>(
  opened: OpenedHost,
  act: (pivot: Excel.PivotTable, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return opened.Excel.run((context) =>
    act(context.workbook.worksheets.getItem('统计').pivotTables.getItem('P'), context),
  );
}

async function picture(opened: OpenedHost): Promise<unknown[][]> {
  return onPivot(opened, async (pivot, context) => {
    const range = pivot.layout.getRange().load('values');
    await context.sync();
    return range.values as unknown[][];
  });
}

const ROWS: Row[] = [
  ['T-1', '2026-01', '质量', 'A', '生产部', 10, 1],
  ['T-2', '2026-01', '物流', 'B', '生产部', 20, 0],
  ['T-3', '2026-02', '质量', 'B', '', 30, ''],
];

describe('how a pivot is laid out', () => {
  test.each<[string, Wanted, unknown[][]]>([
    [
      'rows and one figure',
      { rows: ['类别'], data: [['金额', 'Sum']] },
      [
        ['Row Labels', 'Sum of 金额'],
        ['物流', 20],
        ['质量', 40],
        ['Grand Total', 60],
      ],
    ],
    [
      'rows and columns, blank as an item of its own, last',
      { rows: ['部门'], columns: ['类别'], data: [['编号', 'Count']] },
      [
        ['Count of 编号', 'Column Labels', '', ''],
        ['Row Labels', '物流', '质量', 'Grand Total'],
        ['生产部', 1, 1, 2],
        ['(blank)', '', 1, 1],
        ['Grand Total', 1, 2, 3],
      ],
    ],
    [
      'several figures, tabular, subtotals below',
      {
        rows: ['类别', '月份'],
        data: [
          ['金额', 'Average'],
          ['及时', 'CountNumbers', '可判断'],
        ],
        type: 'Tabular',
      },
      [
        ['类别', '月份', 'Average of 金额', '可判断'],
        ['物流', '2026-01', 20, 1],
        ['物流 Total', '', 20, 1],
        ['质量', '2026-01', 10, 1],
        ['', '2026-02', 30, ''],
        ['质量 Total', '', 20, 1],
        ['Grand Total', '', 20, 2],
      ],
    ],
    [
      'two row fields, compact, subtotals in the heading',
      { rows: ['类别', '等级'], data: [['金额', 'Max']] },
      [
        ['Row Labels', 'Max of 金额'],
        ['物流', 20],
        ['B', 20],
        ['质量', 30],
        ['A', 10],
        ['B', 30],
        ['Grand Total', 30],
      ],
    ],
    [
      'figures alone',
      {
        data: [
          ['金额', 'Sum'],
          ['编号', 'Count'],
        ],
      },
      [
        ['Sum of 金额', 'Count of 编号'],
        [60, 3],
      ],
    ],
  ])('%s', async (_, wanted, expected) => {
    expect(await picture(await withPivot(wanted, ROWS))).toEqual(expected);
  });

  test.each<[Wanted['data'][number][1], unknown]>([
    ['Sum', 60],
    ['Count', 3],
    ['Average', 20],
    ['Max', 30],
    ['Min', 10],
    ['Product', 6000],
    ['CountNumbers', 3],
    ['StandardDeviation', 10],
    ['Variance', 100],
  ])('%s', async (summary, value) => {
    const lines = await picture(await withPivot({ rows: ['部门'], data: [['金额', summary]] }, ROWS));
    expect(lines.at(-1)?.[1]).toBeCloseTo(value as number, 9);
  });

  test.each<[string, (pivot: Excel.PivotTable) => void, unknown[][]]>([
    [
      'no grand total',
      (pivot) => (pivot.layout.showColumnGrandTotals = false),
      [
        ['物流', 20],
        ['质量', 40],
      ],
    ],
    [
      'sorted by labels, downwards',
      (pivot) => pivot.rowHierarchies.getItem('类别').fields.getItem('类别').sortByLabels(SortBy.descending),
      [
        ['质量', 40],
        ['物流', 20],
        ['Grand Total', 60],
      ],
    ],
    [
      'sorted by the figure',
      (pivot) =>
        pivot.rowHierarchies
          .getItem('类别')
          .fields.getItem('类别')
          .sortByValues('Descending', pivot.dataHierarchies.getItem('Sum of 金额')),
      [
        ['质量', 40],
        ['物流', 20],
        ['Grand Total', 60],
      ],
    ],
    [
      'an item hidden',
      (pivot) => (pivot.rowHierarchies.getItem('类别').fields.getItem('类别').items.getItem('物流').visible = false),
      [
        ['质量', 40],
        ['Grand Total', 40],
      ],
    ],
    [
      'filtered by another field',
      (pivot) => {
        const field = pivot.hierarchies.getItem('部门').fields.getItem('部门');
        pivot.filterHierarchies.add(pivot.hierarchies.getItem('部门'));
        field.applyFilter({ manualFilter: { selectedItems: ['生产部'] } });
      },
      [
        ['物流', 20],
        ['质量', 10],
        ['Grand Total', 30],
      ],
    ],
    [
      'as a share of the total',
      (pivot) => (pivot.dataHierarchies.getItem('Sum of 金额').showAs = { calculation: 'PercentOfGrandTotal' }),
      [
        ['物流', 1 / 3],
        ['质量', 2 / 3],
        ['Grand Total', 1],
      ],
    ],
    [
      'as a running total',
      (pivot) =>
        (pivot.dataHierarchies.getItem('Sum of 金额').showAs = {
          calculation: 'RunningTotal',
          baseField: pivot.rowHierarchies.getItem('类别').fields.getItem('类别'),
        }),
      [
        ['物流', 20],
        ['质量', 60],
        ['Grand Total', ''],
      ],
    ],
  ])('%s', async (_, act, expected) => {
    const opened = await withPivot({ rows: ['类别'], data: [['金额', 'Sum']] }, ROWS);
    await onPivot(opened, async (pivot, context) => {
      act(pivot);
      await context.sync();
    });
    expect((await picture(opened)).slice(1)).toEqual(expected);
  });

  test('the parts are found as ranges, filters stand above with an empty row between', async () => {
    const opened = await withPivot(
      { rows: ['类别'], columns: ['等级'], filters: ['部门'], data: [['金额', 'Sum']] },
      ROWS,
    );
    await onPivot(opened, async ({ layout }, context) => {
      const ranges = [
        layout.getRange(),
        layout.getDataBodyRange(),
        layout.getRowLabelRange(),
        layout.getColumnLabelRange(),
        layout.getFilterAxisRange(),
      ].map((range) => range.load('address'));
      await context.sync();
      expect(ranges.map(({ address }) => address.split('!')[1])).toEqual(['A3:D7', 'B5:D7', 'A4:A7', 'B3:D4', 'A1:B1']);
    });
    expect(opened.host.values('统计', 'A1:B1')).toEqual([['部门', '(All)']]);
  });
});

describe('numbers, by core sums, by the host and by LibreOffice', () => {
  const ARRANGEMENTS: [string, Wanted][] = [
    ['月份 × 类别', { rows: ['月份'], columns: ['类别'], data: [['编号', 'Count']] }],
    [
      '部门, 类别 with two figures',
      {
        rows: ['部门', '类别'],
        data: [
          ['金额', 'Sum'],
          ['及时', 'Sum', '及时数'],
        ],
        type: 'Tabular',
      },
    ],
    ['类别 × 等级, 部门', { rows: ['类别'], columns: ['等级', '部门'], data: [['金额', 'Sum']], type: 'Outline' }],
    [
      'two figures across',
      {
        rows: ['类别'],
        columns: ['等级'],
        filters: ['部门'],
        data: [
          ['金额', 'Sum'],
          ['编号', 'Count'],
        ],
      },
    ],
  ];
  const rows = complaints(300);

  test.each(ARRANGEMENTS)('%s: every total is the sum of the source', async (_, wanted) => {
    const lines = await picture(await withPivot(wanted, rows));
    const total = { 编号: rows.length, 金额: 0, 及时: 0 };
    for (const row of rows) {
      total.金额 += row[5];
      total.及时 += Number(row[6]);
    }
    const expected = wanted.data.map(([field]) => total[field as keyof typeof total]);
    expect(lines.at(-1)?.slice(-expected.length)).toEqual(expected);
  });

  test('each cell of a cross table is the independent count', async () => {
    const lines = await picture(
      await withPivot({ rows: ['月份'], columns: ['类别'], data: [['编号', 'Count']] }, rows),
    );
    const heads = lines[1] ?? [];
    for (const line of lines.slice(2, -1)) {
      for (const [at, value] of line.slice(1, -1).entries()) {
        const count = rows.filter((row) => row[1] === line[0] && row[2] === heads[at + 1]).length;
        expect(value === '' ? 0 : value).toBe(count);
      }
    }
  });

  test.skipIf(!libreOffice)(
    'LibreOffice opens the saved pivots and calculates the same from the source alone',
    { timeout: 120_000 },
    async () => {
      const opened = await withSource(rows);
      const places = ['A3', 'A60', 'P3', 'P60'];
      await opened.Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('统计');
        for (const [at, [name, wanted]] of ARRANGEMENTS.entries()) {
          arrange(sheet.pivotTables.add(name, context.workbook.tables.getItem('Register'), places[at] ?? ''), wanted);
        }
        await context.sync();
      });
      const ours = opened.host.values('统计', 'A1:AZ120');
      // Without any cell of the pivots in the file, every number that appears is LibreOffice's own.
      const parts = unzipSync(opened.host.save());
      const path = 'xl/worksheets/sheet2.xml';
      parts[path] = strToU8(
        strFromU8(parts[path] ?? new Uint8Array()).replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>'),
      );
      const theirs = (await calculatedSheets(zipSync(parts))).get('统计') ?? [];
      // Column by column: above several figures LibreOffice has a line "Data" of its own.
      const numbers = (lines: readonly (readonly unknown[])[]): string[] =>
        Array.from({ length: 52 }, (_, column) => lines.map((line) => line[column] ?? ''))
          .flatMap((values, column) => values.map((value) => [column, value] as const))
          .filter(([, value]) => value !== '' && !Number.isNaN(Number(value)))
          .map(([column, value]) => `${column}: ${Number(Number(value).toPrecision(12))}`);
      expect(numbers(ours).length).toBeGreaterThan(150);
      expect(numbers(theirs)).toEqual(numbers(ours));
    },
  );
});

describe('refreshing', () => {
  const wanted: Wanted = { rows: ['类别'], data: [['金额', 'Sum']] };

  test('edits show after refresh only; new items come last unless the field is sorted; places stay', async () => {
    const opened = await withPivot(wanted, ROWS);
    opened.host.userEdits('Ledger', 'A5', [['T-4', '2026-03', '安装', 'C', '生产部', 5, 1]]);
    expect(await picture(opened)).toHaveLength(4);
    await onPivot(opened, async (pivot, context) => {
      pivot.refresh();
      await context.sync();
    });
    expect(await picture(opened)).toEqual([
      ['Row Labels', 'Sum of 金额'],
      ['物流', 20],
      ['质量', 40],
      ['安装', 5],
      ['Grand Total', 65],
    ]);
    await opened.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('统计');
      sheet.pivotTables
        .getItem('P')
        .rowHierarchies.getItem('类别')
        .fields.getItem('类别')
        .sortByLabels(SortBy.ascending);
      sheet.pivotTables.refreshAll();
      await context.sync();
    });
    expect((await picture(opened)).map((line) => line[0])).toEqual([
      'Row Labels',
      '安装',
      '物流',
      '质量',
      'Grand Total',
    ]);
  });

  test('one that finds no room is refused and leaves all as it was', async () => {
    const opened = await withPivot(wanted, ROWS);
    opened.host.userEdits('统计', 'A7', [['备注']]);
    opened.host.userEdits('Ledger', 'A5', [['T-4', '2026-03', '安装', 'C', '生产部', 5, 1]]);
    const before = opened.host.values('统计', 'A1:C9');
    expect(
      await codeOf(
        onPivot(opened, async (pivot, context) => {
          pivot.refresh();
          await context.sync();
        }),
      ),
    ).toBe('PivotTableRangeConflict');
    expect(opened.host.values('统计', 'A1:C9')).toEqual(before);
  });

  test('500 new rows and a user’s own layout: the same pivot in the same place after saving and opening', async () => {
    const opened = await withPivot(
      { rows: ['类别', '等级'], columns: ['部门'], data: [['金额', 'Sum', '总额']] },
      complaints(50),
    );
    await onPivot(opened, async (pivot, context) => {
      pivot.layout.layoutType = 'Tabular';
      pivot.layout.showRowGrandTotals = false;
      pivot.dataHierarchies.getItem('总额').numberFormat = '#,##0';
      pivot.rowHierarchies.getItem('类别').fields.getItem('类别').items.getItem('服务').visible = false;
      await context.sync();
    });
    const again = openHost(opened.host.save());
    expect(await picture(again)).toEqual(await picture(opened));
    again.host.userEdits('Ledger', 'A52', complaints(500, 50));
    await onPivot(again, async (pivot, context) => {
      pivot.refresh();
      pivot.layout.load('layoutType,showRowGrandTotals');
      const data = pivot.dataHierarchies.getItem('总额').load('numberFormat,summarizeBy');
      const range = pivot.layout.getRange().load('address,values');
      await context.sync();
      expect([pivot.layout.layoutType, pivot.layout.showRowGrandTotals]).toEqual(['Tabular', false]);
      expect([data.numberFormat, data.summarizeBy]).toEqual(['#,##0', 'Sum']);
      expect(range.address).toMatch(/!A3:/);
      expect(range.values.map((line) => line[0] as unknown)).not.toContain('服务');
    });
  });
});

describe('what Excel refuses', () => {
  const wanted: Wanted = { rows: ['类别'], data: [['金额', 'Sum']] };
  const add = (name: string, at: string) => (context: Excel.RequestContext) =>
    void context.workbook.worksheets.getItem('统计').pivotTables.add(name, 'Register', `统计!${at}`);

  test.each<[string, string, (context: Excel.RequestContext) => void]>([
    ['a name that is taken', 'ItemAlreadyExists', add('p', 'H3')],
    ['a place on another pivot', 'PivotTableRangeConflict', add('Q', 'B5')],
    ['a place on a filled cell', 'PivotTableRangeConflict', add('Q', 'M3')],
    [
      'writing into it',
      'PivotTableRangeConflict',
      (context) => (context.workbook.worksheets.getItem('统计').getRange('B4').values = [[1]]),
    ],
    [
      'clearing a part of it',
      'PivotTableRangeConflict',
      (context) => context.workbook.worksheets.getItem('统计').getRange('B4:B5').clear(),
    ],
    [
      'inserting cells through it',
      'PivotTableRangeConflict',
      (context) => void context.workbook.worksheets.getItem('统计').getRange('4:4').insert('Down'),
    ],
    [
      'a figure named like a field',
      'InvalidArgument',
      (context) => (context.workbook.pivotTables.getItem('P').dataHierarchies.getItem('Sum of 金额').name = '类别'),
    ],
    [
      'hiding the last item',
      'InvalidOperation',
      (context) => {
        const { items } = context.workbook.pivotTables.getItem('P').hierarchies.getItem('类别').fields.getItem('类别');
        items.getItem('质量').visible = false;
        items.getItem('物流').visible = false;
      },
    ],
    [
      'a field that is not there',
      'ItemNotFound',
      (context) => context.workbook.pivotTables.getItem('P').hierarchies.getItem('没有').load('name'),
    ],
    [
      'a source with an empty header',
      'InvalidArgument',
      (context) => void context.workbook.worksheets.getItem('统计').pivotTables.add('Q', 'Ledger!A1:J4', '统计!H3'),
    ],
  ])('%s: %s', async (_, code, act) => {
    const opened = await withPivot(wanted, ROWS);
    opened.host.userEdits('统计', 'M3', [['x']]);
    const work = opened.Excel.run(async (context) => {
      act(context);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('clearing all of it takes it away, deleting as well; rows before it move it', async () => {
    const opened = await withPivot(wanted, ROWS);
    await onPivot(opened, async (pivot, context) => {
      pivot.worksheet.getRange('1:2').insert('Down');
      const range = pivot.layout.getRange().load('address');
      await context.sync();
      expect(range.address).toBe('统计!A5:B8');
      pivot.worksheet.getRange('A1:F20').clear();
      const gone = pivot.worksheet.pivotTables.getItemOrNullObject('P');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
    const parts = Object.keys(unzipSync(opened.host.save()));
    expect(parts.filter((name) => name.includes('pivot'))).toEqual([]);
    const other = await withPivot(wanted, ROWS);
    await onPivot(other, async (pivot, context) => {
      pivot.delete();
      await context.sync();
    });
    expect(other.host.values('统计', 'A3:B6').flat()).toEqual(Array.from({ length: 8 }, () => ''));
  });
});

describe('in the file', () => {
  test('a pivot that another program wrote is listed and can be refreshed; ours opens in a second reader', async () => {
    const book = excelize.NewFile();
    for (const [at, row] of [
      ['a', 'b', 'c'],
      ['x', 'y', 3],
      ['z', 'y', 4],
    ].entries()) {
      book.SetSheetRow('Sheet1', `A${at + 1}`, row);
    }
    book.AddPivotTable({
      DataRange: 'Sheet1!A1:C3',
      PivotTableRange: 'Sheet1!G2:M34',
      Name: 'Theirs',
      Rows: [{ Data: 'a' }],
      Columns: [{ Data: 'b' }],
      Data: [{ Data: 'c', Name: 'S', Subtotal: 'Sum' }],
    });
    const opened = openHost(saved(book));
    await opened.Excel.run(async (context) => {
      const pivots = context.workbook.pivotTables.load('items/name');
      await context.sync();
      expect(pivots.items.map(({ name }) => name)).toEqual(['Theirs']);
      pivots.items[0]?.refresh();
      const body = pivots.items[0]?.layout.getDataBodyRange().load('values');
      await context.sync();
      expect(body?.values.at(-1)?.at(-1)).toBe(7);
    });
    expect(reopened(opened.host.save()).GetSheetList().list).toEqual(['Sheet1']);
  });

  test('parts of pivots stay byte for byte while nobody changes them', async () => {
    const before = (await withPivot({ rows: ['月份'], data: [['金额', 'Sum']] })).host.save();
    const again = openHost(before);
    again.host.userEdits('Ledger', 'F2', [[1]]);
    const [a, b] = [unzipSync(before), unzipSync(again.host.save())];
    const pivots = Object.keys(a).filter((name) => name.includes('pivot'));
    expect(pivots).toHaveLength(5);
    for (const name of pivots) expect(b[name]).toEqual(a[name]);
  });
});
