import { describe, expect, test } from 'vitest';
import { codeOf, emptyHost, onSheet } from './on-host.ts';
import type { OpenedHost } from '../node/open-host.ts';

const ROWS = [
  ['编号', '客户', '状态'],
  ['T-001', '王先生', '处理中'],
  ['T-002', '李女士', '已结案'],
];

async function withTable(opened = emptyHost()): Promise<OpenedHost> {
  await onSheet(opened, async (sheet, context) => {
    sheet.getRange('A1:C3').values = ROWS;
    sheet.tables.add('A1:C3', true).name = 'Register';
    await context.sync();
  });
  return opened;
}

async function tableState(opened: OpenedHost): Promise<{ address: string; count: number }> {
  return onSheet(opened, async (sheet, context) => {
    const table = sheet.tables.getItem('Register');
    const range = table.getRange().load('address');
    const count = table.rows.getCount();
    await context.sync();
    return { address: range.address, count: count.value };
  });
}

describe('making a table', () => {
  test('headers become unique text; blanks get names; numbers become what they show', async () => {
    const opened = emptyHost();
    const names = await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:E2').values = [
        ['名称', '名称', '', 2024, '=1+1'],
        [1, 2, 3, 4, 5],
      ];
      const table = sheet.tables.add('A1:E2', true);
      table.columns.load('items/name');
      await context.sync();
      return table.columns.items.map((column) => column.name);
    });
    expect(names).toEqual(['名称', '名称2', 'Column3', '2024', '2']);
    expect(opened.host.values('Ledger', 'A1:E1')).toEqual([['名称', '名称2', 'Column3', '2024', '2']]);
  });

  test('without headers a row is inserted and the cells move down ([#196][#1197])', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:B1').values = [['x', 'y']];
      sheet.tables.add('A1:B1', false);
      await context.sync();
    });
    expect(opened.host.values('Ledger', 'A1:B2')).toEqual([
      ['Column1', 'Column2'],
      ['x', 'y'],
    ]);
  });

  test.each([
    ['merged cells', 'MergedRangeConflict', (sheet: Excel.Worksheet) => sheet.getRange('B2:C2').merge(false)],
    ['another table', 'InvalidOperation', (sheet: Excel.Worksheet) => void sheet.tables.add('C3:D4', true)],
  ])('over %s it is %s', async (_, code, prepare) => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      prepare(sheet);
      await context.sync();
      sheet.tables.add('A1:C3', true);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test.each([
    ['Register', 'ItemAlreadyExists'],
    ['REGISTER', 'ItemAlreadyExists'],
    ['with space', 'InvalidArgument'],
    ['A1', 'InvalidArgument'],
    ['投诉台账', ''],
  ])('a table may be named %s: %j', async (name, code) => {
    const opened = await withTable();
    const work = onSheet(opened, async (sheet, context) => {
      sheet.tables.add('F1:G2', true).name = name;
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('the sheet loses its own filter where a table takes its place', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('A1:C3').values = ROWS;
      sheet.autoFilter.apply('A1:C3');
      sheet.tables.add('A1:C3', true);
      sheet.autoFilter.load('enabled');
      await context.sync();
      expect(sheet.autoFilter.enabled).toBe(false);
    });
  });
});

