import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReadFromAbove } from '../page/reachable-documents.ts';
import { readPage, type ReadRequest } from '../page/read-page.ts';
import type { ReaderAnswer } from '../page/reader-answer.ts';

/** Puts the reader where the next script of the click finds it. Reads nothing by itself and stays in this page's isolated world. */
export default defineUnlistedScript(() => {
  const place = globalThis as { redressReadPage?: (request: ReadRequest) => ReaderAnswer };
  place.redressReadPage = (request) => {
    try {
      return { reading: isReadFromAbove(window) ? null : readPage(document, request), fault: null };
    } catch (error) {
      // Browsers swallow what an injected function throws; the clerk must learn that the page was not read.
      return { reading: null, fault: error instanceof Error ? error.message : String(error) };
    }
  };
});
