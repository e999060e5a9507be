import { describe, expect, test } from 'vitest';
import { newWorkbook } from '../file/new-workbook.ts';
import { openHost } from '../node/open-host.ts';

describe('a ledger becomes a register, end to end', () => {
  test('cells, a table, a list and a conditional format survive saving', async () => {
    const { Excel, host } = openHost(newWorkbook(['台账']));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('台账');
      sheet.getRange('A1:C3').values = [
        ['编号', '受理日期', '状态'],
        ['T-001', '2026-03-05', '处理中'],
        ['T-002', 46_100, '已结案'],
      ];
      await context.sync();
      const table = sheet.tables.add('A1:C3', true);
      table.name = 'Complaints';
      const status = table.columns.getItem('状态').getDataBodyRange();
      status.dataValidation.rule = { list: { inCellDropDown: true, source: '处理中,已结案' } };
      const overdue = table.getDataBodyRange().conditionalFormats.add(Excel.ConditionalFormatType.custom);
      overdue.custom.rule.formula = '=AND($B2<>"",$B2<NOW())';
      overdue.custom.format.fill.color = '#FFC7CE';
      await context.sync();
    });
    const again = openHost(host.save());
    await again.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('台账');
      const range = sheet.getUsedRange().load('address,values,text,numberFormat');
      const table = sheet.tables.getItem('Complaints').load('name,id,style');
      const columns = table.columns.load('items/name');
      const rule = sheet.getRange('C2:C3').dataValidation.load('rule,type');
      const formats = sheet.getRange('A2:C3').conditionalFormats.load('items/type,items/priority');
      await context.sync();
      expect(range.address).toBe('台账!A1:C3');
      expect(range.values).toEqual([
        ['编号', '受理日期', '状态'],
        ['T-001', 46_086, '处理中'],
        ['T-002', 46_100, '已结案'],
      ]);
      expect(range.text[1]?.[1]).toBe('3/5/2026');
      expect(table.name).toBe('Complaints');
      expect(columns.items.map((column) => column.name)).toEqual(['编号', '受理日期', '状态']);
      expect(rule.type).toBe('List');
      expect(rule.rule).toEqual({ list: { inCellDropDown: true, source: '处理中,已结案' } });
      expect(formats.items.map((format) => format.type)).toEqual(['Custom']);
      const custom = formats.items[0]?.custom;
      custom?.rule.load('formula');
      custom?.format.fill.load('color');
      await context.sync();
      expect(custom?.rule.formula).toBe('=AND($B2<>"",$B2<NOW())');
      expect(custom?.format.fill.color).toBe('#FFC7CE');
    });
    expect(again.host.bugs).toEqual([]);
  });
});
