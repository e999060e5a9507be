import * as z from 'zod';

/** The identity of a clipped complaint: a ULID given once when it is saved, kept in the register for ever. */
export const ComplaintId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
export type ComplaintId = z.infer<typeof ComplaintId>;
