import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSamples, type SampleSite } from '../samples/serve.ts';
import { openTab, saveDraft } from '../setup/drive-panel.ts';
import { pressAt, textOf, textsOf } from '../setup/press.ts';
import { clip, type LaunchedChromium } from './support/built-extension.ts';
import { openExtension, type OpenedExtension } from './support/open-extension.ts';

let opened: OpenedExtension;
let chromium: LaunchedChromium;
let site: SampleSite;
let page: Page;
let panel: Page;

beforeAll(async () => {
  site = await serveSamples();
  opened = await openExtension({ stored: { signature: { companyName: '青石粉煤灰', handler: '李青' } } });
  ({ chromium } = opened);
  page = await chromium.browser.newPage();
});

afterAll(async () => {
  await opened.close();
  await site.close();
});

async function clipMail(id: string): Promise<void> {
  await page.bringToFront();
  await page.goto(site.mailUrl(id), { waitUntil: 'load' });
  await page.waitForSelector('.mail-body, .mail-body-frame[data-shown]');
  panel = await clip(chromium, page);
}

const lit = () =>
  page.evaluate(() => [...((CSS.highlights.get('redress-words') as unknown as Range[] | undefined) ?? [])].join(''));
const outcomeOf = (selector: string) => panel.$eval(selector, (element) => element.getAttribute('data-outcome') ?? '');

async function until(check: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

describe('reviewing a draft', () => {
  it('lights quoted words up in the page, and puts the light out with Escape', async () => {
    await clipMail('sample-01-labelled-quality');
    await panel.waitForSelector('#field-customerName');
    await pressAt(panel, '[data-field="customerName"] [data-action="show-words"]');
    await until(async () => (await outcomeOf('.page-word')) === 'shown', 'the word that it is shown');
    expect(await lit()).toBe('绍兴宏途预拌混凝土有限公司');
    await panel.keyboard.press('Escape');
    await until(async () => (await lit()) === '', 'the light to go out');
    expect(await outcomeOf('.page-word')).toBe('');
  });

  it('says that another mail is shown by now', async () => {
    await page.evaluate(() => document.querySelector('main')?.replaceChildren('另一封'));
    await pressAt(panel, '[data-field="demand"] [data-action="show-words"]');
    await until(async () => (await outcomeOf('.page-word')) === 'otherMessage', 'the word that it is gone');
  });

  it('adds a field that nothing proposed, with the cursor in it', async () => {
    await panel.select('#add-field', 'region');
    await panel.waitForSelector('#field-region');
    await until(() => panel.evaluate(() => document.activeElement?.id === 'field-region'), 'the cursor');
    await panel.keyboard.type('绍兴');
  });

  it('saves with the keyboard', async () => {
    await panel.keyboard.down('Control');
    await panel.keyboard.press('Enter');
    await panel.keyboard.up('Control');
    await panel.waitForSelector('[data-view="saved"]', { timeout: 15_000 });
  });

  it('puts the reply above the quoted mail in the reply box, sends nothing, and notes it', async () => {
    await page.bringToFront();
    await page.reload({ waitUntil: 'load' });
    await pressAt(panel, '[data-action="insert-reply"]');
    await until(async () => (await outcomeOf('.reply-outcome')) === 'noBox', 'the word that no box is open');
    await page.waitForSelector('.reply-button');
    await page.click('.reply-button');
    await pressAt(panel, '[data-action="insert-reply"]');
    await until(async () => (await outcomeOf('.reply-outcome')) === 'inserted', 'the reply');
    const text = await page.$eval('.reply-box textarea', (box) => box.value);
    expect(text.startsWith('周文博：您好！')).toBe(true);
    expect(text.trimEnd().endsWith('青石粉煤灰 李青')).toBe(true);
    await panel.waitForSelector('[data-noted="true"]');
  });

  it('answers it later from the queue as well, and shows there what was read', async () => {
    await openTab(panel, 'queue');
    await pressAt(panel, '.queue-row [data-action="open-entry"]');
    await pressAt(panel, '[data-fold="words"] > summary');
    await panel.waitForSelector('.entry-words');
    expect(await textOf(panel, '.entry-words')).toContain('地铁项目');
    await page.bringToFront();
    await page.reload({ waitUntil: 'load' });
    await page.waitForSelector('.reply-button');
    await page.click('.reply-button');
    await pressAt(panel, '[data-fold="reply"] > summary');
    await pressAt(panel, '[data-fold="reply"] [data-action="insert-reply"]');
    await until(async () => (await outcomeOf('[data-fold="reply"] .reply-outcome')) === 'inserted', 'the reply');
    expect(await page.$eval('.reply-box textarea', (box) => box.value.startsWith('周文博：您好！'))).toBe(true);
    await panel.waitForSelector('[data-fold="reply"] [data-noted="true"]');
    await pressAt(panel, '.entry-history > summary');
    const noted = async () => (await textsOf(panel, '.entry-history li')).filter((line) => line.includes('您好！'));
    await until(async () => (await noted()).length === 2, 'both replies in the history');
  });

  it('shows the twin with its reasons, and links what is saved to it', async () => {
    await clipMail('sample-01-labelled-quality');
    await panel.waitForSelector('[data-notice="twin"]');
    const twin = await panel.$eval('[data-twin]', (element) => element.getAttribute('data-twin'));
    await pressAt(panel, '[data-action="link-twin"]');
    await panel.waitForSelector('[data-action="unlink-twin"]');
    const { id } = await saveDraft(panel);
    expect(id).not.toBe(twin);
    await pressAt(panel, '[data-action="to-queue"]');
    await panel.waitForSelector('[data-view="queue"]');
  });
});
