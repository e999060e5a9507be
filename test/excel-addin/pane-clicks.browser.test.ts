import puppeteer, { type Browser, type ElementHandle, type Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translate } from '../../core/wording/translate.ts';
import { serveExcel, type ExcelSite } from '../demo/serve-excel.ts';
import { confirmImport, paneOf, pressWord, readTally, settlePolicy, waitUntilIdle } from '../setup/drive-pane.ts';
import type { PaneDriver } from '../setup/drive-pane.ts';
import { ensureChromium } from '../setup/ensure-browser.mjs';
import { press, textOf } from '../setup/press.ts';
import { complaint, envelope } from './complaints-fixture.ts';
import { ledgerWithSlips } from './slips-fixture.ts';

const LEDGER = '投诉台账.xlsx';
const word = (code: string, params = {}) => translate('zh-CN', code, params);

let excel: ExcelSite;
let browser: Browser;
let frame: Frame;
let pane: PaneDriver;

beforeAll(async () => {
  const books = [{ fileName: LEDGER, bytes: ledgerWithSlips() }];
  excel = await serveExcel({ port: 0, books, parts: ['addin', 'excelPage'] });
  browser = await puppeteer.launch({
    executablePath: ensureChromium(),
    env: { ...process.env, TZ: 'Asia/Shanghai', LANGUAGE: 'zh_CN' },
    args: ['--no-sandbox', '--lang=zh-CN', '--accept-lang=zh-CN,zh'],
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.goto(excel.excelUrl(LEDGER));
  await page.waitForSelector('.cell');
  frame = await paneOf(page);
  pane = { frame, locale: 'zh-CN' };
  await waitUntilIdle(pane);
  await pressWord(pane, 'found.next');
  await settlePolicy(pane, 'general');
}, 300_000);

afterAll(async () => {
  await browser.close();
  await excel.close();
});

/** Drops or pastes an export on the pane, as a file or as text. */
async function hand(how: 'drop' | 'paste', text: string): Promise<void> {
  await frame.evaluate(
    (kind, content) => {
      const data = new DataTransfer();
      if (kind === 'drop') data.items.add(new File([content], '投诉.redress.json', { type: 'application/json' }));
      else data.setData('text/plain', content);
      const event =
        kind === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    },
    how,
    text,
  );
}

/** Clicks the first button there is. */
const push = (card: ElementHandle, where: 'form button' | '.actions button') =>
  card.$eval(where, (button) => button.click());

describe('the pane, clicked through', () => {
  it('goes through the policy’s blanks before the register is made', async () => {
    await press(frame, word('pane.policy.blanks'));
    await frame.waitForSelector('.policy-question', { visible: true });
    const asked = await textOf(frame, '.policy-question h3');
    await press(frame, word('settings.leaveBlank'));
    await frame.waitForFunction(
      (before) => document.querySelector('.policy-question h3')?.textContent !== before,
      {},
      asked,
    );
    await pressWord(pane, 'mapping.next');
    await pressWord(pane, 'preview.build');
    await frame.waitForSelector('.done', { timeout: 120_000 });
  });

  it.each(['drop', 'paste'] as const)('takes an export by %s', async (how) => {
    const number = how === 'drop' ? 1 : 2;
    const values = { ...complaint(number).values, batchNo: `0073${String(number)}`, customerName: `客户${how}` };
    await hand(how, JSON.stringify(envelope(complaint(number, { values }))));
    expect(await readTally(pane)).toEqual({ added: 1, there: 0 });
    await confirmImport(pane);
  });

  it('accepts a finding’s fix and takes it back', async () => {
    await press(frame, word('findings.nav'));
    await waitUntilIdle(pane);
    await frame.waitForSelector('.finding-group');
    await frame.$$eval(
      '.finding-group summary',
      (nodes, title) => nodes.find((node) => node.textContent.includes(title))?.click(),
      word('findings.kind.numberAsText'),
    );
    await press(frame, word('findings.accept'));
    await waitUntilIdle(pane);
    await frame.waitForSelector('.history', { timeout: 30_000 });
    await press(frame, word('findings.accepted.undo'));
    await frame.waitForFunction(() => document.querySelector('.history') === null, { timeout: 30_000 });
  });

  it('answers a question of the settings wizard', async () => {
    await pressWord(pane, 'nav.register');
    await waitUntilIdle(pane);
    await press(frame, word('settings.title'));
    await frame.waitForSelector('.policy-question', { timeout: 30_000 });
    const progress = () => frame.$eval('.policy-progress progress', (node) => node.value);
    const before = await progress();
    const asked = await textOf(frame, '.policy-question h3');
    await frame.type('.policy-answer input', '3');
    await frame.select('.policy-answer select', word('options.target.unit.workHours'));
    await press(frame, word('settings.save'));
    await waitUntilIdle(pane);
    await frame.waitForFunction(
      (was) => document.querySelector('.policy-question h3')?.textContent !== was,
      { timeout: 30_000 },
      asked,
    );
    expect(await progress()).toBeGreaterThan(before);
  });

  it('confirms a reason to pause, changes a day, and says what is missing', async () => {
    const card = (title: string) => `::-p-xpath(//section[h3[text()='${word(title)}']])`;
    const pauses = await frame.waitForSelector(card('settings.pauses.title'));
    const days = await frame.waitForSelector(card('settings.table.days'));
    if (!pauses || !days) throw new Error('no cards');
    await push(pauses, '.actions button');
    const [name, cap] = await pauses.$$('input[type=text]');
    expect(await name?.evaluate((input) => document.activeElement === input)).toBe(true);
    await cap?.type('一周');
    await push(pauses, 'form button');
    expect(await (await pauses.waitForSelector('.wrong'))?.evaluate((node) => node.textContent)).toBe(
      word('settings.pauses.wrong'),
    );
    await cap?.evaluate((input) => input.select());
    await cap?.type('7');
    await push(pauses, 'form button');
    await waitUntilIdle(pane);
    const kept = await pauses.waitForSelector('.rows .soft');
    expect(await kept?.evaluate((node) => node.textContent)).toContain(word('settings.pauses.days', { count: 7 }));

    await push(days, '.actions button');
    await push(days, 'form button');
    expect(await (await days.waitForSelector('.wrong'))?.evaluate((node) => node.textContent)).toBe(
      word('settings.days.noDate'),
    );
    await days.$eval('input[type=date]', (input) => {
      input.value = '2099-01-04';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await (await days.$('select'))?.select('open');
    await push(days, 'form button');
    await waitUntilIdle(pane);
    const line = await days.waitForSelector('.rows .grow');
    expect(await line?.evaluate((node) => node.textContent)).toContain('2099-01-04');
  });
});
