import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInRecipes } from '../../../extension/page/built-in-recipes.ts';
import type { PageReading } from '../../../extension/page/page-reading.ts';
import type { ReaderAnswer } from '../../../extension/page/reader-answer.ts';
import { ensureChromium } from '../../setup/ensure-browser.mjs';
import { buildExtension } from '../support/built-extension.ts';
import { checkExample } from '../support/check-example.ts';
import { standInFor } from '../support/stand-in-site.ts';

const SITES = join(import.meta.dirname, '../fixtures/sites');
const recipes = builtInRecipes();

let built: Awaited<ReturnType<typeof buildExtension>>;
let browser: Browser;
let page: Page;
let stand: (pages: Record<string, string>) => void;
let reader: string;
let articleReader: string;

beforeAll(async () => {
  built = await buildExtension('chrome', 'https://localhost:3000/');
  reader = await readFile(join(built.folder, 'page-reader.js'), 'utf8');
  articleReader = await readFile(join(built.folder, 'article-reader.js'), 'utf8');
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await puppeteer.launch({ executablePath: ensureChromium(), args });
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  stand = await standInFor(page);
});

afterAll(async () => {
  await browser.close();
  await built.remove();
});

const site = (name: string) => readFile(join(SITES, `${name}.html`), 'utf8');

async function open(url: string, pages: Record<string, string>): Promise<void> {
  stand(pages);
  await page.goto('about:blank');
  await page.goto(url);
}

/** Runs the very reader that the click injects. */
async function read({ prefersSelection = false, withArticle = false } = {}): Promise<PageReading | null> {
  await page.evaluate(reader);
  if (withArticle) await page.evaluate(articleReader);
  const { reading, fault } = await page.evaluate(
    (request) =>
      (globalThis as unknown as { redressReadPage: (request: unknown) => ReaderAnswer }).redressReadPage(request),
    { recipes, prefersSelection },
  );
  expect(fault).toBeNull();
  return reading;
}

const words = (reading: PageReading | null, ...roles: string[]) =>
  reading?.blocks
    .filter(({ role }) => roles.includes(role))
    .map(({ text }) => text)
    .join('\n') ?? '';

const examples = recipes.flatMap((recipe) => recipe.examples.map((example) => ({ recipe, example })));

describe('the recipes’ own examples, in a browser at their sites’ addresses', () => {
  it.each(examples)('$recipe.id: $example.name', async ({ recipe, example }) => {
    const { origin, pathname } = new URL(example.url);
    const html = `<!doctype html><title>x</title><body class="${example.bodyClass ?? ''}">${example.html}</body>`;
    await open(example.url, { [`${origin}${pathname}`]: html });
    checkExample(await read(), recipe, example);
  });
});

const GMAIL = 'https://mail.google.com/mail/u/0/';
const OUTLOOK = 'https://outlook.office.com/mail/inbox/id/AAQkADk1%3D';

