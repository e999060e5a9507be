import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, WebWorker } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';
import {
  buildExtension,
  clip,
  launchChromium,
  servePages,
  whenListening,
  type LaunchedChromium,
} from './support/built-extension.ts';

const PANE = `<!doctype html><title>pane</title><script>
  window.heard = [];
  addEventListener('message', (event) => { if (event.data?.kind && event.source === window) window.heard.push(event.data); });
  window.say = (message) => postMessage({ app: 'redress', version: 1, nonce: 'nonce-of-this-pane-1', ...message }, location.origin);
</script>`;

let built: Awaited<ReturnType<typeof buildExtension>>;
let chromium: LaunchedChromium;
let worker: WebWorker;
let server: Server;
let address: string;
let page: Page;
let panel: Page;
let downloads: string;

beforeAll(async () => {
  const mail = await readFile(join(import.meta.dirname, 'fixtures/mail.html'), 'utf8');
  ({ address, server } = await servePages({
    '/mail': mail,
    '/other': mail.replaceAll('FA-20261112', 'FA-20261113'),
    '/addin/taskpane.html': PANE,
    '/elsewhere.html': PANE,
  }));
  built = await buildExtension('chrome', `${address}/addin/`);
  downloads = await mkdtemp(join(tmpdir(), 'redress-downloads-'));
  chromium = await launchChromium({ extension: built.folder, downloads });
  worker = await whenListening(chromium);
  await worker.evaluate(() =>
    chrome.storage.local.set({
      settings: { schemaVersion: 1, locale: 'zh-CN', zone: 'Asia/Shanghai', policyId: 'general', company: null },
    }),
  );
  page = await chromium.browser.newPage();
});

afterAll(async () => {
  await chromium.close();
  server.close();
  await built.remove();
  await rm(downloads, { recursive: true, force: true });
});

const badge = () => worker.evaluate(() => chrome.action.getBadgeText({}));
const value = (field: string) => panel.$eval(`#field-${field}`, (input) => (input as HTMLInputElement).value);
const textOf = (selector: string) => panel.$eval(selector, (element) => element.textContent);

async function closePanel(): Promise<void> {
  const isGone = new Promise((done) => panel.once('close', done));
  await panel.evaluate(() => window.close()).catch(() => undefined);
  await isGone;
}

/** How far the last click came. */
async function clipState(): Promise<string | undefined> {
  const kept = await worker.evaluate(() => chrome.storage.session.get());
  const clips = Object.entries(kept).filter(([key]) => key.startsWith('clip:'));
  return (clips[0]?.[1] as { state: string } | undefined)?.state;
}

/** Worlds of extensions in the page: each is a script put into it. */
async function extensionWorlds(): Promise<number> {
  const session = await page.createCDPSession();
  let worlds = 0;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds += 1;
  });
  await session.send('Runtime.enable');
  await session.detach();
  return worlds;
}

