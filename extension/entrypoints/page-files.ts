import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { SiteRecipe } from '../../core/capture/site-recipe.ts';
import { forgetShadowRoots } from '../page/deep-query.ts';
import { fetchFile, type FetchedFile } from '../page/fetch-file.ts';
import { listFiles, type ListedFile } from '../page/list-files.ts';
import { isReadFromAbove } from '../page/reachable-documents.ts';

/** What the extension may do about files in a page, on the clerk's word. */
export interface PageFilesHelper {
  list: (recipes: SiteRecipe[]) => ListedFile[];
  fetch: (url: string, most: number) => Promise<FetchedFile>;
}

/** Puts the helper where the next script finds it. Does nothing by itself and stays in this page's isolated world. */
export default defineUnlistedScript(() => {
  const place = globalThis as { redressFiles?: PageFilesHelper };
  place.redressFiles ??= {
    list: (recipes) => {
      if (isReadFromAbove(window)) return [];
      forgetShadowRoots();
      return listFiles(document, recipes);
    },
    fetch: (url, most) => fetchFile(url, most),
  };
});
