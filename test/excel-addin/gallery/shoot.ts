// Photographs the pane's states at 320 px: npx tsx test/excel-addin/gallery/shoot.ts OUT [locale] [theme] [state …]
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { Locale } from '../../../core/policy/localized.ts';
import { galleryStates } from './states.ts';

const [out = 'out/gallery', localeText = 'zh-CN', theme = 'light', ...wanted] = process.argv.slice(2);
const locale = Locale.parse(localeText);
const names = wanted.length > 0 ? wanted : Object.keys(galleryStates(locale));
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
const browser = await puppeteer.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(String(error)));
await mkdir(out, { recursive: true });
for (const name of names) {
  await page.setViewport({ width: 320, height: 640, deviceScaleFactor: 2 });
  const query = new URLSearchParams({ state: name, locale, theme });
  await page.goto(`${address}test/excel-addin/gallery/gallery.html?${query.toString()}`, { waitUntil: 'networkidle0' });
  await page.waitForSelector('#pane > *', { timeout: 60_000 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) console.error(`${name}: ${wide} px too wide`);
  await writeFile(join(out, `${name}-${locale}-${theme}.png`), await page.screenshot({ fullPage: true }));
}
await browser.close();
await server.close();
