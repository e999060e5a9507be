import * as z from 'zod';

/** The name of a rule, role, grade … within a pack. */
export const Id = z.string().regex(/^[a-z][A-Za-z0-9_-]*$/);

/**
 * Where a rule stands: one or more clauses, separated by `, ` – of a source document (`S0-18, S0-19`), a standard (`ISO 10002`), a law, or
 * `product` for a default of ours.
 */
export const Source = z.string().regex(/^[^\s,，;；][^,，;；]*(?:, [^\s,，;；][^,，;；]*)*$/u);
