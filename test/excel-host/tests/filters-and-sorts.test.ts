import { describe, expect, test } from 'vitest';
import { openHost, type OpenedHost } from '../node/open-host.ts';
import { excelize, reopened } from './excelize.ts';
import { codeOf, emptyHost, onSheet } from './on-host.ts';

/** The clock of the tests stands at 22 November 2026, a Sunday. */
const ROWS = [
  ['编号', '客户', '金额', '日期'],
  ['T-1', '王先生', 120, '2026-11-22'],
  ['T-2', '李女士', 80, '2026-10-31'],
  ['T-3', '', 300, '2026-11-23'],
  ['T-4', '王小姐', 80, '2025-11-22'],
  ['T-5', '赵', '', ''],
];

async function filled(options: Parameters<typeof emptyHost>[0] = {}): Promise<OpenedHost> {
  const opened = emptyHost(options);
  await onSheet(opened, async (sheet, context) => {
    sheet.getRange('A1:D6').values = ROWS;
    sheet.getRange('C2').format.fill.color = '#FF0000';
    sheet.tables.add('A1:D6', true).name = 'Register';
    await context.sync();
  });
  return opened;
}

async function shown(opened: OpenedHost, address = 'A2:A6'): Promise<unknown[]> {
  return onSheet(opened, async (sheet, context) => {
    const view = sheet.getRange(address).getVisibleView().load('values');
    await context.sync();
    return view.values.flat() as unknown[];
  });
}

const filter = (opened: OpenedHost, column: string, criteria: Excel.FilterCriteria): Promise<void> =>
  onSheet(opened, async (sheet, context) => {
    sheet.tables.getItem('Register').columns.getItem(column).filter.apply(criteria);
    await context.sync();
  });

const CASES: [name: string, column: string, criteria: Excel.FilterCriteria, rows: string[]][] = [
  ['values by what they show', '客户', { filterOn: 'Values', values: ['王先生', '赵'] }, ['T-1', 'T-5']],
  ['numbers by their text', '金额', { filterOn: 'Values', values: ['80'] }, ['T-2', 'T-4']],
  ['blanks', '客户', { filterOn: 'Values', values: [''] }, ['T-3']],
  [
    'days of a month',
    '日期',
    { filterOn: 'Values', values: [{ date: '2026-11-01', specificity: 'Month' }] },
    ['T-1', 'T-3'],
  ],
  ['a comparison', '金额', { filterOn: 'Custom', criterion1: '>=120' }, ['T-1', 'T-3']],
  ['a wildcard', '客户', { filterOn: 'Custom', criterion1: '=王*' }, ['T-1', 'T-4']],
  [
    'two comparisons, both',
    '金额',
    { filterOn: 'Custom', criterion1: '>80', criterion2: '<300', operator: 'And' },
    ['T-1'],
  ],
  [
    'two comparisons, either',
    '金额',
    { filterOn: 'Custom', criterion1: '>200', criterion2: '=80', operator: 'Or' },
    ['T-2', 'T-3', 'T-4'],
  ],
  ['what is not blank', '客户', { filterOn: 'Custom', criterion1: '<>' }, ['T-1', 'T-2', 'T-4', 'T-5']],
  ['the greatest', '金额', { filterOn: 'TopItems', criterion1: '1' }, ['T-3']],
  ['the smallest with its ties', '金额', { filterOn: 'BottomItems', criterion1: '1' }, ['T-2', 'T-4']],
  ['a part of a hundred', '金额', { filterOn: 'TopPercent', criterion1: '50' }, ['T-1', 'T-3']],
  ['above the average', '金额', { filterOn: 'Dynamic', dynamicCriteria: 'AboveAverage' }, ['T-3']],
  ['this month', '日期', { filterOn: 'Dynamic', dynamicCriteria: 'ThisMonth' }, ['T-1', 'T-3']],
  ['this week', '日期', { filterOn: 'Dynamic', dynamicCriteria: 'ThisWeek' }, ['T-1', 'T-3']],
  ['last month', '日期', { filterOn: 'Dynamic', dynamicCriteria: 'LastMonth' }, ['T-2']],
  ['this year to date', '日期', { filterOn: 'Dynamic', dynamicCriteria: 'YearToDate' }, ['T-1', 'T-2']],
  [
    'every November',
    '日期',
    { filterOn: 'Dynamic', dynamicCriteria: 'AllDatesInPeriodNovember' },
    ['T-1', 'T-3', 'T-4'],
  ],
  [
    'the fourth quarter of any year',
    '日期',
    { filterOn: 'Dynamic', dynamicCriteria: 'AllDatesInPeriodQuarter4' },
    ['T-1', 'T-2', 'T-3', 'T-4'],
  ],
  ['a fill', '金额', { filterOn: 'CellColor', color: '#FF0000' }, ['T-1']],
];

