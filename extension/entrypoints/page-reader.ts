import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReadFromAbove } from '../page/reachable-documents.ts';
import type { FindArticle } from '../page/read-any-page.ts';
import { readPage, type ReadRequest } from '../page/read-page.ts';
import type { ReaderAnswer } from '../page/reader-answer.ts';

/** Puts the reader where the next script of the click finds it. Reads nothing by itself and stays in this page's isolated world. */
export default defineUnlistedScript(() => {
  const place = globalThis as {
    redressReadPage?: (request: ReadRequest) => ReaderAnswer;
    /** Put there by `article-reader.js`, which is loaded only for pages that no recipe knows. */
    redressFindArticle?: FindArticle;
  };
  place.redressReadPage = (request) => {
    try {
      const reading = isReadFromAbove(window) ? null : readPage(document, request, place.redressFindArticle);
      return { reading, fault: null };
    } catch (error) {
      // Browsers swallow what an injected function throws; the clerk must learn that the page was not read.
      return { reading: null, fault: error instanceof Error ? error.message : String(error) };
    }
  };
});
