import type { Server } from 'node:http';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureFirefox } from '../../setup/ensure-browser.mjs';
import { writeTaughtFile } from '../../../core/capture/taught-file.ts';
import type { TaughtRecipe } from '../../../core/capture/taught-recipe.ts';
import { buildExtension, servePages } from '../support/built-extension.ts';
import { launchFirefox, type LaunchedFirefox } from '../support/firefox.ts';
import { crmPage, OTHER } from './crm-pages.ts';

const executable = ensureFirefox();
if (executable === null) console.log('SKIPPED: Firefox is not here and cannot be installed');

describe.skipIf(executable === null)('taught recipes in Firefox', () => {
  let built: Awaited<ReturnType<typeof buildExtension>>;
  let firefox: LaunchedFirefox;
  let server: Server;
  let address: string;
  let panel: Page;

  beforeAll(async () => {
    ({ address, server } = await servePages({ '/crm/tickets/4712': crmPage(OTHER, 'build two') }));
    built = await buildExtension('firefox', 'https://localhost:3000/');
    firefox = await launchFirefox(executable ?? '', built.folder);
  });

  afterAll(async () => {
    await firefox.close();
    server.close();
    await built.remove();
  });

  it('are imported, stored, and read by', async () => {
    const recipe: TaughtRecipe = {
      schemaVersion: 1,
      id: 'taught-firefox',
      name: 'CRM',
      origin: address,
      page: '/crm/tickets/*',
      query: [],
      version: 1,
      changedAt: '2026-11-22T08:00:00Z',
      parts: [
        { part: 'customerName', label: '客户名称', sources: [{ selector: ':scope', read: { beside: ['客户名称'] } }] },
      ],
    };
    panel = await firefox.openPanel();
    await panel.waitForSelector('#tab-settings', { timeout: 20_000 });
    await panel.$eval('#tab-settings', (tab) => (tab as HTMLElement).click());
    await panel.waitForSelector('[data-action=import-taught]', { timeout: 10_000 });
    await panel.$eval(
      '[data-action=import-taught]',
      (input, text) => {
        const files = new DataTransfer();
        files.items.add(new File([text], 'recipes.json', { type: 'application/json' }));
        (input as HTMLInputElement).files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
      },
      writeTaughtFile([recipe], '2026-11-22T08:00:00Z'),
    );
    await panel.waitForSelector('[data-taught=taught-firefox]', { timeout: 10_000 });
    const page = await firefox.browser.newPage();
    await page.goto(`${address}/crm/tickets/4712`);
    await firefox.clickToolbar(page);
    panel = await firefox.openPanel();
    await panel.waitForSelector('[data-source-way=taught-firefox]', { timeout: 20_000 });
    await panel.waitForSelector('#field-customerName', { timeout: 10_000 });
    expect(await panel.$eval('#field-customerName', (input) => (input as HTMLInputElement).value)).toBe(OTHER.customer);
  });
});
