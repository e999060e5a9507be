import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The page with the visible grid. `REDRESS_OUT` says where it goes. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  logLevel: 'warn',
  build: {
    outDir: resolve(process.env['REDRESS_OUT'] ?? resolve(import.meta.dirname, '../../../dist/excel-page')),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
});
