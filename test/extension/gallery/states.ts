import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import type { SampleSite } from '../../samples/serve.ts';
import { openTab, saveDraft } from '../../setup/drive-panel.ts';
import { clickToolbar, sidePanelOf, type LaunchedChromium } from '../../setup/launch.ts';
import { pressAt } from '../../setup/press.ts';
import { servePages } from '../support/built-extension.ts';
import { crmPage, ONE } from '../teach/crm-pages.ts';

export interface Scene {
  chromium: LaunchedChromium;
  /** The tab with the mail. */
  page: Page;
  site: SampleSite;
  panel: Page | null;
  /** The panel in a tab of its own: before the first click there is no other. */
  empty?: Page;
  language: string;
}

interface State {
  name: string;
  reach: (scene: Scene) => Promise<Page>;
}

const MAILS = join(import.meta.dirname, '../../samples/mails');
const PANEL = { width: 360, height: 800, deviceScaleFactor: 2 };

async function clip(scene: Scene, url: string): Promise<Page> {
  await scene.page.bringToFront();
  await scene.page.goto(url, { waitUntil: 'load' });
  if (url.includes('/mail/')) await scene.page.waitForSelector('.mail-body, .mail-body-frame[data-shown]');
  return clickOn(scene);
}

async function clickOn(scene: Scene): Promise<Page> {
  await clickToolbar(scene.chromium, scene.page);
  const panel = await sidePanelOf(scene.chromium);
  await panel.setViewport(PANEL);
  scene.panel = panel;
  await new Promise((done) => setTimeout(done, 900));
  const take = await panel.$('[data-action="take-new"]');
  await take?.click();
  await new Promise((done) => setTimeout(done, 500));
  return panel;
}

async function draftOf(scene: Scene, mail: string): Promise<Page> {
  const panel = await clip(scene, scene.site.mailUrl(`sample-${mail}`));
  await panel.waitForSelector('.draft [data-action="save"]', { timeout: 10_000 });
  return panel;
}

function panelOf({ panel }: Scene): Page {
  if (panel === null) throw new Error('no panel yet');
  return panel;
}

