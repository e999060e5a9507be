import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import { clickToolbar, launchChromium, type LaunchedChromium } from '../../setup/launch.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The extension, built for an add-in address, in a folder of its own. */
export async function buildExtension(browser: 'chrome' | 'firefox', addinBase: string) {
  const out = await mkdtemp(join(tmpdir(), 'redress-extension-'));
  const env = { ...process.env, REDRESS_OUT: out, REDRESS_ADDIN_BASE: addinBase };
  await promisify(execFile)(process.execPath, ['node_modules/wxt/bin/wxt.mjs', 'build', '-b', browser], {
    cwd: ROOT,
    env,
  });
  const folder = join(out, `${browser}-mv3`);
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  return { folder, manifest, remove: () => rm(out, { recursive: true, force: true }) };
}

/** Serves pages by path, on a port of its own. */
export async function servePages(pages: Record<string, string>): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, server };
}

/** The service worker hears clicks only once its listeners stand; a test is faster than any user. */
export async function whenListening({ browser }: LaunchedChromium) {
  const target = await browser.waitForTarget((each) => each.url().endsWith('/background.js'), { timeout: 20_000 });
  const worker = await target.worker();
  if (worker === null) throw new Error('no service worker');
  for (;;) {
    const listens = await worker.evaluate(
      () => typeof chrome !== 'undefined' && 'action' in chrome && chrome.action.onClicked.hasListeners(),
    );
    if (listens) return worker;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Clicks the toolbar button and gives the side panel, in the width of a real one. */
export async function clip(chromium: LaunchedChromium, page: Page): Promise<Page> {
  await clickToolbar(chromium, page);
  const target = await chromium.browser.waitForTarget((each) => each.url().includes('/sidepanel.html'), {
    timeout: 20_000,
  });
  const panel = await target.asPage();
  await panel.setViewport({ width: 360, height: 800 });
  return panel;
}

export { launchChromium, type LaunchedChromium };
