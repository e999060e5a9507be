import * as z from 'zod';
import { Field } from './field.ts';

/**
 * The values of one complaint by field. Fields of kind `time` hold a `DayOrMoment`; all others hold the text as written,
 * trimmed. An absent field is unknown; an empty string is never stored.
 */
export const ComplaintValues = z.partialRecord(Field, z.string().trim().min(1).max(40_000));
export type ComplaintValues = z.infer<typeof ComplaintValues>;
