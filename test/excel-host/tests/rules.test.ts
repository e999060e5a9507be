import { describe, expect, test } from 'vitest';
import { openHost } from '../node/open-host.ts';
import { reopened } from './excelize.ts';
import { codeOf, emptyHost, onSheet } from './on-host.ts';

describe('data validation', () => {
  test('an inline list takes 255 characters and not one more', async () => {
    const list = (length: number): Promise<string> =>
      codeOf(
        onSheet(emptyHost(), async (sheet, context) => {
          sheet.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(length) } };
          await context.sync();
        }),
      );
    expect(await list(255)).toBe('');
    expect(await list(256)).toBe('InvalidArgument');
  });

  test('a list may come from a range object; cells that break it are found', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('F1:F2').values = [['开'], ['关']];
      sheet.getRange('A1:A3').values = [['开'], ['半开'], ['']];
      const validation = sheet.getRange('A1:A3').dataValidation;
      validation.rule = { list: { inCellDropDown: true, source: sheet.getRange('F1:F2') } };
      const invalid = validation.getInvalidCellsOrNullObject().load('address');
      validation.load('rule,valid');
      await context.sync();
      expect(validation.rule).toEqual({ list: { inCellDropDown: true, source: '=Ledger!$F$1:$F$2' } });
      expect(invalid.address).toBe('Ledger!A2');
      expect(validation.valid).toBeNull();
    });
  });

  test('a rule on a part of a range splits what was there', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:A9').dataValidation.rule = { custom: { formula: '=A1>0' } };
      sheet.getRange('A4:A5').dataValidation.clear();
      const [above, part, all] = ['A1:A3', 'A4:A5', 'A1:A9'].map((address) =>
        sheet.getRange(address).dataValidation.load('type'),
      );
      await context.sync();
      expect([above?.type, part?.type, all?.type]).toEqual(['Custom', 'None', 'Inconsistent']);
    });
  });

  test('dates are told in ISO, kept as serials; messages have limits', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      const validation = sheet.getRange('A1').dataValidation;
      validation.rule = { date: { formula1: '2026-01-01', formula2: '2026-12-31', operator: 'Between' } };
      validation.errorAlert = { message: '请填写本年的日期', title: '日期', style: 'Stop', showAlert: true };
      validation.load('rule,errorAlert,type');
      await context.sync();
      expect(validation.type).toBe('Date');
      expect(validation.rule).toEqual({ date: { formula1: 46_023, formula2: 46_387, operator: 'Between' } });
      expect(validation.errorAlert.message).toBe('请填写本年的日期');
    });
    const long = onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1').dataValidation.prompt = { message: 'x'.repeat(256), showPrompt: true, title: '' };
      await context.sync();
    });
    expect(await codeOf(long)).toBe('InvalidArgument');
  });
});

