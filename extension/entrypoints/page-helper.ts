import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { findWords, type WordsFound, type WordsWanted } from '../page/find-words.ts';
import { findReplyBox, insertReply, type Insertion } from '../page/insert-reply.ts';
import { isReadFromAbove } from '../page/reachable-documents.ts';
import { hideWords, showWords } from '../page/show-in-page.ts';

/** What the extension may do in a page on the clerk's word, beside reading it. Each frame answers for what it can look into. */
export interface PageHelper {
  /** Null: a frame above answers for this one. `likeness` null: the words are not there. */
  find: (wanted: WordsWanted) => { likeness: number | null; showsMessage: boolean } | null;
  show: () => void;
  hide: () => void;
  hasReplyBox: (recipes: SiteRecipe[]) => boolean;
  insert: (recipes: SiteRecipe[], text: string) => Insertion;
}

/** Puts the helper where the next script finds it. Does nothing by itself and stays in this page's isolated world. */
export default defineUnlistedScript(() => {
  const place = globalThis as { redressHelper?: PageHelper };
  if (place.redressHelper) return;
  let last: WordsFound | null = null;
  const isOutermost = () => !isReadFromAbove(window);
  place.redressHelper = {
    find: (wanted) => {
      if (!isOutermost()) return null;
      const { found, showsMessage } = findWords(document, wanted);
      last = found;
      return { likeness: found?.likeness ?? null, showsMessage };
    },
    show: () => {
      if (last !== null) showWords(document, last);
    },
    hide: () => {
      if (isOutermost()) hideWords(document);
    },
    hasReplyBox: (recipes) => isOutermost() && findReplyBox(document, recipes) !== null,
    insert: (recipes, text) => insertReply(document, recipes, text),
  };
});
