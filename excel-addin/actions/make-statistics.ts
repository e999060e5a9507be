import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { chartPlans } from '../../core/statistics/chart-plan.ts';
import { dayIn } from '../../core/statistics/clock-facts.ts';
import { factsTable, type FactsTable } from '../../core/statistics/facts-table.ts';
import { pivotPlans, type PivotId } from '../../core/statistics/pivot-plan.ts';
import { toEpoch, wallClock } from '../../core/working-time/zoned-time.ts';
import { translate } from '../../core/wording/translate.ts';
import { inSlices } from '../in-slices.ts';
import { writeFactsTable } from '../workbook/facts-table.ts';
import { writePivotIndex } from '../workbook/pivot-index.ts';
import { layPivots, type PivotMade } from '../workbook/pivots.ts';
import type { ReadTrouble } from '../workbook/read-register-cells.ts';
import { runBatch } from '../workbook/run-batch.ts';
import { addSlicers } from '../workbook/slicers.ts';
import { rememberStatistics } from '../workbook/statistics-memory.ts';
import { readTarget, writeStatisticsSheet, type SheetWords } from '../workbook/statistics-sheet.ts';
import { readySheets } from '../workbook/statistics-sheets.ts';
import type { StatisticsOptions, StatisticsRead } from './read-statistics.ts';

export interface MakeOptions extends StatisticsOptions {
  /** Also pivots and charts that the user has taken away, and pivots again where formulas stand. */
  restore?: boolean;
}

/** What stands in the workbook now. */
export interface StatisticsMade {
  sheet: string;
  complaints: number;
  pivots: { id: PivotId; title: string; state: PivotMade['state'] }[];
  /** Fields without their slicer, because the host refused it. */
  slicersRefused: string[];
}

export type MakeTrouble = ReadTrouble | 'nothingToCount';

/**
 * Writes the statistics into the workbook: helper table, pivots, blocks and charts. Each stage may be repeated: what a run
 * that broke off has left the next one completes. The first time everything is made; then figures are written anew and what
 * stands is refreshed, with the user's own changes kept.
 */
export async function makeStatistics(
  { book, facts }: StatisticsRead,
  { asOf, restore = false, onProgress, signal }: MakeOptions,
): Promise<Outcome<StatisticsMade, MakeTrouble>> {
  if (facts.length === 0) return refuse('nothingToCount');
  const { memory: register, pack } = book;
  const { locale, zone } = register;
  const laid = await inSlices(factsTable(facts, { pack, locale }), { signal });
  if (!laid.ok) return laid;
  const table = laid.value;
  const plans = pivotPlans(table.columns, pack, locale);
  const day = dayIn(asOf, zone);
  const time = wallClock(toEpoch(asOf), zone);
  const written = await runBatch<StatisticsMade, 'cancelled'>(
    async (context) => {
      const ready = await readySheets(context, ['statistics', 'pivots', 'facts'], { at: asOf, locale });
      const { memory, sheets, added } = ready;
      const [statistics, pivots, hidden] = [sheets.get('statistics'), sheets.get('pivots'), sheets.get('facts')];
      if (statistics === undefined || pivots === undefined || hidden === undefined)
        throw new Error('a sheet is missing');
      // Until all is written, nobody takes the figures for whole.
      const isFresh = memory.asOf === null;
      await rememberStatistics(context, { asOf: null });
      const tableName = await writeFactsTable(context, hidden, table, {
        signal,
        onProgress: (at, of) => onProgress?.('writing', at, of),
      });
      const made = await layPivots(context, {
        ...{ sheet: pivots, plans, facts: table, tableName, memory, restore },
        words: { total: translate(locale, 'overview.total'), formulas: translate(locale, 'overview.page.formulas') },
        onProgress: (at, of) => onProgress?.('pivots', at, of),
      });
      const words = {
        title: translate(locale, 'overview.page.pivotsTitle'),
        asOf: translate(locale, 'overview.page.pivotsText', { time }),
      };
      writePivotIndex(pivots, made, { sheetName: pivots.name, words, isFresh: isFresh || added.includes('pivots') });
      const target = await readTarget(context, statistics);
      await writeStatisticsSheet(context, {
        ...{ sheet: statistics, columns: table.columns, memory, restore },
        plans: chartPlans(facts, { pack, asOf: day, target, locale }),
        words: sheetWords(locale, { time, count: facts.length, sheet: hidden.name }),
      });
      const slicersRefused = await slice(made, table);
      if (added.length > 0) statistics.activate();
      const { charts, slicers } = memory;
      await rememberStatistics(context, { pivots: memory.pivots, charts, slicers, asOf });
      return {
        ...{ sheet: statistics.name, complaints: facts.length, slicersRefused },
        pivots: made.map(({ plan, state }) => ({ id: plan.id, title: plan.title, state })),
      };

      async function slice(all: readonly PivotMade[], { columns }: FactsTable): Promise<string[]> {
        const [first] = all;
        if (pivots === undefined || first === undefined || (memory.slicers && !restore)) return [];
        if (first.state !== 'made' && first.state !== 'refreshed') return [];
        memory.slicers = true;
        const fields = ['department', 'channel', 'origin'].flatMap((id) =>
          columns.filter((column) => column.id === id).map(({ header }) => header),
        );
        return addSlicers(context, pivots, first.plan.name, fields);
      }
    },
    { patient: true },
  );
  return written.ok ? done(written.value) : written;
}

function sheetWords(locale: Locale, params: { time: string; count: number; sheet: string }): SheetWords {
  const word = (code: string) => translate(locale, `overview.page.${code}`, params);
  return {
    ...{ title: word('title'), asOf: word('asOf'), data: word('data'), columns: word('columns') },
    ...{ columnsText: word('columnsText'), column: word('column'), meaning: word('meaning'), footer: word('footer') },
    targetLabel: translate(locale, 'overview.chart.trend.targetLabel'),
  };
}