describe('conditional formats', () => {
  test('the formula is told from the range it was fetched by ([#5194])', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const format = sheet.getRange('A2:C9').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$A2="x"';
      await context.sync();
      const seen = sheet.getRange('A5:C5').conditionalFormats.getItemAt(0).custom.rule.load('formula');
      await context.sync();
      expect(seen.formula).toBe('=$A5="x"');
    });
  });

  test('the newest is first; priorities can be set; deleting one leaves the others', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const formats = sheet.getRange('A1:A9').conditionalFormats;
      const [first, second] = [formats.add('Custom'), formats.add('Custom')];
      first.custom.rule.formula = '=A1=1';
      second.custom.rule.formula = '=A1=2';
      first.load('priority,id');
      second.load('priority,id');
      await context.sync();
      expect([first.priority, second.priority]).toEqual([1, 0]);
      expect(first.id).not.toBe(second.id);
      first.priority = 0;
      first.stopIfTrue = true;
      await context.sync();
      first.load('priority,stopIfTrue');
      formats.getItem(second.id).delete();
      const left = formats.getCount();
      await context.sync();
      expect([first.priority, first.stopIfTrue, left.value]).toEqual([0, true, 1]);
    });
  });

  test('a table reference in the formula is refused', async () => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('A1:B2').conditionalFormats.add('Custom').custom.rule.formula = '=T[@a]=1';
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });

  const CELLS = 'B2:B9';
  const KINDS: [
    Parameters<Excel.ConditionalFormatCollection['add']>[0],
    (format: Excel.ConditionalFormat) => void,
    (format: Excel.ConditionalFormat) => { toJSON(): unknown },
    Record<string, unknown>,
  ][] = [
    [
      'CellValue',
      ({ cellValue }) => {
        cellValue.rule = { formula1: '=B$1', operator: 'GreaterThan' };
        cellValue.format.fill.color = '#FF0000';
      },
      ({ cellValue }) => cellValue.load('rule'),
      { rule: { formula1: '=B$1', operator: 'GreaterThan' } },
    ],
    [
      'CellValue',
      ({ cellValue }) => (cellValue.rule = { formula1: '1', formula2: '=5', operator: 'Between' }),
      ({ cellValue }) => cellValue.load('rule'),
      { rule: { formula1: '=1', formula2: '=5', operator: 'Between' } },
    ],
    [
      'ContainsText',
      ({ textComparison }) => {
        textComparison.rule = { operator: 'BeginsWith', text: '逾期"' };
        textComparison.format.font.bold = true;
      },
      ({ textComparison }) => textComparison.load('rule'),
      { rule: { operator: 'BeginsWith', text: '逾期"' } },
    ],
    [
      'TopBottom',
      ({ topBottom }) => (topBottom.rule = { rank: 3, type: 'BottomPercent' }),
      ({ topBottom }) => topBottom.load('rule'),
      { rule: { rank: 3, type: 'BottomPercent' } },
    ],
    [
      'DataBar',
      ({ dataBar }) => {
        dataBar.lowerBoundRule = { type: 'Number', formula: '0' };
        dataBar.showDataBarOnly = true;
        dataBar.positiveFormat.fillColor = '#00AA00';
      },
      ({ dataBar }) => dataBar.load('lowerBoundRule,upperBoundRule,showDataBarOnly,positiveFormat/fillColor'),
      {
        lowerBoundRule: { type: 'Number', formula: '=0' },
        upperBoundRule: { type: 'HighestValue' },
        showDataBarOnly: true,
        positiveFormat: { fillColor: '#00AA00' },
      },
    ],
    [
      'ColorScale',
      ({ colorScale }) =>
        (colorScale.criteria = {
          minimum: { type: 'LowestValue', color: '#00FF00' },
          midpoint: { type: 'Percentile', formula: '50', color: '#FFFF00' },
          maximum: { type: 'HighestValue', color: '#FF0000' },
        }),
      ({ colorScale }) => colorScale.load('criteria,threeColorScale'),
      {
        threeColorScale: true,
        criteria: {
          minimum: { type: 'LowestValue', color: '#00FF00' },
          midpoint: { type: 'Percentile', formula: '=50', color: '#FFFF00' },
          maximum: { type: 'HighestValue', color: '#FF0000' },
        },
      },
    ],
  ];

  test.each(KINDS)(
    '%s is set, saved, found again, and a second reader opens the file',
    async (kind, set, load, wanted) => {
      const opened = emptyHost();
      await onSheet(opened, async (sheet, context) => {
        set(sheet.getRange(CELLS).conditionalFormats.add(kind));
        await context.sync();
      });
      const bytes = opened.host.save();
      for (const host of [opened, openHost(bytes)]) {
        await onSheet(host, async (sheet, context) => {
          const format = sheet.getRange(CELLS).conditionalFormats.getItemAt(0).load('type');
          const own = load(format);
          await context.sync();
          expect(format.type).toBe(kind);
          expect(own.toJSON()).toMatchObject(wanted);
        });
      }
      expect(reopened(bytes).GetSheetList().list).toEqual(['Ledger']);
    },
  );

  test('a rule without its condition is left out of the file; a wrong part is refused', async () => {
    const opened = emptyHost();
    const wrong = onSheet(opened, async (sheet, context) => {
      const format = sheet.getRange(CELLS).conditionalFormats.add('CellValue');
      await context.sync();
      format.topBottom.rule = { rank: 1, type: 'TopItems' };
      await context.sync();
    });
    expect(await codeOf(wrong)).toBe('InvalidOperation');
    await onSheet(openHost(opened.host.save()), async (sheet, context) => {
      const count = sheet.getRange(CELLS).conditionalFormats.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  test('kinds that the host cannot make are errors, not silence', async () => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('A1:B2').conditionalFormats.add('IconSet');
      await context.sync();
    });
    expect(await codeOf(work)).toBe('ApiNotFound');
  });
});

