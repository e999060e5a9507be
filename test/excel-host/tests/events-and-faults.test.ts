import { describe, expect, test } from 'vitest';
import { newWorkbook } from '../file/new-workbook.ts';
import { openHost, type OpenedHost } from '../node/open-host.ts';
import { codeOf, emptyHost, onSheet } from './on-host.ts';

interface Seen {
  type: string;
  address?: string;
  source?: string;
  trigger?: string | undefined;
  details?: unknown;
  changeType?: string;
}

async function listening(opened = emptyHost()): Promise<{ opened: OpenedHost; seen: Seen[] }> {
  const seen: Seen[] = [];
  await opened.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async ({ address, source, triggerSource, details, changeType }) => {
      seen.push({ type: 'changed', address, source, trigger: triggerSource, details, changeType });
      return Promise.resolve();
    });
    worksheets.onAdded.add(async () => Promise.resolve(void seen.push({ type: 'added' })));
    worksheets.onDeleted.add(async () => Promise.resolve(void seen.push({ type: 'deleted' })));
    await context.sync();
  });
  return { opened, seen };
}

describe('events ([D excel/excel-add-ins-events.md])', () => {
  test('own writes, user edits and co-authors are told apart', async () => {
    const { opened, seen } = await listening();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1').values = [['mine']];
      await context.sync();
    });
    opened.host.userEdits('Ledger', 'A2', [['theirs']]);
    opened.host.remoteEdits('Ledger', 'A3:B3', [['far', 'away']]);
    await opened.host.settled();
    expect(seen.map(({ address, source, trigger }) => [address, source, trigger])).toEqual([
      ['A1', 'Local', 'ThisLocalAddin'],
      ['A2', 'Local', 'Unknown'],
      ['A3:B3', 'Remote', 'Unknown'],
    ]);
  });

  test('details come only for a single cell ([#5308][#5347])', async () => {
    const { opened, seen } = await listening();
    opened.host.userEdits('Ledger', 'A1', [['a']]);
    opened.host.userEdits('Ledger', 'A1', [['b']]);
    opened.host.userEdits('Ledger', 'A1:A2', [[1], [2]]);
    await opened.host.settled();
    expect(seen.map(({ details }) => details)).toEqual([
      { valueBefore: '', valueAfter: 'a', valueTypeBefore: 'Empty', valueTypeAfter: 'String' },
      { valueBefore: 'a', valueAfter: 'b', valueTypeBefore: 'String', valueTypeAfter: 'String' },
      undefined,
    ]);
  });

  test('events arrive after the sync that caused them', async () => {
    const { opened, seen } = await listening();
    const order: string[] = [];
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      order.push(`synced with ${seen.length} events`);
    });
    await opened.host.settled();
    expect(order).toEqual(['synced with 0 events']);
    expect(seen).toHaveLength(1);
  });

  test('a block beyond 1,500 cells is several edits', async () => {
    const { opened, seen } = await listening();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:C1000').values = Array.from({ length: 1000 }, () => [1, 2, 3]);
      await context.sync();
    });
    await opened.host.settled();
    expect(seen.map(({ address }) => address)).toEqual(['A1:C500', 'A501:C1000']);
  });

  test('row insertion tells its kind; sheets added and deleted are told', async () => {
    const { opened, seen } = await listening();
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Ledger').getRange('2:3').insert('Down');
      context.workbook.worksheets.add('New');
      await context.sync();
    });
    opened.host.userDeletesSheet('New');
    await opened.host.settled();
    expect(seen.map(({ type, changeType, address }) => [type, changeType, address])).toEqual([
      ['changed', 'RowInserted', '2:3'],
      ['added', undefined, undefined],
      ['deleted', undefined, undefined],
    ]);
  });

  test('a table hears of its own cells, and the range of the event can be read', async () => {
    const opened = emptyHost();
    const seen: unknown[] = [];
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        ['a', 'b'],
        [1, 2],
      ];
      const table = sheet.tables.add('A1:B2', true);
      await context.sync();
      table.onChanged.add(async (event) => {
        await opened.Excel.run(async (inner) => {
          const range = event.getRange(inner).load('values');
          await inner.sync();
          seen.push([event.address, range.values]);
        });
      });
      await context.sync();
    });
    opened.host.userEdits('Ledger', 'D9', [['outside']]);
    opened.host.userEdits('Ledger', 'B2', [[7]]);
    await opened.host.settled();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await opened.host.settled();
    expect(seen).toEqual([['B2', [[7]]]]);
  });

  test('enableEvents = false silences this pane only until it is set back', async () => {
    const { opened, seen } = await listening();
    await opened.Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    opened.host.userEdits('Ledger', 'A1', [[1]]);
    await opened.Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    opened.host.userEdits('Ledger', 'A2', [[1]]);
    await opened.host.settled();
    expect(seen.map(({ address }) => address)).toEqual(['A2']);
  });
});

