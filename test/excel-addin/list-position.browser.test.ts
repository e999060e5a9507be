import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translate } from '../../core/wording/translate.ts';
import { ensureChromium } from '../setup/ensure-browser.mjs';
import { press } from '../setup/press.ts';
import { serveGallery } from './gallery/serve-gallery.ts';

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await puppeteer.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await gallery.close();
});

describe('a list that was looked away from', () => {
  it('stands open where it was left; another screen begins at its top', async () => {
    const page = await browser.newPage();
    await page.setViewport({ width: 320, height: 300 });
    await page.goto(gallery.page('today', 'zh-CN', 'light'));
    const word = (code: string) => translate('zh-CN', code);
    await (await page.waitForSelector('.tile.overdue'))?.click();
    await page.waitForSelector('.tile.overdue[aria-pressed=true]');
    await page.evaluate(() => window.scrollTo(0, 120));
    await page.waitForFunction(() => window.scrollY === 120);
    // The scrolling is told with the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    // As a line of the list opens it: without scrolling to the tabs first.
    await page.evaluate(
      (name) =>
        [...document.querySelectorAll('nav button')]
          .find(({ textContent }) => textContent.includes(name))
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
      word('complaint.nav'),
    );
    await page.waitForFunction(() => window.scrollY === 0);
    await press(page.mainFrame(), word('pane.nav.today'));
    await page.waitForSelector('.tile.overdue[aria-pressed=true]');
    await page.waitForFunction(() => window.scrollY === 120);
    expect(await page.$$('.urgent li')).not.toHaveLength(0);
  }, 60_000);
});
