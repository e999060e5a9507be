import { describe, expect, test } from 'vitest';
import { openHost } from '../node/open-host.ts';
import { ledgerBook, reopened, saved } from './excelize.ts';
import { libreOffice, printed } from './libreoffice.ts';
import { codeOf, emptyHost, onSheet } from './on-host.ts';

const LAYOUT: Partial<Record<keyof Excel.PageLayout, unknown>> = {
  orientation: 'Landscape',
  paperSize: 'A4',
  topMargin: 36,
  bottomMargin: 72,
  leftMargin: 18,
  rightMargin: 54,
  headerMargin: 9,
  footerMargin: 27,
  centerHorizontally: true,
  centerVertically: true,
  printGridlines: true,
  printHeadings: true,
  blackAndWhite: true,
  draftMode: true,
  firstPageNumber: 3,
  printOrder: 'OverThenDown',
  printErrors: 'Dash',
  printComments: 'EndSheet',
};

describe('page layout', () => {
  test.each(Object.entries(LAYOUT))('%s is set, saved and found again', async (name, value) => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.pageLayout.set({ [name]: value });
      await context.sync();
    });
    const again = openHost(opened.host.save());
    for (const host of [opened, again]) {
      await onSheet(host, async (sheet, context) => {
        const layout = sheet.pageLayout.load(name);
        await context.sync();
        expect((layout.toJSON() as Record<string, unknown>)[name]).toBe(value);
      });
    }
  });

  test('a new sheet prints as Excel’s do', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const layout = sheet.pageLayout.load();
      const [area, rows] = [layout.getPrintAreaOrNullObject(), layout.getPrintTitleRowsOrNullObject()];
      await context.sync();
      expect(layout.toJSON()).toMatchObject({
        orientation: 'Portrait',
        zoom: { scale: 100 },
        leftMargin: 50.4,
        topMargin: 54,
        headerMargin: 21.6,
        firstPageNumber: '',
        centerHorizontally: false,
      });
      expect([area.isNullObject, rows.isNullObject]).toEqual([true, true]);
    });
  });

  test.each([
    [{ scale: 80 }, { scale: 80 }],
    [{ horizontalFitToPages: 1 }, { horizontalFitToPages: 1, verticalFitToPages: null }],
    [
      { horizontalFitToPages: 2, verticalFitToPages: 3 },
      { horizontalFitToPages: 2, verticalFitToPages: 3 },
    ],
  ])('zoom %o', async (given, wanted) => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.pageLayout.zoom = { scale: 50 };
      sheet.pageLayout.zoom = given;
      await context.sync();
    });
    await onSheet(openHost(opened.host.save()), async (sheet, context) => {
      const layout = sheet.pageLayout.load('zoom');
      await context.sync();
      expect(layout.zoom).toEqual(wanted);
    });
  });

  test.each<[string, (layout: Excel.PageLayout) => void]>([
    ['a scale together with pages', (layout) => (layout.zoom = { scale: 80, horizontalFitToPages: 1 })],
    ['a scale below 10', (layout) => (layout.zoom = { scale: 9 })],
    ['a negative margin', (layout) => (layout.topMargin = -1)],
    ['an unknown paper', (layout) => void (layout.paperSize = 'A99' as 'A4')],
  ])('refused: %s', async (_, act) => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      act(sheet.pageLayout);
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });

  test('print area, titles, headers, breaks, margins in inches survive; a second reader sees them', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      const { pageLayout } = sheet;
      sheet.getRange('A1:F50').values = Array.from({ length: 50 }, (_, row) => [row, 1, 2, 3, 4, 5]);
      pageLayout.orientation = 'Landscape';
      pageLayout.setPrintArea('A1:E40');
      pageLayout.setPrintTitleRows('$1:$2');
      pageLayout.setPrintTitleColumns('A:A');
      pageLayout.setPrintMargins('Inches', { left: 1, top: 0.5 });
      pageLayout.headersFooters.defaultForAllPages.set({ leftHeader: '投诉台账', centerFooter: '第 &P 页，共 &N 页' });
      pageLayout.headersFooters.state = 'FirstAndDefault';
      pageLayout.headersFooters.firstPage.rightHeader = '&"宋体,Bold"&12首页 && 完';
      sheet.horizontalPageBreaks.add('A11');
      sheet.horizontalPageBreaks.add('A21');
      sheet.verticalPageBreaks.add('D1');
      await context.sync();
    });
    const bytes = opened.host.save();
    await onSheet(openHost(bytes), async (sheet, context) => {
      const { pageLayout } = sheet;
      const area = pageLayout.getPrintArea().load('address');
      const rows = pageLayout.getPrintTitleRows().load('address');
      const columns = pageLayout.getPrintTitleColumns().load('address');
      const pages = pageLayout.headersFooters.load('state');
      const all = pages.defaultForAllPages.load();
      const first = pages.firstPage.load('rightHeader');
      pageLayout.load('leftMargin,topMargin');
      sheet.horizontalPageBreaks.load('items/rowIndex');
      const column = sheet.verticalPageBreaks.getItem(0).load('columnIndex');
      await context.sync();
      expect([area.address, rows.address, columns.address]).toEqual(['Ledger!A1:E40', 'Ledger!1:2', 'Ledger!A:A']);
      expect([all.leftHeader, all.centerFooter, all.rightHeader]).toEqual(['投诉台账', '第 &P 页，共 &N 页', '']);
      expect([pages.state, first.rightHeader]).toEqual(['FirstAndDefault', '&"宋体,Bold"&12首页 && 完']);
      expect([pageLayout.leftMargin, pageLayout.topMargin]).toEqual([72, 36]);
      expect(sheet.horizontalPageBreaks.items.map(({ rowIndex }) => rowIndex)).toEqual([10, 20]);
      expect(column.columnIndex).toBe(3);
    });
    const book = reopened(bytes);
    expect(book.GetPageLayout('Ledger').opts).toMatchObject({ Orientation: 'landscape' });
    expect(book.GetDefinedName().definedNames.map(({ RefersTo }) => RefersTo)).toEqual(
      expect.arrayContaining(['Ledger!$A$1:$E$40', 'Ledger!$A:$A,Ledger!$1:$2']),
    );
  });

  test.skipIf(!libreOffice)('LibreOffice prints by it', { timeout: 120_000 }, async () => {
    const pages = async (act: (sheet: Excel.Worksheet) => void): Promise<unknown> => {
      const opened = emptyHost();
      await onSheet(opened, async (sheet, context) => {
        sheet.getRange('A1:T60').values = Array.from({ length: 60 }, (_, row) => Array.from({ length: 20 }, () => row));
        sheet.pageLayout.paperSize = 'A4';
        act(sheet);
        await context.sync();
      });
      return (await printed(opened.host.save())).pages;
    };
    const upright = [595, 842];
    expect(
      await pages(({ pageLayout }) => (pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 })),
    ).toEqual([upright]);
    expect(
      await pages(({ pageLayout }) => {
        pageLayout.orientation = 'Landscape';
        pageLayout.setPrintArea('A1:E10');
      }),
    ).toEqual([[842, 595]]);
    expect(
      await pages((sheet) => {
        sheet.pageLayout.setPrintArea('A1:E20');
        sheet.horizontalPageBreaks.add('A11');
      }),
    ).toEqual([upright, upright]);
  });

  test('breaks follow inserted rows, one is deleted, then all; getItem of one that is not there is ItemNotFound', async () => {
    const opened = emptyHost();
    const missing = onSheet(opened, async (sheet, context) => {
      const breaks = sheet.horizontalPageBreaks;
      breaks.add('A11');
      breaks.add('A21');
      sheet.getRange('1:2').insert('Down');
      breaks.load('items/rowIndex');
      await context.sync();
      expect(breaks.items.map(({ rowIndex }) => rowIndex)).toEqual([12, 22]);
      breaks.items[0]?.delete();
      const count = breaks.getCount();
      await context.sync();
      expect(count.value).toBe(1);
      breaks.removePageBreaks();
      breaks.getItem(0).load('rowIndex');
      await context.sync();
    });
    expect(await codeOf(missing)).toBe('ItemNotFound');
  });

  test('what the file says about printing stays when something else is edited', () => {
    const opened = openHost(saved(ledgerBook()));
    opened.host.userEdits('投诉台账', 'B3', [['张先生']]);
    const layout = reopened(opened.host.save()).GetPageLayout('投诉台账');
    expect(layout.opts).toMatchObject({ Orientation: 'landscape', Size: 9 });
  });

  test('gridlines and headings', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.showGridlines = false;
      sheet.freezePanes.freezeRows(1);
      await context.sync();
    });
    await onSheet(openHost(opened.host.save()), async (sheet, context) => {
      sheet.load('showGridlines,showHeadings');
      await context.sync();
      expect([sheet.showGridlines, sheet.showHeadings]).toEqual([false, true]);
    });
  });
});

