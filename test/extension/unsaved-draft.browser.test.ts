import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressAt, textOf } from '../setup/press.ts';
import { aCapture } from './support/a-complaint.ts';
import { buildExtension, launchChromium, type LaunchedChromium } from './support/built-extension.ts';

let built: Awaited<ReturnType<typeof buildExtension>>;
let chromium: LaunchedChromium;
let panel: Page;

beforeAll(async () => {
  built = await buildExtension('chrome', 'https://localhost:3000/');
  chromium = await launchChromium({ extension: built.folder });
  panel = await chromium.browser.newPage();
  await panel.setViewport({ width: 360, height: 800 });
  await panel.goto(`chrome-extension://${chromium.extensionId}/sidepanel.html`);
  await panel.waitForSelector('#tab-queue');
});
afterAll(async () => {
  await chromium.close();
  await built.remove();
});

async function open(clipId: string, title: string): Promise<void> {
  const capture = aCapture({ title, identity: `<${clipId}>`, blocks: [{ role: 'body', label: null, text: title }] });
  await panel.evaluate(
    async (id, read) => {
      const { id: windowId } = await chrome.windows.getCurrent();
      const request = { windowId, clipId: id, capture: read };
      await chrome.runtime.sendMessage({ app: 'redress', name: 'openCapture', request });
    },
    clipId,
    capture,
  );
}

/** What the browser forgets when it ends, is gone; the panel is opened anew. */
async function restart(): Promise<void> {
  await panel.evaluate(() => chrome.storage.session.clear());
  await panel.reload();
  await panel.waitForSelector('#tab-queue');
}

const customer = () => panel.$eval('#field-customerName', (input) => (input as unknown as { value: string }).value);

describe('a draft that was edited and not saved', () => {
  it('is offered after a restart, comes back with what was typed, and is never put over another', async () => {
    await open('one', '粉煤灰结块，要求退货');
    await panel.waitForSelector('#field-customerName');
    await panel.type('#field-customerName', '华科混凝土');
    await new Promise((done) => setTimeout(done, 500));
    await restart();
    await panel.waitForSelector('[data-notice="unsaved"]');
    expect(await textOf(panel, '[data-notice="unsaved"]')).toContain('粉煤灰结块，要求退货');
    expect(await panel.$('#field-customerName')).toBe(null);

    await open('two', '水泥少了两吨，要求补发');
    await panel.waitForSelector('#field-customerName');
    await panel.type('#field-customerName', '粤海建材');
    await pressAt(panel, '[data-action="open-unsaved"]');
    await panel.waitForSelector('[data-notice="new-clip"]');
    expect(await customer()).toContain('粤海建材');
    await pressAt(panel, '[data-action="take-new"]');
    await panel.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('#field-customerName')?.value.includes('华科混凝土'),
    );
    expect(await panel.$('[data-notice="unsaved"]')).toBe(null);
  });

  it('is gone once it is given up', async () => {
    await restart();
    await pressAt(panel, '[data-action="discard-unsaved"]');
    await panel.waitForSelector('[data-notice="unsaved"]', { hidden: true });
    await restart();
    await new Promise((done) => setTimeout(done, 500));
    expect(await panel.$('[data-notice="unsaved"]')).toBe(null);
  });
});
