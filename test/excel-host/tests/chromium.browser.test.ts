import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer, { type Browser, type Frame } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLIENT_FILE } from '../node/client.ts';
import { openAnyWorkbook } from '../file/open-any-workbook.ts';
import { openHost } from '../node/open-host.ts';

const CHROMIUM = process.env['REDRESS_CHROMIUM'] ?? '/usr/bin/chromium';
const here = import.meta.dirname;

/** A classic script from one entry, in memory. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: resolve(here, entry), formats: ['iife'], name: 'redress' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} gave no script`);
  return chunk.code;
}

const PANE = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<script src="/office/office.js"></script><p>pane</p>`;
const PAGE = `<!doctype html><script src="/host.js"></script><iframe src="/pane.html"></iframe>`;

describe.skipIf(!existsSync(CHROMIUM))('the host in Chromium', () => {
  let server: Server;
  let browser: Browser;
  let origin = '';

  beforeAll(async () => {
    const files = new Map<string, { type: string; body: string }>([
      ['/host.html', { type: 'text/html', body: PAGE }],
      ['/pane.html', { type: 'text/html', body: PANE }],
      ['/host.js', { type: 'text/javascript', body: await bundle('pages/host.ts') }],
      ['/office/office.js', { type: 'text/javascript', body: await bundle('../browser/office.ts') }],
      ['/office/excel-web-16.00.debug.js', { type: 'text/javascript', body: await readFile(CLIENT_FILE, 'utf8') }],
    ]);
    server = createServer((request, response) => {
      const file = files.get(request.url ?? '');
      response.writeHead(file ? 200 : 404, { 'content-type': `${file?.type ?? 'text/plain'}; charset=utf-8` });
      response.end(file?.body ?? '');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await puppeteer.launch({
      executablePath: CHROMIUM,
      headless: true,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function openPane(): Promise<{
    pane: Frame;
    saved: () => Promise<Uint8Array>;
    edit: (value: string) => Promise<void>;
  }> {
    const page = await browser.newPage();
    await page.goto(`${origin}/host.html`);
    const frame = await page.waitForFrame((candidate) => candidate.url().endsWith('/pane.html'));
    await frame.waitForFunction('typeof Office !== "undefined"');
    return {
      pane: frame,
      saved: async () => Uint8Array.from((await page.evaluate('Array.from(savedWorkbook())')) as number[]),
      edit: async (value) => {
        await page.evaluate(`editAsUser(${JSON.stringify(value)})`);
      },
    };
  }

  test('a pane reads, writes and saves through the genuine client', async () => {
    const { pane, saved } = await openPane();
    const read = await pane.evaluate(`Office.onReady().then((info) => Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A2:B2').values = [['T-001', '=1+1']];
      const used = sheet.getUsedRange().load('address,values');
      sheet.load('name');
      await context.sync();
      return { host: info.host, name: sheet.name, address: used.address, values: used.values };
    }))`);
    expect(read).toEqual({
      host: 'Excel',
      name: '台账',
      address: '台账!A1:B2',
      values: [
        ['编号', '数'],
        ['T-001', 2],
      ],
    });
    const again = openAnyWorkbook(await saved(), 'saved.xlsx');
    expect(again.ok && openHost(again.workbook).host.values('台账', 'A2:B2')).toEqual([['T-001', 2]]);
  }, 60_000);

  test("a user's edit in the page reaches the pane as an event", async () => {
    const { pane, edit } = await openPane();
    await pane.evaluate(`Office.onReady().then(() => Excel.run(async (context) => {
      globalThis.seen = [];
      context.workbook.worksheets.onChanged.add(async (event) => seen.push([event.address, event.source, event.triggerSource]));
      await context.sync();
    }))`);
    await edit('处理中');
    await pane.waitForFunction('seen.length > 0');
    expect(await pane.evaluate('seen')).toEqual([['A2', 'Local', 'Unknown']]);
  }, 60_000);

  test('what office.js takes away from add-ins is gone', async () => {
    const { pane } = await openPane();
    expect(
      await pane.evaluate('[history.pushState, (() => { try { alert("x") } catch { return "threw" } })()]'),
    ).toEqual([null, 'threw']);
  }, 60_000);
});