describe('pages as the sites build them', () => {
  it('Gmail: the opened message of a thread, the rest as context, a cut text with the way to all of it', async () => {
    await open(`${GMAIL}#inbox/FMfcgzQ`, { [GMAIL]: await site('gmail-thread') });
    const reading = await read();
    expect(reading).toMatchObject({
      readBy: { way: 'recipe', recipe: 'gmail', name: 'Gmail', run: 'sourcesOnly' },
      from: { name: '陈小雨', address: 'chen@home.example' },
      to: [{ name: '客服小周', address: 'kefu@shop.example' }],
      identity: '18c1a2b3c4d5e6f2',
      sentAtText: '2026年11月20日 09:05',
      attachments: ['照片1.jpg'],
      notFound: [],
      doubts: ['partOfText'],
      wholeTextUrl: 'https://mail.google.com/mail/u/0/?ui=2&view=lg&permmsgid=msg-f:12',
    });
    expect(words(reading, 'subject')).toBe('冷藏品到货已化冻 😡');
    expect(words(reading, 'body')).toBe('订单 LC-2211 的冷藏品收到时已全部化冻，要求退款。');
    expect(words(reading, 'signature')).toContain('陈小雨');
    expect(reading?.blocks.at(-1)).toEqual({
      role: 'quoted',
      label: '客服小周 · kefu@shop.example · 2026年11月19日 18:00',
      text: '您的订单已发出。',
    });
    expect(JSON.stringify(reading)).not.toMatch(/旧的会话|旧会话|另一封|ignore all/);
  });

  it('Gmail: of two open messages the one in which words are marked', async () => {
    await open(`${GMAIL}#inbox/FMfcgzQ`, { [GMAIL]: await site('gmail-thread') });
    await page.evaluate(() => {
      const first = document.querySelectorAll('.nH .a3s')[0];
      if (first) getSelection()?.selectAllChildren(first);
    });
    expect((await read())?.from?.name).toBe('客服小周');
  });

  it('Outlook: no marked message, a signature and an older mail with its prefix, a reply being written', async () => {
    await open(OUTLOOK, { 'https://outlook.office.com/mail/inbox/id/AAQkADk1%3D': await site('outlook-thread') });
    const reading = await read();
    expect(reading).toMatchObject({
      readBy: { recipe: 'outlook-web' },
      from: { name: '赵强', address: 'zhao.qiang@buyer.example' },
      to: [{ name: '王芳', address: null }],
      identity: OUTLOOK,
      sentAtText: '2026/11/20 周五 9:05',
      notFound: [],
    });
    expect(words(reading, 'subject')).toBe('投诉：发票金额多开（11月）');
    expect(words(reading, 'body')).toBe('11月发票 FP-3317 多开 1,200 元，要求重开。');
    expect(words(reading, 'signature')).toBe('赵强 采购部');
    expect(words(reading, 'quoted')).toContain('请先核对。');
    expect(JSON.stringify(reading)).not.toContain('写到一半');
  });

  it('QQ, old page: the message stands in a frame, another frame is hidden', async () => {
    await open('https://mail.qq.com/cgi-bin/frame_html?sid=SECRET', {
      'https://mail.qq.com/cgi-bin/frame_html': await site('qq-frame'),
      'https://mail.qq.com/cgi-bin/readmail': await site('qq-readmail'),
      'https://mail.qq.com/cgi-bin/old': (await site('qq-readmail')).replaceAll('货不对板', '旧的一封'),
    });
    const reading = await read();
    expect(reading).toMatchObject({
      readBy: { recipe: 'qq-mail-old' },
      from: { name: '胡先生', address: 'hu@trade.example' },
      identity: 'https://mail.qq.com/cgi-bin/readmail?mailid=ZC1208-abc',
      sentAtText: '2026年11月20日 09:05 (星期五)',
      attachments: ['装箱单.pdf'],
    });
    expect(words(reading, 'subject')).toBe('货不对板，要求退货');
    expect(JSON.stringify(reading)).not.toMatch(/SECRET|旧的一封/);
  });

  it('Exmail: the same frames at another host', async () => {
    await open('https://exmail.qq.com/cgi-bin/frame_html', {
      'https://exmail.qq.com/cgi-bin/frame_html': await site('qq-frame'),
      'https://exmail.qq.com/cgi-bin/readmail': await site('qq-readmail'),
    });
    expect((await read())?.readBy).toMatchObject({ recipe: 'tencent-exmail' });
  });

  it('NetEase: of several open mails the one in front, its body in a frame', async () => {
    const address = 'https://mail.163.com/js6/main.jsp';
    const hash = '#module=read.ReadModule%7C%7B%22id%22%3A%22110%22%7D';
    await open(`${address}?sid=SECRET${hash}`, { [address]: await site('netease-tabs') });
    const reading = await read();
    expect(reading).toMatchObject({
      readBy: { recipe: 'netease-mail' },
      from: { name: '高工', address: 'gao@pump.example' },
      identity: `${address}${hash}`,
      sentAtText: '2026年11月20日 09:05 (星期五)',
    });
    expect(words(reading, 'subject')).toBe('水泵运行两天就漏水');
    expect(words(reading, 'body')).toBe('水泵 TG-7.5 运行两天法兰漏水，时间：很急，要求派人检修。');
    expect(words(reading, 'quoted')).toContain('已发货');
    expect(JSON.stringify(reading)).not.toMatch(/前一封|前人/);
  });

  it('Salesforce: values in shadow roots inside shadow roots, another case in a hidden tab', async () => {
    const address = 'https://acme.lightning.force.com/lightning/r/Case/500Hs00001AbCdE/view';
    await open(address, { [address]: await site('salesforce-console') });
    const reading = await read();
    expect(reading).toMatchObject({
      readBy: { recipe: 'salesforce-lightning' },
      from: { name: '孙主管', address: 'sun@ware.example' },
      identity: 'https://acme.lightning.force.com/lightning/r/Case/500Hs00001AbCdE',
      sentAtText: '2026-11-20 09:05',
    });
    expect(words(reading, 'subject')).toBe('叉车三天坏两次');
    expect(words(reading, 'body')).toBe('叉车 FD30 三天内坏了两次，要求更换。');
    expect(words(reading, 'quoted')).toBe('客服：已安排工程师。');
    expect(reading?.blocks).toContainEqual({ role: 'field', label: '网页电话', text: '138 0013 8000' });
    expect(JSON.stringify(reading)).not.toContain('别的个案');
  });

  it('Zendesk: of two open tickets the one in front, the first comment as the complaint', async () => {
    const address = 'https://acme.zendesk.com/agent/tickets/4471';
    await open(address, { [address]: await site('zendesk-tabs') });
    const reading = await read();
    expect(words(reading, 'subject')).toBe('Wrong size delivered');
    expect(words(reading, 'body')).toContain('order 100-4471');
    expect(words(reading, 'quoted')).toBe('We are looking into it.');
    expect(reading?.sentAt).toBe('2026-11-20T09:05:00+08:00');
    expect(JSON.stringify(reading)).not.toContain('Another');
  });

  it('Dynamics 365: values that stand in inputs and choices', async () => {
    const address = 'https://acme.crm5.dynamics.cn/main.aspx';
    await open(`${address}?appid=1&pagetype=entityrecord&etn=incident&id=7d2a`, {
      [address]: await site('dynamics-case'),
    });
    const reading = await read();
    expect(words(reading, 'subject')).toBe('空压机噪声超标');
    expect(words(reading, 'body')).toBe('实测 92 dB，\n合同写明不超过 80 dB，要求整改。');
    expect(reading?.blocks).toContainEqual({ role: 'field', label: '来源', text: '电子邮件' });
    expect(reading?.identity).toBe(`${address}?etn=incident&id=7d2a`);
    expect(words(reading, 'quoted')).toContain('已受理');
  });
});

