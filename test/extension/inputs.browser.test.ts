import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveSamples, type SampleSite } from '../samples/serve.ts';
import { textOf, textsOf } from '../setup/press.ts';
import { clip, type LaunchedChromium } from './support/built-extension.ts';
import { openExtension, type OpenedExtension } from './support/open-extension.ts';

const MAILS = join(import.meta.dirname, '../samples/mails');
/** Where pictures of the panel go, for whoever wants to look: `PICTURES=DIR npx vitest …`. */
const PICTURES = process.env['PICTURES'];

let opened: OpenedExtension;
let chromium: LaunchedChromium;
let site: SampleSite;
let page: Page;
let panel: Page;
let downloads: string;

beforeAll(async () => {
  site = await serveSamples();
  downloads = await mkdtemp(join(tmpdir(), 'redress-downloads-'));
  const settings = { schemaVersion: 1, locale: 'zh-CN', zone: 'Asia/Shanghai', policyId: 'general', company: null };
  opened = await openExtension({ downloads, stored: { settings } });
  ({ chromium } = opened);
  page = await chromium.browser.newPage();
});

afterAll(async () => {
  await opened.close();
  await site.close();
  await rm(downloads, { recursive: true, force: true });
});

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  for (const scheme of ['light', 'dark']) {
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await panel.screenshot({ path: `${join(PICTURES, `${name}-${scheme}`)}.png` });
  }
}

const value = (field: string) => panel.$eval(`#field-${field}`, (input) => (input as HTMLInputElement).value);
const press = (selector: string) => panel.$eval(selector, (element) => (element as HTMLElement).click());
const title = () => textOf(panel, '.source h1');

async function choose(chooser: 'mails' | 'files', ...files: string[]): Promise<void> {
  const input = (await panel.waitForSelector(`[data-chooser="${chooser}"]`)) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...files);
}

/** Drops files on the panel as a file manager does. */
async function drop(files: { name: string; base64: string }[]): Promise<void> {
  await panel.evaluate((given) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of given) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
    }
    const target = document.querySelector('#content') ?? document.body;
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    }
  }, files);
}

const sample = async (name: string) => ({ name, base64: (await readFile(join(MAILS, name))).toString('base64') });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function saved(): Promise<string> {
  await press('[data-action="save"]');
  await panel.waitForSelector('[data-view="saved"]', { timeout: 30_000 });
  return /[0-7][0-9A-HJKMNP-TV-Z]{25}/.exec((await textOf(panel, '[data-view="saved"] .number')) ?? '')?.[0] ?? '';
}

/** An entry of the queue, as it stands in the database. */
async function entryOf(id: string) {
  const reply = await panel.evaluate(
    (wanted) => chrome.runtime.sendMessage({ app: 'redress', name: 'readEntry', request: { id: wanted } }) as unknown,
    id,
  );
  return (reply as { reply: { entry: Record<string, never> } }).reply.entry as unknown as {
    values: Record<string, string>;
    capture: { readBy: { way: string }; identity: string | null };
    files: { name: string; sha256: string; origin: string; size: number; sourceUrl: string | null }[];
  };
}

