import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { allSteps } from '../../core/steps.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { chartPlans } from '../../core/statistics/chart-plan.ts';
import type { ComplaintFacts, Dimension } from '../../core/statistics/complaint-facts.ts';
import { factsTable } from '../../core/statistics/facts-table.ts';
import { countBy } from '../../core/statistics/groups.ts';
import { crossTable, pivotPlans, type PivotPlan } from '../../core/statistics/pivot-plan.ts';
import { makeStatistics, type MakeOptions, type StatisticsMade } from '../../excel-addin/actions/make-statistics.ts';
import { showVolumeSheet } from '../../excel-addin/workbook/volume-sheet.ts';
import type { OpenedHost } from '../excel-host/node/open-host.ts';
import { calculatedSheets, libreOffice } from '../excel-host/tests/libreoffice.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, openWorkbook, valueOf } from './register-on-host.ts';
import { generatedFacts, PACK, readOf } from './statistics-fixture.ts';

const [PIVOTS, FACTS] = ['统计透视表', '统计数据'];
/** The user's own sheet has the name already. */
const STATISTICS = '统计 2';
const UNKNOWN = '（未填写）';

async function make(facts: ComplaintFacts[], options: Partial<MakeOptions> = {}): Promise<StatisticsMade> {
  return valueOf(await makeStatistics(readOf(facts), { asOf: AS_OF, ...options }));
}

function laid(facts: ComplaintFacts[]) {
  const table = allSteps(factsTable(facts, { pack: PACK, locale: 'zh-CN' }));
  return { table, plans: pivotPlans(table.columns, PACK, 'zh-CN') };
}

/** Every number that a pivot shows with its labels, as `row | column | caption`. */
async function shownBy(plan: PivotPlan): Promise<Map<string, number>> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem(PIVOTS)
      .pivotTables.getItem(plan.name)
      .layout.getRange()
      .load('values');
    await context.sync();
    return numbersOf(range.values as CellValue[][], plan);
  });
}

const TOTAL = /^(Grand Total|Total Result|合计)$/;

/** From a picture that begins at the pivot's left edge: Excel's, ours of formulas, or LibreOffice's with a line of its own above. */
function numbersOf(lines: CellValue[][], plan: PivotPlan): Map<string, number> {
  const across = plan.columns.length > 0;
  const top = lines.findIndex(([first], at) => first === plan.rows[0] && (!across || at > 0));
  const heads = lines[top] ?? [];
  const found = new Map<string, number>();
  let above: string[] = [];
  for (const line of lines.slice(top + 1)) {
    const isTotal = TOTAL.test(String(line[0]));
    const labels = plan.rows.map((_, at) => String(line[at] ?? '') || (above[at] ?? ''));
    above = labels;
    line.slice(plan.rows.length).forEach((value, at) => {
      if (value === '' || Number.isNaN(Number(value)) || at >= plan.width) return;
      const head = across ? String((lines[top] ?? [])[plan.rows.length + at] ?? '') : '';
      const beside = String((lines[top - 1] ?? [])[plan.rows.length + at] ?? '');
      const column =
        TOTAL.test(head) || (TOTAL.test(beside) && head === plan.values[0]?.caption)
          ? 'all'
          : head === plan.values[0]?.caption
            ? beside
            : head;
      const caption = across ? plan.values[0]?.caption : String(heads[plan.rows.length + at]);
      found.set([isTotal ? 'all' : labels.join(' / '), column, caption].join(' | '), Number(value));
    });
    if (isTotal) break;
  }
  return found;
}

/** The same from core's own working out. */
function workedOut(plan: PivotPlan, table: ReturnType<typeof laid>['table']): Map<string, number> {
  const cross = crossTable(plan, table);
  const heads = plan.columns.length > 0 ? [...cross.columns, 'all'] : [''];
  const found = new Map<string, number>();
  const put = (row: string, numbers: (number | null)[][]) => {
    numbers.forEach((values, column) =>
      values.forEach((value, at) => {
        if (value !== null) found.set([row, heads[column], plan.values[at]?.caption].join(' | '), value);
      }),
    );
  };
  cross.rows.forEach((labels, at) => put(labels.join(' / '), cross.cells[at] ?? []));
  put('all', cross.totals);
  return found;
}

