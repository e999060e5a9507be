import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SiteRecipe } from '../../../core/capture/site-recipe.ts';
import { builtInRecipes } from '../../../extension/page/built-in-recipes.ts';
import type { PageHelper } from '../../../extension/entrypoints/page-helper.ts';
import { ensureChromium } from '../../setup/ensure-browser.mjs';
import { buildExtension, servePages } from '../support/built-extension.ts';

const LONG = '第一段说的是破损。'.repeat(6);
const PAGES: Record<string, string> = {
  '/twice': `<ul><li>联系人：王敏 点开看邮件</li></ul><main><p id="first">我方联系人：王敏，电话在下。</p>
    <div style="height:3000px"></div><p id="second">贵司业务员王敏也知道此事。</p></main>`,
  '/broken': `<main><p id="at">型号 <b>KF-</b>\n  35GW&nbsp;&nbsp;的<br>空调</p></main>`,
  '/frame': `<iframe id="f" style="width:500px;height:200px" srcdoc="<div style='height:900px'></div><p>批号 FA-7 结块</p>"></iframe>`,
  '/shadow': `<crm-ticket></crm-ticket><script>
    const root = document.querySelector('crm-ticket').attachShadow({ mode: 'open' });
    const p = document.createElement('p'); p.textContent = '影子里的投诉'; root.append(p);</script>`,
  '/hidden': '<main><p style="display:none">批号 A1</p><p id="seen">批号 A1</p></main>',
  '/long': `<main><p>${LONG}</p><button>展开</button><p>中间<span style="display:none">看不见</span></p><p>最后一段要求全部退货并赔偿停工损失。</p></main>`,
  '/field':
    '<form><input id="customer" value="华科混凝土有限公司"><input type="password" value="秘密口令一二三"></form>',
  '/textarea':
    '<textarea id="composebody" style="width:400px;height:200px">\n\n-------- 原邮件 --------\n> 破了</textarea>',
  '/editor':
    '<div id="box" role="textbox" g_editable="true" contenteditable="true" style="width:400px;height:200px"><blockquote>原邮件</blockquote></div>',
  '/editor-frame': `<iframe id="composebody_ifr" style="width:400px;height:200px" srcdoc="<body contenteditable='true'><p>原邮件</p></body>"></iframe>`,
  '/no-box': '<main><p>没有回复框</p><textarea style="width:300px;height:90px">搜索</textarea></main>',
};

let built: Awaited<ReturnType<typeof buildExtension>>;
let browser: Browser;
let page: Page;
let server: Server;
let address: string;
let helper: string;

beforeAll(async () => {
  ({ address, server } = await servePages(PAGES));
  built = await buildExtension('chrome', 'https://localhost:3000/');
  helper = await readFile(join(built.folder, 'page-helper.js'), 'utf8');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await puppeteer.launch({ executablePath: ensureChromium(), args });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  server.close();
  await built.remove();
});

async function open(path: string): Promise<void> {
  await page.goto(`${address}${path}`);
  await page.evaluate(helper);
}

type Helped = { redressHelper: PageHelper };
const AROUND = { before: '', after: '', near: '' };

const find = (words: string, around: Partial<typeof AROUND> = {}) =>
  page.evaluate((wanted) => (globalThis as unknown as Helped).redressHelper.find(wanted), {
    ...AROUND,
    ...around,
    words,
  });

/** Shows what was found and gives back which words are lit, and inside which element. */
async function lit(): Promise<{ words: string; inside: string | null; inView: boolean }> {
  return page.evaluate(() => {
    (globalThis as unknown as Helped).redressHelper.show();
    const views = [window, ...[...document.querySelectorAll('iframe')].map(({ contentWindow }) => contentWindow)];
    const ranges = views.flatMap((view) => [
      ...((view as (Window & typeof globalThis) | null)?.CSS.highlights.get('redress-words') ?? []),
    ]) as Range[];
    const holder = ranges[0]?.startContainer.parentElement ?? null;
    const box = ranges[0]?.getBoundingClientRect();
    const height = holder?.ownerDocument.defaultView?.innerHeight ?? 0;
    return {
      words: ranges.join(''),
      inside: holder?.id ?? null,
      inView: box !== undefined && box.top >= 0 && box.bottom <= height,
    };
  });
}