async function fill(panel: Page, field: string, value: string): Promise<void> {
  await panel.$eval(
    `#field-${field}`,
    (input, text) => {
      (input as HTMLInputElement).value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    value,
  );
}

const unfold = (panel: Page, selector: string) =>
  panel.$$eval(selector, (folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** In the order in which they are reached; each begins where the one before ended. */
export const STATES: State[] = [
  {
    name: '01-empty',
    reach: async (scene) => {
      const { chromium } = scene;
      const page = await chromium.browser.newPage();
      await page.setViewport(PANEL);
      await page.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
      await page.waitForSelector('[data-view="empty"]');
      scene.empty = page;
      return page;
    },
  },
  {
    name: '02-refused',
    reach: async (scene) => {
      await scene.empty?.close();
      await scene.page.goto('chrome://version');
      const panel = await clickOn(scene);
      await panel.waitForSelector('[data-view="refused"]', { timeout: 10_000 });
      return panel;
    },
  },
  { name: '03-draft', reach: (scene) => draftOf(scene, '01-labelled-quality') },
  {
    name: '04-edited',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await fill(panel, 'batchNo', '');
      await panel.select('#add-field', 'region');
      await pause(300);
      await panel.focus('#field-batchNo');
      return panel;
    },
  },
  {
    name: '05-words-in-page',
    reach: async (scene) => {
      await pressAt(panelOf(scene), '[data-field="customerName"] [data-action="show-words"]');
      await pause(500);
      return scene.page;
    },
  },
  { name: '06-words-shown', reach: (scene) => Promise.resolve(panelOf(scene)) },
  {
    name: '07-new-clip',
    reach: async (scene) => {
      await scene.page.goto(scene.site.mailUrl('sample-02-prose-late-delivery'), { waitUntil: 'load' });
      await clickToolbar(scene.chromium, scene.page);
      await panelOf(scene).waitForSelector('[data-action="take-new"]');
      return panelOf(scene);
    },
  },
  {
    name: '08-words-gone',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '[data-action="stay"]');
      await pressAt(panel, '[data-field="customerName"] [data-action="show-words"]');
      await pause(600);
      return panel;
    },
  },
  {
    name: '09-urgent',
    reach: async (scene) => {
      const panel = await draftOf(scene, '02-prose-late-delivery');
      await fill(
        panel,
        'description',
        '贵司的货晚到三天，我们的生产线已经停工，工人受伤送医。再不处理我们就向12315投诉并找媒体曝光，法务已准备起诉。',
      );
      await pause(400);
      return panel;
    },
  },
  {
    name: '10-guidance-open',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await unfold(panel, '.guidance .fold');
      await panel.$eval('.guidance', (section) => section.scrollIntoView());
      return panel;
    },
  },
  {
    name: '11-questions',
    reach: async (scene) => {
      const panel = await draftOf(scene, '09-no-phone');
      await fill(panel, 'productName', '');
      await fill(panel, 'demand', '');
      await pause(300);
      await unfold(panel, '.questions .fold');
      await panel.$eval('.questions', (section) => section.scrollIntoView());
      return panel;
    },
  },
  {
    name: '12-saved-incomplete',
    reach: async (scene) => {
      await saveDraft(panelOf(scene));
      return panelOf(scene);
    },
  },
  { name: '13-not-complaint', reach: (scene) => draftOf(scene, '07-newsletter') },
  { name: '14-hostile', reach: (scene) => draftOf(scene, '06-hostile') },
  { name: '15-english-mail', reach: (scene) => draftOf(scene, '04-en-reply-short-weight') },
  {
    name: '16-saved-reply',
    reach: async (scene) => {
      const panel = await draftOf(scene, '01-labelled-quality');
      await saveDraft(panel);
      await panel.$eval('#saved-companyName', (input) => {
        (input as HTMLInputElement).value = '华科建材有限公司';
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await panel.$eval('#saved-handler', (input) => {
        (input as HTMLInputElement).value = '李青';
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await pause(300);
      return panel;
    },
  },
  {
    name: '17-reply-bad',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await panel.$eval('#saved-text', (input) => {
        (input as HTMLTextAreaElement).value = '您好，这不归我管，是生产部的错。我们一定赔您。';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await pressAt(panel, '[data-action="insert-reply"]');
      await pause(500);
      return panel;
    },
  },
  {
    name: '17a-reply-inserted',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '.reply .link');
      await scene.page.bringToFront();
      await scene.page.click('.reply-button');
      await pressAt(panel, '[data-action="insert-reply"]');
      await pause(700);
      return panel;
    },
  },
  { name: '17b-reply-box', reach: (scene) => Promise.resolve(scene.page) },
  {
    name: '18-twin',
    reach: async (scene) => {
      const panel = await draftOf(scene, '01-labelled-quality');
      await panel.waitForSelector('[data-notice="twin"]', { timeout: 10_000 });
      return panel;
    },
  },
  {
    name: '19-twin-linked',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '[data-action="link-twin"]');
      await pause(200);
      return panel;
    },
  },
  {
    name: '20-queue',
    reach: async (scene) => {
      await openTab(panelOf(scene), 'queue');
      await pause(500);
      return panelOf(scene);
    },
  },
  {
    name: '20-queue-figures',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '[data-fold="figures"] > summary');
      await panel.waitForSelector('.figures-tiles');
      return panel;
    },
  },
  {
    name: '20a-entry',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '.queue-row [data-action="open-entry"]');
      await panel.waitForSelector('[data-view="entry"]');
      for (const fold of ['reply', 'words']) await pressAt(panel, `[data-fold="${fold}"] > summary`);
      await pause(300);
      return panel;
    },
  },
  {
    name: '21-settings',
    reach: async (scene) => {
      await openTab(panelOf(scene), 'settings');
      await pause(300);
      return panelOf(scene);
    },
  },
  { name: '22-ticket', reach: (scene) => clip(scene, scene.site.ticketUrl('KS-2609')) },
  {
    name: '23-teach-hint',
    reach: async (scene) => {
      const { address, server } = await servePages({ '/crm/tickets/4711': crmPage(ONE, 'build one') });
      server.unref();
      const panel = await clip(scene, `${address}/crm/tickets/4711`);
      await panel.waitForSelector('[data-notice="teach-hint"]', { timeout: 10_000 });
      return panel;
    },
  },
  {
    name: '24-teach',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '[data-notice="teach-hint"] [data-action="teach"]');
      await panel.waitForSelector('[data-part="customerName"]');
      await pause(300);
      return panel;
    },
  },
  {
    name: '25-teach-picking',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '[data-part="customerName"] [data-action="point"]');
      await pause(500);
      return panel;
    },
  },
  {
    name: '26-teach-in-page',
    reach: async (scene) => {
      const { page } = scene;
      await page.bringToFront();
      const label = await middleOf(page, '客户名称');
      await page.mouse.move(...label);
      await pause(300);
      return page;
    },
  },
  {
    name: '27-teach-read',
    reach: async (scene) => {
      const { page } = scene;
      await page.mouse.click(...(await middleOf(page, '客户名称')));
      await panelOf(scene).waitForSelector('[data-part="customerName"] [data-read]');
      await pause(500);
      return panelOf(scene);
    },
  },
  {
    name: '28-taught',
    reach: async (scene) => {
      const panel = panelOf(scene);
      await pressAt(panel, '[data-action="save-taught"]');
      await pause(500);
      return panel;
    },
  },
  {
    name: '29-add-menu',
    reach: async (scene) => {
      const { chromium } = scene;
      const panel = await chromium.browser.newPage();
      await panel.setViewport(PANEL);
      await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
      await panel.waitForSelector('.ways-in [data-action="add"]');
      await panel.click('.ways-in [data-action="add"]');
      await panel.waitForSelector('.add-menu');
      scene.empty = panel;
      return panel;
    },
  },
  {
    name: '30-mail-list',
    reach: async (scene) => {
      const panel = ownOf(scene);
      await panel.keyboard.press('Escape');
      await choose(panel, 'mails', '05-html-table-gb18030.eml', '07-newsletter.eml', '03-zhtw-big5-packaging.eml');
      await panel.waitForSelector('.draft', { timeout: 15_000 });
      await pause(600);
      return panel;
    },
  },
  {
    name: '31-files',
    reach: async (scene) => {
      const panel = ownOf(scene);
      await panel.$eval('.files', (card) => card.scrollIntoView({ block: 'center' }));
      return panel;
    },
  },
  {
    name: '32-quick-form',
    reach: async (scene) => {
      const panel = ownOf(scene);
      await panel.click('.ways-in [data-action="add"]');
      await panel.click('.add-menu [data-way="phone"]');
      await pause(500);
      await (await panel.$('[data-action="take-new"]'))?.click();
      await panel.waitForSelector('#form-text');
      await panel.$eval('#form-text', (input) => (input as HTMLElement).focus());
      return panel;
    },
  },
  {
    name: '33-quick-form-filled',
    reach: async (scene) => {
      const panel = ownOf(scene);
      await panel.type(
        '#form-text',
        '杭州华科混凝土有限公司张伟，电话 13900001111。昨天到货的粉煤灰结块，批号 FA-20261112，约 20 吨，要求退货。',
      );
      await pause(600);
      return panel;
    },
  },
  { name: '34-options', reach: (scene) => optionsIn(scene, 1000) },
  { name: '35-options-narrow', reach: (scene) => optionsIn(scene, 360) },
];

function ownOf({ empty }: Scene): Page {
  if (empty === undefined) throw new Error('no panel of its own yet');
  return empty;
}

async function choose(panel: Page, chooser: 'mails' | 'files', ...names: string[]): Promise<void> {
  const input = (await panel.waitForSelector(`[data-chooser="${chooser}"]`)) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...names.map((name) => join(MAILS, name)));
}

/** The middle of the first element that says just this. */
async function middleOf(page: Page, words: string): Promise<[number, number]> {
  return page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('body *')].find((each) => each.textContent.trim() === wanted);
    if (found === undefined) throw new Error(`not in the page: ${wanted}`);
    found.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = found.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as [number, number];
  }, words);
}

/** The page scrolls as a whole: the window is made as long as it is. */
async function optionsIn({ chromium }: Scene, width: number): Promise<Page> {
  const page = await chromium.browser.newPage();
  await page.setViewport({ width, height: 900 });
  await page.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await page.waitForSelector('[data-section="blanks"]');
  await page.select('#choose-policy', 'general');
  await pause(400);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width, height: Math.min(height, 9_000) });
  return page;
}