describe('growing by writing below ([D excel/co-authoring-in-excel-add-ins.md][#3013][#3191])', () => {
  const write = (opened: OpenedHost, values: unknown[][], prepare?: (sheet: Excel.Worksheet) => void): Promise<void> =>
    onSheet(opened, async (sheet, context) => {
      prepare?.(sheet);
      await context.sync();
      sheet.tables.getItem('Register').getDataBodyRange().getRowsBelow(values.length).values = values;
      await context.sync();
    });

  test('rows directly below are taken in, with the formats of the row above', async () => {
    const opened = await withTable();
    await write(opened, [['T-003', '赵', '处理中']], (sheet) => (sheet.getRange('A3').format.fill.color = '#FFFF00'));
    expect(await tableState(opened)).toEqual({ address: 'Ledger!A1:C4', count: 3 });
    await onSheet(opened, async (sheet, context) => {
      const fill = sheet.getRange('A4').format.fill.load('color');
      await context.sync();
      expect(fill.color).toBe('#FFFF00');
    });
  });

  test('a blank last row stays outside', async () => {
    const opened = await withTable();
    await write(opened, [
      ['T-003', 'x', 'y'],
      ['', '', ''],
    ]);
    expect((await tableState(opened)).address).toBe('Ledger!A1:C4');
  });

  test('a block of more than 1,500 cells arrives in pieces; a piece that begins blank leaves the rest outside', async () => {
    const opened = await withTable();
    const rows = Array.from({ length: 600 }, (_, at) => (at === 500 ? ['', '', ''] : [`T-${at}`, 'x', 'y']));
    await write(opened, rows);
    expect((await tableState(opened)).count).toBe(2 + 500);
    expect(opened.host.values('Ledger', 'A504:A505')).toEqual([[''], ['T-501']]);
  });

  test.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['other data below', (sheet) => (sheet.getRange('C3:C4').values = [['已结案'], ['note']])],
    [
      'a list on the cells below',
      (sheet) => (sheet.getRange('A4:A9').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } }),
    ],
    ['merged cells below', (sheet) => sheet.getRange('A4:B4').merge(false)],
    ['a totals row', (sheet) => (sheet.tables.getItem('Register').showTotals = true)],
  ])('it does not grow over %s', async (_, prepare) => {
    const opened = await withTable();
    const before = (await tableState(opened)).count;
    await onSheet(opened, async (sheet, context) => {
      prepare(sheet);
      await context.sync();
      sheet.getRange('A1').load('values');
      const below = sheet.tables.getItem('Register').getRange().getRowsBelow(1);
      below.getCell(0, 0).values = [['T-003']];
      await context.sync();
    });
    expect((await tableState(opened)).count).toBe(before);
  });

  test('it does not grow on a protected sheet, not even over unlocked cells', async () => {
    const opened = await withTable();
    await write(opened, [['T-003', 'x', 'y']], (sheet) => {
      sheet.getRange('A4:C9').format.protection.locked = false;
      sheet.protection.protect();
    });
    expect((await tableState(opened)).count).toBe(2);
  });

  test('calculated columns, lists and conditional formats of whole columns go along', async () => {
    const opened = await withTable();
    await onSheet(opened, async (sheet, context) => {
      const table = sheet.tables.getItem('Register');
      table.columns.add(-1, [['长度'], ['=LEN(A2)'], ['=LEN(A3)']]);
      table.columns.getItem('状态').getDataBodyRange().dataValidation.rule = {
        list: { inCellDropDown: true, source: '处理中,已结案' },
      };
      const format = table.getDataBodyRange().conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$C2="处理中"';
      await context.sync();
      table.getDataBodyRange().getRowsBelow(1).values = [['T-0003', 'x', '处理中', null]];
      await context.sync();
      const cell = sheet.getRange('D4').load('formulas,values');
      const rule = sheet.getRange('C2:C4').dataValidation.load('type');
      const formats = sheet.getRange('A4:D4').conditionalFormats.getCount();
      await context.sync();
      expect(cell.formulas).toEqual([['=LEN(A4)']]);
      expect(cell.values).toEqual([[6]]);
      expect(rule.type).toBe('List');
      expect(formats.value).toBe(1);
    });
  });

  test('TableRowCollection.add works but is counted', async () => {
    const opened = await withTable();
    await onSheet(opened, async (sheet, context) => {
      sheet.tables.getItem('Register').rows.add(undefined, [['T-003', 'x', 'y']]);
      await context.sync();
    });
    expect((await tableState(opened)).count).toBe(3);
    expect(opened.host.warnings.get('TableRowCollection.add')).toBe(1);
  });
});

describe('changing a table', () => {
  test('resizing takes new columns by their header cells', async () => {
    const opened = await withTable();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('D1:E1').values = [['等级', '状态']];
      const table = sheet.tables.getItem('Register');
      table.resize('A1:E3');
      table.columns.load('items/name');
      await context.sync();
      expect(table.columns.items.map(({ name }) => name)).toEqual(['编号', '客户', '状态', '等级', '状态1']);
    });
  });

  test('the header row must stay where it is', async () => {
    const opened = await withTable();
    const work = onSheet(opened, async (sheet, context) => {
      sheet.tables.getItem('Register').resize('A2:C3');
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });

  test('renaming a header cell renames the column', async () => {
    const opened = await withTable();
    opened.host.userEdits('Ledger', 'B1', [['投诉人']]);
    await onSheet(opened, async (sheet, context) => {
      const column = sheet.tables.getItem('Register').columns.getItemOrNullObject('投诉人').load('index');
      await context.sync();
      expect(column.index).toBe(1);
    });
  });

  test('convertToRange keeps the cells, delete takes them', async () => {
    const kept = await withTable();
    await onSheet(kept, async (sheet, context) => {
      const range = sheet.tables.getItem('Register').convertToRange().load('address');
      const count = sheet.tables.getCount();
      await context.sync();
      expect([range.address, count.value]).toEqual(['Ledger!A1:C3', 0]);
    });
    expect(kept.host.values('Ledger', 'A1')).toEqual([['编号']]);
    const gone = await withTable();
    gone.host.userDeletesTable('Register');
    expect(gone.host.values('Ledger', 'A1')).toEqual([['']]);
  });

  test('deleting a table column closes up, its formulas point at nothing', async () => {
    const opened = await withTable();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('F1').values = [['=B2']];
      sheet.getRange('G1').values = [['=C2']];
      sheet.tables.getItem('Register').columns.getItem('客户').delete();
      await context.sync();
    });
    await onSheet(opened, async (sheet, context) => {
      const row = sheet.getRange('E1:F1').load('formulas');
      await context.sync();
      expect(row.formulas).toEqual([['=#REF!', '=B2']]);
    });
  });

  test('structured references compute', async () => {
    const opened = await withTable();
    await onSheet(opened, async (sheet, context) => {
      sheet.tables
        .getItem('Register')
        .columns.add(-1, [['开'], ['=IF([@状态]="处理中",1,0)'], ['=IF([@状态]="处理中",1,0)']]);
      sheet.getRange('F1').values = [['=SUM(Register[开])']];
      const sum = sheet.getRange('F1').load('values');
      await context.sync();
      expect(sum.values).toEqual([[1]]);
    });
  });
});
