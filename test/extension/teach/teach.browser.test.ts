import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTab, readDraft, waitForDraft } from '../../setup/drive-panel.ts';
import {
  buildExtension,
  clip,
  launchChromium,
  servePages,
  whenListening,
  type LaunchedChromium,
} from '../support/built-extension.ts';
import { crmPage, ONE, OTHER, shadowPage } from './crm-pages.ts';

let built: Awaited<ReturnType<typeof buildExtension>>;
let chromium: LaunchedChromium;
let worker: WebWorker;
let server: Server;
let address: string;
let page: Page;
let panel: Page;
let folder: string;

beforeAll(async () => {
  ({ address, server } = await servePages({
    '/crm/tickets/4711': crmPage(ONE, 'build one'),
    '/crm/tickets/4712': crmPage(OTHER, 'build two'),
    '/crm/list':
      '<!doctype html><meta charset="utf-8"><title>列表</title><h1>全部记录</h1><p>这里只有工单的列表，没有投诉。</p>',
    '/shadow/case/1001': shadowPage(ONE),
    '/shadow/case/1002': shadowPage(OTHER),
  }));
  folder = await mkdtemp(join(tmpdir(), 'redress-teach-'));
  built = await buildExtension('chrome', 'https://localhost:3000/');
  chromium = await launchChromium({ extension: built.folder, downloads: folder });
  worker = await whenListening(chromium);
  page = await chromium.browser.newPage();
});

afterAll(async () => {
  await chromium.close();
  server.close();
  await built.remove();
  await rm(folder, { recursive: true, force: true });
});

async function until(check: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

const state = (part: string) => panel.$eval(`[data-part=${part}]`, (row) => row.getAttribute('data-state'));
const read = async (part: string) => {
  await panel.waitForSelector(`[data-part=${part}] [data-read]`);
  await until(
    async () => (await panel.$eval(`[data-part=${part}] [data-read]`, (each) => each.textContent)) !== '…',
    `the reader's word on ${part}`,
  );
  return panel.$eval(`[data-part=${part}] [data-read]`, (each) => each.textContent);
};
const overlays = () => page.$$eval('[data-redress=picker]', (all) => all.length);
const press = (selector: string) => panel.$eval(selector, (each) => (each as HTMLElement).click());

/** Asks for a part in the panel and waits until the page can be pointed at. */
async function ask(part: string): Promise<void> {
  await press(`[data-part=${part}] [data-action=point]`);
  await until(async () => (await overlays()) === 1, 'the overlay');
}

async function pointAt(part: string, x: number, y: number): Promise<string | null> {
  await ask(part);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  return read(part);
}

/** The middle of what a function finds in the page. */
async function middleOf(find: () => Element | null | undefined): Promise<[number, number]> {
  const handle = (await page.evaluateHandle(find)).asElement();
  if (handle === null) throw new Error('not in the page');
  const box = await handle.evaluate((each) => {
    (each as Element).scrollIntoView({ block: 'center' });
    const range = document.createRange();
    range.selectNodeContents(each);
    const inner = range.getBoundingClientRect();
    const outer = (each as Element).getBoundingClientRect();
    const { left, top, width, height } = inner.width > 0 ? inner : outer;
    return [left + width / 2, top + height / 2] as [number, number];
  });
  return box;
}

/** Clips a page, until its title stands over the draft; what was clipped before and is not saved makes way for it. */
async function clipHere(path: string, title: string): Promise<void> {
  await page.goto(`${address}${path}`);
  panel = await clip(chromium, page);
  await until(async () => {
    if ((await panel.$('[data-action=take-new]')) !== null) await press('[data-action=take-new]');
    const shown = await panel.$$eval('.source h1', (all) => all.map((each) => each.textContent).join());
    return shown === title;
  }, `the draft of ${title}`);
  await waitForDraft(panel);
}

const sourceWay = () => panel.$eval('[data-source-way]', (each) => each.getAttribute('data-source-way'));

describe('the manifest', () => {
  it('asks at install for no site, and for no more than the work needs', () => {
    expect([...(built.manifest['permissions'] as string[])].sort()).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'notifications',
      'scripting',
      'sidePanel',
      'storage',
    ]);
    expect(built.manifest['host_permissions']).toBeUndefined();
    expect(built.manifest['optional_host_permissions']).toEqual(['https://*/*', 'http://*/*']);
    expect(built.manifest['web_accessible_resources']).toBeUndefined();
  });

  it('has no site granted after installing', async () => {
    const { origins = [] } = await worker.evaluate(() => chrome.permissions.getAll());
    expect(origins.filter((origin) => !origin.startsWith('https://localhost:3000/'))).toEqual([]);
  });
});

