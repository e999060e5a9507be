import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openHost, type OpenedHost } from '../node/open-host.ts';
import { excelize, reopened, saved } from './excelize.ts';
import { libreOffice, printed } from './libreoffice.ts';
import { codeOf, emptyHost, onSheet } from './on-host.ts';

const ROWS = [
  ['月份', '件数', '累计'],
  ['1月', 12, 0.4],
  ['2月', 15, 0.7],
  ['3月', 9, 1],
];

async function filled(act?: (sheet: Excel.Worksheet) => void): Promise<OpenedHost> {
  const opened = emptyHost();
  await onSheet(opened, async (sheet, context) => {
    sheet.getRange('A1:C4').values = ROWS;
    act?.(sheet);
    await context.sync();
  });
  return opened;
}

/** A Pareto as the statistics make it: bars, a cumulative line on a second axis, titles, labels, a target's dashes. */
function pareto(sheet: Excel.Worksheet): void {
  const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:C4'), 'Columns');
  chart.name = '帕累托';
  chart.title.text = '原因帕累托';
  chart.title.format.font.size = 14;
  chart.setPosition('E2', 'L18');
  chart.legend.position = 'Top';
  const [bars, line] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
  bars.format.fill.setSolidColor('#1F4E79');
  bars.hasDataLabels = true;
  bars.dataLabels.position = 'OutsideEnd';
  bars.gapWidth = 40;
  bars.points.getItemAt(0).format.fill.setSolidColor('#7F7F7F');
  line.chartType = 'LineMarkers';
  line.axisGroup = 'Secondary';
  line.markerStyle = 'Diamond';
  line.markerSize = 8;
  line.format.line.color = '#C00000';
  line.format.line.lineStyle = 'Dash';
  line.format.line.weight = 1.5;
  const right = chart.axes.getItem('Value', 'Secondary');
  right.maximum = 1;
  right.minimum = 0;
  right.numberFormat = '0%';
  chart.axes.valueAxis.title.text = '件';
  chart.axes.valueAxis.majorGridlines.visible = false;
  chart.axes.categoryAxis.textOrientation = 45;
}

function color([, ...parts]: RegExpMatchArray): string {
  return parts.map((part) => Math.round(Number(part) * 255)).join();
}