describe('words in the page', () => {
  it('are told from the same words elsewhere by what stands around them, and brought into view', async () => {
    await open('/twice');
    await find('王敏', { before: '贵司业务员', after: '也知道此事' });
    expect(await lit()).toEqual({ words: '王敏', inside: 'second', inView: true });
    await find('王敏', { before: '我方联系人：', after: '，电话' });
    expect(await lit()).toEqual({ words: '王敏', inside: 'first', inView: true });
  });

  it('are the ones nearest to the message where nothing around them tells', async () => {
    await open('/twice');
    await find('王敏', { near: '也知道此事' });
    expect((await lit()).inside).toBe('second');
  });

  it('are found over line breaks, tags and hard spaces', async () => {
    await open('/broken');
    await find('型号 KF-35GW 的\n空调');
    expect((await lit()).words.replace(/\s/gu, '')).toBe('型号KF-35GW的空调');
  });

  it('are found in frames and open shadow roots', async () => {
    await open('/frame');
    await find('FA-7');
    expect(await lit()).toMatchObject({ words: 'FA-7', inView: true });
    await open('/shadow');
    await find('里的投诉');
    expect((await lit()).words).toBe('里的投诉');
  });

  it('are those that can be seen', async () => {
    await open('/hidden');
    await find('A1');
    expect((await lit()).inside).toBe('seen');
  });

  it('are found by beginning and end where the page breaks their middle', async () => {
    await open('/long');
    await find(`${LONG}\n展开更多内容\n最后一段要求全部退货并赔偿停工损失。`);
    const { words } = await lit();
    expect(words.startsWith('第一段说的是破损。')).toBe(true);
    expect(words.endsWith('停工损失。')).toBe(true);
  });

  it('are looked for in fields of a form, never in a password', async () => {
    await open('/field');
    expect(await find('华科混凝土')).toEqual({ likeness: 0, showsMessage: true });
    await lit();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('customer');
    expect((await find('秘密口令'))?.likeness).toBeNull();
  });

  it('that are gone are said to be gone, and whether the message is still there', async () => {
    await open('/twice');
    expect(await find('退款', { near: '也知道此事' })).toEqual({ likeness: null, showsMessage: true });
    expect(await find('退款', { near: '别的邮件' })).toEqual({ likeness: null, showsMessage: false });
  });

  it('leave the page as it is, and go out with Escape', async () => {
    await open('/twice');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await find('王敏');
    expect((await lit()).words).toBe('王敏');
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => CSS.highlights.has('redress-words'))).toBe(false);
  });
});

const TEXT = '王敏：您好！\n<b>已受理</b>，编号 {1}。\n\n华科';
/** Recipes as if this page stood on their hosts. */
const recipes = (): SiteRecipe[] =>
  builtInRecipes().map(
    (recipe) => Object.fromEntries(Object.entries(recipe).filter(([key]) => key !== 'hosts')) as SiteRecipe,
  );
const insert = () =>
  page.evaluate((known, text) => (globalThis as unknown as Helped).redressHelper.insert(known, text), recipes(), TEXT);

describe('a reply', () => {
  it('goes above the quoted mail in a text box, with the events of typing', async () => {
    await open('/textarea');
    await page.evaluate(() => {
      (globalThis as { heard?: number }).heard = 0;
      document.addEventListener('input', () => ((globalThis as { heard?: number }).heard ??= 0));
      document.querySelector('textarea')?.addEventListener('input', () => {
        (globalThis as { heard?: number }).heard = 1;
      });
    });
    expect(await insert()).toBe('inserted');
    const value = await page.$eval('textarea', (box) => box.value);
    expect(value.startsWith(`${TEXT}\n\n`)).toBe(true);
    expect(value.trimEnd().endsWith('> 破了')).toBe(true);
    expect(await page.evaluate(() => (globalThis as { heard?: number }).heard)).toBe(1);
  });

  it('goes into an editor as plain text, never as markup', async () => {
    await open('/editor');
    expect(await insert()).toBe('inserted');
    const { text, bold } = await page.$eval('#box', (box) => ({
      text: (box as HTMLElement).innerText,
      bold: box.querySelector('b') !== null,
    }));
    expect(bold).toBe(false);
    expect(text.replace(/\n+/gu, '\n').startsWith('王敏：您好！\n<b>已受理</b>，编号 {1}。\n华科\n')).toBe(true);
    expect(text.trimEnd().endsWith('原邮件')).toBe(true);
  });

  it('goes into the frame of an editor', async () => {
    await open('/editor-frame');
    expect(await insert()).toBe('inserted');
    const text = await page.$eval('iframe', (frame) => frame.contentDocument?.body.innerText ?? '');
    expect(text.startsWith('王敏：您好！')).toBe(true);
  });

  it('is refused where no reply box is open, and other boxes stay as they are', async () => {
    await open('/no-box');
    expect(await insert()).toBe('noBox');
    expect(await page.$eval('textarea', (box) => box.value)).toBe('搜索');
  });

  it('is put into a box of a site that names its hosts on these hosts only', async () => {
    await open('/editor');
    const outcome = await page.evaluate(
      (known, text) => (globalThis as unknown as Helped).redressHelper.insert(known, text),
      builtInRecipes(),
      TEXT,
    );
    expect(outcome).toBe('noBox');
  });
});
