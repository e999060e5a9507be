import * as z from 'zod';

const PAPERS = 'redress.papers';
const BEGUN = 'redress.papersBegun';

/** A name on every sheet of a performance paper, by which its duplicates are known too, and those that a restore has left. */
export const PERFORMANCE_MARK = 'Redress_performance';

/** A paper that was written: only those are ever replaced, known by the ids of their sheets. */
const Paper = z.strictObject({
  kind: z.enum(['report', 'performance']),
  period: z.string(),
  /** Ids of the paper's sheet and of the one with its lists. */
  sheet: z.string(),
  lists: z.string().nullable(),
  /** Of all its cells but those for people, as they read right after writing. */
  digest: z.string(),
  /** Comments, pictures and shapes that stood on it then; a host may count charts among them. */
  added: z.int().nonnegative(),
  /** Likewise of its lists; null where nobody knows: then lists that stand are kept. */
  listsLook: z.string().nullable().default(null),
  /** Where people write. */
  blanks: z.array(z.strictObject({ key: z.string(), row: z.int(), column: z.int() })),
});
export type Paper = z.infer<typeof Paper>;

/** Sheets that a run has begun and not finished; without an id before they were added, with the texts of their blanks once those stand. */
const Begun = z.array(
  z.strictObject({
    name: z.string(),
    id: z.string().nullable(),
    blanks: z.array(z.strictObject({ row: z.int(), column: z.int(), text: z.string() })).default([]),
  }),
);
export type Begun = z.infer<typeof Begun>;

export interface PapersRemembered {
  papers: Paper[];
  begun: Begun;
}

/** Queues the reading of what is remembered of papers; known after the next sync. What cannot be read is nothing: then none is replaced. */
export function loadPapers(context: Excel.RequestContext): () => PapersRemembered {
  const papers = context.workbook.settings.getItemOrNullObject(PAPERS).load('value');
  const begun = context.workbook.settings.getItemOrNullObject(BEGUN).load('value');
  return () => ({
    papers: parse(z.array(Paper), papers) ?? [],
    begun: parse(Begun, begun) ?? [],
  });
}

export function rememberPapers(context: Excel.RequestContext, papers: readonly Paper[]): void {
  context.workbook.settings.add(PAPERS, JSON.stringify(papers));
}

export function rememberBegun(context: Excel.RequestContext, begun: Readonly<Begun>): void {
  context.workbook.settings.add(BEGUN, JSON.stringify(begun));
}

function parse<T>(schema: z.ZodType<T>, setting: Excel.Setting): T | null {
  if (setting.isNullObject || typeof setting.value !== 'string') return null;
  try {
    return schema.safeParse(JSON.parse(setting.value) as unknown).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
