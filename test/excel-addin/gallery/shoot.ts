// Photographs the pane's states at 320 px: npx tsx test/excel-addin/gallery/shoot.ts OUT [locale] [theme] [state …]
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { Locale } from '../../../core/policy/localized.ts';
import { serveGallery } from './serve-gallery.ts';
import { galleryStates } from './states.ts';

const [out = 'out/gallery', localeText = 'zh-CN', theme = 'light', ...wanted] = process.argv.slice(2);
const locale = Locale.parse(localeText);
const names = wanted.length > 0 ? wanted : Object.keys(galleryStates(locale));
const gallery = await serveGallery();
const browser = await puppeteer.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(String(error)));
await mkdir(out, { recursive: true });
for (const name of names) {
  await page.setViewport({ width: 320, height: 640, deviceScaleFactor: 2 });
  await page.goto(gallery.page(name, locale, theme));
  await page.waitForSelector('#pane > *', { timeout: 60_000 });
  await writeFile(join(out, `${name}-${locale}-${theme}.png`), await page.screenshot({ fullPage: true }));
}
await browser.close();
await gallery.close();
