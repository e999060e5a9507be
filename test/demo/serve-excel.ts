import { serveFolder } from '../samples/serve-files.ts';
import { serveRoutes, type LocalServer, type Route } from '../samples/static-server.ts';
import type { LocalBuild } from '../setup/build-local.ts';

/** A workbook that the page can be asked to open by its name. */
export interface OfferedBook {
  fileName: string;
  bytes: Uint8Array;
}

export interface ExcelSite extends LocalServer {
  /** The Excel host's page with a book of ours open in it; without a name, with an empty one. */
  excelUrl(fileName?: string): string;
}

/** Serves the Excel host's page, the built add-in and Office.js; one origin, because the host reaches into the frame of the pane. */
export async function serveExcel(build: LocalBuild, books: OfferedBook[], more: Route[] = []): Promise<ExcelSite> {
  const onlyHere = { 'content-security-policy': "frame-ancestors 'self'", 'referrer-policy': 'no-referrer' };
  const routes: Route[] = [
    ...more,
    serveFolder('/excel/', build.excelPage),
    serveFolder('/addin/', build.addin, onlyHere),
    serveFolder('/office/', build.office),
    (url) => {
      const book = books.find(({ fileName }) => url.pathname === `/book/${encodeURIComponent(fileName)}`);
      return book === undefined ? null : { type: 'application/octet-stream', body: book.bytes };
    },
  ];
  const server = await serveRoutes(routes, Number(new URL(build.base).port));
  return {
    ...server,
    excelUrl: (fileName) =>
      `${server.origin}/excel/${fileName === undefined ? '' : `?book=${encodeURIComponent(fileName)}`}`,
  };
}