function rounded(numbers: Map<string, number>): [string, number][] {
  return [...numbers].map(([key, value]): [string, number] => [key, Number(value.toPrecision(10))]).sort();
}

/** Counted by hand from the facts, without any of the code that makes pivots. */
function byHand(facts: ComplaintFacts[], down: Dimension, across: Dimension | null): Map<string, number> {
  const found = new Map<string, number>();
  const add = (key: string) => found.set(key, (found.get(key) ?? 0) + 1);
  for (const { dimensions } of facts)
    for (const row of [dimensions[down] || UNKNOWN, 'all'])
      for (const column of across === null ? [''] : [dimensions[across] || UNKNOWN, 'all'])
        add(`${row} | ${column} | 件数`);
  return found;
}

const BY_HAND: [string, Dimension, Dimension | null][] = [
  ['monthCategory', 'month', 'category'],
  ['gradeStatus', 'grade', 'status'],
  ['originGrade', 'origin', 'grade'],
  ['channel', 'channel', null],
  ['region', 'region', null],
];

describe('numbers agree: by hand, by core, by the pivots, by LibreOffice', () => {
  it.each([[10], [500], [5_000]])('%i complaints', { timeout: 240_000 }, async (count) => {
    const facts = generatedFacts(count);
    const opened = openWorkbook(cleanLedger());
    const made = await make(facts);
    expect(made).toMatchObject({ sheet: STATISTICS, complaints: count });
    expect(made.pivots.map(({ state }) => state)).toEqual(made.pivots.map(() => 'made'));
    const { table, plans } = laid(facts);
    for (const plan of plans) {
      const shown = await shownBy(plan);
      expect(rounded(shown), plan.id).toEqual(rounded(workedOut(plan, table)));
      const [, down, across] = BY_HAND.find(([id]) => id === plan.id) ?? [];
      if (down !== undefined) expect(rounded(shown), plan.id).toEqual(rounded(byHand(facts, down, across ?? null)));
    }
    const departments = await shownBy(plans[2] as PivotPlan);
    for (const { text, count: of } of countBy(facts, 'department'))
      expect(departments.get(`${text || UNKNOWN} |  | 件数`)).toBe(of);
    for (const { id, label } of PACK.milestones.filter((milestone) =>
      ['firstResponse', 'closing'].includes(milestone.id),
    )) {
      const judged = facts.filter(({ clocks }) => clocks[id]?.isDue);
      const met = judged.filter(({ clocks }) => clocks[id]?.isOnTime);
      expect(departments.get(`all |  | ${label['zh-CN']}应判件数`)).toBe(judged.length);
      expect(departments.get(`all |  | ${label['zh-CN']}及时率`)).toBeCloseTo(met.length / judged.length, 12);
    }
    expect(opened.host.bugs).toEqual([]);
    if (libreOffice !== null) await agreesWithLibreOffice(opened, { table, plans });
  });
});

/** Without any cell of the pivots in the file, every number that appears is LibreOffice's own. */
async function agreesWithLibreOffice(opened: OpenedHost, { table, plans }: ReturnType<typeof laid>): Promise<void> {
  const parts = unzipSync(opened.host.save());
  const rels = Object.keys(parts).find(
    (path) => /_rels\/sheet\d+\.xml\.rels$/.test(path) && has(parts, path, 'pivotTable'),
  );
  const path = (rels ?? '').replace('_rels/', '').replace('.rels', '');
  parts[path] = strToU8(
    strFromU8(parts[path] ?? new Uint8Array()).replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>'),
  );
  const theirs = (await calculatedSheets(zipSync(parts))).get(PIVOTS) ?? [];
  let column = 0;
  for (const plan of plans) {
    const lines = theirs.slice(15).map((line) => line.slice(column, column + plan.width));
    const shown = numbersOf(lines, plan);
    expect(shown.size, plan.id).toBeGreaterThan(1);
    expect(rounded(shown), plan.id).toEqual(rounded(workedOut(plan, table)));
    column += plan.width + 1;
  }
}

