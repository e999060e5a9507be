import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findArticle } from '../page/find-article.ts';
import type { FindArticle } from '../page/read-any-page.ts';

/** The help for general reading, a file of its own: most pages are read by a recipe and never load it. */
export default defineUnlistedScript(() => {
  (globalThis as { redressFindArticle?: FindArticle }).redressFindArticle = findArticle;
});
