import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paneOf, pressWord, settlePolicy, waitUntilIdle, type PaneDriver } from '../setup/drive-pane.ts';
import { press, textOf, textsOf } from '../setup/press.ts';
import { LEDGER, openScene, type Scene } from './open-scene.ts';

let scene: Scene;
let page: Page;
beforeAll(async () => {
  scene = await openScene();
  page = await scene.chromium.browser.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.goto(scene.excel.excelUrl(LEDGER));
  await page.waitForSelector('.cell');
});
afterAll(() => scene.close());

const cell = (row: number, column: number) => `.cell[data-row="${row}"][data-column="${column}"]`;
const shown = (row: number, column: number) => textOf(page, cell(row, column));
const drawn = () =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
const select = async (row: number, column: number) => {
  await page.click(cell(row, column));
  await drawn();
};

describe('the visible grid', () => {
  it('draws the cells that can be seen, as the file formats them', async () => {
    expect(await shown(3, 2)).toBe('客户名称');
    expect(await shown(4, 1)).toBe('2026/3/4 9:10');
    expect(await page.$$eval('.cell', (cells) => cells.length)).toBeLessThan(1_500);
  });

  it('shows the selected cell’s address and content', async () => {
    await select(6, 2);
    expect(await textOf(page, '.cell-address')).toBe('C7');
    expect(await textOf(page, '.cell-content')).toBe('桐乡广和建材经营部');
  });

  it('takes what is typed, moves on at Enter, and calculates', async () => {
    await select(5, 9);
    await page.keyboard.type('=30+3.5');
    await page.keyboard.press('Enter');
    await drawn();
    expect(await shown(5, 9)).toBe('33.5');
    expect(await textOf(page, '.cell-address')).toBe('J7');
  });

  it('leaves a cell as it was when Escape ends the typing', async () => {
    await select(6, 3);
    await page.keyboard.type('别人');
    await page.keyboard.press('Escape');
    await drawn();
    expect(await shown(6, 3)).toBe('钱师傅');
  });

  it('changes sheets by their tabs and scrolls to what was far away', async () => {
    await press(page, '统计');
    await drawn();
    expect(await shown(1, 0)).toBe('质量问题');
    await press(page, '客户投诉台账');
    await drawn();
    await page.$eval('.grid-scroll', (scroll) => scroll.scrollTo(0, 700));
    await drawn();
    expect(await shown(27, 1)).toBe('2026年9月22日 13:35');
    expect(await shown(3, 1)).toBe('投诉时间');
  });
});

describe('the grid beside a register', () => {
  it('colours what is overdue, and its drop-downs refuse other words', async () => {
    const pane: PaneDriver = { frame: await paneOf(page), locale: 'zh-CN' };
    await waitUntilIdle(pane);
    await pressWord(pane, 'found.next');
    await settlePolicy(pane, 'fly-ash');
    await pressWord(pane, 'mapping.next');
    await pressWord(pane, 'preview.build');
    await pane.frame.waitForSelector('.done', { timeout: 120_000 });
    const scrollRight = async (pixels: number) => {
      await page.$eval('.grid-scroll', (scroll, left) => scroll.scrollTo(left, 700), pixels);
      await drawn();
    };
    await scrollRight(2_200);
    const header = await textsOf(page, '.cell[data-row="3"]');
    expect(header).toContain('首次响应状态');
    const overdue = await page.$$eval('.cell', (cells) =>
      cells.filter((each) => each.textContent === '已逾期').map((each) => getComputedStyle(each).backgroundColor),
    );
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.every((colour) => /^rgb\((1[4-9]\d|2\d\d), \d{1,2}, \d{1,2}\)$/.test(colour))).toBe(true);
    await scrollRight(1_700);
    const grade = await page.$$eval('.cell[data-row="3"]', (cells) =>
      cells.find((each) => each.textContent === '投诉分级')?.getAttribute('data-column'),
    );
    await select(24, Number(grade));
    await page.keyboard.type('随便');
    await page.keyboard.press('Enter');
    await drawn();
    expect(await textOf(page, '.book-trouble')).toContain('一般');
    expect(await shown(24, Number(grade))).toBe('一般');
  });
});
