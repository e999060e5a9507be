import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../setup/ensure-browser.mjs';
import { buildExtension, servePages } from './support/built-extension.ts';
import { launchFirefox, type LaunchedFirefox } from './support/firefox.ts';

const PANE = `<!doctype html><title>pane</title><script>
  window.heard = [];
  addEventListener('message', (event) => { if (event.data?.kind) window.heard.push(event.data.kind); });
  window.hello = () => postMessage({ app: 'redress', version: 1, nonce: 'nonce-of-this-pane-1', kind: 'hello' }, location.origin);
</script>`;

const executable = ensureFirefox();
if (executable === null) console.log('SKIPPED: Firefox is not here and cannot be installed');

describe.skipIf(executable === null)('in Firefox', () => {
  let built: Awaited<ReturnType<typeof buildExtension>>;
  let firefox: LaunchedFirefox;
  let server: Server;
  let address: string;
  let panel: Page;
  let downloads: string;

  beforeAll(async () => {
    const mail = await readFile(join(import.meta.dirname, 'fixtures/mail.html'), 'utf8');
    ({ address, server } = await servePages({ '/mail': mail, '/addin/taskpane.html': PANE }));
    built = await buildExtension('firefox', `${address}/addin/`);
    downloads = await mkdtemp(join(tmpdir(), 'redress-downloads-'));
    firefox = await launchFirefox(executable ?? '', built.folder, downloads);
  });

  afterAll(async () => {
    await firefox.close();
    server.close();
    await built.remove();
    await rm(downloads, { recursive: true, force: true });
  });

  const press = (selector: string) => panel.$eval(selector, (element) => (element as HTMLElement).click());
  const valueOf = (field: string) => panel.$eval(`#field-${field}`, (input) => (input as HTMLInputElement).value);
  // Firefox draws no frames for a tab that is not in front, so nothing is waited for by frames.
  const rowsAre = (count: number) =>
    panel.waitForFunction(
      (wanted) => document.querySelectorAll('.queue-row[data-id]').length === wanted,
      { timeout: 15_000, polling: 100 },
      count,
    );
  const search = (words: string) =>
    panel.$eval(
      '.queue-search input',
      (input, wanted) => {
        input.value = wanted;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      words,
    );
  const downloaded = async (ending: string): Promise<Buffer> => {
    for (let tries = 0; tries < 100; tries++) {
      const name = (await readdir(downloads)).find((each) => each.endsWith(ending));
      const bytes = name === undefined ? null : await readFile(join(downloads, name));
      if (bytes !== null && bytes.length > 0) return bytes;
      await new Promise((done) => setTimeout(done, 100));
    }
    throw new Error(`no ${ending} came down`);
  };

  it('asks for no site beside the add-in and declares that it collects nothing', () => {
    expect(built.manifest['permissions']).toEqual([
      'activeTab',
      'scripting',
      'storage',
      'contextMenus',
      'alarms',
      'notifications',
    ]);
    expect(built.manifest['host_permissions']).toBeUndefined();
    expect(built.manifest['content_scripts']).toMatchObject([{ matches: ['http://localhost/addin/*'] }]);
    expect(built.manifest['browser_specific_settings']).toMatchObject({
      gecko: { data_collection_permissions: { required: ['none'] } },
    });
  });

  it('opens the sidebar with the draft at the click', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(`${address}/mail`);
    await firefox.clickToolbar(page);
    panel = await firefox.openPanel();
    await panel.waitForSelector('#field-batchNo', { timeout: 20_000 });
    expect(await firefox.isSidebarOpen()).toBe(true);
    expect(await panel.$eval('#field-batchNo', (input) => (input as HTMLInputElement).value)).toBe('FA-20261112');
  });

  it('saves into its own IndexedDB', async () => {
    await panel.click('[data-action=save]');
    await panel.waitForSelector('[data-view=saved]', { timeout: 10_000 });
    await panel.click('#tab-queue');
    await panel.waitForSelector('.queue-row[data-state=queued]', { timeout: 10_000 });
  });

  it('sets the alarms of deadlines', async () => {
    const names = await panel.evaluate('browser.alarms.getAll().then((all) => all.map(({ name }) => name))');
    expect(names).toContain('deadlines');
  });

  it('reads mails that were saved as files, by Outlook too', async () => {
    const files = ['../samples/mails/05-html-table-gb18030.eml', 'fixtures/msg/hello-cjk.msg'];
    const given = await Promise.all(
      files.map(async (file) => ({
        name: basename(file),
        base64: (await readFile(join(import.meta.dirname, file))).toString('base64'),
      })),
    );
    await panel.$eval(
      '[data-chooser=mails]',
      (input, mails) => {
        const transfer = new DataTransfer();
        for (const { name, base64 } of mails)
          transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
        (input as HTMLInputElement).files = transfer.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      given,
    );
    await panel.waitForSelector('.mails[data-waiting="2"]', { timeout: 20_000 });
    await panel.waitForSelector('.source [data-source-way=file]', { timeout: 10_000 });
    expect(await valueOf('contactName')).toBe('龚𠮷祥');
    await press('[data-action=save]');
    await panel.waitForSelector('[data-view=saved]', { timeout: 10_000 });
  });

  it('fills a form from what is typed on the phone, and saves it', async () => {
    await press('.ways-in [data-action=add]');
    await panel.waitForSelector('.add-menu [data-way=phone]');
    await press('.add-menu [data-way=phone]');
    await panel.waitForSelector('#form-text', { timeout: 10_000 });
    await panel.$eval('#form-text', (box) => {
      (box as HTMLTextAreaElement).value =
        '杭州华科建材有限公司张伟，电话 13900001111。减水剂结块，批号 FX-20261120，要求退货。';
      box.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await panel.waitForFunction(
      () => document.querySelector<HTMLInputElement>('#field-batchNo')?.value === 'FX-20261120',
      { timeout: 10_000, polling: 100 },
    );
    await press('[data-action=save]');
    await panel.waitForSelector('[data-view=saved]', { timeout: 10_000 });
  });

  it('finds in the queue, hands over by file, and writes a workbook', async () => {
    await press('#tab-queue');
    await rowsAre(3);
    await search('FX-2026');
    await rowsAre(1);
    await search('');
    await rowsAre(3);
    await press('[data-action=handoff-more]');
    await panel.waitForSelector('[data-action=export-workbook]');
    await press('[data-action=export-workbook]');
    await downloaded('.xlsx');
    await press('[data-action=export]');
    const envelope = HandoffEnvelope.parse(JSON.parse((await downloaded('.redress.json')).toString('utf8')));
    expect(envelope.complaints.map(({ values }) => values.batchNo)).toContain('FX-20261120');
    await panel.waitForFunction(() => document.querySelector('[data-shelf=handedOver]')?.textContent.includes('3'), {
      polling: 100,
    });
  });

  it('bridges to the task pane, and is deaf on another port though Firefox cannot match ports', async () => {
    const other = await servePages({ '/addin/taskpane.html': PANE });
    const pane = await firefox.browser.newPage();
    for (const [origin, kinds] of [
      [address, ['hello', 'welcome']],
      [other.address, ['hello']],
    ] as const) {
      await pane.goto(`${origin}/addin/taskpane.html`);
      await pane.evaluate('hello()');
      await new Promise((done) => setTimeout(done, 1_000));
      expect(await pane.evaluate('heard')).toEqual(kinds);
    }
    other.server.close();
  });
});
