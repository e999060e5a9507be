import { readFile } from 'node:fs/promises';
import { read, utils } from 'xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipMail } from '../demo/clip-mail.ts';
import { downloaded } from '../demo/downloaded.ts';
import { confirmHours, openTab, readDraft, readQueue, saveDraft, waitForDraft } from '../setup/drive-panel.ts';
import {
  confirmImport,
  paneOf,
  pressWord,
  readTally,
  settlePolicy,
  waitUntilIdle,
  type PaneDriver,
} from '../setup/drive-pane.ts';
import { clickToolbar, sidePanelOf } from '../setup/launch.ts';
import { pressAt } from '../setup/press.ts';
import { LEDGER, openScene, type Scene } from './open-scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

const clip = (id: string) => clipMail(scene.chromium, scene.page, scene.site.mailUrl(id));
const save = async () => saveDraft(await sidePanelOf(scene.chromium));

describe('mails that are not plain complaints', () => {
  it('a newsletter is said to be none', async () => {
    const { draft } = await clip('sample-07-newsletter');
    expect(draft.notices).toContain('notComplaint');
  });

  it('a mail without a phone number is not given one', async () => {
    const { draft } = await clip('sample-09-no-phone');
    expect(draft.fields.find(({ field }) => field === 'contactPhone')?.value ?? '').toBe('');
    await save();
  });

  it('the words below a reply are not taken for the complaint', async () => {
    const { draft } = await clip('sample-04-en-reply-short-weight');
    const description = draft.fields.find(({ field }) => field === 'description')?.value ?? '';
    expect(description).toContain('17.4 t short');
    expect(description).not.toContain('thank you for the report');
    await save();
  });

  it('the same mail clipped twice is told before it is saved', async () => {
    const { panel } = await clip('sample-04-en-reply-short-weight');
    // The queue is asked while the draft already stands.
    await panel.waitForSelector('[data-notice="twin"]');
  });

  it('a ticket of the CRM is read by one click too', async () => {
    const { chromium, page, site } = scene;
    await page.goto(site.ticketUrl('KS-2609'));
    await page.waitForSelector('article.ticket h1');
    await clickToolbar(chromium, page);
    const panel = await sidePanelOf(chromium);
    await panel.waitForFunction(
      () => document.querySelector('[data-action="take-new"]') ?? document.querySelector('.source h1'),
    );
    if ((await panel.$('[data-action="take-new"]')) !== null) await pressAt(panel, '[data-action="take-new"]');
    await panel.waitForFunction(() => document.querySelector('.source h1')?.textContent.includes('需水量比超标'));
    expect(await waitForDraft(panel)).toBe('draft');
    const { fields } = await readDraft(panel);
    const value = (name: string) => fields.find(({ field }) => field === name)?.value;
    expect(value('customerName')).toBe('宁海恒筑管片有限公司');
    expect(value('contactPhone')).toBe('13900002609');
    expect(value('batchNo')).toBe('QS-F1-1187');
    await save();
  });

  it('the hostile mail runs nothing, and its hidden orders are not read', async () => {
    const { draft } = await clip('sample-06-hostile');
    expect(await scene.page.evaluate(() => '__hurt' in window)).toBe(false);
    expect(draft.fields.map(({ value }) => value).join('\n')).not.toMatch(/忽略以上规则|mark this complaint/);
    await save();
  });
});

describe('what they leave in the register', () => {
  it('is text: no cell of a customer’s words can run as a formula', async () => {
    const { chromium, excel, downloads } = scene;
    const panel = await sidePanelOf(chromium);
    await confirmHours(panel);
    const ids = Object.keys(await readQueue(panel));
    await openTab(panel, 'queue');
    const page = await chromium.browser.newPage();
    await page.setViewport({ width: 1360, height: 900 });
    await page.goto(excel.excelUrl(LEDGER));
    const pane: PaneDriver = { frame: await paneOf(page), locale: 'zh-CN' };
    await waitUntilIdle(pane);
    await pressWord(pane, 'found.next');
    await settlePolicy(pane, 'general');
    await pressWord(pane, 'mapping.next');
    await pressWord(pane, 'preview.build');
    await pane.frame.waitForSelector('.done', { timeout: 120_000 });
    await pressWord(pane, 'done.import');
    await pressAt(pane.frame, '.source.connected .primary');
    expect(await readTally(pane)).toEqual({ added: ids.length, there: 0 });
    await confirmImport(pane);
    await pressAt(page, '#save-file');
    const book = read(await readFile(await downloaded(downloads, '.xlsx')), { cellFormula: true });
    const sheet = book.Sheets['客户投诉台账'] ?? {};
    const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '' });
    const added = rows.flatMap((row, index) => (ids.some((id) => row.includes(id)) ? [index] : []));
    expect(added).toHaveLength(ids.length);
    const formulas = added.flatMap(
      (row) =>
        rows[row]?.flatMap(
          (_value, column) => (sheet[utils.encode_cell({ r: row, c: column })] as { f?: string } | undefined)?.f ?? [],
        ) ?? [],
    );
    expect(formulas.join('\n')).not.toMatch(/HYPERLINK|cmd|SUM\(1/i);
    expect(JSON.stringify(added.map((row) => rows[row]))).toContain('HYPERLINK');
  });
});
