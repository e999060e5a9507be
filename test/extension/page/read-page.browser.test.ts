import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInRecipes } from '../../../extension/page/built-in-recipes.ts';
import type { PageReading } from '../../../extension/page/page-reading.ts';
import type { ReaderAnswer } from '../../../extension/page/reader-answer.ts';
import { ensureChromium } from '../../setup/ensure-browser.mjs';
import { buildExtension, servePages } from '../support/built-extension.ts';

const HIDDEN = `<main>
  <p>看得见的话</p>
  <p style="display:none">隐藏一</p>
  <p style="visibility:hidden">隐藏二<span style="visibility:visible">又看得见</span></p>
  <p style="opacity:0">隐藏三</p>
  <p style="font-size:0">隐藏四</p>
  <p style="font-size:1px">隐藏五</p>
  <p style="color:#fff">隐藏六：白底白字</p>
  <div style="background:#123456"><p style="color:#123456">隐藏七</p><p style="color:#fff">深底白字看得见</p></div>
  <p style="position:absolute;left:-9999px">隐藏八</p>
  <div style="height:0;overflow:hidden"><p>隐藏九</p></div>
  <p style="color:transparent">隐藏十</p>
  <span style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)">隐藏十一</span>
  <p class="rule">隐藏十二</p>
  <div style="max-height:40px;overflow:auto"><p>可以滚动看到</p><p>往下滚</p><p>也看得见</p></div>
  <style>.rule { display: none }</style>
</main>`;

const MAIL = (body: string) => `<main data-mail data-message-id="&lt;f@x&gt;"><h1 class="mail-subject">标题</h1>
  <div class="mail-from"><span class="name">甲</span><span class="address">&lt;a@b.example&gt;</span></div>
  <time class="mail-date" datetime="2026-11-20T09:05:00+08:00">周五</time>${body}</main>`;

const PAGES: Record<string, string> = {
  '/hidden': HIDDEN,
  '/frame': MAIL(
    `<iframe class="mail-body-frame" sandbox="allow-same-origin" srcdoc="<table><tr><td>批号</td><td>FA-1</td></tr></table><p>袋子破了。</p><blockquote>旧邮件</blockquote>"></iframe>`,
  ),
  '/shadow': `<crm-ticket></crm-ticket><script>
    const root = document.querySelector('crm-ticket').attachShadow({ mode: 'open' });
    const p = document.createElement('p'); p.textContent = '影子里的投诉'; root.append(p);</script>`,
  '/selection': '<main><p id="all">前文。滤网破损，要求换货。后文。</p></main>',
  '/css-table': `<main><div style="display:table"><div style="display:table-row"><div style="display:table-cell">批号</div><div style="display:table-cell">A1</div></div></div></main>`,
  '/inline-block':
    '<main><div>甲 wrote:<blockquote style="display:inline-block;border:none">乙</blockquote></div></main>',
  '/words': `<main><p style="margin:0">一</p><p style="margin:0">二</p><div style="white-space:pre-wrap">三
  四</div><span style="display:block">五</span></main>`,
};

let built: Awaited<ReturnType<typeof buildExtension>>;
let browser: Browser;
let page: Page;
let server: Server;
let address: string;
let reader: string;

beforeAll(async () => {
  ({ address, server } = await servePages(PAGES));
  built = await buildExtension('chrome', 'https://localhost:3000/');
  reader = await readFile(join(built.folder, 'page-reader.js'), 'utf8');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await puppeteer.launch({ executablePath: ensureChromium(), args });
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  server.close();
  await built.remove();
});

/** Runs the very reader that the click injects. */
async function read(path: string, prefersSelection = false): Promise<PageReading | null> {
  if (!page.url().endsWith(path)) await page.goto(`${address}${path}`);
  await page.evaluate(reader);
  const { reading, fault } = await page.evaluate(
    (request) =>
      (globalThis as unknown as { redressReadPage: (request: unknown) => ReaderAnswer }).redressReadPage(request),
    { recipes: builtInRecipes(), prefersSelection },
  );
  expect(fault).toBeNull();
  return reading;
}

const body = (reading: PageReading | null) =>
  reading?.blocks
    .filter(({ role }) => role === 'body')
    .map(({ text }) => text)
    .join('\n') ?? '';

describe('reading a page that is laid out', () => {
  it('leaves out every kind of hidden text, and nothing that can be seen', async () => {
    const text = body(await read('/hidden'));
    expect(text).not.toMatch(/隐藏/);
    for (const seen of ['看得见的话', '又看得见', '深底白字看得见', '也看得见']) expect(text).toContain(seen);
  });

  it('reads a mail whose body stands in a sandboxed frame', async () => {
    const reading = await read('/frame');
    expect(reading?.readBy).toMatchObject({ way: 'recipe', recipe: 'sample-webmail' });
    expect(reading?.blocks).toEqual([
      { role: 'subject', label: null, text: '标题' },
      { role: 'body', label: null, text: '批号\tFA-1\n\n袋子破了。' },
      { role: 'quoted', label: null, text: '旧邮件' },
    ]);
    expect(reading?.notFound).toEqual([]);
  });

  it('enters open shadow roots', async () => {
    expect(body(await read('/shadow'))).toBe('影子里的投诉');
  });

  it('parts the cells of a table made of styles', async () => {
    expect(body(await read('/css-table'))).toBe('批号\tA1');
  });

  it('puts a quotation on a line of its own even where it is shown as inline-block', async () => {
    expect(body(await read('/inline-block'))).toBe('甲 wrote:\n乙');
  });

  it('follows margins and white space as shown', async () => {
    expect(body(await read('/words'))).toBe('一\n二\n三\n  四\n五');
  });

  it('takes what is marked on a page that no recipe knows', async () => {
    await page.goto(`${address}/selection`);
    await page.evaluate(() => {
      const words = document.getElementById('all')?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 3, words, 12);
    });
    const reading = await read('/selection');
    expect(reading?.readBy).toEqual({ way: 'selection', recipe: null });
    expect(reading?.blocks).toEqual([{ role: 'selection', label: null, text: '滤网破损，要求换货' }]);
  });

  it('keeps the head of the message when the marked words are asked for', async () => {
    await page.goto(`${address}/frame`);
    await page.evaluate(() => {
      const heading = document.querySelector('h1');
      if (heading) getSelection()?.selectAllChildren(heading);
    });
    const reading = await read('/frame', true);
    expect(reading?.readBy).toMatchObject({ way: 'selection', recipe: 'sample-webmail' });
    expect(reading?.from).toEqual({ name: '甲', address: 'a@b.example' });
    expect(reading?.blocks.map(({ role }) => role)).toEqual(['subject', 'selection']);
  });
});
