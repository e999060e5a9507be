import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { read, utils, type WorkBook } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipMail } from '../demo/clip-mail.ts';
import { downloaded } from '../demo/downloaded.ts';
import {
  choosePolicy,
  confirmHours,
  openTab,
  readDraft,
  readQueue,
  saveDraft,
  type PanelDraft,
} from '../setup/drive-panel.ts';
import {
  confirmImport,
  paneOf,
  pressWord,
  readTally,
  settlePolicy,
  waitUntilIdle,
  type PaneDriver,
} from '../setup/drive-pane.ts';
import { pressAt, textOf, textsOf } from '../setup/press.ts';
import { openAnyWorkbook } from '../excel-host/file/open-any-workbook.ts';
import { findLibreOffice } from '../setup/ensure-browser.mjs';
import { differences } from './compare-books.ts';
import { countRed, printFirstPage } from './print-register.ts';
import { LEDGER, LEDGERS, openScene, type Scene } from './open-scene.ts';

const LEDGER_SHEET = '客户投诉台账';

/** LibreOffice and pdftoppm are optional; without them the print is skipped, and the set-up says so. */
const printer = spawnSync('pdftoppm', ['-v']).error === undefined ? findLibreOffice() : null;

let scene: Scene;
let panel: Page;
let draft: PanelDraft;
let pane: PaneDriver;
let excelPage: Page;
let savedId = '';
let envelope = '';
let before: Uint8Array;
let after: Uint8Array;

beforeAll(async () => {
  before = new Uint8Array(await readFile(join(LEDGERS, LEDGER)));
  scene = await openScene();
});
afterAll(() => scene.close());

const field = (name: string) => draft.fields.find((each) => each.field === name);
const worker = async () => {
  const { browser, extensionId } = scene.chromium;
  const target = await browser.waitForTarget(
    (each) => each.url() === `chrome-extension://${extensionId}/background.js`,
  );
  const found = await target.worker();
  if (found === null) throw new Error('The extension has no background');
  return found;
};

