import * as z from 'zod';

/**
 * A CSS selector. `:scope` is the container itself. Open shadow roots are entered, and `a >>> b` finds `b` inside the shadow
 * roots of `a` as well as below it, which CSS alone cannot say.
 */
const Selector = z.string().min(1).max(500);

/**
 * Where one part of a page stands, and what of it is read: the text as a reader sees it (`text`), only the words that stand
 * in the element itself (`ownText`), what an input holds (`value`), an attribute, or the rest of the first line that begins
 * with one of these labels and a colon (`afterLabel`), or what stands beside or below a label (`beside`). `outside` looks in
 * the whole document, `inFrames` also in the frames that it may look into, `first` at the first match only.
 */
export const PartSource = z.strictObject({
  selector: Selector,
  read: z.union([
    z.enum(['text', 'ownText', 'value']),
    z.strictObject({ attribute: z.string().regex(/^[a-z][a-z0-9-]*$/) }),
    z.strictObject({ afterLabel: z.array(z.string().min(1).max(40)).min(1) }),
    z.strictObject({ beside: z.array(z.string().min(1).max(60)).min(1) }),
  ]),
  outside: z.literal(true).optional(),
  inFrames: z.literal(true).optional(),
  first: z.literal(true).optional(),
});
export type PartSource = z.infer<typeof PartSource>;

/** Sources in the order in which they are tried; the first that gives words wins. */
const Sources = z.array(PartSource).min(1);

/** A bare selector means the text as a reader sees it. */
const TextSource = z.union([Selector, PartSource]);
export type TextSource = z.infer<typeof TextSource>;

const PersonSource = z.strictObject({
  each: Selector,
  outside: z.literal(true).optional(),
  /** Read inside each element, or from the element itself by the selector `:scope`. */
  name: Sources.optional(),
  address: Sources.optional(),
});
export type PersonSource = z.infer<typeof PersonSource>;

export const PART_NAMES = ['subject', 'from', 'to', 'sentAt', 'body', 'fields', 'comments', 'attachments'] as const;
export const PartName = z.enum(PART_NAMES);
export type PartName = z.infer<typeof PartName>;

/**
 * How far a recipe can be trusted: run against the application itself (`application`, with the version that was tried), or
 * written down from public sources without ever having been run against it (`sourcesOnly`).
 */
export const RecipeProvenance = z.discriminatedUnion('run', [
  z.strictObject({ run: z.literal('application'), application: z.string().max(120), date: z.iso.date() }),
  z.strictObject({ run: z.literal('sourcesOnly'), date: z.iso.date(), sources: z.array(z.string().max(300)).min(1) }),
]);
export type RecipeProvenance = z.infer<typeof RecipeProvenance>;

const AddressPattern = z.string().min(2).max(200);
const PagePattern = z.string().min(1).max(200);

/** How one site shows a message or a ticket: which pages are meant, and where each part stands. Data, no code. */
export const SiteRecipe = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What the site calls itself, as the panel names it. */
  name: z.string().min(1).max(80).optional(),
  /** Goes up by one with each change, so that a report can say which one was used. */
  version: z.int().positive().optional(),
  /** Absent on recipes that a user taught. */
  provenance: RecipeProvenance.optional(),
  kind: z.enum(['mail', 'ticket']),
  /**
   * Host names of the site, `*.example.com` with all below it. With them the recipe is tried there and nowhere else, and a
   * page there that it does not fit is told. Without them the structure of the page alone decides: software that anybody hosts.
   */
  hosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/)).optional(),
  /** Scheme, host and port, and pages of it (`page-pattern.ts`): a recipe that was taught fits nowhere else. */
  origin: z.string().max(260).optional(),
  pages: z.array(PagePattern).optional(),
  /** Fits many pages by common names only: tried after all others. */
  loose: z.literal(true).optional(),
  /** A document is meant when a shown container holds each of these. */
  container: Selector,
  needs: z.array(Selector),
  /** The container is the nearest element around each match that holds each of the needs: sites that mark no whole message. */
  climbs: z.literal(true).optional(),
  /** Of several shown containers the one with the cursor or the marked words is read, else the last, or the first. */
  pick: z.enum(['first', 'last']).optional(),
  /** The other shown containers are messages of the same thread: kept as context, not read as the complaint. */
  others: z.literal('context').optional(),
  parts: z.strictObject({
    subject: Sources.optional(),
    from: PersonSource.optional(),
    to: PersonSource.optional(),
    /** An attribute with a machine-readable moment. */
    sentAt: Sources.optional(),
    sentAtText: Sources.optional(),
    /** Every element that the first fitting source finds makes up the body, in page order. */
    body: z.array(TextSource).min(1),
    /** Inside the body: what this site wraps around older mail, and around signatures. */
    older: Selector.optional(),
    signature: Selector.optional(),
    /** Label and value pairs of a ticket. */
    fields: z.strictObject({ each: Selector, label: TextSource, value: TextSource }).optional(),
    /** Values with the label under which extraction knows them, whatever the page calls them. */
    named: z.array(z.strictObject({ label: z.string().min(1).max(60), sources: Sources })).optional(),
    /** Later words below a ticket; read as context, not as the complaint. */
    comments: z
      .strictObject({
        each: Selector,
        head: z.array(Selector),
        text: Selector,
        outside: z.literal(true).optional(),
        /** The first one is the complaint itself. */
        skipFirst: z.literal(true).optional(),
      })
      .optional(),
    attachments: Sources.optional(),
    /** The page's own link to the whole text, where it shows only a part, or (`withoutBody`) none. */
    wholeText: z.strictObject({ sources: Sources, when: z.enum(['always', 'withoutBody']) }).optional(),
  }),
  /**
   * What names the message: an attribute, else the address. Of that, the query parameters that name it, or the beginning of
   * its path or hash that fits a pattern: `*` is one step between slashes, `**` all that follows.
   */
  identity: z.strictObject({
    sources: Sources.optional(),
    query: z.array(z.string().min(1)).optional(),
    path: z.array(AddressPattern).optional(),
    hash: z.array(AddressPattern).optional(),
  }),
  /**
   * Where a reply is written on this site, in the order in which they are looked for: a text box, an editable element, or the
   * frame of an editor.
   */
  replyBox: z.array(Selector).min(1).optional(),
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
          sentAtText: z.string().optional(),
          bodyIncludes: z.string(),
          /** Words that are read as context: older mail, other messages of the thread, later comments. */
          contextIncludes: z.string().optional(),
          fields: z.record(z.string(), z.string()).optional(),
          attachments: z.array(z.string()).optional(),
          identity: z.string().nullable(),
        }),
      }),
    )
    .min(1),
});
export type SiteRecipe = z.infer<typeof SiteRecipe>;
