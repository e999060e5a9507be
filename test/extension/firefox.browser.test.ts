import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
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

  beforeAll(async () => {
    const mail = await readFile(join(import.meta.dirname, 'fixtures/mail.html'), 'utf8');
    ({ address, server } = await servePages({ '/mail': mail, '/addin/taskpane.html': PANE }));
    built = await buildExtension('firefox', `${address}/addin/`);
    firefox = await launchFirefox(executable ?? '', built.folder);
  });

  afterAll(async () => {
    await firefox.close();
    server.close();
    await built.remove();
  });

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
