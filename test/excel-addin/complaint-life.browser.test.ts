import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from 'xlsx';
import { translate } from '../../core/wording/translate.ts';
import { downloaded } from '../demo/downloaded.ts';
import { serveExcel, type ExcelSite } from '../demo/serve-excel.ts';
import { paneOf, pressWord, settlePolicy, waitUntilIdle, type PaneDriver } from '../setup/drive-pane.ts';
import { ensureChromium } from '../setup/ensure-browser.mjs';
import { press, textOf, textsOf } from '../setup/press.ts';

const LEDGER = '粉煤灰客户投诉台账.xlsx';
const BOOK = join(import.meta.dirname, '../samples/ledgers', LEDGER);
/** Where pictures go; none unless asked for. */
const PICTURES = process.env['REDRESS_PICTURES'];

const word = (code: string, params = {}) => translate('zh-CN', `complaint.${code}`, params);

let downloads: string;
let excel: ExcelSite;
let browser: Browser;
let page: Page;
let frame: Frame;
let pane: PaneDriver;

beforeAll(async () => {
  const bytes = new Uint8Array(await readFile(BOOK));
  downloads = await mkdtemp(join(tmpdir(), 'redress-copies-'));
  excel = await serveExcel({ port: 0, books: [{ fileName: LEDGER, bytes }], parts: ['addin', 'excelPage'] });
  browser = await puppeteer.launch({
    executablePath: ensureChromium(),
    env: { ...process.env, TZ: 'Asia/Shanghai', LANGUAGE: 'zh_CN' },
    args: ['--no-sandbox', '--lang=zh-CN', '--accept-lang=zh-CN,zh'],
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
  });
  page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.goto(excel.excelUrl(LEDGER));
  await page.waitForSelector('.cell');
  frame = await paneOf(page);
  pane = { frame, locale: 'zh-CN' };
  await waitUntilIdle(pane);
  await pressWord(pane, 'found.next');
  await settlePolicy(pane, 'general');
  await pressWord(pane, 'mapping.next');
  await pressWord(pane, 'preview.build');
  await frame.waitForSelector('.done', { timeout: 120_000 });
}, 300_000);

afterAll(async () => {
  await browser.close();
  await excel.close();
  await rm(downloads, { recursive: true });
});