describe('teaching a page', () => {
  it('is offered where the page was read in a general way', async () => {
    await clipHere('/crm/tickets/4711', '减水剂减水率不足 4711');
    expect(await sourceWay()).toBe('page');
    await panel.waitForSelector('[data-notice=teach-hint] [data-action=teach]');
    await press('[data-action=teach]');
    await panel.waitForSelector('[data-view=teach]');
  });

  it('takes a value that is clicked, with the label beside it', async () => {
    expect(await pointAt('customerName', ...(await middleOf(() => document.querySelector('dd'))))).toBe(ONE.customer);
    expect(await panel.$eval('[data-part=customerName] .note', (each) => each.textContent)).toContain('客户名称');
    expect(await overlays()).toBe(0);
  });

  it('takes a label that is clicked, and what an input holds', async () => {
    expect(await pointAt('contactPhone', ...(await middleOf(() => document.querySelector('label'))))).toBe(ONE.phone);
    expect(await pointAt('orderNo', ...(await middleOf(() => document.querySelector('th'))))).toBe(ONE.order);
    expect(await pointAt('productName', ...(await middleOf(() => [...document.querySelectorAll('td')].at(-1))))).toBe(
      ONE.product,
    );
    expect(
      await pointAt(
        'batchNo',
        ...(await middleOf(() => [...document.querySelectorAll('span')].find((each) => each.textContent === '批次'))),
      ),
    ).toBe(ONE.batch);
  });

  it('lets no click through to the page', async () => {
    await ask('demand');
    const [x, y] = await middleOf(() => document.querySelector('button'));
    await page.mouse.click(x, y);
    expect(await page.title()).toContain('工单');
    // A button is nothing to read: the page goes on waiting.
    expect(await overlays()).toBe(1);
    await press('[data-action=stop-pointing]');
    await until(async () => (await overlays()) === 0, 'the end of pointing');
    await page.mouse.click(x, y);
    expect(await page.title()).toBe('pressed');
  });

  it('ends with Escape, in the page and in the panel', async () => {
    for (const where of [page, panel]) {
      await ask('body');
      await where.bringToFront();
      await where.keyboard.press('Escape');
      await until(async () => (await overlays()) === 0, 'the overlay to go');
      await until(async () => (await state('body')) === 'open', 'the row to be open again');
    }
    await page.bringToFront();
  });

  it('is done by keys alone', async () => {
    await ask('subject');
    await page.bringToFront();
    const title = () => page.evaluate(() => document.querySelector('h1')?.getBoundingClientRect().top ?? 0);
    expect(await title()).toBeGreaterThanOrEqual(0);
    // The navigation's three words come first, then the heading.
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    expect(await read('subject')).toBe('减水剂减水率不足 4711');
    expect(await pointAt('body', ...(await middleOf(() => document.querySelector('p'))))).toBe(ONE.what);
  });

  it('is saved for the pages like this one', async () => {
    expect(await panel.$eval('#teach-pages ~ .address', (each) => each.textContent)).toBe(`${address}/crm/tickets/*`);
    await panel.$eval('#teach-name', (each) => ((each as HTMLInputElement).value = ''));
    await panel.type('#teach-name', '自建工单');
    await press('[data-action=save-taught]');
    await panel.waitForSelector('[data-notice=taught-saved]');
    const stored = await worker.evaluate(() => chrome.storage.local.get(null));
    const recipe = Object.entries(stored).find(([key]) => key.startsWith('taught-recipe:'))?.[1];
    expect(recipe).toMatchObject({ origin: address, page: '/crm/tickets/*', name: '自建工单' });
    for (const words of Object.values(ONE)) expect(JSON.stringify(recipe)).not.toContain(words);
  });

  it('reads the page by it at once, on request', async () => {
    await press('[data-action=read-again]');
    await until(async () => {
      if ((await panel.$('[data-action=take-new]')) !== null) await press('[data-action=take-new]');
      return (await sourceWay())?.startsWith('taught-') === true;
    }, 'the taught recipe');
  });
});

