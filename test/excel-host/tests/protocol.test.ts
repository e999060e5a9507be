import { describe, expect, test } from 'vitest';
import { ALL_MEMBERS } from '../members/all-members.ts';
import type { Wrap } from '../protocol/host-object.ts';
import { codeOf, emptyHost, messageOf, onSheet } from './on-host.ts';

describe('requests', () => {
  test('actions run in order; the first error stops the rest and rolls nothing back', async () => {
    const opened = emptyHost();
    const work = onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1').values = [['before']];
      context.workbook.worksheets.getItem('Nope').load('name');
      sheet.getRange('A2').values = [['after']];
      await context.sync();
    });
    await expect(work).rejects.toMatchObject({ code: 'ItemNotFound' });
    await work.catch((error: unknown) => {
      expect((error as { debugInfo: { statement: string } }).debugInfo.statement).toContain('getItem');
    });
    expect(opened.host.values('Ledger', 'A1:A2')).toEqual([['before'], ['']]);
  });

  test('a load answers the value at its place in the queue', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.values = [[1]];
      const first = sheet.getRange('A1').load('values');
      cell.values = [[2]];
      const second = sheet.getRange('A1').load('values');
      await context.sync();
      expect([first.values, second.values]).toEqual([[[1]], [[2]]]);
    });
  });

  test('a property that was not loaded throws in the client', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      await context.sync();
      expect(() => sheet.name).toThrow(expect.objectContaining({ code: 'PropertyNotLoaded' }));
    });
  });

  test('an OrNullObject is null down the whole path', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const table = sheet.tables.getItemOrNullObject('x');
      const range = table.getDataBodyRange().load('address');
      table.load('name');
      await context.sync();
      expect([table.isNullObject, range.isNullObject]).toEqual([true, true]);
    });
  });

  test('the collection that was loaded gives items that can be worked with', async () => {
    const opened = emptyHost();
    await opened.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.add('第二');
      sheets.load('items/name,items/position');
      await context.sync();
      expect(sheets.items.map(({ name, position }) => [name, position])).toEqual([
        ['Ledger', 0],
        ['第二', 1],
      ]);
      const [, second] = sheets.items;
      if (second) second.name = 'Renamed';
      await context.sync();
      second?.load('name');
      await context.sync();
      expect(second?.name).toBe('Renamed');
    });
  });

  test('a member that the host does not know is an error naming it', async () => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('A1').getImage();
      await context.sync();
    });
    expect(await messageOf(work)).toContain('Excel host: Range.GetImage is not implemented');
    const property = onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('A1').load('linkedDataTypeState');
      await context.sync();
    });
    expect(await messageOf(property)).toContain('Excel host: Range has no property "linkedDataTypeState"');
  });

  test('a kept range follows its cells and is let go after the run', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      const cell = sheet.getRange('B5').load('address');
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      cell.load('address');
      await context.sync();
      expect(cell.address).toBe('Ledger!B7');
    });
    await opened.host.settled();
    await opened.Excel.run(async (context) => {
      const count = (context.workbook as unknown as { _GetReferenceCount(): { value: number } })._GetReferenceCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  test('range arguments may be objects or addresses', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const common = sheet.getRange('A1:C3').getIntersection('B2:D4').load('address');
      const bounding = sheet.getRange('A1').getBoundingRect(sheet.getRange('C2')).load('address');
      const nothing = sheet.getRange('A1').getIntersectionOrNullObject('C3');
      await context.sync();
      expect([common.address, bounding.address, nothing.isNullObject]).toEqual(['Ledger!B2:C3', 'Ledger!A1:C2', true]);
    });
  });

  test('a range that would leave the sheet is refused', async () => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('A1').getOffsetRange(-1, 0).load('address');
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });
});

describe('the class tables', () => {
  const wraps = Object.values<{ members: Wrap<object>['members'] }>({ ...ALL_MEMBERS });
  const { Excel: client } = emptyHost();
  const classes = client as unknown as Record<string, { prototype: object } | undefined>;

  test.each(wraps.map((wrap) => [wrap.members.className, wrap.members] as const))(
    '%s has only members that the client knows',
    (className, members) => {
      const prototype = classes[className]?.prototype;
      expect(prototype).toBeDefined();
      const names = [
        ...members.properties,
        ...members.methods,
        ...members.events.map((event) => `_Register${event}Event`),
      ];
      const own = new Set(['gridlines', 'headings', 'getFirst', 'getItemAt', 'getOnlyItem', 'getOnlyItemOrNullObject']); // members of the client's scoped twin, and names it only sends
      expect(names.filter((name) => !own.has(name) && !(prototype && name in prototype))).toEqual([]);
    },
  );
});