describe('faults', () => {
  const write = (opened: OpenedHost, address: string): Promise<void> =>
    onSheet(opened, async (sheet, context) => {
      sheet.getRange(address).values = [['x']];
      await context.sync();
    });

  test('an error at the n-th action stops there', async () => {
    const opened = emptyHost();
    opened.host.faults.failAction(5, 'GeneralException');
    const work = onSheet(opened, async (sheet, context) => {
      for (const address of ['A1', 'A2', 'A3']) sheet.getRange(address).values = [['x']];
      await context.sync();
    });
    expect(await codeOf(work)).toBe('GeneralException');
    const written = opened.host
      .values('Ledger', 'A1:A3')
      .flat()
      .filter((value) => value === 'x').length;
    expect(written).toBeLessThan(3);
  });

  test('an aborted request does nothing, the next one works', async () => {
    const opened = emptyHost();
    opened.host.faults.abortRequest(1);
    expect(await codeOf(write(opened, 'A1'))).toBe('RequestAborted');
    expect(await codeOf(write(opened, 'A2'))).toBe('');
    expect(opened.host.values('Ledger', 'A1:A2')).toEqual([[''], ['x']]);
  });

  test('a slow sync resolves only when it is let go', async () => {
    const opened = emptyHost();
    const held = opened.host.faults.holdNextSync();
    let done = false;
    const work = write(opened, 'A1').then(() => (done = true));
    await held.arrived;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(done).toBe(false);
    held.release();
    await work;
    expect(done).toBe(true);
  });

  test('in edit mode a request fails, one with delayForCellEdit waits', async () => {
    const opened = emptyHost();
    opened.host.faults.editMode = true;
    expect(await codeOf(write(opened, 'A1'))).toBe('InvalidOperationInCellEditMode');
    let done = false;
    const patient = opened.Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItem('Ledger').getRange('A2').values = [['late']];
      await context.sync();
    }).then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(done).toBe(false);
    opened.host.faults.endEditMode();
    await patient;
    expect(opened.host.values('Ledger', 'A2')).toEqual([['late']]);
  });

  test('the world changes between two syncs', async () => {
    const opened = emptyHost();
    opened.host.faults.afterRequest(1, () => opened.host.remoteEdits('Ledger', 'A1', [['theirs']]));
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1').values = [['mine']];
      await context.sync();
      const cell = sheet.getRange('A1').load('values');
      await context.sync();
      expect(cell.values).toEqual([['theirs']]);
    });
  });

  test('a table deleted between two syncs is ItemNotFound, a range on a deleted sheet InvalidReference', async () => {
    const opened = openHost(newWorkbook(['Ledger', 'Other']));
    const tableWork = onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1:A2').values = [['a'], [1]];
      const table = sheet.tables.add('A1:A2', true);
      table.name = 'Register';
      await context.sync();
      opened.host.userDeletesTable('Register');
      table.load('name');
      await context.sync();
    });
    expect(await codeOf(tableWork)).toBe('ItemNotFound');
    const rangeWork = onSheet(opened, async (sheet, context) => {
      const range = sheet.getRange('A1').load('values');
      await context.sync();
      opened.host.userDeletesSheet('Ledger');
      range.load('values');
      await context.sync();
    });
    expect(await codeOf(rangeWork)).toBe('InvalidReference');
  });
});

describe('profiles', () => {
  test('web limits a request and an answer to 5 MB, the desktop does not', async () => {
    const big = 'x'.repeat(30_000);
    const fill = (opened: OpenedHost): Promise<string> =>
      codeOf(
        onSheet(opened, async (sheet, context) => {
          sheet.getRange('A1:A200').values = Array.from({ length: 200 }, () => [big]);
          await context.sync();
        }),
      );
    expect(await fill(emptyHost())).toBe('RequestPayloadSizeLimitExceeded');
    expect(await fill(emptyHost({ profile: 'm365' }))).toBe('');
    const opened = emptyHost();
    opened.host.userEdits(
      'Ledger',
      'A1',
      Array.from({ length: 200 }, () => [big]),
    );
    const read = onSheet(opened, async (sheet, context) => {
      sheet.getUsedRange().load('values');
      await context.sync();
    });
    expect(await codeOf(read)).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('LTSC 2021 ends at ExcelApi 1.14', async () => {
    const { Excel: client, Office } = emptyHost({ profile: 'ltsc2021' });
    const supported = (version: string): boolean => Office.context.requirements.isSetSupported('ExcelApi', version);
    expect([supported('1.9'), supported('1.14'), supported('1.15')]).toEqual([true, true, false]);
    const work = client.run(async (context) => {
      context.workbook.worksheets.getItem('Ledger').getRange('A1').getDependents();
      await context.sync();
    });
    expect(await codeOf(work)).toBe('ApiNotFound');
  });

  test('two hosts do not share anything', () => {
    const [one, two] = [emptyHost(), emptyHost({ profile: 'ltsc2021' })];
    one.host.userEdits('Ledger', 'A1', [['one']]);
    expect(two.host.values('Ledger', 'A1')).toEqual([['']]);
    expect(one.Excel).not.toBe(two.Excel);
  });
});
