import * as z from 'zod';
import { Moment } from '../../core/complaint/moment.ts';
import { Area } from '../../core/register/sheet-reading.ts';

const KEY = 'redress.statistics';

/** The sheets that statistics have of their own. */
export const STATISTICS_SHEETS = ['statistics', 'pivots', 'facts', 'volumes'] as const;
export type StatisticsSheet = (typeof STATISTICS_SHEETS)[number];

/** A pivot as it was made; `formulas`: the host refused it, and a table of formulas stands there instead. */
const MadePivot = z.discriminatedUnion('way', [
  z.strictObject({ way: z.literal('pivot'), id: z.string() }),
  z.strictObject({ way: z.literal('formulas'), area: Area }),
]);
export type MadePivot = z.infer<typeof MadePivot>;

const StatisticsMemory = z.strictObject({
  schemaVersion: z.literal(1),
  /** Ids of the sheets that are ours, whatever they are called now. */
  sheets: z.partialRecord(z.enum(STATISTICS_SHEETS), z.string()),
  /** Sheets that were about to be added, and those that stood before. */
  begun: z
    .strictObject({ before: z.array(z.string()), names: z.partialRecord(z.enum(STATISTICS_SHEETS), z.string()) })
    .nullable(),
  pivots: z.record(z.string(), MadePivot),
  /** Charts that were made: the rows that they show, and the title that they were given. */
  charts: z.record(z.string(), z.strictObject({ rows: z.int().positive(), title: z.string() })),
  /** Slicers were tried: those that a user has taken away do not come again. */
  slicers: z.boolean(),
  /** When the figures were last written whole; null: never, or the last time broke off. */
  asOf: Moment.nullable(),
});
/** What the workbook remembers of its statistics. */
export type StatisticsMemory = z.infer<typeof StatisticsMemory>;

const NOTHING: StatisticsMemory = {
  ...{ schemaVersion: 1, sheets: {}, begun: null, pivots: {}, charts: {}, slicers: false, asOf: null },
};

/** Queues the reading of the memory; known after the next sync. What cannot be read is as none: then nothing is replaced. */
export function loadStatistics(context: Excel.RequestContext): () => StatisticsMemory {
  const setting = context.workbook.settings.getItemOrNullObject(KEY).load('value');
  return () => {
    if (setting.isNullObject || typeof setting.value !== 'string') return structuredClone(NOTHING);
    const found = StatisticsMemory.safeParse(parseJson(setting.value));
    return found.data ?? structuredClone(NOTHING);
  };
}

/** Notes what has changed of the memory. All else stays as it is stored now: another pane may have noted it meanwhile. */
export async function rememberStatistics(
  context: Excel.RequestContext,
  changed: Partial<StatisticsMemory>,
): Promise<void> {
  const stored = loadStatistics(context);
  await context.sync();
  const now = stored();
  const memory: StatisticsMemory = { ...now, ...changed, sheets: { ...now.sheets, ...changed.sheets } };
  context.workbook.settings.add(KEY, JSON.stringify(memory));
  await context.sync();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
