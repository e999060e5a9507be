import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/import-graph.ts';
import { ensureChromium } from '../setup/ensure-browser.mjs';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

let folder: string;
let server: Server;
let address: string;
let browser: Browser;

/** Builds the add-in as it ships, for an https address, and serves it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-addin-'));
  await promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '-c', 'excel-addin/vite.config.ts'],
    {
      cwd: ROOT,
      env: { ...process.env, REDRESS_ADDIN_BASE: 'https://redress.example/addin/', REDRESS_OUT: folder },
    },
  );
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    readFile(join(folder, path)).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await puppeteer.launch({ executablePath: ensureChromium(), args: ['--no-sandbox'] });
});

afterAll(async () => {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
});

/** The pane at 320 px with Office.js from `officeJs`; what the page's policy refuses is collected. */
async function openPane(officeJs: string | null): Promise<{ page: Page; refused: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (!request.url().includes('appsforoffice.microsoft.com')) return void request.continue();
    if (officeJs === null) return void request.abort();
    return void request.respond({ contentType: 'text/javascript', body: officeJs });
  });
  await page.goto(`${address}taskpane.html`);
  return { page, refused };
}

const words = (page: Page) => page.evaluate(() => document.body.innerText);

describe('the built pane', () => {
  it('paints before Office.js has come, and says so when it does not come', async () => {
    const { page, refused } = await openPane(null);
    await page.waitForSelector('[role="alert"]');
    expect(await words(page)).toMatch(/appsforoffice\.microsoft\.com/);
    expect(await page.$$('button.primary')).toHaveLength(1);
    expect(refused).toEqual([]);
    await page.close();
  });

  it('says so in a page that does not stand in a spreadsheet, or in one that is too old', async () => {
    const office = (host: string, supported: boolean) =>
      `window.Office = { HostType: { Excel: 'Excel' }, onReady: async () => ({ host: ${host} }),
        context: { requirements: { isSetSupported: () => ${supported} } } };`;
    const alone = await openPane(office('null', true));
    await alone.page.waitForSelector('[role="alert"] button');
    const old = await openPane(office("'Excel'", false));
    await old.page.waitForSelector('[role="alert"]');
    expect(await words(old.page)).toMatch(/2021/);
    expect(await old.page.$$('button')).toHaveLength(0);
    expect([...alone.refused, ...old.refused]).toEqual([]);
    await alone.page.close();
    await old.page.close();
  });

  it('fits into 320 px', async () => {
    const { page } = await openPane(null);
    await page.waitForSelector('[role="alert"]');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.close();
  });

  it('asks nobody but its own server and the one of Office.js', async () => {
    const page = await browser.newPage();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).host));
    await page.goto(`${address}taskpane.html`);
    await page.waitForSelector('#pane > *');
    expect([...hosts].filter((host) => host !== new URL(address).host && host !== '')).toEqual([
      'appsforoffice.microsoft.com',
    ]);
    await page.close();
  });
});

describe('the build', () => {
  it('has a manifest for its own address, and the header that frames need', async () => {
    const manifest = await readFile(join(folder, 'manifest.xml'), 'utf8');
    expect(manifest).toContain('https://redress.example/addin/taskpane.html');
    expect(manifest).not.toContain('localhost');
    expect(await readFile(join(folder, '_headers'), 'utf8')).toMatch(
      /frame-ancestors 'self' https:\/\/\*\.cloud\.microsoft/,
    );
  });

  it('loads Office.js from Microsoft and lets no other code in', async () => {
    const html = await readFile(join(folder, 'taskpane.html'), 'utf8');
    expect(html).toContain('src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"');
    expect(html).toContain("script-src 'self' https://appsforoffice.microsoft.com;");
    expect(html).not.toContain('__');
  });

  it('has the help and the privacy page, in three languages each', async () => {
    for (const name of ['support.html', 'privacy.html']) {
      const html = await readFile(join(folder, name), 'utf8');
      for (const language of ['zh-CN', 'zh-TW', 'en'])
        expect(html, name).toContain(`<section id="${language}" lang="${language}">`);
    }
  });
});
