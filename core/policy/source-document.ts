import * as z from 'zod';

/**
 * A paper that a policy was made from, and how its clauses are called: `S1f-` with 51 clauses stands for S1f-1 to S1f-51. `clauses` null:
 * any clause after the prefix (`ISO 10002`, a law). A policy that lists none has its sources taken as they are.
 */
export const SourceDocument = z.strictObject({
  prefix: z.string().min(1).max(80),
  clauses: z.int().positive().nullable(),
});
export type SourceDocument = z.infer<typeof SourceDocument>;