describe('filters', () => {
  test.each(CASES)('by %s', async (_, column, criteria, rows) => {
    const opened = await filled();
    await filter(opened, column, criteria);
    expect(await shown(opened)).toEqual(rows);
  });

  test.each(CASES)('by %s are read back, saved and found again', async (_, column, criteria) => {
    const opened = await filled();
    await filter(opened, column, criteria);
    const again = openHost(opened.host.save());
    for (const host of [opened, again]) {
      await onSheet(host, async (sheet, context) => {
        const table = sheet.tables.getItem('Register');
        table.autoFilter.load('criteria,isDataFiltered');
        const own = table.columns.getItem(column).filter.load('criteria');
        await context.sync();
        expect(table.autoFilter.isDataFiltered).toBe(true);
        expect(own.criteria).toMatchObject(criteria);
        expect(table.autoFilter.criteria.filter((entry) => (entry as unknown) !== null)).toEqual([own.criteria]);
      });
    }
    expect(await shown(again)).toEqual(await shown(opened));
    expect(reopened(opened.host.save()).GetSheetList().list).toEqual(['Ledger']); // a second reader opens it
  });

  test('several columns together; one is cleared, then all', async () => {
    const opened = await filled();
    await filter(opened, '金额', { filterOn: 'Custom', criterion1: '=80' });
    await filter(opened, '客户', { filterOn: 'Custom', criterion1: '=王*' });
    expect(await shown(opened)).toEqual(['T-4']);
    await onSheet(opened, async (sheet, context) => {
      sheet.tables.getItem('Register').autoFilter.clearColumnCriteria(2);
      await context.sync();
    });
    expect(await shown(opened)).toEqual(['T-1', 'T-4']);
    await onSheet(opened, async (sheet, context) => {
      sheet.tables.getItem('Register').clearFilters();
      await context.sync();
    });
    expect(await shown(opened)).toHaveLength(5);
  });

  test('an edit does not filter anew, reapplying does', async () => {
    const opened = await filled();
    await filter(opened, '客户', { filterOn: 'Custom', criterion1: '=王*' });
    opened.host.userEdits('Ledger', 'B2', [['张']]);
    expect(await shown(opened)).toEqual(['T-1', 'T-4']);
    await onSheet(opened, async (sheet, context) => {
      sheet.tables.getItem('Register').reapplyFilters();
      await context.sync();
    });
    expect(await shown(opened)).toEqual(['T-4']);
  });

  test('a sheet has a filter of its own; removing it shows all rows', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:D6').values = ROWS;
      sheet.autoFilter.apply('A1:D6', 0, { filterOn: 'Values', values: ['T-2'] });
      sheet.autoFilter.apply('A1:D6', 2, { filterOn: 'Custom', criterion1: '<100' });
      sheet.autoFilter.load('criteria,enabled');
      await context.sync();
      expect(sheet.autoFilter.criteria.map((entry) => (entry as { filterOn: string } | null)?.filterOn)).toEqual([
        'Values',
        undefined,
        'Custom',
        undefined,
      ]);
    });
    expect(await shown(opened)).toEqual(['T-2']);
    await onSheet(opened, async (sheet, context) => {
      sheet.autoFilter.remove();
      await context.sync();
    });
    expect(await shown(opened)).toHaveLength(5);
  });

  test.each([
    [
      'a number beyond the columns',
      (sheet: Excel.Worksheet) => sheet.tables.getItem('Register').autoFilter.clearColumnCriteria(4),
      'InvalidArgument',
    ],
    [
      'values without a list',
      (sheet: Excel.Worksheet) =>
        sheet.tables.getItem('Register').columns.getItem('金额').filter.apply({ filterOn: 'Values' }),
      'InvalidArgument',
    ],
    ['reapplying without a filter', (sheet: Excel.Worksheet) => sheet.autoFilter.reapply(), 'InvalidOperation'],
  ])('refused: %s', async (_, act, code) => {
    const work = onSheet(await filled(), async (sheet, context) => {
      act(sheet);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('a protected sheet filters only where that is allowed', async () => {
    const act = async (allowAutoFilter: boolean): Promise<string> => {
      const opened = await filled();
      await onSheet(opened, async (sheet, context) => {
        sheet.protection.protect({ allowAutoFilter });
        await context.sync();
      });
      return codeOf(filter(opened, '客户', { filterOn: 'Custom', criterion1: '=王*' }));
    };
    expect([await act(true), await act(false)]).toEqual(['', 'AccessDenied']);
  });

  test('criteria follow their columns when columns come and go', async () => {
    const opened = await filled();
    await filter(opened, '金额', { filterOn: 'Custom', criterion1: '=80' });
    await onSheet(opened, async (sheet, context) => {
      const { columns, autoFilter } = sheet.tables.getItem('Register');
      columns.getItem('客户').delete();
      autoFilter.load('criteria');
      await context.sync();
      expect(autoFilter.criteria.map((entry) => (entry as unknown) !== null)).toEqual([false, true, false]);
      columns.getItem('金额').delete();
      autoFilter.load('isDataFiltered');
      await context.sync();
      expect(autoFilter.isDataFiltered).toBe(false);
    });
  });
});

describe('writing under a filter', () => {
  const write = async (profile: 'web' | 'm365'): Promise<unknown[][]> => {
    const opened = await filled({ profile });
    await filter(opened, '客户', { filterOn: 'Custom', criterion1: '=王*' });
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('C2:C6').values = [[1], [2], [3], [4], [5]];
      sheet.getRange('D3').values = [['here']];
      await context.sync();
    });
    return opened.host.values('Ledger', 'C2:C6');
  };

  test('the web writes where it is told, the desktop misplaces a block ([#224])', async () => {
    expect(await write('web')).toEqual([[1], [2], [3], [4], [5]]);
    expect(await write('m365')).toEqual([[1], [80], [300], [1], ['']]);
  });

  test.each([
    ['web', 'delete', 'FilteredRangeConflict', 5],
    ['m365', 'delete', '', 5],
    ['web', 'insert', 'FilteredRangeConflict', 5],
    ['m365', 'insert', 'FilteredRangeConflict', 5],
  ] as const)('%s: %s of cells: "%s" ([#994])', async (profile, act, code, rows) => {
    const opened = await filled({ profile });
    await filter(opened, '客户', { filterOn: 'Custom', criterion1: '=王*' });
    const work = onSheet(opened, async (sheet, context) => {
      if (act === 'delete') sheet.getRange('A2:D3').delete('Up');
      else sheet.getRange('A2:D3').insert('Down');
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
    await onSheet(opened, async (sheet, context) => {
      const count = sheet.tables.getItem('Register').rows.getCount();
      await context.sync();
      expect(count.value).toBe(rows);
    });
  });
});

describe('sorting', () => {
  const MIXED = [['b'], [''], [true], [2], ['A'], [10], ['=1/0'], [false], ['阿'], ['安'], ['a']];

  test('numbers, texts, booleans, errors; blanks last both ways', async () => {
    const opened = emptyHost();
    const sorted = (ascending: boolean): Promise<unknown[]> =>
      onSheet(opened, async (sheet, context) => {
        const range = sheet.getRange('A1:A11');
        range.values = MIXED;
        range.sort.apply([{ key: 0, ascending }]);
        range.load('values');
        await context.sync();
        return range.values.flat() as unknown[];
      });
    expect(await sorted(true)).toEqual([2, 10, 'A', 'a', 'b', '阿', '安', false, true, '#DIV/0!', '']);
    expect(await sorted(false)).toEqual(['#DIV/0!', true, false, '安', '阿', 'b', 'A', 'a', 10, 2, '']);
  });

  test.each([
    ['PinYin', ['白', '李', '王', '一']],
    ['StrokeCount', ['一', '王', '白', '李']],
  ] as const)('Chinese by %s', async (method, wanted) => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const range = sheet.getRange('A1:A4');
      range.values = [['王'], ['一'], ['李'], ['白']];
      range.sort.apply([{ key: 0 }], false, false, 'Rows', method);
      range.load('values');
      await context.sync();
      expect(range.values.flat()).toEqual(wanted);
    });
  });

  test('rows move whole: formats go along, references as in a copy; equal rows keep their order', async () => {
    const opened = await filled();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('F1').values = [[1000]];
      sheet.tables.getItem('Register').columns.add(-1, [['和'], ...[2, 3, 4, 5, 6].map((row) => [`=C${row}+$F$1`])]);
      await context.sync();
      const table = sheet.tables.getItem('Register');
      table.sort.apply([{ key: 2, ascending: false }]);
      const body = table.getDataBodyRange().load('formulas,values');
      const fills = [0, 1].map((row) => body.getCell(row, 2).format.fill.load('color'));
      table.sort.load('fields,method');
      await context.sync();
      expect(body.values.map((row) => row[0] as unknown)).toEqual(['T-3', 'T-1', 'T-2', 'T-4', 'T-5']);
      expect(body.formulas.map((row) => row[4] as unknown)).toEqual([2, 3, 4, 5, 6].map((row) => `=C${row}+$F$1`));
      expect(body.values.map((row) => row[4] as unknown)).toEqual([1300, 1120, 1080, 1080, 1000]);
      expect(fills.map(({ color }) => color)).toEqual(['#FFFFFF', '#FF0000']);
      expect(table.sort.fields).toMatchObject([{ key: 2, ascending: false, sortOn: 'Value' }]);
    });
    const again = openHost(opened.host.save());
    await onSheet(again, async (sheet, context) => {
      const { sort } = sheet.tables.getItem('Register').load('sort/fields');
      await context.sync();
      expect(sort.fields).toMatchObject([{ key: 2, ascending: false }]);
    });
  });

  test('hidden rows stay where they are', async () => {
    const opened = await filled();
    await filter(opened, '客户', { filterOn: 'Custom', criterion1: '=王*' });
    await onSheet(opened, async (sheet, context) => {
      sheet.tables.getItem('Register').sort.apply([{ key: 2 }]);
      await context.sync();
    });
    expect(opened.host.values('Ledger', 'A2:A6').flat()).toEqual(['T-4', 'T-2', 'T-3', 'T-1', 'T-5']);
  });

  test('by two keys, with a header, from left to right, by colour', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:B4').values = [
        ['k', 'v'],
        [2, 'x'],
        [1, 'z'],
        [2, 'a'],
      ];
      sheet.getRange('A1:B4').sort.apply([{ key: 0, ascending: false }, { key: 1 }], false, true);
      sheet.getRange('D1:F2').values = [
        [3, 1, 2],
        ['c', 'a', 'b'],
      ];
      sheet.getRange('D1:F2').sort.apply([{ key: 0 }], false, false, 'Columns');
      sheet.getRange('H1:H3').values = [['p'], ['q'], ['r']];
      sheet.getRange('H2').format.fill.color = '#00FF00';
      sheet.getRange('H1:H3').sort.apply([{ key: 0, sortOn: 'CellColor', color: '#00FF00' }]);
      await context.sync();
    });
    expect(opened.host.values('Ledger', 'A1:B4')).toEqual([
      ['k', 'v'],
      [2, 'a'],
      [2, 'x'],
      [1, 'z'],
    ]);
    expect(opened.host.values('Ledger', 'D1:F2')).toEqual([
      [1, 2, 3],
      ['a', 'b', 'c'],
    ]);
    expect(opened.host.values('Ledger', 'H1:H3').flat()).toEqual(['q', 'p', 'r']);
  });

  test.each<[string, string, (sheet: Excel.Worksheet) => void]>([
    ['merged cells', 'InvalidOperation', (sheet) => sheet.getRange('F2:G2').merge(false)],
    [
      'a protected sheet with locked cells, though sorting is allowed ([#2135])',
      'AccessDenied',
      (sheet) => sheet.protection.protect({ allowSort: true }),
    ],
  ])('refused: %s', async (_, code, prepare) => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('F1:G3').values = [
        [3, 1],
        [2, 1],
        [1, 1],
      ];
      prepare(sheet);
      sheet.getRange('F1:G3').sort.apply([{ key: 0 }]);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('the saved order is one that a second reader understands', async () => {
    const opened = await filled();
    await onSheet(opened, async (sheet, context) => {
      sheet.tables.getItem('Register').sort.apply([{ key: 0, ascending: false }]);
      await context.sync();
    });
    const book = excelize.OpenReader(opened.host.save());
    expect(book.GetCellValue('Ledger', 'A2').value).toBe('T-5');
  });
});
