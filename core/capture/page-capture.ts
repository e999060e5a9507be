import * as z from 'zod';
import { Moment } from '../complaint/moment.ts';
import { PART_NAMES } from './site-recipe.ts';

/**
 * What a block of page text is. `quoted` is older mail below a reply, `signature` the sender's card, `field` a label and
 * value shown by a CRM, `selection` what the user marked.
 */
export const BlockRole = z.enum(['subject', 'body', 'quoted', 'signature', 'field', 'selection']);
export type BlockRole = z.infer<typeof BlockRole>;

export const TextBlock = z.strictObject({
  role: BlockRole,
  /** The label beside a `field` block, as the page shows it. */
  label: z.string().max(500).nullable(),
  /** Plain text with line breaks as a reader sees them; table cells are separated by tabs. */
  text: z.string().max(400_000),
});
export type TextBlock = z.infer<typeof TextBlock>;

export const Person = z.strictObject({
  name: z.string().max(500).nullable(),
  address: z.string().max(500).nullable(),
});
export type Person = z.infer<typeof Person>;

/**
 * Where a part was taken from: the recipe, what the user marked, general reading of all that the page shows (`page`) or of what
 * looks like its main text (`article`), or a frame inside the page.
 */
export const PartOrigin = z.enum(['recipe', 'selection', 'page', 'article', 'frame']);
export type PartOrigin = z.infer<typeof PartOrigin>;

/**
 * What the clerk should look at before trusting the reading. `recipeDidNotFit`: the site has a recipe, and it found no message.
 * `shortBody`: little was read as the message although the page holds much. `partOfText`, `textNotShown`: the page itself shows
 * only a part of the text, or none; `wholeTextUrl` leads to it where the page gives the way.
 */
export const ReadingDoubt = z.enum(['recipeDidNotFit', 'shortBody', 'partOfText', 'textNotShown']);
export type ReadingDoubt = z.infer<typeof ReadingDoubt>;

/** A reading of a page after it left the page: plain data, no DOM. The only thing that extraction sees. */
export const PageCapture = z.strictObject({
  schemaVersion: z.literal(1),
  /** How the page was read: by which recipe (site id) or by which fallback; `file` from a mail file, `form` typed by the clerk. */
  readBy: z.strictObject({
    way: z.enum(['recipe', 'selection', 'page', 'file', 'form']),
    recipe: z.string().max(100).nullable(),
    /** The recipe's name and how far it can be trusted; with `recipeDidNotFit`, of the recipe that should have fitted. */
    name: z.string().max(80).optional(),
    run: z.enum(['application', 'sourcesOnly']).optional(),
  }),
  url: z.string().max(4_000).nullable(),
  title: z.string().max(2_000),
  capturedAt: Moment,
  /** IANA zone in which words such as 昨天 are read. */
  zone: z.string().max(100),
  /** Message-ID, or the canonical address of the thread or ticket; null when the page gives none. */
  identity: z.string().max(2_000).nullable(),
  from: Person.nullable(),
  to: z.array(Person).max(500),
  /** When the message was sent or the ticket opened, if the page says so. */
  sentAt: Moment.nullable(),
  /** The words from which `sentAt` was read. */
  sentAtText: z.string().max(500).nullable(),
  blocks: z.array(TextBlock).max(2_000),
  /** Names of the files shown with the message. */
  attachments: z.array(z.string().max(500)).max(500),
  /** Parts that the recipe should have found and did not, by part name. */
  notFound: z.array(z.string().max(100)).max(50),
  /** Where each part that was found came from; absent on captures of before and on files. */
  partsFrom: z.partialRecord(z.enum(PART_NAMES), PartOrigin).optional(),
  doubts: z.array(ReadingDoubt).max(10).optional(),
  wholeTextUrl: z.string().max(4_000).optional(),
});
export type PageCapture = z.infer<typeof PageCapture>;
