import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { serveSamples } from '../../samples/serve.ts';
import { launchChromium } from '../../setup/launch.ts';
import { buildExtension, whenListening } from '../support/built-extension.ts';
import { STATES, type Scene } from './states.ts';

/**
 * Takes pictures of the panel's states with the real extension in real Chromium, to be judged by eye:
 * `npx tsx test/extension/gallery/shoot.ts --out DIR [--extension DIR] [--languages zh-CN,en-US] [--schemes light,dark] [--only NAME,…]`.
 * A state that cannot be reached is named at the end, and the others are taken all the same.
 */
const { values: options } = parseArgs({
  options: {
    out: { type: 'string', default: 'out/gallery' },
    extension: { type: 'string' },
    languages: { type: 'string', default: 'zh-CN,en-US' },
    schemes: { type: 'string', default: 'light,dark' },
    only: { type: 'string' },
  },
});

const out = resolve(options.out);
const schemes = options.schemes.split(',');
const only = options.only?.split(',');
const missed: string[] = [];
await mkdir(out, { recursive: true });
const built = options.extension === undefined ? await buildExtension('chrome', 'https://localhost:3000/') : null;
const site = await serveSamples();
for (const language of LANGUAGES().filter((each) => options.languages.split(',').includes(each)))
  await shootIn(language);
await site.close();
await built?.remove();
for (const name of missed) process.stderr.write(`not reached: ${name}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;

function LANGUAGES() {
  return ['zh-CN', 'zh-TW', 'en-US'] as const;
}

async function shootIn(language: 'zh-CN' | 'zh-TW' | 'en-US'): Promise<void> {
  const chromium = await launchChromium({ extension: built?.folder ?? resolve(options.extension ?? ''), language });
  try {
    await whenListening(chromium);
    const page = await chromium.browser.newPage();
    const scene: Scene = { chromium, page, site, panel: null, language };
    for (const { name, reach } of STATES) {
      try {
        const shown = await within(15_000, reach(scene));
        if (only === undefined || only.includes(name)) await shoot(shown, `${language}-${name}`);
      } catch (error) {
        missed.push(`${language} ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await chromium.close();
  }
}

/** The window as a clerk has it, and for the panel the whole of its length. */
async function shoot(page: Page, name: string): Promise<void> {
  const before = page.viewport();
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await new Promise((done) => setTimeout(done, 150));
    await writeFile(join(out, `${name}-${scheme}.png`), await page.screenshot());
  }
  if (before === null || before.width > 400) return;
  const length = await page.evaluate(() => {
    const scroll = document.querySelector('.tab-body:not([hidden]) .scroll, #content > .scroll');
    return scroll === null ? 0 : scroll.scrollHeight - scroll.clientHeight;
  });
  if (length < 20) return;
  await page.setViewport({ ...before, height: Math.min(before.height + length, 6_000) });
  await new Promise((done) => setTimeout(done, 200));
  for (const scheme of schemes) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await new Promise((done) => setTimeout(done, 100));
    await writeFile(join(out, `${name}-${scheme}-whole.png`), await page.screenshot());
  }
  await page.setViewport(before);
}

/** A state that never comes is no reason to wait for ever. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, refuse) => setTimeout(() => refuse(new Error(`not within ${ms} ms`)), ms).unref()),
  ]);
}