function has(parts: Record<string, Uint8Array>, path: string, text: string): boolean {
  return strFromU8(parts[path] ?? new Uint8Array()).includes(text);
}

const blockOf = (facts: ComplaintFacts[], id: string) =>
  chartPlans(facts, { pack: PACK, asOf: AS_OF.slice(0, 10), target: null, locale: 'zh-CN' }).find(
    (plan) => plan.id === id,
  );

describe('a refresh', () => {
  const before = generatedFacts(300);
  const after = [...before, ...generatedFacts(500, 300)];

  it('after 500 new rows keeps pivots, places and all that the user changed', { timeout: 120_000 }, async () => {
    const opened = openWorkbook(cleanLedger());
    await make(before);
    const { plans } = laid(before);
    const named = (id: string) => plans.find((plan) => plan.id === id)?.name ?? '';
    await Excel.run(async (context) => {
      const { pivotTables } = context.workbook.worksheets.getItem(PIVOTS);
      const grade = pivotTables.getItem(named('gradeStatus'));
      grade.columnHierarchies.remove(grade.columnHierarchies.getItem('状态'));
      grade.columnHierarchies.add(grade.hierarchies.getItem('渠道'));
      const region = pivotTables.getItem(named('region'));
      region.rowHierarchies.getItem('地区').fields.getItem('地区').sortByLabels(Excel.SortBy.descending);
      region.dataHierarchies.getItem('件数').name = '投诉数（件）';
      const channel = pivotTables.getItem(named('channel'));
      channel.rowHierarchies.getItem('渠道').fields.getItem('渠道').items.getItem('走访').visible = false;
      pivotTables.getItem(named('handler')).delete();
      pivotTables.getItem(named('customer')).name = '大客户';
      const statistics = context.workbook.worksheets.getItem(STATISTICS);
      const trend = statistics.charts.getItem('Redress_trend');
      trend.chartType = 'Area';
      trend.title.text = '给老板看的趋势';
      statistics.charts.getItem('Redress_age').delete();
      statistics.charts.getItem('Redress_pareto').left = 30;
      statistics.getRange('A75').values = [['我的备注']];
      statistics.getRange('A3:A3').getEntireRow().insert('Down');
      await context.sync();
    });
    const places = await pivotPlaces();
    const made = await make(after);
    expect(await pivotPlaces()).toEqual(places);
    expect(Object.fromEntries(made.pivots.map(({ id, state }) => [id, state]))).toEqual({
      ...Object.fromEntries(plans.map(({ id }) => [id, 'refreshed'])),
      handler: 'gone',
    });
    const month = await shownBy(plans[0] as PivotPlan);
    expect(rounded(month)).toEqual(rounded(byHand(after, 'month', 'category')));
    await Excel.run(async (context) => {
      const { pivotTables } = context.workbook.worksheets.getItem(PIVOTS);
      const read = ['gradeStatus', 'region', 'channel'].map((id) =>
        pivotTables.getItem(named(id)).layout.getRange().load('values'),
      );
      const large = pivotTables.getItem('大客户').layout.getRange().load('values');
      const statistics = context.workbook.worksheets.getItem(STATISTICS);
      const trend = statistics.charts.getItem('Redress_trend').load('chartType');
      trend.title.load('text');
      const pareto = statistics.charts.getItem('Redress_pareto').load('left');
      const charts = statistics.charts.load('items/name');
      const note = statistics.getRange('A76').load('values');
      await context.sync();
      const [grade, region, channel] = read.map((range) => range.values as unknown[][]);
      expect(grade?.[1]?.slice(1)).toEqual(['微信', '电话', '走访', '邮件', 'Grand Total'].sort(byPinyin));
      expect(region?.[0]?.[1]).toBe('投诉数（件）');
      expect(region?.slice(1, -1).map(([label]) => label)).toEqual(['华南', '华东', '华北']);
      expect(channel?.map(([label]) => label)).not.toContain('走访');
      expect((large.values as unknown[][]).at(-1)?.[1]).toBe(800);
      expect([trend.chartType, trend.title.text, pareto.left]).toEqual(['Area', '给老板看的趋势', 30]);
      expect(charts.items.map(({ name }) => name)).not.toContain('Redress_age');
      expect(note.values).toEqual([['我的备注']]);
    });
    // The block has moved with the row that the user put in.
    const block = blockOf(after, 'pareto');
    expect(opened.host.values(STATISTICS, 'H46:J47').flat().slice(0, 2)).toEqual(block?.header.slice(0, 2));
    expect(opened.host.values(STATISTICS, 'H47:I47')[0]).toEqual(block?.rows[0]?.slice(0, 2));

    const restored = await make(after, { restore: true });
    expect(restored.pivots.find(({ id }) => id === 'handler')?.state).toBe('made');
    expect(await pivotPlaces()).toHaveLength(plans.length);
  });

  it('after 500 new rows keeps the names, order, widths and hidden rows of its sheets, and what is drawn beside', async () => {
    openWorkbook(cleanLedger());
    await make(before);
    const looks = () =>
      Excel.run(async (context) => {
        const sheets = context.workbook.worksheets.load('items/name,items/position,items/visibility,items/tabColor');
        const sheet = context.workbook.worksheets.getItem('经理看的');
        const widths = sheet.getRange('B1').format.load('columnWidth');
        const hidden = sheet.getRange('20:22').load('rowHidden');
        const charts = sheet.charts.load('items/name,items/left,items/top,items/width');
        const pivots = context.workbook.worksheets.getItem('透视表').load('tabColor');
        const wide = context.workbook.worksheets.getItem('透视表').getRange('A1').format.load('columnWidth');
        await context.sync();
        return {
          sheets: sheets.items.map(({ name, position, visibility, tabColor }) => [
            name,
            position,
            visibility,
            tabColor,
          ]),
          charts: charts.items.map(({ name, left, top, width }) => [name, left, top, width]),
          others: [widths.columnWidth, hidden.rowHidden, pivots.tabColor, wide.columnWidth],
        };
      });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(STATISTICS);
      sheet.name = '经理看的';
      sheet.position = 0;
      sheet.tabColor = '#FF0000';
      sheet.getRange('B:B').format.columnWidth = 222;
      sheet.getRange('20:22').rowHidden = true;
      sheet.charts.add('Pie', sheet.getRange('A45:B50')).name = '我的图';
      const pivots = context.workbook.worksheets.getItem(PIVOTS);
      pivots.name = '透视表';
      pivots.getRange('A:A').format.columnWidth = 199;
      context.workbook.worksheets.getItem(FACTS).visibility = 'Visible';
      context.workbook.worksheets.getItem(FACTS).name = '明细';
      await context.sync();
    });
    const seen = await looks();
    expect(seen.charts.map(([name]) => name)).toContain('我的图');
    const made = await make(after);
    expect(made.pivots.every(({ state }) => state === 'refreshed')).toBe(true);
    expect(await looks()).toEqual(seen);
  });

  it('with fewer complaints leaves no row of the longer table', async () => {
    openWorkbook(cleanLedger());
    await make(before);
    await make(before.slice(0, 20));
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(FACTS);
      const table = sheet.tables.getItemAt(0).getRange().load('rowCount');
      const used = sheet.getUsedRange(true).load('rowCount');
      await context.sync();
      expect([table.rowCount, used.rowCount]).toEqual([21, 21]);
    });
  });

  it('leaves the user’s sheets alone and makes a deleted one anew', async () => {
    const opened = openWorkbook(cleanLedger());
    const own = opened.host.values('统计', 'A1:C5');
    await make(before);
    expect(opened.host.values('统计', 'A1:C5')).toEqual(own);
    opened.host.userDeletesSheet(PIVOTS);
    const made = await make(before);
    expect(made.pivots.every(({ state }) => state === 'made')).toBe(true);
  });

  it('begins a page for each pivot on paper, once', async () => {
    openWorkbook(cleanLedger());
    const facts = generatedFacts(20, 3);
    const { plans } = laid(facts);
    await make(facts);
    await make(facts);
    await Excel.run(async (context) => {
      const breaks = context.workbook.worksheets.getItem(PIVOTS).verticalPageBreaks.getCount();
      await context.sync();
      expect(breaks.value).toBe(plans.length - 1);
    });
  });

  it('draws the target that the company has entered', async () => {
    const opened = openWorkbook(cleanLedger());
    await make(before);
    expect(opened.host.values(STATISTICS, 'D45:D46').flat()).toEqual(['目标（未定）', '']);
    opened.host.userEdits(STATISTICS, 'B43', [[12]]);
    await make(before);
    expect(opened.host.values(STATISTICS, 'D45:D46').flat()).toEqual(['目标上限', 12]);
  });
});