/** One complaint from the mail to the register; each test is the next step of the same way. */
describe('the way of one complaint', () => {
  it('1. the mail page shows it, and the extension may not read a page before the click', async () => {
    const { page, site } = scene;
    await page.goto(site.mailUrl('sample-01-labelled-quality'));
    await page.waitForSelector('main[data-mail] h1');
    const allowed = await (await worker()).evaluate(() => chrome.permissions.getAll());
    expect(allowed.origins?.filter((origin) => !origin.includes('/addin/'))).toEqual([]);
  });

  it('2. one click opens the panel with the draft; each value has the words it came from', async () => {
    const { chromium, page, site } = scene;
    ({ panel, draft } = await clipMail(chromium, page, site.mailUrl('sample-01-labelled-quality')));
    expect(field('customerName')).toMatchObject({
      value: '绍兴宏途预拌混凝土有限公司',
      quote: '绍兴宏途预拌混凝土有限公司',
    });
    expect(field('contactName')?.value).toBe('周文博');
    expect(field('contactPhone')?.value.replace(/\D/g, '')).toBe('13900002201');
    expect(field('contactEmail')?.value).toBe('zhou.wenbo@hongtu-readymix.example');
    expect(field('receivedAt')?.value).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    expect(field('batchNo')?.value).toBe('QS-F2-20917');
    expect(field('orderNo')?.value).toBe('DD-41126');
    expect(field('description')?.value).toContain('45 μm 筛余');
    expect(field('demand')?.value).toContain('派技术人员到现场');
    expect(draft.fields.filter(({ value, quote }) => value !== '' && quote === null)).toEqual([]);
  });

  it('2. no deadline is guessed before the working hours are confirmed; then it stands exactly', async () => {
    expect(draft.deadlines.map(({ basis }) => basis)).not.toContain('exact');
    await choosePolicy(panel, 'fly-ash');
    await confirmHours(panel);
    await openTab(panel, 'clip');
    draft = await readDraft(panel);
    expect(draft.deadlines[0]).toMatchObject({ basis: 'exact', status: 'running' });
    expect(draft.category).not.toBe('');
    expect(draft.reasons.join('\n')).toContain('《快速响应粉煤灰客户投诉处理指引》');
  });

  it('3. saving writes it, reads it back and counts it on the button', async () => {
    savedId = (await saveDraft(panel)).id;
    expect(await (await worker()).evaluate(() => chrome.action.getBadgeText({}))).toBe('1');
    expect(await readQueue(panel)).toEqual({ [savedId]: 'queued' });
  });

  it('4. the hand-off file names its format and carries the complaint', async () => {
    await pressAt(panel, '[data-action="export"]');
    envelope = await downloaded(scene.downloads, '.redress.json');
    const content: unknown = JSON.parse(await readFile(envelope, 'utf8'));
    expect(content).toMatchObject({ format: 'redress.handoff', version: 1, count: 1, complaints: [{ id: savedId }] });
  });

  it('5. the pane finds the ledger below its merged title rows', async () => {
    excelPage = await scene.chromium.browser.newPage();
    await excelPage.setViewport({ width: 1360, height: 900 });
    await excelPage.goto(scene.excel.excelUrl(LEDGER));
    pane = { frame: await paneOf(excelPage), locale: 'zh-CN' };
    await waitUntilIdle(pane);
    await pane.frame.waitForSelector('.sheet-name');
    expect(await textOf(pane.frame, '.sheet-name')).toBe(LEDGER_SHEET);
    expect((await textsOf(pane.frame, '.facts dd')).slice(0, 2)).toEqual(['第 4 行', '第 5–28 行']);
  });

  it('5. the mapping is shown, and nothing is written before the confirmation', async () => {
    await pressWord(pane, 'found.next');
    await settlePolicy(pane, 'fly-ash');
    expect(await pane.frame.$$eval('.columns > li', (rows) => rows.length)).toBe(19);
    await pressWord(pane, 'mapping.next');
    await pane.frame.waitForSelector('.lead');
    expect(await textsOf(excelPage, '.sheet-tabs button')).toEqual([LEDGER_SHEET, '填写说明', '统计']);
  });

  it('5. on confirmation the ledger becomes a register, its original copied first', async () => {
    await pressWord(pane, 'preview.build');
    await pane.frame.waitForSelector('.done', { timeout: 120_000 });
    await waitUntilIdle(pane);
    expect((await textsOf(excelPage, '.sheet-tabs button')).some((name) => name.includes('原表'))).toBe(true);
  });

  it('5. the complaint comes in by the bridge, and the file that was made before does not bring it again', async () => {
    await pressWord(pane, 'nav.import');
    await pressAt(pane.frame, '.source.connected .primary');
    expect(await readTally(pane)).toEqual({ added: 1, there: 0 });
    await confirmImport(pane);
    for (let sent = 0; sent < 2; sent += 1) {
      await pressWord(pane, 'nav.import');
      const input = await pane.frame.waitForSelector('input[type="file"]');
      await input?.uploadFile(envelope);
      expect(await readTally(pane)).toEqual({ added: 0, there: 1 });
      await confirmImport(pane);
    }
  });

  it('5. the queue learns from the acknowledgement that it is registered, and the button shows nothing more', async () => {
    await panel.bringToFront();
    await panel.waitForFunction(
      (id) => document.querySelector(`[data-id="${id}"]`)?.getAttribute('data-state') === 'registered',
      {},
      savedId,
    );
    expect(await (await worker()).evaluate(() => chrome.action.getBadgeText({}))).toBe('');
    await excelPage.bringToFront();
  });

  it('6. the saved file opens, with the user’s own cells, styles, widths and sheets as they were', async () => {
    await pressAt(excelPage, '#save-file');
    after = new Uint8Array(await readFile(await downloaded(scene.downloads, '.xlsx')));
    expect(differences(before, after)).toEqual([]);
    expect(read(after).SheetNames).toEqual(expect.arrayContaining([LEDGER_SHEET, '填写说明', '统计']) as unknown);
  });

  it('6. it holds a native table with drop-downs and conditional formats, and the complaint once', () => {
    const opened = openAnyWorkbook(after, 'register.xlsx');
    if (!opened.ok) throw new Error(opened.code);
    const sheet = opened.workbook.sheetNamed(LEDGER_SHEET);
    expect(sheet?.tables.map(({ area }) => [area.row, area.rows])).toEqual([[3, 26]]);
    expect(sheet?.validations.length).toBeGreaterThanOrEqual(3);
    expect(sheet?.conditionalFormats.length).toBeGreaterThanOrEqual(3);
    const rows = registerRows(read(after));
    expect(rows.filter((row) => row.includes(savedId))).toHaveLength(1);
    expect(rows.find((row) => row.includes(savedId))).toEqual(
      expect.arrayContaining(['绍兴宏途预拌混凝土有限公司', 'QS-F2-20917', 'DD-41126']) as unknown,
    );
  });

  it.skipIf(printer === null)(
    '6. LibreOffice prints it, and the overdue rows are red where the ledger had no red',
    async () => {
      const [plain, register] = [
        await printFirstPage(before, printer ?? ''),
        await printFirstPage(after, printer ?? ''),
      ];
      expect(countRed(plain)).toBe(0);
      expect(countRed(register)).toBeGreaterThan(100);
    },
  );
});

function registerRows(book: WorkBook): unknown[][] {
  return utils.sheet_to_json(book.Sheets[LEDGER_SHEET] ?? {}, { header: 1, raw: true, defval: null });
}
