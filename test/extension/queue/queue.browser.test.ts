import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import { openTab, readQueue } from '../../setup/drive-panel.ts';
import { pressAt, textOf, textsOf } from '../../setup/press.ts';
import { aCapture, aComplaint } from '../support/a-complaint.ts';
import { buildExtension, launchChromium, type LaunchedChromium } from '../support/built-extension.ts';

const HOUR = 3_600_000;
let built: Awaited<ReturnType<typeof buildExtension>>;
let chromium: LaunchedChromium;
let panel: Page;

/** Sends a message as the panel does. */
async function send(name: string, request: object): Promise<unknown> {
  return panel.evaluate(
    async (message, wanted) => {
      const answer: { ok: boolean; reply?: unknown; fault?: string } = await chrome.runtime.sendMessage({
        app: 'redress',
        name: message,
        request: wanted,
      });
      if (!answer.ok) throw new Error(answer.fault);
      return answer.reply;
    },
    name,
    request,
  );
}

function due(hours: number, warnHours: number | null = null): Deadline {
  const at = (each: number) => new Date(Date.now() + each * HOUR).toISOString();
  return {
    milestone: 'firstResponse',
    basis: 'exact',
    startedAt: null,
    dueAt: at(hours),
    warnAt: warnHours === null ? null : at(warnHours),
    stoppedAt: null,
    status: 'running',
    trace: [],
  };
}

async function save(customerName: string, text: string, promised: Deadline[] = []): Promise<string> {
  const blocks = [{ role: 'body' as const, label: null, text }];
  const capture = aCapture({ identity: `<${customerName}>`, title: text, blocks });
  const values = { customerName, contactPhone: '138-0000-1234', description: text };
  const reply = (await send('saveComplaint', { complaint: aComplaint({ values, capture, promised }) })) as {
    value: { id: string };
  };
  return reply.value.id;
}

const until = (what: string) => panel.waitForFunction(what, { timeout: 20_000 });
const shown = () => panel.$$eval('.queue-row', (rows) => rows.map((row) => row.getAttribute('data-id')));

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

