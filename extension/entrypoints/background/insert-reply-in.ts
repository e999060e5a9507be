import type { SiteRecipe } from '../../../core/capture/site-recipe.ts';
import type { Reply } from '../../messages/protocol.ts';
import { helpIn, type HelpedPage } from './page-helper-calls.ts';

/** Whether a reply is being written in a tab, in a box that a recipe knows. */
export async function isWriting(tabId: number, recipes: readonly SiteRecipe[]): Promise<boolean> {
  const asked = await boxesIn(tabId, recipes);
  return Array.isArray(asked) && asked.some(({ result }) => result);
}

const boxesIn = (tabId: number, recipes: readonly SiteRecipe[]) =>
  helpIn({ tabId }, (known: SiteRecipe[]) => (globalThis as HelpedPage).redressHelper?.hasReplyBox(known) ?? false, [
    [...recipes],
  ]);

/** Writes a reply into the reply box of a tab: the first frame that has one open gets it, and no other. */
export async function insertReplyIn(
  tabId: number,
  recipes: readonly SiteRecipe[],
  text: string,
): Promise<Reply<'insertReply'>['outcome']> {
  const asked = await boxesIn(tabId, recipes);
  if (!Array.isArray(asked)) return asked;
  const frame = asked.find(({ result }) => result);
  if (frame === undefined) return 'noBox';
  const answers = await helpIn(
    { tabId, frameIds: [frame.frameId] },
    (known: SiteRecipe[], words: string) => (globalThis as HelpedPage).redressHelper?.insert(known, words) ?? null,
    [[...recipes], text],
  );
  return Array.isArray(answers) ? (answers[0]?.result ?? 'refused') : answers;
}