describe('a taught page', () => {
  it('is read by its recipe, in another build with other class names and for another record', async () => {
    await clipHere('/crm/tickets/4712', '减水剂减水率不足 4712');
    expect(await sourceWay()).toMatch(/^taught-/);
    const { fields } = await readDraft(panel);
    const value = (field: string) => fields.find((each) => each.field === field)?.value;
    expect(value('customerName')).toBe(OTHER.customer);
    expect(value('contactPhone')?.replace(/\D/g, '')).toBe('057187991234');
    expect(value('orderNo')).toBe(OTHER.order);
    expect(value('productName')).toBe(OTHER.product);
    expect(value('batchNo') ?? '').toBe('');
  });

  it('is not claimed where the site shows something else', async () => {
    await clipHere('/crm/list', '全部记录');
    expect(await sourceWay()).toBe('page');
  });

  it('works through shadow roots and frames', async () => {
    await clipHere('/shadow/case/1001', '个案 4711');
    await press('[data-action=teach]');
    await panel.waitForSelector('[data-view=teach]');
    const [x, y] = await middleOf(() =>
      document.querySelector('crm-record')?.shadowRoot?.querySelector('crm-field')?.shadowRoot?.querySelector('.v'),
    );
    expect(await pointAt('customerName', x, y)).toBe(ONE.customer);
    const frame = await page.$eval('#case-text', (each) => {
      const box = each.getBoundingClientRect();
      return [box.left + 60, box.top + 34] as const;
    });
    expect(await pointAt('body', ...frame)).toBe(ONE.what);
    await press('[data-action=save-taught]');
    await panel.waitForSelector('[data-notice=taught-saved]');
    await clipHere('/shadow/case/1002', '个案');
    expect(await sourceWay()).toMatch(/^taught-/);
    const { fields } = await readDraft(panel);
    expect(fields.find(({ field }) => field === 'customerName')?.value).toBe(OTHER.customer);
    expect(fields.find(({ field }) => field === 'description')?.value).toContain('漏了三桶');
  });
});