describe('the queue in the panel', () => {
  let late: string;
  let other: string;

  it('shows what is overdue first, on the list and on the badge', async () => {
    other = await save('粤海建材集团', '发货数量少两吨，请补发', [due(40)]);
    late = await save('华科混凝土有限公司', '粉煤灰卸货时发现严重结块，泵车堵管两次', [due(-1)]);
    await readQueue(panel);
    await until(`document.querySelectorAll('.queue-row').length === 2`);
    expect(await shown()).toEqual([late, other]);
    expect(await panel.$eval('.queue-row', (row) => row.getAttribute('data-due'))).toBe('overdue');
    const target = await chromium.browser.waitForTarget((each) => each.url().endsWith('/background.js'));
    const worker = await target.worker();
    const badge = await worker?.evaluate(async () => ({
      text: await chrome.action.getBadgeText({}),
      color: await chrome.action.getBadgeBackgroundColor({}),
      alarm: (await chrome.alarms.get('deadlines'))?.name,
    }));
    expect(badge).toEqual({ text: '1', color: [165, 39, 28, 255], alarm: 'deadlines' });
  });

  it("tells today's figures, and shows the overdue ones at a click", async () => {
    await pressAt(panel, '[data-fold="figures"] > summary');
    await until(`document.querySelector('[data-figure="overdue"] dd') !== null`);
    const figure = (name: string) => textOf(panel, `[data-figure="${name}"] dd`);
    expect(await Promise.all(['savedToday', 'open', 'overdue', 'soon'].map(figure))).toEqual(['2', '2', '1', '0']);
    await pressAt(panel, '[data-figure="overdue"] button');
    await until(`document.querySelectorAll('.queue-row').length === 1`);
    expect(await shown()).toEqual([late]);
    await pressAt(panel, '[data-action="filters"]');
    await pressAt(panel, '[data-action="clear-filters"]');
    await pressAt(panel, '[data-action="filters"]');
    await until(`document.querySelectorAll('.queue-row').length === 2`);
    await pressAt(panel, '[data-fold="figures"] > summary');
  });

  it('tells of it by a notification of the system, once', async () => {
    const target = await chromium.browser.waitForTarget((each) => each.url().endsWith('/background.js'));
    const worker = await target.worker();
    const told = () => worker?.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
    for (let tries = 0; tries < 100 && (await told())?.length === 0; tries++)
      await new Promise((done) => setTimeout(done, 100));
    expect(await told()).toEqual([`deadline:${late}`]);
    // The next look at the deadlines finds it told already, and sets its alarm anew.
    await worker?.evaluate(async (id) => {
      await chrome.notifications.clear(id);
      await chrome.alarms.create('deadlines', { when: Date.now() });
    }, `deadline:${late}`);
    const isLookedAt = () =>
      worker?.evaluate(async () => ((await chrome.alarms.get('deadlines'))?.scheduledTime ?? 0) > Date.now() + 10_000);
    for (let tries = 0; tries < 300 && (await isLookedAt()) !== true; tries++)
      await new Promise((done) => setTimeout(done, 100));
    expect(await isLookedAt()).toBe(true);
    expect(await told()).toEqual([]);
  });

  it('finds by a part of a word and by a phone, and says when nothing fits', async () => {
    await panel.type('input[type="search"]', '嚴重結塊');
    await until(`document.querySelectorAll('.queue-row').length === 1`);
    expect(await shown()).toEqual([late]);
    await panel.$eval('input[type="search"]', (input) => input.select());
    await panel.type('input[type="search"]', '13999999999');
    await panel.waitForFunction(`document.querySelectorAll('.queue-row').length === 0`);
    expect(await textOf(panel, '.queue-scroll .hint')).toContain('没有符合条件的投诉');
    await panel.$eval('input[type="search"]', (input) => input.select());
    await panel.keyboard.press('Backspace');
    await until(`document.querySelectorAll('.queue-row').length === 2`);
  });

  it('puts several aside, and takes it back', async () => {
    for (const box of await panel.$$('.queue-choose input')) await box.click();
    await pressAt(panel, '[data-action="batch-remove"]');
    await until(`document.querySelectorAll('.queue-row').length === 0`);
    await pressAt(panel, '[data-action="undo"]');
    await until(`document.querySelectorAll('.queue-row').length === 2`);
    expect((await shown()).sort()).toEqual([late, other].sort());
  });

  it('opens one, saves a change, queues it again after a hand-over, and keeps before and after', async () => {
    await send('actOnEntries', { ids: [other], act: 'markHandedOver' });
    await until(`document.querySelector('[data-id="${other}"]')?.dataset.state === 'handedOver'`);
    await pressAt(panel, `.queue-row[data-id="${other}"] [data-action="open-entry"]`);
    await panel.waitForSelector(`[data-view="entry"][data-id="${other}"]`);
    await panel.type('#entry-customerName', '东莞厂');
    await pressAt(panel, '[data-action="save-entry"]');
    await until(`document.querySelector('[data-notice="done"]')?.textContent.includes('重新列为待交接')`);
    await panel.$eval('.entry-history', (details) => details.setAttribute('open', ''));
    expect(await textsOf(panel, '.history-change')).toEqual(['粤海建材集团 → 粤海建材集团东莞厂']);
    await pressAt(panel, '[data-action="undo"]');
    await until(`document.querySelector('#entry-customerName')?.value === '粤海建材集团'`);
  });

  it('keeps what was typed and not saved, when the entry, the tab or the panel is left', async () => {
    const typed = () =>
      panel.evaluate(() =>
        ['#entry-customerName', '.note-input textarea'].map(
          (each) => document.querySelector<HTMLInputElement>(each)?.value,
        ),
      );
    const open = () => panel.waitForSelector(`[data-view="entry"][data-id="${other}"]`);
    await panel.type('#entry-customerName', '二厂');
    await panel.type('.note-input textarea', '样品');
    await pressAt(panel, '[data-action="back"]');
    await pressAt(panel, `.queue-row[data-id="${other}"] [data-action="open-entry"]`);
    await open();
    expect(await typed()).toEqual(['粤海建材集团二厂', '样品']);
    await panel.waitForSelector('[data-action="save-entry"]');
    await openTab(panel, 'settings');
    await openTab(panel, 'queue');
    await open();
    expect(await typed()).toEqual(['粤海建材集团二厂', '样品']);
    await panel.reload();
    await readQueue(panel);
    await pressAt(panel, `.queue-row[data-id="${other}"] [data-action="open-entry"]`);
    await open();
    expect(await typed()).toEqual(['粤海建材集团二厂', '样品']);
    await pressAt(panel, '[data-action="discard"]');
    await panel.$eval('.note-input textarea', (input) => input.select());
    await panel.keyboard.press('Backspace');
    await pressAt(panel, '[data-action="back"]');
    await pressAt(panel, `.queue-row[data-id="${other}"] [data-action="open-entry"]`);
    await open();
    expect(await typed()).toEqual(['粤海建材集团', '']);
  });

  it('takes a note, and says what the register may have otherwise', async () => {
    await panel.type('.note-input textarea', '样品已寄出');
    await pressAt(panel, '[data-action="add-note"]');
    await until(`document.querySelector('.entry-notes')?.textContent.includes('样品已寄出')`);
    await send('actOnEntries', { ids: [other], act: 'markRegistered' });
    await until(`document.querySelector('.entry-head .badge')?.textContent === '已登记'`);
    await panel.type('#entry-batchNo', 'FA-9');
    await pressAt(panel, '[data-action="save-entry"]');
    await panel.waitForSelector('[data-notice="ahead"]');
    await pressAt(panel, '[data-action="align"]');
    await panel.waitForSelector('[data-notice="ahead"]', { hidden: true });
  });

  it('shows a likely duplicate with its reason, merges it, and hands over only the other', async () => {
    const twin = await save('华科混凝土有限公司（转发）', '粉煤灰卸货时发现严重结块，泵车堵管两次。', [due(-1)]);
    await pressAt(panel, '[data-action="back"]');
    await pressAt(panel, `.queue-row[data-id="${twin}"] [data-action="open-entry"]`);
    await panel.waitForSelector(`[data-view="entry"][data-id="${twin}"]`);
    await pressAt(panel, '[data-action="find-twins"]');
    await panel.waitForSelector('[data-twins] li');
    expect(await textOf(panel, '[data-twins] li')).toContain('内容完全相同');
    await pressAt(panel, '[data-action="link-duplicate"]');
    await until(`document.querySelector('.entry-head .badge')?.textContent === '重复件'`);
    const { envelope } = (await send('handOver', {})) as { envelope: { complaints: { id: string }[] } };
    expect(envelope.complaints.map(({ id }) => id)).toEqual([late]);
    await pressAt(panel, '[data-action="back"]');
    await openTab(panel, 'queue');
  });

  it('gives everything out, and takes it in again without doubling', async () => {
    const all = (await send('exportAll', { after: '' })) as { entries: unknown[]; parts: object; next: null };
    expect([all.entries.length, all.next]).toEqual([3, null]);
    expect(Object.keys(all.parts)).toEqual(expect.arrayContaining(['settings', 'knowledge']));
    expect(await send('importAll', { entries: all.entries, from: 0 })).toMatchObject({ value: { added: 0, same: 3 } });
    const { known } = (await send('readKnowledge', {})) as { known: { customers: { text: string }[] } };
    expect(known.customers.map(({ text }) => text)).toContain('华科混凝土有限公司');
  });
});
