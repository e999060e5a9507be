import { resolve } from 'node:path';
import { createServer } from 'vite';

/** Serves the gallery; `page` answers the address of one state. */
export async function serveGallery() {
  const server = await createServer({
    root: resolve(import.meta.dirname, '../../..'),
    configFile: false,
    logLevel: 'error',
    server: { port: 0, hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: [] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  return {
    page: (state: string, locale: string, theme: string) =>
      `${address}test/excel-addin/gallery/gallery.html?${new URLSearchParams({ state, locale, theme }).toString()}`,
    close: () => server.close(),
  };
}
