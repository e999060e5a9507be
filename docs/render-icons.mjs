// Renders docs/icon.svg to the PNG sizes of the extension: node docs/render-icons.mjs [FOLDER] [SIZE …]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const [folder = 'extension/public/icon', ...given] = process.argv.slice(2);
const sizes = given.length > 0 ? given.map(Number) : [16, 32, 48, 96, 128];
const svg = await readFile(join(import.meta.dirname, 'icon.svg'));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
await mkdir(resolve(folder), { recursive: true });
for (const size of sizes) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}img{display:block;width:${size}px;height:${size}px}</style>` +
      `<img src="data:image/svg+xml;base64,${svg.toString('base64')}">`,
  );
  await writeFile(join(resolve(folder), `${size}.png`), await page.screenshot({ omitBackground: true }));
}
await browser.close();
