import * as z from 'zod';

/** What a person decided about a complaint, as ids of the pack. Goes before every proposal; absent: the proposal stands. */
export const OwnChoices = z.strictObject({
  category: z.string().optional(),
  grade: z.string().optional(),
  /** By lane id: true puts the complaint into the lane, false takes it out. */
  lanes: z.record(z.string(), z.boolean()).optional(),
  /** By axis id. */
  axes: z.record(z.string(), z.string()).optional(),
  /** Tests of validity whose fact a person confirmed. */
  confirmed: z.array(z.string()).optional(),
});
export type OwnChoices = z.infer<typeof OwnChoices>;
