import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../core/policy/localized.ts';
import { ensureChromium } from '../setup/ensure-browser.mjs';
import { serveGallery } from './gallery/serve-gallery.ts';
import { galleryStates } from './gallery/states.ts';

let gallery: Awaited<ReturnType<typeof serveGallery>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await puppeteer.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
  page = await browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

/** What is wrong with the page as it stands: parts that stick out, controls without a name, ids that stand twice. */
function faults(): string[] {
  const found: string[] = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push(`${wide} px too wide`);
  for (const element of document.querySelectorAll<HTMLElement>('button, select, input, textarea, summary')) {
    const labels =
      element instanceof HTMLElement && 'labels' in element ? [...(element.labels as NodeListOf<HTMLElement>)] : [];
    const pointed = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
    const named = [...labels, ...pointed].map((label) => label?.textContent);
    const name = [element.getAttribute('aria-label'), element.textContent, ...named];
    const isSelect = element.tagName === 'SELECT' || element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
    const words = isSelect ? [name[0], ...name.slice(2)] : name;
    if (words.every((text) => (text ?? '').trim() === '')) found.push(`no name: ${element.outerHTML.slice(0, 120)}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  found.push(...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id twice: ${id}`));
  for (const text of document.querySelectorAll<HTMLElement>('.tab, .tile-word, .steps li, .button'))
    if (text.scrollWidth > text.clientWidth + 1) found.push(`cut: ${text.textContent}`);
  for (const text of document.querySelectorAll<HTMLElement>('span, p, h2, h3, dt, dd')) {
    const { width, height } = text.getBoundingClientRect();
    const size = Number.parseFloat(getComputedStyle(text).fontSize);
    if (text.children.length === 0 && width < 2 * size && height > 4 * size)
      found.push(`letter by letter: ${text.textContent}`);
  }
  return found;
}

/** The words of zh-TW are as long as those of zh-CN. */
const WIDTHS = LOCALES.filter((locale) => locale !== 'zh-TW');

describe.each(WIDTHS)('the pane in %s at 320 px', (locale) => {
  it.each(Object.keys(galleryStates(locale)))('%s: nothing sticks out, every control has a name', async (state) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(gallery.page(state, locale, 'light'));
    await page.waitForSelector('#pane > *', { timeout: 60_000 });
    expect(await page.evaluate(faults)).toEqual([]);
    expect(errors).toEqual([]);
    page.removeAllListeners('pageerror');
  });
});
