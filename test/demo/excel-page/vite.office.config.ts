import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const out = resolve(process.env['REDRESS_OFFICE_OUT'] ?? resolve(import.meta.dirname, '../../../dist/office'));
const CLIENT = 'excel-web-16.00.debug.js';

/** `office.js` for the pane: the Excel host's stand-in as one plain script, and beside it Microsoft's client as the npm package brings it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: resolve(import.meta.dirname, '../../excel-host/browser/office.ts'),
      formats: ['iife'],
      name: 'redressOffice',
      fileName: () => 'office.js',
    },
  },
  plugins: [
    {
      name: 'copy-client',
      async closeBundle() {
        await mkdir(out, { recursive: true });
        await copyFile(
          createRequire(import.meta.url).resolve(`@microsoft/office-js/dist/${CLIENT}`),
          resolve(out, CLIENT),
        );
      },
    },
  ],
});