describe('charts', () => {
  test.each<[string, string, 'Auto' | 'Columns' | 'Rows', [string, unknown[], unknown[]][]]>([
    [
      'names in the first row, categories in the first column',
      'A1:C4',
      'Columns',
      [
        ['件数', [12, 15, 9], ['1月', '2月', '3月']],
        ['累计', [0.4, 0.7, 1], ['1月', '2月', '3月']],
      ],
    ],
    [
      'a series for each row',
      'A1:C4',
      'Rows',
      [
        ['1月', [12, 0.4], ['件数', '累计']],
        ['2月', [15, 0.7], ['件数', '累计']],
        ['3月', [9, 1], ['件数', '累计']],
      ],
    ],
    [
      'the longer side as categories',
      'A1:C4',
      'Auto',
      [
        ['件数', [12, 15, 9], ['1月', '2月', '3月']],
        ['累计', [0.4, 0.7, 1], ['1月', '2月', '3月']],
      ],
    ],
    ['numbers alone', 'B2:B4', 'Auto', [['Series1', [12, 15, 9], []]]],
  ])('%s', async (_, source, seriesBy, wanted) => {
    await onSheet(await filled(), async (sheet, context) => {
      const { series } = sheet.charts.add('Line', sheet.getRange(source), seriesBy);
      series.load('items/name');
      await context.sync();
      const read = series.items.map(
        (own) => [own.getDimensionValues('Values'), own.getDimensionValues('Categories')] as const,
      );
      await context.sync();
      expect(series.items.map((own, at) => [own.name, read[at]?.[0].value, read[at]?.[1].value])).toEqual(wanted);
    });
  });

  test('what was set is read back, also after saving and opening, and can then be changed again', async () => {
    const opened = await filled(pareto);
    const again = openHost(opened.host.save());
    for (const host of [opened, again]) {
      await onSheet(host, async (sheet, context) => {
        const chart = sheet.charts.getItem('帕累托').load('chartType,left,top,width,height');
        chart.title.load('text,visible');
        chart.legend.load('position,visible');
        const [bars, line] = [chart.series.getItemAt(0), chart.series.getItemAt(1)];
        bars.load('name,hasDataLabels,gapWidth,axisGroup');
        bars.dataLabels.load('position,showValue');
        line.load('chartType,axisGroup,markerStyle,markerSize');
        line.format.line.load('color,lineStyle,weight');
        const right = chart.axes.getItem('Value', 'Secondary').load('maximum,minimum,numberFormat');
        chart.axes.valueAxis.title.load('text');
        chart.axes.valueAxis.majorGridlines.load('visible');
        chart.axes.categoryAxis.load('textOrientation');
        await context.sync();
        expect([chart.left, chart.top, chart.width, chart.height]).toEqual([192, 15, 384, 255]);
        expect([chart.chartType, chart.title.text, chart.legend.position]).toEqual([
          'ColumnClustered',
          '原因帕累托',
          'Top',
        ]);
        expect(bars.toJSON()).toMatchObject({ name: '件数', hasDataLabels: true, gapWidth: 40, axisGroup: 'Primary' });
        expect(bars.dataLabels.toJSON()).toMatchObject({ position: 'OutsideEnd', showValue: true });
        expect(line.toJSON()).toMatchObject({
          chartType: 'LineMarkers',
          axisGroup: 'Secondary',
          markerStyle: 'Diamond',
          markerSize: 8,
        });
        expect(line.format.line.toJSON()).toEqual({ color: '#C00000', lineStyle: 'Dash', weight: 1.5 });
        expect([right.maximum, right.minimum, right.numberFormat]).toEqual([1, 0, '0%']);
        expect(chart.axes.valueAxis.title.text).toBe('件');
        expect(chart.axes.valueAxis.majorGridlines.visible).toBe(false);
        expect(chart.axes.categoryAxis.textOrientation).toBe(45);
      });
    }
    await onSheet(again, async (sheet, context) => {
      sheet.charts.getItem('帕累托').title.text = '新';
      await context.sync();
    });
    await onSheet(openHost(again.host.save()), async (sheet, context) => {
      const { title, series } = sheet.charts.getItem('帕累托').load('title/text');
      const count = series.getCount();
      await context.sync();
      expect([title.text, count.value]).toEqual(['新', 2]);
    });
  });

  test.each([
    'ColumnClustered',
    'ColumnStacked',
    'ColumnStacked100',
    'BarClustered',
    'BarStacked',
    'Line',
    'LineMarkers',
    'LineStacked',
    'Area',
    'AreaStacked',
    'Pie',
    'Doughnut',
    'XYScatter',
    'XYScatterLines',
  ] as const)('%s is saved as that and found again unchanged', async (type) => {
    const opened = await filled((sheet) => void sheet.charts.add(type, sheet.getRange('A1:B4'), 'Columns'));
    const bytes = opened.host.save();
    const again = openHost(bytes);
    await onSheet(again, async (sheet, context) => {
      const chart = sheet.charts.getItemAt(0).load('chartType,name');
      chart.title.load('text');
      await context.sync();
      expect([chart.chartType, chart.name, chart.title.text]).toEqual([type, 'Chart 1', '件数']);
      chart.legend.visible = true; // the model holds all of it: it may be changed
      await context.sync();
    });
    expect(reopened(bytes).GetSheetList().list).toEqual(['Ledger']);
  });

  test('series are added, pointed at cells, taken away; a target line from other cells', async () => {
    await onSheet(await filled(), async (sheet, context) => {
      const chart = sheet.charts.add('Line', sheet.getRange('A1:B4'), 'Columns');
      sheet.getRange('H1:H3').values = [[10], [10], [10]];
      const target = chart.series.add('目标');
      target.setValues(sheet.getRange('H1:H3'));
      target.setXAxisValues(sheet.getRange('A2:A4'));
      const [values, names] = [target.getDimensionValues('Values'), target.getDimensionValues('Categories')];
      chart.series.load('items/name');
      await context.sync();
      expect(chart.series.items.map(({ name }) => name)).toEqual(['件数', '目标']);
      expect([values.value, names.value]).toEqual([
        [10, 10, 10],
        ['1月', '2月', '3月'],
      ]);
      chart.series.items[0]?.delete();
      const count = chart.series.getCount();
      await context.sync();
      expect(count.value).toBe(1);
    });
  });

  test('what it shows follows its cells: inserted rows, a growing table, a renamed sheet', async () => {
    const opened = await filled((sheet) => {
      sheet.tables.add('A1:C4', true);
      sheet.charts.add('Line', sheet.getRange('A1:B4'), 'Columns');
    });
    await onSheet(opened, async (sheet, context) => {
      sheet.getRange('1:1').insert('Down');
      sheet.getRange('A6:B6').values = [['4月', 30]];
      sheet.name = '台账 1';
      await context.sync();
    });
    const parts = unzipSync(opened.host.save());
    const xml = strFromU8(parts['xl/charts/chart1.xml'] ?? new Uint8Array());
    expect(xml).toContain("'台账 1'!$B$3:$B$6");
    expect(xml).toContain("'台账 1'!$B$2<");
  });

  test('it moves with the rows it lies on, and stays where rows change below it', async () => {
    await onSheet(await filled(pareto), async (sheet, context) => {
      const chart = sheet.charts.getItem('帕累托');
      const places: number[] = [];
      for (const act of [
        () => sheet.getRange('1:3').insert('Down'),
        () => sheet.getRange('2:2').delete('Up'),
        () => sheet.getRange('90:95').insert('Down'),
      ]) {
        act();
        chart.load('top');
        await context.sync();
        places.push(chart.top);
      }
      expect(places).toEqual([60, 45, 45]);
    });
  });

  test.each<[string, string, (sheet: Excel.Worksheet) => void]>([
    ['nothing in the cells', 'EmptyChartSeries', (sheet) => void sheet.charts.add('Line', sheet.getRange('J1:K4'))],
    [
      'a name that is taken',
      'InvalidArgument',
      (sheet) => (sheet.charts.add('Line', sheet.getRange('A1:B4')).name = 'chart 1'),
    ],
    [
      'a type that the host cannot make',
      'ApiNotFound',
      (sheet) => void sheet.charts.add('Waterfall', sheet.getRange('A1:B4')),
    ],
    [
      'all series on the secondary axes',
      'InvalidOperation',
      (sheet) => (sheet.charts.getItemAt(0).series.getItemAt(0).axisGroup = 'Secondary'),
    ],
    [
      'labels that are switched off',
      'InvalidOperation',
      (sheet) => (sheet.charts.getItemAt(0).series.getItemAt(0).dataLabels.showValue = true),
    ],
    [
      'a second axis that nobody uses',
      'ItemNotFound',
      (sheet) => void sheet.charts.getItemAt(0).axes.getItem('Value', 'Secondary').load('maximum'),
    ],
    ['a chart that is not there', 'ItemNotFound', (sheet) => sheet.charts.getItem('没有').delete()],
  ])('refused: %s', async (_, code, act) => {
    const opened = await filled((sheet) => void sheet.charts.add('Line', sheet.getRange('A1:B4'), 'Columns'));
    const work = onSheet(opened, async (sheet, context) => {
      act(sheet);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  test('a deleted chart takes its parts along, the others stay', async () => {
    const opened = openHost(
      (
        await filled((sheet) => {
          pareto(sheet);
          sheet.charts.add('Pie', sheet.getRange('A1:B4'), 'Columns').name = '饼';
        })
      ).host.save(),
    );
    await onSheet(opened, async (sheet, context) => {
      sheet.charts.getItem('帕累托').delete();
      const gone = sheet.charts.getItemOrNullObject('帕累托');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
    });
    const bytes = opened.host.save();
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes('charts/chart'))).toEqual([
      'xl/charts/chart2.xml',
    ]);
    await onSheet(openHost(bytes), async (sheet, context) => {
      sheet.charts.load('items/name');
      await context.sync();
      expect(sheet.charts.items.map(({ name }) => name)).toEqual(['饼']);
    });
  });

  test('a chart of another program is listed and may be moved; repainting it is refused, its part stays byte for byte', async () => {
    const book = excelize.NewFile();
    for (const [at, row] of ROWS.entries()) book.SetSheetRow('Sheet1', `A${at + 1}`, row);
    const series = [{ Name: 'Sheet1!$B$1', Categories: 'Sheet1!$A$2:$A$4', Values: 'Sheet1!$B$2:$B$4' }];
    const added = book.AddChart('Sheet1', 'E1', {
      Type: excelize.Col,
      Series: series,
      Title: { Paragraph: [{ Text: '外来' }] },
    });
    expect(added.error).toBeNull();
    const before = saved(book);
    const opened = openHost(before);
    const repaint = opened.Excel.run(async (context) => {
      const chart = context.workbook.worksheets.getItem('Sheet1').charts.getItemAt(0);
      chart.title.load('text');
      chart.top = 100;
      await context.sync();
      expect(chart.title.text).toBe('外来');
      chart.title.text = '改';
      await context.sync();
    });
    expect(await codeOf(repaint)).toBe('ApiNotFound');
    const [a, b] = [unzipSync(before), unzipSync(opened.host.save())];
    expect(b['xl/charts/chart1.xml']).toEqual(a['xl/charts/chart1.xml']);
    expect(b['xl/drawings/drawing1.xml']).not.toEqual(a['xl/drawings/drawing1.xml']);
  });

  test.skipIf(!libreOffice)(
    'LibreOffice prints bars, line and the painted point in their colours',
    { timeout: 120_000 },
    async () => {
      const bytes = (await filled(pareto)).host.save();
      const { drawing, pages } = await printed(bytes);
      expect(pages.length).toBeGreaterThan(0);
      const painted = new Set([...drawing.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) rg$/gim)].map((found) => color(found)));
      // The bars, the one bar that was painted by itself, the line on the second axis.
      expect([...painted]).toEqual(expect.arrayContaining(['31,78,121', '127,127,127', '192,0,0']));
    },
  );
});