describe('protection', () => {
  test('locked cells refuse writing; protecting twice and a wrong password fail', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('B1').format.protection.locked = false;
      sheet.protection.protect({ allowInsertRows: true }, 'secret');
      await context.sync();
      sheet.getRange('B1').values = [['open']];
      sheet.getRange('5:5').insert('Down');
      sheet.protection.load('protected,options');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({ allowInsertRows: true, allowFormatCells: false });
    });
    const attempt = (act: (sheet: Excel.Worksheet) => void): Promise<string> =>
      codeOf(
        onSheet(opened, async (sheet, context) => {
          act(sheet);
          await context.sync();
        }),
      );
    expect(await attempt((sheet) => (sheet.getRange('A1').values = [[1]]))).toBe('AccessDenied');
    expect(await attempt((sheet) => (sheet.getRange('B1').format.fill.color = '#FF0000'))).toBe('AccessDenied');
    expect(await attempt((sheet) => void sheet.tables.add('E1:F2', true))).toBe('AccessDenied');
    expect(await attempt((sheet) => sheet.protection.protect())).toBe('InvalidOperation');
    expect(await attempt((sheet) => sheet.protection.unprotect('wrong'))).toBe('AccessDenied');
    expect(await attempt((sheet) => sheet.protection.unprotect('secret'))).toBe('');
    expect(await attempt((sheet) => (sheet.getRange('A1').values = [[1]]))).toBe('');
  });
});

describe('names', () => {
  test('a name stands for a range and is unique without case', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      const { names } = context.workbook;
      names.add('状态列表', sheet.getRange('A1:A3'));
      names.add('Rate', '=0.5');
      const list = names.getItem('状态列表').load('name,formula,type,scope');
      const range = names.getItem('状态列表').getRange().load('address');
      const rate = names.getItem('rate').load('value,type');
      await context.sync();
      expect([list.formula, list.type, list.scope, range.address]).toEqual([
        '=Ledger!$A$1:$A$3',
        'Range',
        'Workbook',
        'Ledger!A1:A3',
      ]);
      expect([rate.value, rate.type]).toEqual([0.5, 'Double']);
    });
    const again = opened.Excel.run(async (context) => {
      context.workbook.names.add('RATE', '=1');
      await context.sync();
    });
    expect(await codeOf(again)).toBe('ItemAlreadyExists');
  });
});

describe('worksheets', () => {
  test.each([
    ['ledger', 'ItemAlreadyExists'],
    ['a/b', 'InvalidArgument'],
    ["'x", 'InvalidArgument'],
    ['x'.repeat(32), 'InvalidArgument'],
    ['x'.repeat(31), ''],
  ])('a sheet may be named %j: %j', async (name, code) => {
    const work = emptyHost().Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('the last visible sheet can be neither hidden nor deleted', async () => {
    const opened = emptyHost();
    const attempt = (act: (sheet: Excel.Worksheet) => void): Promise<string> =>
      codeOf(
        onSheet(opened, async (sheet, context) => {
          act(sheet);
          await context.sync();
        }),
      );
    expect(await attempt((sheet) => sheet.delete())).toBe('InvalidOperation');
    expect(await attempt((sheet) => (sheet.visibility = 'Hidden'))).toBe('InvalidOperation');
  });

  test('a copy has cells, rules and a table of its own name', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        ['a', 'b'],
        [1, '=A2+1'],
      ];
      sheet.tables.add('A1:B2', true).name = 'Register';
      sheet.getRange('A2').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
      const copy = sheet.copy('Before', sheet).load('name,position');
      const tables = copy.tables.load('items/name');
      await context.sync();
      expect([copy.name, copy.position]).toEqual(['Ledger (2)', 0]);
      expect(tables.items[0]?.name).not.toBe('Register');
      sheet.getRange('A2').values = [[10]];
      await context.sync();
    });
    expect(opened.host.values('Ledger (2)', 'A2:B2')).toEqual([[1, 2]]);
    expect(opened.host.values('Ledger', 'A2:B2')).toEqual([[10, 11]]);
  });

  test('renaming a sheet carries formulas, lists and names along', async () => {
    const opened = emptyHost();
    await opened.Excel.run(async (context) => {
      const lists = context.workbook.worksheets.add('Lists');
      lists.getRange('A1').values = [['x']];
      const sheet = context.workbook.worksheets.getItem('Ledger');
      sheet.getRange('A1').formulas = [['=Lists!A1']];
      sheet.getRange('B1').dataValidation.rule = { list: { inCellDropDown: true, source: '=Lists!$A$1:$A$3' } };
      context.workbook.names.add('All', '=Lists!$A$1:$A$3');
      lists.name = '下拉 列表';
      const cell = sheet.getRange('A1').load('formulas,values');
      const rule = sheet.getRange('B1').dataValidation.load('rule');
      const name = context.workbook.names.getItem('All').load('formula');
      await context.sync();
      expect(cell.formulas).toEqual([["='下拉 列表'!A1"]]);
      expect(cell.values).toEqual([['x']]);
      expect(rule.rule.list?.source).toBe("='下拉 列表'!$A$1:$A$3");
      expect(name.formula).toBe("='下拉 列表'!$A$1:$A$3");
    });
  });
});