async function until(check: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

describe('the built extension', () => {
  it('asks at install for no site, and for no more than it uses', () => {
    expect(built.manifest['permissions']).toEqual([
      'activeTab',
      'scripting',
      'storage',
      'contextMenus',
      'alarms',
      'notifications',
      'sidePanel',
    ]);
    expect(built.manifest['host_permissions']).toBeUndefined();
    expect(built.manifest['web_accessible_resources']).toBeUndefined();
    expect(built.manifest['externally_connectable']).toBeUndefined();
  });

  it('has one static content script, on the address of the add-in only', () => {
    expect(built.manifest['content_scripts']).toEqual([
      {
        matches: [`${address}/addin/*`],
        all_frames: true,
        run_at: 'document_start',
        js: ['content-scripts/bridge.js'],
      },
    ]);
  });
});

describe('one complaint, from the click to the file', () => {
  it('puts nothing into a page before the click', async () => {
    await page.goto(`${address}/mail`);
    expect(await extensionWorlds()).toBe(0);
  });

  it('opens the panel with the draft at the click', async () => {
    panel = await clip(chromium, page);
    await panel.waitForSelector('#field-customerName');
    expect(await value('customerName')).toBe('华科混凝土有限公司');
    expect(await value('batchNo')).toBe('FA-20261112');
    expect(await value('receivedAt')).toBe('2026-11-20');
    expect(await textOf('[data-field=batchNo] .quote mark')).toBe('FA-20261112');
    expect(await textOf('[data-milestone=firstResponse] .deadline-due')).toBe('未设定');
    expect(await extensionWorlds()).toBe(1);
  });

  it('never scrolls sideways, down to 320 px', async () => {
    for (const width of [360, 320]) {
      await panel.setViewport({ width, height: 800 });
      expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const beyond = await panel.evaluate(() => {
        const scroll = document.querySelector('.scroll');
        return scroll === null ? -1 : scroll.scrollWidth - scroll.clientWidth;
      });
      expect(beyond).toBe(0);
    }
    await panel.setViewport({ width: 360, height: 800 });
  });

  it('names every control', async () => {
    const nameless = await panel.evaluate(() =>
      [...document.querySelectorAll('input:not([hidden]), select, textarea, button')]
        .filter((control) => {
          const labels = 'labels' in control ? (control.labels as NodeList | null) : null;
          return !control.getAttribute('aria-label') && !labels?.length && control.textContent.trim() === '';
        })
        .map((control) => control.outerHTML.slice(0, 120)),
    );
    expect(nameless).toEqual([]);
  });

  it('computes the first response once the user confirms working hours', async () => {
    await panel.click('#tab-settings');
    await panel.click('[data-action=confirm-hours]');
    await panel.waitForSelector('.hours[data-set=true]');
    await panel.click('#tab-clip');
    // Friday 2026-11-20 09:05, production stopped: one working hour.
    await until(
      async () => (await textOf('[data-milestone=firstResponse] .deadline-at')).endsWith('10:05'),
      'the deadline of the major grade',
    );
  });

  it('keeps what was typed when the panel is closed and opened again', async () => {
    await panel.type('#field-orderNo', 'PO-77');
    await until(
      async () => JSON.stringify(await worker.evaluate(() => chrome.storage.session.get())).includes('PO-77'),
      'the typed words to be kept',
    );
    await panel.reload();
    await panel.waitForSelector('#field-orderNo');
    expect(await value('orderNo')).toBe('PO-77');
  });

  it('keeps it when the click that opens the panel again clips the same page anew', async () => {
    await closePanel();
    panel = await clip(chromium, page);
    await panel.waitForSelector('#field-orderNo');
    await until(async () => (await clipState()) === 'read', 'the page to be read again');
    expect(await value('orderNo')).toBe('PO-77');
    expect(await panel.$('[data-notice=new-clip]')).toBeNull();
  });

  it('asks before the page of that click takes its place', async () => {
    await closePanel();
    await page.goto(`${address}/other`);
    panel = await clip(chromium, page);
    await panel.waitForSelector('[data-notice=new-clip]');
    expect([await value('orderNo'), await value('batchNo')]).toEqual(['PO-77', 'FA-20261112']);
    await panel.click('[data-action=stay]');
    await panel.waitForSelector('[data-notice=new-clip]', { hidden: true });
    expect(await value('orderNo')).toBe('PO-77');
    await page.goto(`${address}/mail`);
  });

  it('saves, reads back and counts on the badge', async () => {
    expect(await badge()).toBe('');
    await panel.click('[data-action=save]');
    await panel.waitForSelector('[data-view=saved]');
    expect(await badge()).toBe('1');
  });

  it('says that the page was clipped before, before it is saved again', async () => {
    await clip(chromium, page);
    await panel.waitForSelector('[data-notice=twin]');
    expect(await textOf('[data-action=save]')).toBe('仍要另存一条');
    expect(await badge()).toBe('1');
  });

  it('hands over by file and forgets nothing', async () => {
    await panel.click('#tab-queue');
    await panel.waitForSelector('[data-action=export]:not(:disabled)');
    await panel.click('[data-action=export]');
    await panel.waitForSelector('[data-notice=exported]');
    await until(async () => (await readdir(downloads)).some((name) => name.endsWith('.redress.json')), 'the file');
    const name = (await readdir(downloads)).find((each) => each.endsWith('.redress.json')) ?? '';
    const envelope = HandoffEnvelope.parse(JSON.parse(await readFile(join(downloads, name), 'utf8')));
    expect(envelope.complaints[0]?.values).toMatchObject({ batchNo: 'FA-20261112', orderNo: 'PO-77' });
    await until(async () => (await textOf('[data-shelf=handedOver]')).includes('已交接1'), 'the state handed over');
    expect(await badge()).toBe('1');
  });

  it('speaks with the task pane, and clears the badge only when the register has acknowledged', async () => {
    const pane = await chromium.browser.newPage();
    await pane.goto(`${address}/addin/taskpane.html`);
    const say = (message: object) =>
      pane.evaluate((words) => (window as unknown as { say: (words: object) => void }).say(words), message);
    const heard = async (kind: string) => {
      await pane.waitForFunction(
        (wanted) => (window as unknown as { heard: { kind: string }[] }).heard.some((each) => each.kind === wanted),
        { timeout: 15_000 },
        kind,
      );
      return pane.evaluate(
        (wanted) => (window as unknown as { heard: { kind: string }[] }).heard.find((each) => each.kind === wanted),
        kind,
      );
    };
    await say({ kind: 'hello' });
    expect(await heard('welcome')).toMatchObject({ waiting: 1 });
    await until(async () => (await panel.$('[data-connected=true]')) !== null, 'the panel to see the pane');
    await say({ kind: 'askQueue', requestId: 'r1' });
    const { envelope } = (await heard('queue')) as unknown as { envelope: HandoffEnvelope };
    expect(envelope.complaints).toHaveLength(1);
    await say({ kind: 'acknowledge', requestId: 'r2', ids: envelope.complaints.map(({ id }) => id) });
    await heard('acknowledged');
    await until(async () => (await badge()) === '', 'the badge to clear');
    await pane.close();
    await until(async () => (await panel.$('[data-connected=false]')) !== null, 'the panel to miss the pane');
  });

  it('is deaf beside the path of the add-in', async () => {
    const other = await chromium.browser.newPage();
    await other.goto(`${address}/elsewhere.html`);
    await other.evaluate(() => (window as unknown as { say: (words: object) => void }).say({ kind: 'hello' }));
    await new Promise((done) => setTimeout(done, 500));
    const kinds = await other.evaluate(() =>
      (window as unknown as { heard: { kind: string }[] }).heard.map(({ kind }) => kind),
    );
    expect(kinds).toEqual(['hello']);
    await other.close();
  });

  it('says plainly that a page of the browser cannot be read', async () => {
    await page.goto('chrome://version');
    await clip(chromium, page);
    await panel.waitForSelector('[data-view=refused][data-code=restrictedPage], [data-notice=refused]');
  });
});
