import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { shortcutsFile } from './commands/shortcuts.ts';
import { functionMetadata, METADATA_FILES, type FunctionWords } from './functions/function-metadata.ts';

/** The address that the committed manifest.xml speaks of; a build rewrites it to `REDRESS_ADDIN_BASE`. */
const MANIFEST_BASE = 'https://localhost:3000/';
const MICROSOFT_CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const root = resolve(import.meta.dirname);
const base = new URL(process.env['REDRESS_ADDIN_BASE'] ?? MANIFEST_BASE).href;
const officeJs = new URL(process.env['REDRESS_OFFICE_JS'] ?? MICROSOFT_CDN, base).href;
const outDir = resolve(root, '..', process.env['REDRESS_OUT'] ?? 'dist/excel-addin');

export default defineConfig({
  root,
  base: './',
  publicDir: resolve(root, 'public'),
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2022',
    // Holidays, policies and three languages are data that the pane needs from the start.
    chunkSizeWarningLimit: 900,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: resolve(root, 'taskpane.html') },
  },
  plugins: [pageAddresses(), filesOfTheManifest(), manifestForBase(), responseHeaders()],
});

/** Puts the address of Office.js and the content security policy into the pane's page. */
function pageAddresses(): Plugin {
  return {
    name: 'redress-page-addresses',
    transformIndexHtml: (html) =>
      html.replaceAll('__OFFICE_JS__', officeJs).replaceAll('__CONTENT_SECURITY_POLICY__', pagePolicy()),
  };
}

/** What the page may load: its own files, and Office.js with the host files that it fetches from its own folder. */
function pagePolicy(): string {
  const officeOrigin = new URL(officeJs).origin;
  const scripts = officeOrigin === new URL(base).origin ? "'self'" : `'self' ${officeOrigin}`;
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The files beside the page that the manifest refers to: the metadata of the functions by language, and the shortcuts. */
function filesOfTheManifest(): Plugin {
  return {
    name: 'redress-files-of-the-manifest',
    async generateBundle() {
      for (const locale of ['en', 'zh-CN', 'zh-TW'] as const) {
        const fileName = METADATA_FILES[locale];
        const words = await readFile(resolve(root, `../core/wording/${locale}/functions.json`), 'utf8');
        const metadata = functionMetadata(JSON.parse(words) as FunctionWords, `${base}support.html`, locale);
        this.emitFile({ type: 'asset', fileName, source: JSON.stringify(metadata, null, 2) });
      }
      this.emitFile({ type: 'asset', fileName: 'shortcuts.json', source: JSON.stringify(shortcutsFile(), null, 2) });
    },
  };
}

/** Writes manifest.xml for the base address. Office loads add-ins by https only, so an http build gets none. */
function manifestForBase(): Plugin {
  return {
    name: 'redress-manifest',
    async closeBundle() {
      if (!base.startsWith('https:')) return;
      const manifest = await readFile(resolve(root, '../manifest.xml'), 'utf8');
      await writeFile(resolve(outDir, 'manifest.xml'), manifest.replaceAll(MANIFEST_BASE, base));
    },
  };
}

/**
 * `frame-ancestors` works only as a response header, so hosts that read a `_headers` file get it there; others must be
 * told to send it. The list is where Excel on the web shows panes (OfficeDev/office-js #3342, office-js-docs-pr #4911).
 */
function responseHeaders(): Plugin {
  const ancestors =
    "'self' https://*.cloud.microsoft https://*.officeapps.live.com https://*.sharepoint.com https://onedrive.live.com " +
    'https://*.office.com https://*.officeapps-df.live.com';
  const text = [
    '/*',
    `  Content-Security-Policy: frame-ancestors ${ancestors}`,
    '  Referrer-Policy: no-referrer',
    '  X-Content-Type-Options: nosniff',
    '',
  ].join('\n');
  return {
    name: 'redress-headers',
    async closeBundle() {
      await mkdir(outDir, { recursive: true });
      await writeFile(resolve(outDir, '_headers'), text);
    },
  };
}