describe('rows and columns', () => {
  test('inserting rows moves cells, merges, rules, formulas and tables', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:B4').values = [
        ['title', ''],
        ['a', 'b'],
        [1, 2],
        [3, 4],
      ];
      sheet.getRange('D1').formulas = [['=SUM(A3:A4)+$B$3']];
      sheet.tables.add('A2:B4', true).name = 'Register';
      sheet.getRange('A1:B1').merge(false);
      sheet.getRange('A3:A4').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThan' } };
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      await context.sync();
      const formula = sheet.getRange('D1').load('formulas,values');
      const table = sheet.tables.getItem('Register').getRange().load('address');
      const rule = sheet.getRange('A5:A6').dataValidation.load('type');
      const merged = sheet.getRange('A1:B9').getMergedAreasOrNullObject().load('address');
      await context.sync();
      expect(formula.formulas).toEqual([['=SUM(A5:A6)+$B$5']]);
      expect(formula.values).toEqual([[6]]);
      expect([table.address, rule.type, merged.address]).toEqual(['Ledger!A4:B6', 'WholeNumber', 'Ledger!A1:B1']);
    });
  });

  test('widths and heights are in points; hidden rows are told', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const range = sheet.getRange('B2:C3');
      range.format.columnWidth = 105;
      range.format.rowHeight = 30;
      sheet.getRange('3:3').rowHidden = true;
      const mixed = sheet.getRange('A1:C3').load('rowHidden,columnHidden,hidden');
      const format = sheet.getRange('B2').format.load('columnWidth,rowHeight');
      const other = sheet.getRange('A1:B1').format.load('columnWidth');
      const view = sheet.getRange('A1:A3').getVisibleView().load('rowCount,cellAddresses');
      await context.sync();
      expect([format.columnWidth, format.rowHeight]).toEqual([105, 30]);
      expect(other.columnWidth).toBeNull();
      expect([mixed.rowHidden, mixed.columnHidden]).toEqual([null, false]);
      expect([view.rowCount, view.cellAddresses.flat()]).toEqual([2, ['Ledger!A1', 'Ledger!A2']]);
    });
  });

  test('used ranges: formats count unless only values are asked for; an empty range is ItemNotFound', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      const blank = sheet.getUsedRange().load('address');
      const none = sheet.getUsedRangeOrNullObject();
      await context.sync();
      expect([blank.address, none.isNullObject]).toEqual(['Ledger!A1', true]);
      sheet.getRange('B2').values = [['x']];
      sheet.getRange('D9').format.fill.color = '#00FF00';
      const all = sheet.getUsedRange().load('address');
      const values = sheet.getUsedRange(true).load('address');
      await context.sync();
      expect([all.address, values.address]).toEqual(['Ledger!B2:D9', 'Ledger!B2']);
    });
    const work = onSheet(opened, async (sheet, context) => {
      sheet.getRange('F1:G9').getUsedRange().load('address');
      await context.sync();
    });
    expect(await codeOf(work)).toBe('ItemNotFound');
  });

  test('copyFrom moves relative references; clear takes contents or formats', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:B2').formulas = [
        [1, '=A1*2'],
        [5, ''],
      ];
      sheet.getRange('B1').format.font.bold = true;
      await context.sync();
      sheet.getRange('B2').copyFrom('B1');
      sheet.getRange('C2').copyFrom('B1', 'Values');
      await context.sync();
      const copied = sheet.getRange('B2:C2').load('formulas,values');
      const bold = sheet.getRange('B2').format.font.load('bold');
      await context.sync();
      expect(copied.formulas).toEqual([['=A2*2', 2]]);
      expect([copied.values, bold.bold]).toEqual([[[10, 2]], true]);
      sheet.getRange('B1:B2').clear('Contents');
      bold.load('bold');
      await context.sync();
      expect(bold.bold).toBe(true);
    });
    expect(opened.host.values('Ledger', 'B1:B2')).toEqual([[''], ['']]);
  });
});