describe('hyperlinks', () => {
  test('inside and outside the workbook, with text and tip, saved and found again', async () => {
    const opened = emptyHost();
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('A1').hyperlink = {
        documentReference: 'Ledger!C9',
        textToDisplay: '查看',
        screenTip: '到该行',
      };
      sheet.getRange('A2').hyperlink = { address: 'https://example.com/a?b=1&c=2' };
      await context.sync();
    });
    await onSheet(openHost(opened.host.save()), async (sheet, context) => {
      const [inside, outside, none, both] = ['A1', 'A2', 'A3', 'A1:A2'].map((address) =>
        sheet.getRange(address).load('hyperlink'),
      );
      const font = sheet.getRange('A1').format.font.load('underline,color');
      await context.sync();
      expect(inside?.hyperlink).toEqual({
        documentReference: 'Ledger!C9',
        textToDisplay: '查看',
        screenTip: '到该行',
      });
      expect(outside?.hyperlink).toEqual({ address: 'https://example.com/a?b=1&c=2', textToDisplay: '' });
      expect([none?.hyperlink, both?.hyperlink]).toEqual([null, null]);
      expect([font.underline, font.color]).toEqual(['Single', '#0563C1']);
    });
    const link = reopened(opened.host.save()).GetCellHyperLink('Ledger', 'A2');
    expect(link).toMatchObject({ ok: true, location: 'https://example.com/a?b=1&c=2' });
  });

  test('a text to show never runs as a formula; links move with their cells and can be taken away', async () => {
    await onSheet(emptyHost(), async (sheet, context) => {
      const cell = sheet.getRange('B2');
      cell.hyperlink = { documentReference: 'Ledger!A1', textToDisplay: '=1+1' };
      sheet.getRange('1:1').insert('Down');
      const moved = sheet.getRange('B3').load('hyperlink,formulas');
      await context.sync();
      expect(moved.hyperlink).toMatchObject({ textToDisplay: '=1+1' });
      expect(moved.formulas).toEqual([['=1+1']]);
      sheet.getRange('B3').clear('RemoveHyperlinks');
      moved.load('hyperlink,values,valueTypes');
      await context.sync();
      expect(moved.hyperlink).toBeNull();
      expect(moved.valueTypes).toEqual([['String']]);
    });
  });

  test('a link without a target is refused', async () => {
    const work = onSheet(emptyHost(), async (sheet, context) => {
      sheet.getRange('A1').hyperlink = { textToDisplay: 'x' };
      await context.sync();
    });
    expect(await codeOf(work)).toBe('InvalidArgument');
  });
});

test('a range knows its place in points', async () => {
  await onSheet(emptyHost(), async (sheet, context) => {
    sheet.getRange('A:A').format.columnWidth = 100;
    sheet.getRange('1:1').format.rowHeight = 40;
    const range = sheet.getRange('B2:C3').load('left,top,width,height');
    await context.sync();
    expect([range.left, range.top, range.width, range.height]).toEqual([100, 40, 96, 30]);
  });
});
