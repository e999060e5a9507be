import type { SiteRecipe } from '../../../core/capture/site-recipe.ts';
import type { HandlersOf } from '../../messages/call.ts';
import type { CLIP_MESSAGES } from '../../messages/clip-messages.ts';
import type { REPLY_MESSAGES } from '../../messages/reply-messages.ts';
import { builtInRecipes } from '../../page/built-in-recipes.ts';
import { currentClip } from './current-clips.ts';
import { insertReplyIn } from './insert-reply-in.ts';
import { hideWordsIn, showWordsIn } from './show-words.ts';

/** Answers about the last click in a window and the page that it read. */
export function clipAnswers(again: (tabId: number) => Promise<void>): HandlersOf<typeof CLIP_MESSAGES, 'background'> {
  return {
    readClip: async ({ windowId }) => ({ clip: await currentClip(windowId) }),
    readAgain: async ({ tabId }) => {
      await again(tabId);
      return {};
    },
    showWords: showWordsIn,
    hideWords: async ({ tabId }) => {
      await hideWordsIn(tabId);
      return {};
    },
  };
}

/** What of the queue a reply needs: to write it into the history of its complaint. */
export interface ReplyKeeper {
  noteReply(id: string, text: string): Promise<boolean>;
}

/** Answers about replies. */
export function replyAnswers(keeper: ReplyKeeper): HandlersOf<typeof REPLY_MESSAGES, 'background'> {
  const recipes: readonly SiteRecipe[] = builtInRecipes().filter(({ replyBox }) => replyBox !== undefined);
  return {
    insertReply: async ({ tabId, text }) => ({ outcome: await insertReplyIn(tabId, recipes, text) }),
    noteReply: async ({ id, text }) => ({ isKept: await keeper.noteReply(id, text) }),
  };
}