describe('mail files', () => {
  it('says at the beginning that they can be opened, and how else complaints come in', async () => {
    await page.goto('about:blank');
    panel = await chromium.browser.newPage();
    await panel.setViewport({ width: 360, height: 800 });
    await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
    await panel.waitForSelector('[data-view="empty"]');
    expect(await textsOf(panel, '.empty-inputs [data-way]')).toEqual(['电话', '微信', '信函', '当面']);
    await picture('1-empty');
    await panel.click('.ways-in [data-action="add"]');
    await panel.waitForSelector('.add-menu');
    await picture('2-menu');
    await panel.keyboard.press('ArrowDown');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('data-way'))).toBe('phone');
    await panel.keyboard.press('Escape');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('add');
  });

  it('reads three that are dropped, marks what is no complaint, and names the broken one', async () => {
    await drop([
      await sample('05-html-table-gb18030.eml'),
      await sample('07-newsletter.eml'),
      { name: '../../坏的\u202egpj.eml', base64: Buffer.from('no mail at all').toString('base64') },
    ]);
    await panel.waitForSelector('.draft');
    expect(await title()).toBe('连续三批粉煤灰质量不稳定');
    expect(await value('contactName')).toBe('龚𠮷祥');
    const rows = await panel.$$eval('.mails-list > li', (items) =>
      items.map((item) => ({
        state: item.getAttribute('data-state'),
        words: item.querySelector('.mail-open')?.textContent ?? '',
        badge: item.querySelector('.badge')?.textContent ?? null,
      })),
    );
    expect(rows.map(({ state, badge }) => [state, badge])).toEqual([
      ['waiting', null],
      ['waiting', '不像投诉'],
      ['broken', '没读成'],
    ]);
    expect(rows[2]?.words).toContain('坏的gpj.eml');
    await picture('3-mails');
  });

  it('keeps the mail itself as the evidence, and its Message-ID as its identity', async () => {
    const id = await saved();
    const entry = await entryOf(id);
    const bytes = await readFile(join(MAILS, '05-html-table-gb18030.eml'));
    expect(entry.capture).toMatchObject({ readBy: { way: 'file' }, identity: '<gb-0913@wushui-bridge.example>' });
    expect(entry.files).toMatchObject([
      {
        name: '05-html-table-gb18030.eml',
        origin: 'opened',
        size: bytes.length,
        sha256: hashOf(bytes),
        sourceUrl: null,
      },
    ]);
    await panel.waitForSelector('.mails-list > li[data-state="done"]');
  });

  it('goes on to the next, and still has the list after the panel was closed', async () => {
    await press('[data-action="next-mail"]');
    await panel.waitForFunction(() => document.querySelector('.source h1')?.textContent.includes('价格走势'));
    expect(await panel.$('[data-notice="notComplaint"]')).not.toBeNull();
    await panel.reload();
    await panel.waitForSelector('.mails');
    expect(await panel.$$eval('.mails-list > li', (rows) => rows.map((row) => row.dataset['state']))).toEqual([
      'done',
      'waiting',
      'broken',
    ]);
    for (const left of [2, 1]) {
      await press('[data-action="remove-mail"]');
      await panel.waitForFunction((count) => document.querySelectorAll('.mails-list > li').length <= count, {}, left);
    }
    // Nothing waits any more: what could not be read is cleared away at once.
    await panel.waitForSelector('[data-action="clear-mails"]');
    await press('[data-action="clear-mails"]');
    await panel.waitForFunction(() => document.querySelector('.mails') === null);
    expect(await panel.$('.mails')).toBeNull();
  });

  it('knows the same message again when its page is clipped', async () => {
    await page.bringToFront();
    const url = site.mailUrl('sample-05-html-table-gb18030');
    await page.goto(url);
    await page.waitForSelector('iframe.mail-body-frame[data-shown]');
    await panel.close();
    panel = await clip(chromium, page);
    await panel.waitForSelector('[data-notice="twin"]', { timeout: 20_000 });
  });
});

describe('files of the message', () => {
  it('fetches nothing before it is ticked, then keeps what is ticked by its hash', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(site.mailUrl('sample-08-attachments'));
    await page.waitForSelector('.mail-attachments a');
    panel = await clip(chromium, page);
    await panel.waitForFunction(() => document.querySelector('.source h1')?.textContent.includes('DD-40940'));
    await press('[data-action="look-files"]');
    await panel.waitForSelector('.files-offer');
    expect(await textsOf(panel, '.offer-name')).toEqual([
      '筒仓结块现场照片.png',
      '检测报告-QS-F2-0902.pdf',
      '清仓费用收据.png',
    ]);
    expect(asked.filter((address) => address.includes('/attachment'))).toEqual([]);
    await panel.$eval('.files', (card) => card.scrollIntoView({ block: 'center' }));
    await picture('6-offer');
    await panel.$$eval('.offer input', ([, , third]) => (third as HTMLInputElement).click());
    await press('[data-action="keep-files"]');
    await panel.waitForFunction(() => document.querySelectorAll('.file-row').length === 2);
    expect(asked.filter((address) => address.includes('/attachment'))).toHaveLength(2);
  });

  it('takes a picture of the page, and saves all with the complaint', async () => {
    await press('[data-action="page-picture"]');
    await panel.waitForFunction(() => document.querySelectorAll('.file-row').length === 3, { timeout: 15_000 });
    await panel.waitForSelector('img.file-preview');
    await panel.$eval('.files', (card) => card.scrollIntoView({ block: 'center' }));
    await picture('7-kept');
    const { files } = await entryOf(await saved());
    const served = await Promise.all(
      [0, 1].map(async (nth) => {
        const answer = await fetch(`${site.origin}/mail/attachment?id=sample-08-attachments&nth=${nth}`);
        return new Uint8Array(await answer.arrayBuffer());
      }),
    );
    expect(files.slice(0, 2).map(({ sha256 }) => sha256)).toEqual(served.map(hashOf));
    expect(files[2]).toMatchObject({ origin: 'pagePicture', name: '页面截图.png' });
    expect(files[2]?.size).toBeLessThan(2_000_000);
  });
});

