import { describe, expect, it } from 'vitest';
import { createStore } from '../../excel-addin/pane-store.ts';
import { paneWork } from '../../excel-addin/pane-work.ts';
import { statisticsScreen } from '../../excel-addin/statistics-screen.ts';
import { cleanLedger } from './ledger-fixture.ts';
import { AS_OF, build, openWorkbook, standing, valueOf } from './register-on-host.ts';

async function screen(at = AS_OF) {
  const opened = openWorkbook(cleanLedger());
  valueOf(await build());
  const register = await standing();
  const store = createStore('zh-CN');
  const openedNumbers: string[] = [];
  const statistics = statisticsScreen({
    ...{ store, work: paneWork(store), now: () => at, register: () => register },
    open: (number) => openedNumbers.push(number),
  });
  await statistics.enter();
  const shown = () => {
    const { shown: now } = store.get().statistics;
    if (now === null) throw new Error(`nothing is shown: ${JSON.stringify(store.get().notice)}`);
    return now;
  };
  const figure = (id: string) =>
    shown()
      .groups.flatMap(({ figures }) => figures)
      .find((each) => each.id === id);
  /** What a button began has ended. */
  const idle = async () => {
    do await new Promise((resolve) => setTimeout(resolve, 5));
    while (store.get().busy !== null);
  };
  return { opened, store, statistics, shown, figure, idle, openedNumbers };
}

describe('the screen of statistics', () => {
  it('shows the figures of a register by period, with formula and complaints', async () => {
    const { statistics, shown, figure } = await screen();
    // Its last complaint came two months ago.
    expect(shown()).toMatchObject({ period: '2026年9月', complaints: 12, undated: [], hasLater: true });
    statistics.callbacks.turnPeriod(1);
    expect(figure('received')?.value).toBe('0 件');
    statistics.callbacks.turnPeriod(-1);
    expect(figure('received')).toMatchObject({ value: '12 件', parts: null });
    expect(figure('received')?.rows.counted).toHaveLength(12);
    expect(figure('complaintRate')).toMatchObject({ value: '–', missing: '缺业务量' });
    statistics.callbacks.choosePeriodKind('year');
    expect(figure('received')?.value).toBe('12 件');
    // Back to months: to the one with complaints, not to the last of the year.
    statistics.callbacks.choosePeriodKind('month');
    expect(shown().period).toBe('2026年9月');
    statistics.callbacks.turnPeriod(1);
    statistics.callbacks.choosePeriodKind('quarter');
    statistics.callbacks.choosePeriodKind('month');
    expect(shown().period).toBe('2026年10月');
    expect(figure('medianDays')).toMatchObject({ isRanked: true });
    expect(figure('reopened')).toBeDefined();
  });

  it('begins with the last month that has complaints, also where that is the last one', async () => {
    const { shown } = await screen('2026-10-08T10:00:00+08:00');
    expect(shown().period).toBe('2026年9月');
  });

  it('says that nobody writes down what the ledger has no column for', async () => {
    const { figure } = await screen();
    expect(figure('remedyCost')).toMatchObject({ value: '未记录', missing: '没有写明补救金额（元）的投诉 12 件' });
    expect(figure('reopened')?.value).not.toBe('0.0%');
  });

  it('selects the row of a complaint that a figure counts, and opens it by a button of its own', async () => {
    const { opened, store, statistics, figure, openedNumbers } = await screen();
    const [, number = ''] = figure('received')?.rows.counted ?? [];
    const { selection, activeSheet } = opened.host.workbook;
    const before = { ...selection };
    statistics.callbacks.showCounted(number);
    await expect.poll(() => opened.host.workbook.selection).not.toEqual(before);
    const { tables } = opened.host.workbook.activeSheet ?? activeSheet ?? { tables: [] };
    expect(tables.map(({ name }) => name)).toContain((await standing()).memory.tableName);
    const { row } = opened.host.workbook.selection;
    const texts = await Excel.run(async (run) => {
      const range = run.workbook.getSelectedRange().load('values,rowIndex,rowCount');
      await run.sync();
      expect(range).toMatchObject({ rowIndex: row, rowCount: 1 });
      return (range.values[0] ?? []).map(String);
    });
    expect(texts).toContain(number);
    expect(openedNumbers).toEqual([]);
    statistics.callbacks.openCounted(number);
    expect(openedNumbers).toEqual([number]);

    statistics.callbacks.showCounted('gone');
    await expect.poll(() => store.get().notice?.code).toBe('pane.trouble.rowGone');
  });

  it('makes the statistics, tells when they are old, and refreshes them', async () => {
    const { store, statistics, idle } = await screen();
    expect(store.get().statistics.workbook).toMatchObject({ stands: false, asOf: null });
    await statistics.outdated(true);
    expect(store.get().notice).toBeNull();
    statistics.callbacks.makeStatistics(false);
    await idle();
    expect(store.get().notice).toBeNull();
    expect(store.get().statistics.workbook).toMatchObject({
      ...{ stands: true, asOf: '2026-11-22 10:00', isOld: false },
      made: { complaints: 12, formulas: [], gone: [], refused: [], slicersRefused: true },
    });
    await statistics.outdated(true);
    expect(store.get().notice).toMatchObject({ code: 'overview.old', params: { time: '2026-11-22 10:00' } });
    expect(store.get().statistics.workbook.isOld).toBe(true);
    store.set({ notice: null });
    await statistics.outdated(true);
    expect(store.get().notice).toBeNull();
    statistics.callbacks.makeStatistics(false);
    await idle();
    expect(store.get().statistics.workbook.isOld).toBe(false);
  });

  it('takes the sales volumes that the user fills in, and tells what is wrong with them', async () => {
    const { opened, statistics, shown, figure, idle } = await screen();
    expect(shown().volumes).toBeNull();
    statistics.callbacks.showVolumes();
    await idle();
    expect(opened.host.values('业务量', 'A4:C6')).toEqual([
      ['月份', '产品（留空为全部）', '数量'],
      ['2026-01', '', ''],
      ['2026-02', '', ''],
    ]);
    await statistics.enter();
    expect(shown().volumes).toMatchObject({ isEmpty: true, findings: [] });
    opened.host.userEdits('业务量', 'C13', [[4000]]);
    opened.host.userEdits('业务量', 'C14', [['约三千']]);
    statistics.callbacks.showVolumes();
    await idle();
    expect(opened.host.values('业务量', 'A13:C13')).toEqual([['2026-09', '', 4000]]);
    await statistics.enter();
    expect(figure('complaintRate')).toMatchObject({ parts: { numerator: 12, denominator: 4000 }, missing: null });
    expect(shown().volumes?.isEmpty).toBe(false);
    expect(shown().volumes?.findings).toContainEqual(expect.objectContaining({ level: 'error', row: 13 }));
    expect(shown().volumes?.findings.map(({ row }) => row)).not.toContain(5);
  });

  it('writes the report and the assessment of the period that is shown', async () => {
    const { opened, store, statistics, idle } = await screen();
    const sheets: string[] = [];
    for (const kind of ['report', 'performance'] as const) {
      statistics.callbacks.writePaper(kind);
      await idle();
      expect(store.get().notice).toBeNull();
      const { paper } = store.get().statistics;
      expect(paper?.isBesides).toBe(false);
      sheets.push(paper?.sheet ?? '');
      expect(
        opened.host
          .values(sheets.at(-1) ?? '', 'A1:H60')
          .flat()
          .join(' '),
      ).toMatch(/2026年9月|2026-09/);
    }
    expect(new Set(sheets).size).toBe(2);
  });
});