describe('a site that has changed', () => {
  const gmail = async (change: (html: string) => string) =>
    open(`${GMAIL}#inbox/FMfcgzQ`, { [GMAIL]: change(await site('gmail-thread')) });

  it('keeps the head and takes the text from general reading when the text is not found', async () => {
    await gmail((html) => html.replaceAll('a3s', 'q7z'));
    const reading = await read();
    expect(reading).toMatchObject({
      readBy: { way: 'recipe', recipe: 'gmail' },
      from: { address: 'chen@home.example' },
      partsFrom: { subject: 'recipe', from: 'recipe', body: 'page' },
    });
    expect(words(reading, 'body')).toContain('要求退款');
  });

  it('takes the text from what the user marked, before general reading', async () => {
    await gmail((html) => html.replaceAll('a3s', 'q7z'));
    await page.evaluate(() => {
      const words_ = [...document.querySelectorAll('p')].find(({ textContent }) => textContent.includes('LC-2211'));
      if (words_) getSelection()?.selectAllChildren(words_);
    });
    const reading = await read();
    expect(reading).toMatchObject({
      readBy: { way: 'selection', recipe: 'gmail' },
      from: { address: 'chen@home.example' },
      partsFrom: { subject: 'recipe', body: 'selection' },
    });
    expect(words(reading, 'selection')).toBe('订单 LC-2211 的冷藏品收到时已全部化冻，要求退款。');
  });

  it('names the part that was not found', async () => {
    await gmail((html) => html.replaceAll('class="g3"', 'class="zz"'));
    expect((await read())?.notFound).toEqual(['sentAt']);
  });

  it('takes a subject that the recipe missed from the page’s heading, and says so', async () => {
    await gmail((html) => html.replaceAll('h2 class="hP"', 'h1 class="zz"').replaceAll('</h2>', '</h1>'));
    const reading = await read();
    expect(words(reading, 'subject')).toContain('冷藏品到货已化冻');
    expect(reading?.partsFrom).toMatchObject({ subject: 'page', body: 'recipe' });
  });

  it('says that the site has a recipe and that it found no open message', async () => {
    await gmail((html) => html.replaceAll('adn ads', 'x1 x2'));
    const reading = await read();
    expect(reading?.readBy).toMatchObject({ way: 'page', recipe: null, name: 'Gmail' });
    expect(reading?.doubts).toContain('recipeDidNotFit');
  });

  it('never gives an empty clip that looks full', async () => {
    await gmail((html) =>
      html
        .replace(/<div class="a3s aiL"><div><p>订单[\s\S]*?<\/div><\/div>\n/, '<div class="a3s aiL">好的</div></div>\n')
        .replace('</tbody>', `</tbody></table><p>${'列表里的许多字。'.repeat(100)}</p><table>`),
    );
    const reading = await read();
    expect(words(reading, 'body')).toBe('好的');
    expect(reading?.doubts).toContain('shortBody');
  });
});

