import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureOnClick } from '../e2e/lab/capture-on-click.ts';
import { saveDraft, waitForDraft } from '../setup/drive-panel.ts';
import { clickToolbar, sidePanelOf } from '../setup/launch.ts';
import type { LaunchedChromium } from './support/built-extension.ts';
import { newTab, openExtension, type OpenedExtension } from './support/open-extension.ts';
import { standInFor } from './support/stand-in-site.ts';

const SITES = join(import.meta.dirname, 'fixtures/sites');
const site = (name: string) => readFile(join(SITES, `${name}.html`), 'utf8');

const CLOSED_ROOT = `<!doctype html><title>工单</title><main><h1>滤网破损</h1><crm-ticket></crm-ticket></main><script>
  const root = document.querySelector('crm-ticket').attachShadow({ mode: 'closed' });
  const words = document.createElement('p'); words.textContent = '开箱发现滤网破损，要求换货。'; root.append(words);
</script>`;

const FRAME_OF_OTHERS = `<!doctype html><title>门户</title><main><h1>客户来信</h1><p>下面是来信。</p>
  <iframe src="https://letters.example/5" style="width:600px;height:300px"></iframe></main>`;
const LETTER = '<!doctype html><p>10 月 18 日买的净水器漏水，泡坏了地板，要求赔偿 3,200 元并检修，请三天内答复。</p>';

/** All that the general policy demands stands in it. */
const COMPLETE = `<!doctype html><title>邮箱</title><main data-mail data-message-id="&lt;full@huake.example&gt;">
  <h1 class="mail-subject">关于粉煤灰结块的投诉</h1>
  <div class="mail-from"><span class="name">王建国</span><span class="address">&lt;wang@huake.example&gt;</span></div>
  <time class="mail-date" datetime="2026-11-20T09:05:00+08:00">2026年11月20日 09:05</time>
  <pre class="mail-body">客户名称：华科混凝土有限公司
联系人：王建国
联系电话：138 0013 8000
产品名称：粉煤灰
批号：FA-20261112
订单号：DD-41126
数量：30 吨
问题描述：卸货时发现严重结块，无法使用。
要求：退货并赔偿。</pre></main>`;

let opened: OpenedExtension;
let chromium: LaunchedChromium;
let page: Page;
let stand: (pages: Record<string, string>) => void;

beforeAll(async () => {
  opened = await openExtension();
  ({ chromium } = opened);
  page = await newTab(chromium);
  stand = await standInFor(page);
});

afterAll(() => opened.close());

async function clip(url: string, pages: Record<string, string>) {
  stand(pages);
  await page.goto(url);
  return captureOnClick(chromium, page);
}

const bodyOf = (capture: Awaited<ReturnType<typeof clip>>) =>
  capture.blocks.flatMap(({ role, text }) => (role === 'body' ? [text] : [])).join('\n');

describe('a real click on pages of many kinds', () => {
  it('looks into closed shadow roots', async () => {
    const capture = await clip('https://crm.example/', { 'https://crm.example/': CLOSED_ROOT });
    expect(bodyOf(capture)).toBe('开箱发现滤网破损，要求换货。');
  });

  it('loads the reader library for a page that no recipe knows and that marks no content', async () => {
    const capture = await clip('https://forum.example/', { 'https://forum.example/': await site('unknown-forum') });
    expect(capture).toMatchObject({ readBy: { way: 'page' }, partsFrom: { body: 'article' } });
    expect(bodyOf(capture)).toContain('滤芯就长了霉');
    expect(bodyOf(capture)).not.toContain('广告合作');
  });

  it('clips nothing of a page on which a reply is written', async () => {
    const compose = `<!doctype html><title>Compose</title><body class="task-mail"><main><p>To: 王建国</p>
      <textarea id="composebody" style="width:400px;height:200px">On 2026-11-10 王建国 wrote: 粉煤灰结块</textarea></main>`;
    await expect(
      clip('https://mail.example/?_task=mail&_action=compose', { 'https://mail.example/': compose }),
    ).rejects.toThrow('replyPage');
  });

  it('says that a frame of another site was not given by the click', async () => {
    const capture = await clip('https://portal.example/', {
      'https://portal.example/': FRAME_OF_OTHERS,
      'https://letters.example/5': LETTER,
    });
    expect(capture.notFound).toContain('closedFrame');
    expect(bodyOf(capture)).toBe('下面是来信。');
  });

  it('says in the panel that the recipe is from public sources, and how to come to the whole text', async () => {
    const gmail = 'https://mail.google.com/mail/u/0/';
    await clip(`${gmail}#inbox/F`, { [gmail]: await site('gmail-thread') });
    const panel = await sidePanelOf(chromium);
    await panel.waitForFunction(() => document.querySelector('.source h1')?.textContent.includes('冷藏品'));
    expect(await panel.$eval('[data-source-way]', ({ textContent }) => textContent)).toContain('Gmail');
    expect(await panel.$('[data-source-trust="sourcesOnly"]')).not.toBeNull();
    expect(await panel.$('[data-source-check="partOfText"]')).not.toBeNull();
    expect(await panel.$eval('[data-action="whole-text"]', (link) => link.getAttribute('href'))).toContain('view=lg');
  });
});

describe('two clicks from an open mail to a saved complaint', () => {
  it('when nothing is missing: the toolbar, then save', async () => {
    let clicks = 0;
    stand({ 'https://mail.shop.example/': COMPLETE });
    await page.goto('https://mail.shop.example/');
    await clickToolbar(chromium, page);
    clicks += 1;
    const panel = await sidePanelOf(chromium);
    await panel.waitForFunction(() => document.querySelector('.source h1')?.textContent.includes('粉煤灰'));
    expect(await waitForDraft(panel)).toBe('draft');
    expect(await panel.$$eval('.field[data-state="missing"]', (fields) => fields.length)).toBe(0);
    // Whatever else were pressed in the panel or the page would be counted here.
    const count = (surface: Page) =>
      surface.evaluate(() => {
        const place = window as unknown as { clicks: number };
        place.clicks = 0;
        addEventListener('click', ({ isTrusted }) => (place.clicks += isTrusted ? 1 : 0), true);
        addEventListener('keydown', ({ isTrusted }) => (place.clicks += isTrusted ? 1 : 0), true);
      });
    const counted = (surface: Page) => surface.evaluate(() => (window as unknown as { clicks: number }).clicks);
    await count(page);
    await count(panel);
    const { id } = await saveDraft(panel);
    clicks += (await counted(page)) + (await counted(panel));
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(clicks).toBe(2);
  });
});
