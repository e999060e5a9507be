import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils, write } from 'xlsx';
import { openTab } from '../setup/drive-panel.ts';
import { pressAt, textOf, textsOf } from '../setup/press.ts';
import { aComplaint } from './support/a-complaint.ts';
import { buildExtension, launchChromium, whenListening, type LaunchedChromium } from './support/built-extension.ts';

const HEADER = ['投诉日期', '客户名称', '产品批号', '问题描述', '备注'];
const ROWS = [
  ['2026.3.5', '中建三局', 'FA-1', '卸货时发现严重结块，要求退货', ''],
  ['2026.4.12', '远大管桩', 'FA-2', '运输车迟到四小时，耽误浇筑', ''],
];

let built: Awaited<ReturnType<typeof buildExtension>>;
let chromium: LaunchedChromium;
let options: Page;
let panel: Page;
let folder: string;

beforeAll(async () => {
  built = await buildExtension('chrome', 'https://localhost:3000/');
  folder = await mkdtemp(join(tmpdir(), 'redress-options-'));
  chromium = await launchChromium({ extension: built.folder, downloads: folder });
  await whenListening(chromium);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...ROWS]), '台账');
  await writeFile(join(folder, '台账.xlsx'), new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer));
  panel = await chromium.browser.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
  await openTab(panel, 'settings');
  const opened = chromium.browser.waitForTarget((target) => target.url().includes('/options.html#policy'));
  await pressAt(panel, '[data-action="open-options"]');
  const page = await (await opened).page();
  if (page === null) throw new Error('no options page');
  options = page;
  await options.setViewport({ width: 1000, height: 900 });
  await options.waitForSelector('[data-section="blanks"]');
});

afterAll(async () => {
  await chromium.close();
  await built.remove();
  await rm(folder, { recursive: true, force: true });
});

const progress = () => options.$eval('[data-progress]', (each) => each.getAttribute('data-progress'));
const question = () => options.$eval('[data-question]', (each) => each.getAttribute('data-question') ?? '');
const stored = () =>
  options.evaluate(async () => (await chrome.storage.local.get('settings'))['settings'] as Record<string, unknown>);

