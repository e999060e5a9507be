import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { openAnyWorkbook } from '../excel-host/file/open-any-workbook.ts';
import { readQueue } from '../setup/drive-panel.ts';
import {
  confirmImport,
  paneOf,
  pressWord,
  readTally,
  settlePolicy,
  waitUntilIdle,
  type PaneDriver,
} from '../setup/drive-pane.ts';
import { sidePanelOf } from '../setup/launch.ts';
import { pressAt, textOf, textsOf } from '../setup/press.ts';
import { downloaded } from './downloaded.ts';
import type { ExcelSite } from './serve-excel.ts';
import type { Scene } from './scene.ts';
import type { Tell } from './terminal.ts';

/** The Excel half: the ledger becomes a register, what was clipped comes in once, the result is saved. */
export async function registerIn(scene: Scene, excel: ExcelSite): Promise<void> {
  const { terminal, chromium, inputs } = scene;
  const envelope = await exportQueue(scene);
  const page = await chromium.browser.newPage();
  await page.setViewport({ width: 1360, height: 900, deviceScaleFactor: 2 });
  const pane = await terminal.step('open', {}, (tell) => openLedger(scene, page, excel, tell));
  if (inputs.ledger.look.kind === 'ledger') await makeRegister(scene, pane);
  await terminal.step('send', {}, (tell) => sendByBridge(pane, tell));
  await terminal.step('again', {}, (tell) => sendByBridge(pane, tell));
  if (envelope !== null) await terminal.step('file', {}, (tell) => sendByFile(pane, envelope, tell));
  await terminal.step('result', {}, (tell) => saveResult(scene, page, pane, tell));
}

/** The hand-off file of all that waits, kept for the second sending; null when nothing waits. */
async function exportQueue({ chromium, downloads }: Scene): Promise<string | null> {
  const panel = await sidePanelOf(chromium);
  const states = Object.values(await readQueue(panel));
  if (states.every((state) => state === 'registered')) return null;
  await pressAt(panel, '[data-action="export"]');
  return downloaded(downloads, '.redress.json');
}

async function openLedger(scene: Scene, page: Page, excel: ExcelSite, tell: Tell): Promise<PaneDriver> {
  const { inputs, locale } = scene;
  await page.goto(excel.excelUrl(inputs.ledger.fileName), { waitUntil: 'load' });
  const pane: PaneDriver = { frame: await paneOf(page), locale };
  await waitUntilIdle(pane);
  const { look } = inputs.ledger;
  if (look.kind === 'register') tell('registerThere');
  else {
    await takeSheet(pane, look.sheet);
    tell('words', { words: (await textsOf(pane.frame, '.card .sheet-name, .card .figure, .card .facts')).join(' · ') });
  }
  return pane;
}

/** The pane takes the likeliest sheet; the user may want another. */
async function takeSheet(pane: PaneDriver, sheet: string): Promise<void> {
  await pane.frame.waitForSelector('.sheet-name', { timeout: 60_000 });
  if ((await textOf(pane.frame, '.sheet-name')) === sheet) return;
  const chosen = await pane.frame.evaluate((wanted) => {
    const row = [...document.querySelectorAll('.others li')].find(
      (each) => each.querySelector('.name')?.textContent === wanted,
    );
    const button = row?.querySelector('button');
    button?.click();
    return button !== null && button !== undefined;
  }, sheet);
  if (!chosen) throw new Error(`The pane does not offer the worksheet ${sheet}`);
  await pane.frame.waitForFunction(
    (wanted) => document.querySelector('.sheet-name')?.textContent.trim() === wanted,
    {},
    sheet,
  );
}

async function makeRegister({ terminal, inputs, locale }: Scene, pane: PaneDriver): Promise<void> {
  await terminal.step('confirm', {}, async (tell) => {
    await pressWord(pane, 'found.next');
    await settlePolicy(pane, inputs.pack.id);
    tell('policy', { policy: inputs.pack.label[locale] });
    await pressWord(pane, 'mapping.next');
    await pane.frame.waitForSelector('.lead', { timeout: 120_000 });
    tell('words', { words: (await textOf(pane.frame, '.lead')) ?? '' });
    tell('words', { words: (await textsOf(pane.frame, '.levels .level')).join(' · ') });
    await pressWord(pane, 'preview.build');
    await pane.frame.waitForSelector('.done', { timeout: 180_000 });
    await waitUntilIdle(pane);
    for (const words of await textsOf(pane.frame, '.done p')) tell('words', { words });
  });
}

async function sendByBridge(pane: PaneDriver, tell: Tell): Promise<void> {
  await pressWord(pane, 'nav.import');
  const { frame } = pane;
  await frame.waitForSelector('.source.connected', { timeout: 30_000 });
  const isWaiting = (await frame.$('.source.connected .primary')) !== null;
  if (!isWaiting) {
    tell('nothingToSend');
    return;
  }
  await pressAt(frame, '.source.connected .primary');
  tell('sent', { ...(await readTally(pane)) });
  tell('words', { words: await confirmImport(pane) });
}

async function sendByFile(pane: PaneDriver, path: string, tell: Tell): Promise<void> {
  await pressWord(pane, 'nav.import');
  const input = await pane.frame.waitForSelector('input[type="file"]');
  if (input === null) throw new Error('The pane takes no file');
  await input.uploadFile(path);
  tell('sent', { ...(await readTally(pane)) });
  tell('words', { words: await confirmImport(pane) });
}

async function saveResult({ inputs, downloads }: Scene, page: Page, pane: PaneDriver, tell: Tell): Promise<void> {
  await pressWord(pane, 'nav.today');
  await pane.frame.waitForSelector('.tiles', { timeout: 30_000 });
  await waitUntilIdle(pane);
  tell('words', { words: (await textsOf(pane.frame, '.tile')).map((text) => text.replace(/\s+/g, ' ')).join(' · ') });
  tell('words', { words: (await textOf(pane.frame, '.foot')) ?? '' });
  const picture = `${inputs.out}/task-pane.png` as const;
  const frame = await page.$('.pane-frame iframe');
  await frame?.screenshot({ path: picture });
  await pressAt(page, '#save-file');
  const bytes = await readSaved(await downloaded(downloads, '.xlsx'));
  const register = join(inputs.out, 'register.xlsx');
  await writeFile(register, bytes);
  for (const path of [register, join(inputs.out, 'side-panel.png'), picture]) tell('file', { path });
}

/** A result that cannot be opened again is no result. */
async function readSaved(path: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await readFile(path));
  const opened = openAnyWorkbook(bytes, basename(path));
  if (!opened.ok) throw new Error(`The saved register cannot be opened: ${opened.code}`);
  return bytes;
}
