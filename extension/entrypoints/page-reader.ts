import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isReadFromAbove } from '../page/reachable-documents.ts';
import { readPage, type ReadRequest } from '../page/read-page.ts';

/** Puts the reader where the next script of the click finds it. Reads nothing by itself and stays in this page's isolated world. */
export default defineUnlistedScript(() => {
  const place = globalThis as { redressReadPage?: (request: ReadRequest) => unknown };
  place.redressReadPage = (request) => (isReadFromAbove(window) ? null : readPage(document, request));
});