async function until<T>(ask: () => Promise<T>, isThere: (value: T) => boolean, what: string): Promise<T> {
  const end = performance.now() + 15_000;
  for (;;) {
    const value = await ask();
    if (isThere(value)) return value;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}: ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

async function give(page: Page, selector: string, file: string): Promise<void> {
  const input = (await page.$(selector)) as ElementHandle<HTMLInputElement> | null;
  await input?.uploadFile(file);
}

describe('the blanks of a policy', () => {
  it('are asked one by one, in the words of the document, with nothing filled in', async () => {
    await options.select('#choose-policy', 'farm-machinery');
    await until(question, (id) => id.startsWith('targets.'), 'a question about time');
    expect(await textOf(options, '.document-says p')).toContain('[X]个工作日');
    expect(
      await options.$eval('[data-question] [data-input="amount"]', (each) => (each as HTMLInputElement).value),
    ).toBe('');
    expect(await progress()).toMatch(/^0\//);
  });

  it('refuse what is no answer, and store what is one', async () => {
    const id = await question();
    await pressAt(options, '[data-action="save-answer"]');
    expect(await textOf(options, '[data-question] [role="alert"]')).not.toBeNull();
    await options.type('[data-question] [data-input="amount"]', '3');
    await options.select('[data-question] [data-input="unit"]', 'workDays');
    await pressAt(options, '[data-action="save-answer"]');
    await until(question, (next) => next !== id, 'the next question');
    const [, milestone = '', grade = ''] = id.split('.');
    expect(await stored()).toMatchObject({
      policyId: 'farm-machinery',
      company: { targets: { [milestone]: { [grade]: { unit: 'workDays', amount: 3 } } } },
    });
  });

  it('raise further questions, and leave a skipped one open', async () => {
    expect(await question()).toBe('calendar');
    const before = await progress();
    await pressAt(options, '[data-action="skip"]');
    await until(question, (id) => id !== 'calendar', 'the question after it');
    expect(await progress()).toBe(before);
  });

  it('are answered for the panel as well, at once', async () => {
    const [answered] = (await progress())?.split('/') ?? [];
    await until(
      () => textsOf(panel, '[data-view="settings"] .row'),
      (rows) => rows.some((row) => row.includes(`已答 ${answered}`)),
      'the panel',
    );
  });
});

describe('the calendar', () => {
  it('counts only once it is confirmed, and then answers its question', async () => {
    expect(await options.$eval('[data-section="calendar"]', (each) => each.getAttribute('data-set'))).toBe('false');
    await pressAt(options, '[data-action="confirm-calendar"]');
    await options.waitForSelector('[data-section="calendar"][data-set="true"]');
    await panel.waitForSelector('.hours[data-set="true"]');
    expect(await stored()).toMatchObject({ company: { calendar: { country: 'CN', zone: 'Asia/Shanghai' } } });
  });

  it('takes days of the company', async () => {
    await options.$eval('[data-days="company"] input[type="date"]', (each) => {
      each.value = '2026-12-25';
      each.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await pressAt(options, '[data-days="company"] [data-action="add-day"]');
    await options.waitForSelector('[data-days="company"] li');
    expect(await stored()).toMatchObject({
      company: { calendar: { overrides: [{ date: '2026-12-25', windows: [], note: '' }] } },
    });
  });
});

describe('other options', () => {
  it('switch on the clocks of a law, with the call to verify it', async () => {
    expect(await textOf(options, '[data-law="law-uk-fca"] .verify')).toContain('请核对现行文本');
    await pressAt(options, '[data-law="law-uk-fca"] input');
    await until(stored, ({ laws }) => JSON.stringify(laws) === '["law-uk-fca"]', 'the law');
  });

  it('change the language here and in the panel', async () => {
    await options.select('#choose-language', 'en');
    await until(
      () => textOf(options, 'h1'),
      (title) => title === 'Redress options',
      'English',
    );
    await until(
      () => textOf(panel, '#tab-queue'),
      (tab) => tab === 'Queue',
      'English in the panel',
    );
    await options.select('#choose-language', 'zh-CN');
  });

  it('learn the columns of a ledger, and say what is none', async () => {
    await writeFile(join(folder, 'none.xlsx'), new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]));
    await give(options, '[data-input="ledger-file"]', join(folder, 'none.xlsx'));
    await options.waitForSelector('[data-section="ledger"] [role="alert"]');
    await give(options, '[data-input="ledger-file"]', join(folder, '台账.xlsx'));
    await options.waitForSelector('[data-column="客户名称"]');
    const columns = await options.$$eval('[data-column] select', (all) => all.map((each) => each.value));
    expect(columns).toEqual(['receivedAt', 'customerName', 'batchNo', 'description', 'remarks']);
  });
});

describe('rows of that ledger', () => {
  it('are copied in its columns, run nothing, and count as handed over', async () => {
    const complaint = aComplaint({
      values: {
        customerName: '=1+1',
        batchNo: '00123',
        receivedAt: '2026-11-20T09:05:00+08:00',
        description: '卸货时发现\n严重结块',
      },
    });
    await options.evaluate(
      (request) => chrome.runtime.sendMessage({ app: 'redress', name: 'saveComplaint', request }),
      { complaint: JSON.parse(JSON.stringify(complaint)) as object },
    );
    await chromium.browser.defaultBrowserContext().setPermission(`chrome-extension://${chromium.extensionId}`, {
      permission: { name: 'clipboard-read' },
      state: 'granted',
    });
    await panel.bringToFront();
    await openTab(panel, 'queue');
    await pressAt(panel, '[data-action="handoff-more"]');
    await pressAt(panel, '[data-action="copy-rows"]');
    await panel.waitForSelector('[data-notice="exported"].notice-good');
    const copied = await panel.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const as = async (type: string) => (await (await item?.getType(type))?.text()) ?? '';
      return { text: await as('text/plain'), html: await as('text/html') };
    });
    expect(copied.text.split('\t').slice(0, 4)).toEqual(['2026.11.20 09:05', "'=1+1", '00123', '卸货时发现 严重结块']);
    expect(copied.html).toContain('mso-number-format');
    const states = await panel.$$eval('.queue-row[data-state]', (rows) =>
      rows.map((row) => row.getAttribute('data-state')),
    );
    expect(states).toEqual(['handedOver']);
  });

  it('are exported as a workbook', async () => {
    await pressAt(panel, '[data-action="export-workbook"]');
    const name = await until(
      () => readdir(folder),
      (files) => files.some((file) => /^redress-.*\.xlsx$/.test(file)),
      'the workbook',
    ).then((files) => files.find((file) => /^redress-.*\.xlsx$/.test(file)) ?? '');
    const book = read(await readFile(join(folder, name)));
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 });
    expect(rows[0]).toEqual(HEADER);
    expect(rows[1]?.slice(1, 3)).toEqual(['=1+1', '00123']);
  });
});

describe('everything', () => {
  it('goes into one file and comes back without doubling', async () => {
    await options.bringToFront();
    await pressAt(options, '[data-action="export-all"]');
    const name = await until(
      () => readdir(folder),
      (files) => files.some((file) => /^redress-everything-.*\.json$/.test(file)),
      'the file',
    ).then((files) => files.find((file) => /^redress-everything-.*\.json$/.test(file)) ?? '');
    await options.waitForSelector('[data-result="good"]');
    await give(options, '[data-input="everything-file"]', join(folder, name));
    const words = await until(
      () => textOf(options, '[data-result]'),
      (text) => text?.includes('已导入') ?? false,
      'the import',
    );
    expect(words).toContain('新增 0 件');
    expect(words).toContain('原来就有 1 件');
    expect(await stored()).toMatchObject({ policyId: 'farm-machinery', laws: ['law-uk-fca'] });
  });

  it('refuses a file that is cut', async () => {
    await writeFile(join(folder, 'cut.json'), '{"format":"redress.everything","version":1,"entries":[');
    await give(options, '[data-input="everything-file"]', join(folder, 'cut.json'));
    await until(
      () => textOf(options, '[data-result="bad"]'),
      (text) => text?.includes('不完整') ?? false,
      'the refusal',
    );
  });
});
