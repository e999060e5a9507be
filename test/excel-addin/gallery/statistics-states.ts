import type { Locale } from '../../../core/policy/localized.ts';
import { translate } from '../../../core/wording/translate.ts';
import { periodOf } from '../../../core/statistics/periods.ts';
import { figuresModel } from '../../../excel-addin/statistics-model.ts';
import type { PaneState } from '../../../excel-addin/taskpane/pane-state.ts';
import type { StatisticsModel } from '../../../excel-addin/taskpane/statistics-state.ts';
import { generatedFacts, readOf } from '../statistics-fixture.ts';

/** What the screen of statistics can show. */
export function statisticsStates(register: PaneState, locale: Locale): Record<string, PaneState> {
  const asOf = '2026-11-22T10:20:00+08:00';
  const facts = generatedFacts(900);
  const volumes = {
    sheet: '业务量',
    row: 4,
    rows: [
      ['2026-10', '', '12,800'],
      ['2026-11', '', '9,600'],
      ['十月', '', 5],
    ],
  };
  const read = figuresModel({
    ...{ read: readOf(facts, locale), volumes, asOf, locale },
    period: periodOf('2026-11-22', 'month'),
  });
  const label = { 'zh-CN': '同一批号多次投诉', 'zh-TW': '同一批號多次客訴', en: 'Same batch again and again' }[locale];
  const text = translate(locale, 'statistics.alarm.raised', {
    count: 3,
    days: 30,
    last: '2026-11-20',
    what: 'FA20261018-03',
  });
  const shown = {
    ...read,
    alarms: [{ label, text, source: 'S1', isCurrent: true, numbers: facts.slice(0, 3).map(({ number }) => number) }],
    alarmsUnset: [translate(locale, 'statistics.alarm.notSet', { name: label })],
  };
  const state = (change: Partial<StatisticsModel>): PaneState => ({
    ...register,
    screen: 'statistics',
    statistics: { ...register.statistics, shown, ...change },
  });
  const stands = { stands: true, asOf: '2026-11-22 10:20', isOld: false, made: null };
  const made = { sheet: '统计', complaints: 900, formulas: [], gone: [], refused: [], slicersRefused: false };
  return {
    statistics: state({}),
    statisticsMade: state({ workbook: { ...stands, made } }),
    statisticsOld: state({
      workbook: {
        ...stands,
        isOld: true,
        made: { ...made, formulas: ['月份 × 类别'], gone: ['按渠道'], slicersRefused: true },
      },
    }),
  };
}