describe('the form', () => {
  it('fills the fields while the clerk types, and keeps what they changed', async () => {
    await panel.click('.ways-in [data-action="add"]');
    await panel.click('.add-menu [data-way="phone"]');
    await panel.waitForSelector('#form-text');
    expect(await value('channel')).toBe('电话');
    await picture('8-form');
    await panel.type(
      '#form-text',
      '杭州华科混凝土有限公司张伟，电话 13900001111。昨天到货的粉煤灰结块，批号 FA-20261112',
    );
    await panel.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#field-batchNo')?.value === 'FA-20261112',
    );
    expect(await value('customerName')).toBe('杭州华科混凝土有限公司');
    expect(await value('contactPhone')).toBe('13900001111');
    await panel.$eval('#field-contactName', (input) => {
      (input as HTMLInputElement).value = '张伟明';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await panel.type('#form-text', '，约 20 吨，要求退货。');
    await panel.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('#field-demand')?.value.includes('退货'),
    );
    expect(await value('contactName')).toBe('张伟明');
    await picture('9-form-filled');
  });

  it('keeps the words and the changes when the panel is closed', async () => {
    await panel.reload();
    await panel.waitForSelector('#form-text');
    expect(await panel.$eval('#form-text', (box) => (box as HTMLTextAreaElement).value)).toContain('要求退货');
    expect(await value('contactName')).toBe('张伟明');
  });

  it('takes a file of the computer as evidence, and saves', async () => {
    await choose('files', join(import.meta.dirname, 'fixtures/mail.html'));
    await panel.waitForSelector('.file-row');
    const entry = await entryOf(await saved());
    expect(entry.capture.readBy.way).toBe('form');
    expect(entry.values).toMatchObject({ channel: '电话', contactName: '张伟明', batchNo: 'FA-20261112' });
    expect(entry.files.map(({ name, origin }) => [name, origin])).toEqual([['mail.html', 'opened']]);
  });

  it('reads a pasted chat by its speakers', async () => {
    await panel.click('.ways-in [data-action="add"]');
    await panel.click('.add-menu [data-way="chat"]');
    await panel.waitForSelector('#form-text');
    await panel.$eval('#form-text', (box) => {
      (box as HTMLTextAreaElement).value =
        '李芳 2026/11/19 14:03\n你们发来的滤网破了一个洞\n客服小何 2026/11/19 14:05\n请问订单号，我的电话 13900009999\n李芳 2026/11/19 14:06\n订单号 DD20261101，要换货，13900001112';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await panel.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#field-orderNo')?.value === 'DD20261101',
    );
    expect(await value('contactPhone')).toBe('13900001112');
    expect(await value('contactName')).toBe('李芳');
    expect(await value('receivedAt')).toBe('2026-11-19');
    await picture('10-chat');
  });
});

describe('a mail that Outlook saved', () => {
  it('is read in the built extension', async () => {
    await choose('mails', join(import.meta.dirname, 'fixtures/msg/hello-cjk.msg'));
    await panel.waitForSelector('.mails[data-waiting="1"]');
    await press('[data-action="toggle-mails"]');
    expect(await textsOf(panel, '.mails-list > li[data-state="waiting"] strong')).toEqual(['Hello +CJK']);
  });
});

describe('a kept file', () => {
  it('can be given back to the computer, byte by byte', async () => {
    await choose('files', join(MAILS, '01-labelled-quality.eml'));
    await panel.waitForSelector('.file-row');
    await press('.file-name');
    let names: string[] = [];
    for (let tries = 0; tries < 50 && !names.includes('01-labelled-quality.eml'); tries++) {
      names = await readdir(downloads);
      await new Promise((done) => setTimeout(done, 100));
    }
    expect(await readFile(join(downloads, '01-labelled-quality.eml'))).toEqual(
      await readFile(join(MAILS, '01-labelled-quality.eml')),
    );
  });
});
