import * as z from 'zod';
import { TaughtPartRecipe, TaughtRecipe, TAUGHT_PARTS } from '../../core/capture/taught-recipe.ts';
import type { Messages } from './message.ts';

const words = z.string().min(1).max(500);

/** What the user pointed at in a page, with the address of the page to which a recipe of it is bound. */
export const PickedPlace = z.strictObject({
  label: TaughtPartRecipe.shape.label,
  words: z.string().max(2_000),
  sources: TaughtPartRecipe.shape.sources,
  origin: z.string().max(260),
  pathname: z.string().max(4_000),
  search: z.string().max(8_000),
  hash: z.string().max(8_000),
});
export type PickedPlace = z.infer<typeof PickedPlace>;

/** Whether the page could be reached; `noAccess`: the right that the click gave has run out. */
const Reached = z.enum(['done', 'noAccess', 'gone']);

/** About pages that the user teaches. */
export const TEACH_MESSAGES = {
  /** Lets the user point at something in all frames of a tab, until something is picked or it is stopped. */
  startTeaching: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({
      tabId: z.int(),
      words: z.strictObject({ title: words, help: words, nothing: words, noLabel: words, empty: words, end: words }),
    }),
    reply: z.strictObject({ outcome: Reached }),
  },
  /** A key that was pressed in the panel while the page waits to be pointed at. */
  steerTeaching: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({
      tabId: z.int(),
      key: z.enum(['next', 'previous', 'wider', 'narrower', 'take', 'end', 'asLabel']),
    }),
    reply: z.strictObject({}),
  },
  stopTeaching: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int() }),
    reply: z.strictObject({}),
  },
  /** The page's script says what was pointed at; null when the user ended it. */
  partPicked: {
    from: 'picker',
    to: 'panel',
    request: z.strictObject({ picked: PickedPlace.nullable() }),
    reply: z.strictObject({}),
  },
  /** Reads the page by a recipe with the real reader: what it finds for each part. Null: not found, `''`: empty on this page. */
  testTaught: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int(), recipe: TaughtRecipe }),
    reply: z.strictObject({
      outcome: Reached,
      values: z.partialRecord(z.enum(TAUGHT_PARTS), z.string().nullable()),
    }),
  },
} as const satisfies Messages;
