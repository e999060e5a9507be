import type { Page } from 'puppeteer-core';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { whenListening } from '../../extension/support/built-extension.ts';
import { clickToolbar, type LaunchedChromium } from '../../setup/launch.ts';

interface Clip {
  state: string;
  clipId: string;
  code?: string;
  capture?: unknown;
}

/** Clicks the toolbar button over a page and gives what the extension read, as it keeps it for the panel. */
export async function captureOnClick(chromium: LaunchedChromium, page: Page): Promise<PageCapture> {
  const before = new Set((await clips(chromium)).map(({ clipId }) => clipId));
  await clickToolbar(chromium, page);
  for (let tries = 0; tries < 200; tries += 1) {
    const clip = (await clips(chromium)).find(({ clipId, state }) => !before.has(clipId) && state !== 'reading');
    if (clip?.state === 'read') return PageCapture.parse(clip.capture);
    if (clip !== undefined) throw new Error(`The page was refused: ${clip.code ?? clip.state}`);
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`Nothing was read of ${page.url()}`);
}

async function clips(chromium: LaunchedChromium): Promise<Clip[]> {
  const worker = await whenListening(chromium);
  const stored = await worker.evaluate(() => chrome.storage.session.get());
  return Object.entries(stored).flatMap(([key, value]) => (key.startsWith('clip:') ? [value as Clip] : []));
}