async function picture(name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Fills what the open form must have and records it; throws what the pane says when it does not take it. */
async function fillAndRecord(): Promise<void> {
  await frame.waitForSelector('.record-form');
  const selects = await frame.$$('.record-form select[required]');
  for (const select of selects) {
    const [first = ''] = await select.evaluate((node) =>
      Array.from(node.options, ({ value }) => value).filter((value) => value !== ''),
    );
    await select.select(first);
  }
  for (const input of await frame.$$('.record-form input[required]')) {
    const filled = await input.evaluate((node) => node.value);
    if (filled === '') await input.type('王芳');
  }
  const time = await frame.$('.record-form input[name="dueAt"]');
  if (time !== null) await time.type('2030-01-01T10:00');
  await frame.$eval('.record-form', (form) => {
    (form as HTMLFormElement).requestSubmit();
  });
  await frame.waitForFunction(() => document.querySelector('.record-form') === null, { timeout: 60_000 });
  await waitUntilIdle(pane);
}

const status = () => textOf(frame, '.complaint-top .chip');
const offer = (id: string) => `[data-offer="${id}"]`;

describe('one complaint’s life by the pane', () => {
  it('follows the row that is selected in the register', async () => {
    await press(frame, word('nav'));
    await waitUntilIdle(pane);
    await page.click('.cell[data-row="6"][data-column="2"]');
    await frame.waitForSelector('.complaint-head h2', { timeout: 20_000 });
    expect(await textOf(frame, '.complaint-head h2')).toBe('桐乡广和建材经营部');
    await picture('1-selected');
  });

  it('goes the way of its policy, step by step, until it is closed', async () => {
    if ((await textOf(frame, '.complaint-top .chip')) === '已结案') {
      // An open one, found by its words.
      await frame.type('input[type="search"]', '已受理');
      await frame.waitForSelector('.hit');
      await frame.click('.hit');
      await frame.waitForFunction(() => document.querySelector('.hit') === null);
    }
    const done: string[] = [];
    for (let turn = 0; turn < 30 && (await status()) !== '已结案'; turn++) {
      const next = await frame.$('.offer:not(.waits) > .offer-button');
      if (next === null) throw new Error(`nothing can be done after ${done.join(', ')}`);
      done.push((await next.evaluate((node) => node.getAttribute('data-offer'))) ?? '');
      await next.click();
      await fillAndRecord();
      if (turn === 2) await picture('2-under-way');
    }
    expect(await status()).toBe('已结案');
    expect(done).toContain('step:close');
    expect((await textsOf(frame, '.timeline strong')).at(0)).toBe('结案');
    await picture('3-closed');
  });

  it('is reopened with a reason, and regraded; the register’s row says so', async () => {
    const number = await textOf(frame, '.complaint-top .number');
    await frame.click(offer('reopen'));
    await fillAndRecord();
    expect(await status()).not.toBe('已结案');
    await frame.click(offer('regraded'));
    await fillAndRecord();
    const timeline = await textsOf(frame, '.timeline strong');
    expect(timeline.slice(0, 2).toSorted()).toEqual(['改级', '重启']);
    await picture('4-reopened');
    expect(number).not.toBeNull();
  });

  it('puts a wrong entry right by another one, and the log holds', async () => {
    await frame.click('.timeline li .button');
    await frame.waitForSelector('.record-form select[name="change"]');
    await frame.select('.record-form select[name="change"]', 'strike');
    await frame.type('.record-form input[name="reason"]', '记错了');
    await frame.$eval('.record-form', (form) => {
      (form as HTMLFormElement).requestSubmit();
    });
    await frame.waitForSelector('.timeline .struck', { timeout: 60_000 });
    await waitUntilIdle(pane);
    await press(frame, word('check.button'));
    await frame.waitForSelector('.log-check p', { timeout: 20_000 });
    expect(await textOf(frame, '.log-check p')).toMatch(/^已核对 \d+ 条记录，没有发现改动。$/);
    await picture('5-corrected');
  });

  it('fills a reply that can be copied', async () => {
    await frame.$$eval('.fold summary', (nodes) => {
      (nodes.at(-1) as HTMLElement).click();
    });
    const reply = await frame.$eval('.fold textarea', (node) => node.value);
    expect(reply.length).toBeGreaterThan(40);
    await press(frame, word('copy'));
    await frame.waitForFunction((copied) => document.body.innerText.includes(copied), {}, word('copied'));
    await picture('6-reply');
  });

  it('opens from today by the keyboard, and its row is selected', async () => {
    const today = (code: string) => translate('zh-CN', `pane.${code}`);
    await press(frame, today('nav.today'));
    await waitUntilIdle(pane);
    await frame.focus('.tile.overdue');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('.tile.overdue[aria-pressed="true"]');
    expect(await textOf(frame, '.list-head h2')).toBe(today('today.overdue'));
    const name = await textOf(frame, '.urgent-row .urgent-name');
    await frame.focus('.urgent-row');
    await page.keyboard.press('Enter');
    await frame.waitForSelector('.complaint-head h2', { timeout: 20_000 });
    await waitUntilIdle(pane);
    expect(await textOf(frame, '.complaint-head h2')).toBe(name);
    await picture('9-from-today');
  });
});

describe('a copy of the workbook for others, by the pane', () => {
  it('is made of the workbook as it stands, and holds none of its people', async () => {
    const shared = (code: string) => translate('zh-CN', `sharing.${code}`);
    const ledger = read(await readFile(BOOK)).Sheets['客户投诉台账'] ?? {};
    const rows = utils.sheet_to_json<Record<string, string | number>>(ledger, { range: 3 });
    const people = rows.flatMap((row) => ['客户名称', '联系人', '联系电话'].map((header) => String(row[header] ?? '')));
    const planted = [...new Set(people)].filter((text) => text.length >= 3);
    expect(planted.length).toBeGreaterThan(30);

    await press(frame, translate('zh-CN', 'overview.nav'));
    await waitUntilIdle(pane);
    await press(frame, shared('make'));
    await frame.waitForFunction((title) => document.body.innerText.includes(title), {}, shared('done.title'));
    await waitUntilIdle(pane);
    await press(frame, shared('download'));
    const copy = read(await readFile(await downloaded(downloads, '.xlsx')));
    await picture('10-shared');

    expect(copy.SheetNames).toContain('客户投诉台账');
    const texts = copy.SheetNames.flatMap((name) =>
      utils
        .sheet_to_json<unknown[]>(copy.Sheets[name] ?? {}, { header: 1 })
        .flat()
        .map(String),
    );
    expect(texts.filter((text) => text.startsWith('客户-')).length).toBeGreaterThan(20);
    expect(planted.filter((value) => texts.some((text) => text.includes(value)))).toEqual([]);
  });
});
