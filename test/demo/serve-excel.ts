import { serveFolder } from '../samples/serve-files.ts';
import { serveRoutes, type LocalServer, type Route } from '../samples/static-server.ts';
import { buildLocal, type LocalBuild, type LocalPart } from '../setup/build-local.ts';

/** A workbook that the page can be asked to open by its name. */
export interface OfferedBook {
  fileName: string;
  bytes: Uint8Array;
}

export interface ExcelSite extends LocalServer {
  build: LocalBuild;
  /** The Excel host's page with a book of ours open in it; without a name, with an empty one. */
  excelUrl(fileName?: string): string;
}

export interface ExcelSiteOptions {
  /** Taken when it is free; else any other, unless `isExact`. */
  port: number;
  isExact?: boolean;
  books: OfferedBook[];
  parts: LocalPart[];
  /** Routes that come before the site's own. */
  more?: (build: LocalBuild) => Route[];
}

/**
 * Takes a port, builds the product for it, then serves the Excel host's page, the add-in and Office.js: one origin, because the
 * host reaches into the frame of the pane.
 */
export async function serveExcel({ port, isExact, books, parts, more }: ExcelSiteOptions): Promise<ExcelSite> {
  const routes: Route[] = [];
  const server = await serveRoutes(routes, port).catch((cause: unknown) => {
    if (isExact === true || !isPortTaken(cause)) throw cause;
    return serveRoutes(routes, 0);
  });
  try {
    const build = await buildLocal(server.port, parts);
    routes.push(...(more?.(build) ?? []), ...siteRoutes(build, books));
    return {
      ...server,
      build,
      excelUrl: (fileName) =>
        `${server.origin}/excel/${fileName === undefined ? '' : `?book=${encodeURIComponent(fileName)}`}`,
    };
  } catch (cause) {
    await server.close();
    throw cause;
  }
}

export function isPortTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}

function siteRoutes(build: LocalBuild, books: OfferedBook[]): Route[] {
  const onlyHere = { 'content-security-policy': "frame-ancestors 'self'", 'referrer-policy': 'no-referrer' };
  return [
    serveFolder('/excel/', build.excelPage),
    serveFolder('/addin/', build.addin, onlyHere),
    serveFolder('/office/', build.office),
    (url) => {
      const book = books.find(({ fileName }) => url.pathname === `/book/${encodeURIComponent(fileName)}`);
      return book === undefined ? null : { type: 'application/octet-stream', body: book.bytes };
    },
  ];
}
