import type { Moment } from '../../core/complaint/moment.ts';
import type { Locale } from '../../core/policy/localized.ts';
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
  takeUp(memory, all.items);
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
    forget(memory, role);
  }
  memory.begun = { before: all.items.map(({ id }) => id), names };
  const lines = missing.map((role) => ({ kind: 'made' as const, sheet: names[role] ?? '', what: role, at }));
  await journal(context, lines, locale);
  rememberStatistics(context, memory);
  await context.sync();
  for (const role of missing) {
    const sheet = context.workbook.worksheets.add(names[role]).load('id,name');
    if (role === 'facts') sheet.visibility = 'Hidden';
    sheets.set(role, sheet);
  }
  await context.sync();
  for (const role of missing) memory.sheets[role] = sheets.get(role)?.id ?? '';
  memory.begun = null;
  rememberStatistics(context, memory);
  await context.sync();
  return { memory, sheets, added: missing };
}

/** Sheets that a run which broke off had added and not noted: they have the name that was chosen, and were not there before. */
function takeUp(memory: StatisticsMemory, all: readonly Excel.Worksheet[]): void {
  const { begun } = memory;
  if (begun === null) return;
  for (const role of STATISTICS_SHEETS) {
    const found = all.find(({ id, name }) => name === begun.names[role] && !begun.before.includes(id));
    if (found !== undefined) memory.sheets[role] = found.id;
  }
  memory.begun = null;
}

/** With its sheet the user has taken away what stood on it: it is made anew with the sheet. */
function forget(memory: StatisticsMemory, role: StatisticsSheet): void {
  if (role === 'pivots') Object.assign(memory, { pivots: {}, slicers: false });
  if (role === 'statistics') memory.charts = {};
}