describe('a hostile page', () => {
  it('cannot stop or mislead the reader by naming its controls and pictures like the DOM', async () => {
    await open('https://mail.shop.example/', { 'https://mail.shop.example/': await site('clobbering') });
    const reading = await read();
    expect(reading).toMatchObject({ readBy: { recipe: 'sample-webmail' }, identity: '<c@x>' });
    expect(words(reading, 'body')).toContain('袋子破了，要求换货。');
    expect(words(reading, 'body')).toContain('批号\tFA-1');
    expect(reading?.url).toBe('https://mail.shop.example/');
  });

  it('is not taken for a site whose host it does not have', async () => {
    await open('https://evil.example/', { 'https://evil.example/': await site('gmail-thread') });
    expect((await read())?.readBy).toMatchObject({ way: 'page', recipe: null });
  });
});

describe('general reading with the reader library', () => {
  const FORUM = 'https://forum.example/';
  const CRM = 'https://crm.example/';

  it('leaves menus and lists of links out where the page marks no content', async () => {
    await open(FORUM, { [FORUM]: await site('unknown-forum') });
    expect(words(await read(), 'body')).toContain('广告合作');
    const reading = await read({ withArticle: true });
    expect(words(reading, 'body')).toContain('滤芯就长了霉');
    expect(words(reading, 'body')).toContain('订单号：JS20261018-77');
    expect(words(reading, 'body')).not.toMatch(/广告合作|热门|登录/);
  });

  it('falls back to the whole page where the library finds no article, and loses no field', async () => {
    await open(CRM, { [CRM]: await site('unknown-crm') });
    const text = words(await read({ withArticle: true }), 'body');
    for (const field of ['客户名称\t林小姐', '订单号\tDD-41126', '开箱发现滤网破损']) expect(text).toContain(field);
  });
});
