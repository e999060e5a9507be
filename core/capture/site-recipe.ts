import * as z from 'zod';

const Selector = z.string().min(1).max(500);

/**
 * Where one part of a page stands, and what of it is read: the text as a reader sees it (`text`), only the words that stand
 * in the element itself (`ownText`), or an attribute. `:scope` is the container itself; `outside` looks in the whole document.
 */
export const PartSource = z.strictObject({
  selector: Selector,
  read: z.union([z.enum(['text', 'ownText']), z.strictObject({ attribute: z.string().regex(/^[a-z][a-z0-9-]*$/) })]),
  outside: z.literal(true).optional(),
});
export type PartSource = z.infer<typeof PartSource>;

/** Sources in the order in which they are tried; the first that gives words wins. */
const Sources = z.array(PartSource).min(1);

const PersonSource = z.strictObject({
  each: Selector,
  /** Read inside each element, or from the element itself by the selector `:scope`. */
  name: Sources.optional(),
  address: Sources.optional(),
});
export type PersonSource = z.infer<typeof PersonSource>;

export const PART_NAMES = ['subject', 'from', 'to', 'sentAt', 'body', 'fields', 'comments', 'attachments'] as const;
export const PartName = z.enum(PART_NAMES);
export type PartName = z.infer<typeof PartName>;

/** How one site shows a message or a ticket: which pages are meant, and where each part stands. Data, no code. */
export const SiteRecipe = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(['mail', 'ticket']),
  /** A document is meant when a shown container holds each of these; of several the last is read. */
  container: Selector,
  needs: z.array(Selector),
  parts: z.strictObject({
    subject: Sources.optional(),
    from: PersonSource.optional(),
    to: PersonSource.optional(),
    /** An attribute with a machine-readable moment. */
    sentAt: Sources.optional(),
    sentAtText: Sources.optional(),
    /** Every element that is found makes up the body, in page order. */
    body: z.array(Selector).min(1),
    /** Label and value pairs of a ticket. */
    fields: z.strictObject({ each: Selector, label: Selector, value: Selector }).optional(),
    /** Later words below a ticket; read as context, not as the complaint. */
    comments: z.strictObject({ each: Selector, head: z.array(Selector), text: Selector }).optional(),
    attachments: Sources.optional(),
  }),
  /** An attribute that names the message, or query parameters of the address that do. */
  identity: z.strictObject({ sources: Sources.optional(), query: z.array(z.string().min(1)).optional() }),
  /** Parts whose absence is told to the clerk. */
  expects: z.array(PartName),
  examples: z
    .array(
      z.strictObject({
        name: z.string(),
        html: z.string(),
        bodyClass: z.string().optional(),
        url: z.string(),
        expect: z.strictObject({
          subject: z.string().optional(),
          from: z.strictObject({ name: z.string().nullable(), address: z.string().nullable() }).optional(),
          bodyIncludes: z.string(),
          identity: z.string().nullable(),
        }),
      }),
    )
    .min(1),
});
export type SiteRecipe = z.infer<typeof SiteRecipe>;
