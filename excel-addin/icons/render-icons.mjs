// Renders the add-in's PNG icons from their drawings: node excel-addin/icons/render-icons.mjs
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

const folder = resolve(import.meta.dirname, '../public/assets');
const drawings = [
  { name: 'icon', file: resolve(import.meta.dirname, '../../docs/icon.svg'), sizes: [16, 32, 64, 80, 128] },
  ...['import', 'today', 'overdue', 'refresh', 'findings', 'form'].map((name) => ({
    name,
    file: join(import.meta.dirname, `${name}.svg`),
    sizes: [16, 32, 80],
  })),
];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
await mkdir(folder, { recursive: true });
for (const { name, file, sizes } of drawings) {
  const source = `data:image/svg+xml;base64,${(await readFile(file)).toString('base64')}`;
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${source}">`,
    );
    await writeFile(join(folder, `${name}-${size}.png`), await page.screenshot({ omitBackground: true }));
  }
}
await browser.close();