describe('the list of taught pages', () => {
  const names = () => panel.$$eval('[data-view=taught] .taught-name', (all) => all.map((each) => each.textContent));
  const notice = async () => {
    await panel.waitForSelector('[data-notice=taught]');
    return panel.$eval('[data-notice=taught]', (each) => each.textContent);
  };
  async function bring(name: string, text: string): Promise<void> {
    await writeFile(join(folder, name), text);
    const input = await panel.$('[data-action=import-taught]');
    await (input as unknown as { uploadFile(path: string): Promise<void> } | null)?.uploadFile(join(folder, name));
  }
  let exported = '';

  it('renames', async () => {
    await openTab(panel, 'settings');
    await until(async () => (await names()).length === 2, 'both recipes');
    await press('[data-taught] [data-action=rename-taught]');
    await panel.waitForSelector('.taught-rename input');
    await panel.$eval('.taught-rename input', (each) => each.select());
    await panel.type('.taught-rename input', '工单系统');
    await panel.keyboard.press('Enter');
    await until(async () => (await names()).includes('工单系统'), 'the new name');
  });

  it('exports to a file', async () => {
    await press('[data-action=export-taught]');
    await until(
      async () => (await readdir(folder)).some((name) => /^redress-recipes-.*\.json$/.test(name)),
      'the file',
    );
    const [name] = (await readdir(folder)).filter((each) => each.startsWith('redress-recipes-'));
    await until(
      async () => (exported = await readFile(join(folder, name ?? ''), 'utf8')).endsWith('}\n'),
      'the whole file',
    );
    expect(JSON.parse(exported)).toMatchObject({ format: 'redress-site-recipes', version: 1 });
    for (const words of Object.values(ONE)) expect(exported).not.toContain(words);
  });

  it('deletes, and takes it back', async () => {
    for (const left of [1, 0]) {
      await press('[data-taught] [data-action=remove-taught]');
      await until(async () => (await names()).length === left, 'one to go');
    }
    await press('[data-action=undo-taught]');
    await until(async () => (await names()).length === 1, 'the last one to come back');
    await press('[data-taught] [data-action=remove-taught]');
    await until(async () => (await names()).length === 0, 'it to go again');
  });

  it('imports, and reads by what it imported; twice adds nothing', async () => {
    await bring('recipes.json', exported);
    await until(async () => (await names()).length === 2, 'both to be back');
    await bring('recipes.json', exported);
    await until(async () => (await notice()).includes('已存在'), 'the word that they are here');
    expect(await names()).toHaveLength(2);
    await clipHere('/crm/tickets/4712', '减水剂减水率不足 4712');
    expect(await sourceWay()).toMatch(/^taught-/);
  });

  it('refuses a hostile file whole, and says why', async () => {
    await openTab(panel, 'settings');
    await until(async () => (await names()).length === 2, 'the list');
    const file = JSON.parse(exported) as { recipes: Record<string, unknown>[] };
    const evil = {
      ...file.recipes[0],
      id: 'taught-evil',
      name: '<img src=x onerror=alert(1)>',
      origin: 'javascript:alert(1)',
    };
    await bring('evil.json', JSON.stringify({ ...file, recipes: [file.recipes[1], evil] }));
    await until(async () => (await notice()).includes('http'), 'the reason');
    await bring('script.json', '<script>alert(1)</script>');
    await until(async () => (await notice()).includes('JSON'), 'the reason');
    expect(await names()).toHaveLength(2);
  });

  it('keeps working beside a stored recipe that is damaged, and says so', async () => {
    await worker.evaluate(() => chrome.storage.local.set({ 'taught-recipe:x': { selector: ':has(' } }));
    await panel.waitForSelector('[data-view=taught] .notice-warn');
    await clipHere('/crm/tickets/4711', '减水剂减水率不足 4711');
    expect(await sourceWay()).toMatch(/^taught-/);
    await worker.evaluate(() => chrome.storage.local.remove('taught-recipe:x'));
  });
});

describe('sites', () => {
  it('are asked for one by one, within the click, and are not taken for granted when refused', async () => {
    await openTab(panel, 'settings');
    await panel.waitForSelector('[data-action=allow-site]');
    await panel.evaluate(() => {
      const asked: unknown[] = [];
      Object.assign(globalThis, { asked });
      chrome.permissions.request = (wanted: unknown) => {
        asked.push([wanted, navigator.userActivation.isActive]);
        return Promise.resolve(false);
      };
    });
    await panel.click('[data-action=allow-site]');
    await panel.waitForSelector('[data-notice=site].notice-warn');
    expect(await panel.evaluate(() => (globalThis as unknown as { asked: unknown }).asked)).toEqual([
      [{ origins: [`${address}/*`] }, true],
    ]);
    expect(await panel.$eval('[data-action=allow-site]', (each) => (each as HTMLInputElement).checked)).toBe(false);
  });
});
