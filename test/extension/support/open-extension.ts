import type { Page, WebWorker } from 'puppeteer-core';
import { launchChromium, type ChromiumOptions, type LaunchedChromium } from '../../setup/launch.ts';
import { buildExtension, whenListening } from './built-extension.ts';

export interface OpenedExtension {
  chromium: LaunchedChromium;
  worker: WebWorker;
  close: () => Promise<void>;
}

/** The extension as it is built, in Chromium, its background listening; `stored` stands in its storage from the start. */
export async function openExtension(
  options: Omit<ChromiumOptions, 'extension'> & { stored?: Record<string, unknown> } = {},
): Promise<OpenedExtension> {
  const { stored, ...chosen } = options;
  const built = await buildExtension('chrome', 'https://localhost:3000/');
  const chromium = await launchChromium({ ...chosen, extension: built.folder });
  const worker = await whenListening(chromium);
  if (stored !== undefined) await worker.evaluate((items) => chrome.storage.local.set(items), stored);
  return {
    chromium,
    worker,
    close: async () => {
      await chromium.close();
      await built.remove();
    },
  };
}

/** A tab as wide as a clerk's. */
export async function newTab({ browser }: LaunchedChromium): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return page;
}
