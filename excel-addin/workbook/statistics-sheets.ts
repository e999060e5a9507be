import type { Moment } from '../../core/complaint/moment.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { markSheet } from './sheet-marks.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import { translate } from '../../core/wording/translate.ts';
import { journal } from './change-journal.ts';
import {
  loadStatistics,
  rememberStatistics,
  STATISTICS_SHEETS,
  type StatisticsMemory,
  type StatisticsSheet,
} from './statistics-memory.ts';

export interface SheetsReady {
  memory: StatisticsMemory;
  sheets: Map<StatisticsSheet, Excel.Worksheet>;
  /** Those that were added just now, still empty. */
  added: StatisticsSheet[];
}

/**
 * The sheets of the statistics, known by id; those that are missing are added under free names, journalled before. A sheet
 * that a run which broke off had added is taken up. A sheet of such a name that is not ours is left alone.
 */
export async function readySheets(
  context: Excel.RequestContext,
  wanted: readonly StatisticsSheet[],
  { at, locale }: { at: Moment; locale: Locale },
): Promise<SheetsReady> {
  const stored = loadStatistics(context);
  const all = context.workbook.worksheets.load('items/name,items/id');
  await context.sync();
  const memory = stored();
  await takeUp(context, memory, all.items);
  const sheets = new Map<StatisticsSheet, Excel.Worksheet>();
  const missing = wanted.filter((role) => {
    const found = all.items.find(({ id }) => id === memory.sheets[role]);
    if (found !== undefined) sheets.set(role, found);
    return found === undefined;
  });
  if (missing.length === 0) return { memory, sheets, added: [] };
  const taken = all.items.map(({ name }) => name);
  const names: NonNullable<StatisticsMemory['begun']>['names'] = {};
  for (const role of missing) {
    names[role] = uniqueName(translate(locale, `overview.sheet.${role}`), taken, { max: 31, join: ' ' });
    taken.push(names[role]);
  }
  const forgotten = forgottenWith(missing);
  Object.assign(memory, forgotten);
  const begun = { before: all.items.map(({ id }) => id), names };
  const mark = (role: StatisticsSheet) => `${role} ${at}`;
  const lines = missing.map((role) => {
    return { kind: 'made' as const, sheet: names[role] ?? '', what: role, at, mark: mark(role) };
  });
  await journal(context, lines, locale);
  await rememberStatistics(context, { ...forgotten, begun });
  for (const role of missing) {
    const sheet = context.workbook.worksheets.add(names[role]).load('id,name');
    markSheet(sheet, mark(role));
    if (role === 'facts') sheet.visibility = 'Hidden';
    sheets.set(role, sheet);
  }
  await context.sync();
  const ids: StatisticsMemory['sheets'] = {};
  for (const role of missing) ids[role] = sheets.get(role)?.id ?? '';
  Object.assign(memory.sheets, ids);
  await rememberStatistics(context, { sheets: ids, begun: null });
  return { memory, sheets, added: missing };
}

/**
 * Sheets that a run which broke off had added and not noted: they have the name that was chosen, were not there before, and
 * are still empty, as they were noted before anything was written on them.
 */
async function takeUp(
  context: Excel.RequestContext,
  memory: StatisticsMemory,
  all: readonly Excel.Worksheet[],
): Promise<void> {
  const { begun } = memory;
  if (begun === null) return;
  const found = STATISTICS_SHEETS.flatMap((role) =>
    all
      .filter(({ id, name }) => name === begun.names[role] && !begun.before.includes(id))
      .map((sheet) => ({ role, id: sheet.id, used: sheet.getUsedRangeOrNullObject().load('address') })),
  );
  await context.sync();
  const ids: StatisticsMemory['sheets'] = {};
  for (const { role, id, used } of found) if (used.isNullObject) ids[role] = id;
  Object.assign(memory.sheets, ids);
  memory.begun = null;
  await rememberStatistics(context, { sheets: ids, begun: null });
}

/** With its sheet the user has taken away what stood on it: it is made anew with the sheet. */
function forgottenWith(missing: readonly StatisticsSheet[]): Partial<StatisticsMemory> {
  return {
    ...(missing.includes('pivots') ? { pivots: {}, slicers: false } : {}),
    ...(missing.includes('statistics') ? { charts: {} } : {}),
  };
}