function byPinyin(a: string, b: string): number {
  if (a === 'Grand Total' || b === 'Grand Total') return a === 'Grand Total' ? 1 : -1;
  return a.localeCompare(b, 'zh-CN');
}

async function pivotPlaces(): Promise<string[]> {
  return Excel.run(async (context) => {
    const pivots = context.workbook.worksheets.getItem(PIVOTS).pivotTables.load('items/name');
    await context.sync();
    const ranges = pivots.items.map((pivot) => pivot.layout.getRange().getCell(0, 0).load('address'));
    await context.sync();
    return ranges.map(({ address }) => address).sort();
  });
}

describe('a host that refuses a pivot', () => {
  it('gets formulas with the same numbers there, and the others as pivots', { timeout: 120_000 }, async () => {
    const facts = generatedFacts(120);
    const { table, plans } = laid(facts);
    // Each pivot in turn: the request that makes it is refused.
    const counted = openWorkbook(cleanLedger());
    const first = counted.host.requests.length;
    await make(facts);
    const requests = counted.host.requests.slice(first);
    const making = requests.flatMap(({ actions }, at) => (actions > 40 && at > 8 ? [at + 1] : []));
    let formulas = 0;
    for (const request of making) {
      const opened = openWorkbook(cleanLedger());
      opened.host.faults.failRequest(request, 'GeneralException');
      const made = await makeStatistics(readOf(facts), { asOf: AS_OF });
      if (!made.ok) continue;
      const refused = made.value.pivots.filter(({ state }) => state === 'formulas');
      if (refused.length === 0) continue;
      expect(refused).toHaveLength(1);
      formulas++;
      const plan = plans.find(({ id }) => id === refused[0]?.id) as PivotPlan;
      const column = plans.slice(0, plans.indexOf(plan)).reduce((sum, { width }) => sum + width + 1, 0);
      const lines = opened.host
        .values(PIVOTS, 'A18:FZ120')
        .map((line) => line.slice(column, column + plan.width))
        .filter((line) => line.some((value) => value !== ''));
      const shown = [...numbersOf(lines, plan)].filter(([, value]) => value !== 0);
      expect(rounded(new Map(shown)), plan.id).toEqual(
        rounded(workedOut(plan, table)).filter(([, value]) => value !== 0),
      );
      // Once more, and the numbers follow; asked for, a pivot takes its place.
      expect((await make(generatedFacts(140))).pivots.find(({ id }) => id === plan.id)?.state).toBe('formulas');
      const again = await make(facts, { restore: true });
      expect(again.pivots.find(({ id }) => id === plan.id)?.state).toBe('made');
      expect(rounded(await shownBy(plan))).toEqual(rounded(workedOut(plan, table)));
    }
    expect(formulas).toBeGreaterThan(5);
  });
});

describe('a run that breaks off', () => {
  const facts = generatedFacts(40);
  const picture = async () =>
    Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/name,items/visibility');
      const pivots = context.workbook.pivotTables.load('items/name');
      const tables = context.workbook.tables.load('items/name');
      const charts = context.workbook.worksheets.getItem(STATISTICS).charts.load('items/name');
      await context.sync();
      const own = sheets.items.filter(({ name }) => name.startsWith('统计'));
      const ranges = own.map((sheet) => sheet.getUsedRange(true).load('values,address'));
      await context.sync();
      return {
        sheets: sheets.items.map(({ name, visibility }) => `${name} ${visibility}`),
        names: [pivots, tables, charts].map(({ items }) => items.map(({ name }) => name).sort()),
        cells: ranges.map(({ address, values }) => [address, values as unknown[][]]),
      };
    });

  it('at whichever request is completed by the next one, and nothing comes twice', { timeout: 300_000 }, async () => {
    const whole = openWorkbook(cleanLedger());
    const before = whole.host.requests.length;
    await make(facts);
    const count = whole.host.requests.length - before;
    const expected = await picture();
    let broken = 0;
    for (let request = 1; request <= count; request++) {
      const opened = openWorkbook(cleanLedger());
      opened.host.faults.abortRequest(request);
      const first = await makeStatistics(readOf(facts), { asOf: AS_OF });
      if (!first.ok) broken++;
      await make(facts);
      expect(await picture(), `request ${String(request)}`).toEqual(expected);
      expect(opened.host.bugs).toEqual([]);
    }
    expect(broken).toBeGreaterThan(count - 8);
  });

  it('takes up its sheets also when something else is asked for next', async () => {
    const whole = openWorkbook(cleanLedger());
    await make(facts);
    const names = (await picture()).sheets;
    const opened = openWorkbook(cleanLedger());
    for (let request = 1; opened.host.workbook.sheets.length < names.length - 1; request++) {
      opened.host.faults.abortRequest(request);
      await makeStatistics(readOf(facts), { asOf: AS_OF });
    }
    const words = { title: '业务量', text: '', header: ['月份', '产品', '数量'] as const };
    valueOf(await showVolumeSheet(words, { at: AS_OF, locale: 'zh-CN', months: ['2026-11'] }));
    await make(facts);
    expect((await picture()).sheets.filter((name) => !name.startsWith('业务量')).sort()).toEqual(names.sort());
    expect(whole.host.bugs).toEqual([]);
  });

  it('at an action that the host refuses leaves pivots or formulas, each once', { timeout: 240_000 }, async () => {
    const whole = openWorkbook(cleanLedger());
    const before = whole.host.requests.length;
    await make(facts);
    const actions = whole.host.requests.slice(before).reduce((sum, request) => sum + request.actions, 0);
    const expected = await picture();
    for (let step = 1; step <= 12; step++) {
      const opened = openWorkbook(cleanLedger());
      opened.host.faults.failAction(Math.floor((actions * step) / 13), 'GeneralException');
      await makeStatistics(readOf(facts), { asOf: AS_OF });
      const made = await make(facts);
      const now = await picture();
      expect(now.sheets).toEqual(expected.sheets);
      expect(now.names.slice(1)).toEqual(expected.names.slice(1));
      const formulas = made.pivots.filter(({ state }) => state === 'formulas').map(({ id }) => `Redress_${id}`);
      expect([...(now.names[0] ?? []), ...formulas].sort()).toEqual(expected.names[0]);
      expect(opened.host.bugs).toEqual([]);
    }
  });

  it('is cancelled between two blocks, and the next one completes it', async () => {
    openWorkbook(cleanLedger());
    const stop = new AbortController();
    stop.abort();
    const many = generatedFacts(400);
    expect(await makeStatistics(readOf(many), { asOf: AS_OF, signal: stop.signal })).toMatchObject({
      code: 'cancelled',
    });
    expect((await make(many)).pivots.every(({ state }) => state === 'made')).toBe(true);
  });

  it('tells that there is nothing to count', async () => {
    openWorkbook(cleanLedger());
    expect(await makeStatistics(readOf([]), { asOf: AS_OF })).toMatchObject({ ok: false, code: 'nothingToCount' });
  });
});
