/**
 * How fast a large queue is, in real Chromium with the built extension:
 *   npx tsx test/bench/search-queue.ts [complaints] [folder of the built extension]
 * Fills a queue of version 1, lets the extension back it up and upgrade it, then asks as the panel does. Prints milliseconds.
 */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { FIRST_QUESTION, type QueueQuestion } from '../../core/queue/queue-question.ts';
import { buildExtension, launchChromium, type LaunchedChromium } from '../extension/support/built-extension.ts';

const count = Number(process.argv[2] ?? 100_000);
const given = process.argv[3];
const built = given === undefined ? await buildExtension('chrome', 'https://localhost:3000/') : null;
const chromium = await launchChromium({ extension: resolve(built?.folder ?? given ?? '') });

try {
  const page = await extensionPage(chromium);
  // The background must not open the queue while it is written: it sleeps until it is asked.
  await page.evaluate('chrome.alarms.clearAll()');
  await stopWorker(chromium);
  await page.evaluate(fillFirstVersion, count);
  say(`${count} complaints written as version 1`, null);

  say('first answer while it is backed up', (await ask(page, FIRST_QUESTION)).ms);
  const upgraded = await untilWhole(page, FIRST_QUESTION);
  say(`  all upgraded (answers meanwhile took up to ${upgraded.longest.toFixed(0)} ms)`, upgraded.ms);
  for (let turn = 0; turn < 3; turn++) {
    await stopWorker(chromium);
    say('worker start alone', (await timed(page, 'takeAskedEntry', {})).ms);
    await stopWorker(chromium);
    say('first page with counts, worker just started', (await ask(page, FIRST_QUESTION)).ms);
    const whole = await untilWhole(page, FIRST_QUESTION);
    say(`  all rows read (short questions meanwhile took up to ${whole.longest.toFixed(0)} ms)`, whole.ms);
    await stopWorker(chromium);
    const first = await ask(page, search('泵车 结块'));
    say(`search, worker just started: ${first.total} found so far`, first.ms);
    say('  all found', first.ms + (await untilWhole(page, search('泵车 结块'))).ms);
  }
  for (const words of ['结块', '13800012345', 'FA-2026', '華科混凝土', 'nothing like it'])
    await report(page, `search “${words}”`, search(words));
  await report(page, 'first page with counts', FIRST_QUESTION);
  await report(page, 'page in the middle', { ...FIRST_QUESTION, from: Math.floor(count / 2) });
  await report(page, 'overdue, by customer', { ...FIRST_QUESTION, due: 'overdue', sort: 'customer' });
  const twins = await timed(page, 'findTwins', { capture: await page.evaluate(aCapture, 4_711), values: {} });
  say(`twins of a new complaint (${(twins.reply as { twins: unknown[] }).twins.length} found)`, twins.ms);
  say('counts for the badge', (await timed(page, 'countQueue', {})).ms);
} finally {
  await chromium.close();
  await built?.remove();
}

function say(what: string, ms: number | null): void {
  process.stdout.write(`${what.padEnd(46)} ${ms === null ? '' : `${ms.toFixed(0)} ms`}\n`);
}

function search(words: string): QueueQuestion {
  return { ...FIRST_QUESTION, search: words };
}

/** Asked three times with another part each, as an answer is kept for scrolling: the first is new, the others are scrolling. */
async function report(page: Page, what: string, question: QueueQuestion): Promise<void> {
  const first = await ask(page, question);
  const again = await ask(page, { ...question, from: question.from + 50 });
  say(`${what}: ${first.total} found`, first.ms);
  say('  scrolled on', again.ms);
}

interface Asked {
  ms: number;
  total: number;
  isWhole: boolean;
}

async function ask(page: Page, question: QueueQuestion): Promise<Asked> {
  const { ms, reply } = await timed(page, 'searchQueue', { question });
  const { total, facets } = reply as { total: number; facets: unknown };
  return { ms, total, isWhole: facets !== null };
}

/** Asks until all rows are read; `longest` is what a panel had to wait for the worst answer meanwhile. */
async function untilWhole(page: Page, question: QueueQuestion): Promise<{ ms: number; longest: number }> {
  const begun = performance.now();
  for (let longest = 0; ;) {
    const asked = await ask(page, question);
    if (asked.isWhole) return { ms: performance.now() - begun, longest };
    longest = Math.max(longest, asked.ms);
    await new Promise((done) => setTimeout(done, 100));
  }
}

interface Timed {
  ms: number;
  reply: unknown;
}

/** The page takes the time; it is asked for it until it has it, as one answer may take longer than the driver waits. */
async function timed(page: Page, name: string, request: object): Promise<Timed> {
  await page.evaluate(
    (message, wanted) => {
      const place = globalThis as { timed?: Timed | string | null };
      const begun = performance.now();
      place.timed = null;
      chrome.runtime.sendMessage({ app: 'redress', name: message, request: wanted }).then(
        (answer: { ok: boolean; reply?: unknown; fault?: string }) => {
          const ms = performance.now() - begun;
          place.timed = answer.ok ? { ms, reply: answer.reply } : String(answer.fault);
        },
        (error: unknown) => (place.timed = String(error)),
      );
    },
    name,
    request,
  );
  for (;;) {
    const result = await page.evaluate(() => (globalThis as { timed?: Timed | string | null }).timed ?? null);
    if (typeof result === 'string') throw new Error(result);
    if (result !== null) return result;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** A page of the extension that asks nothing by itself. */
async function extensionPage({ browser, extensionId }: LaunchedChromium): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`chrome-extension://${extensionId}/icon/128.png`);
  // The runner names functions by a helper of its own, which the page lacks.
  await page.evaluate('globalThis.__name = (named) => named');
  return page;
}

async function stopWorker({ browser }: LaunchedChromium): Promise<void> {
  const target = browser.targets().find((each) => each.url().endsWith('/background.js'));
  const worker = await target?.worker();
  // The worker may go by itself meanwhile; then there is no session left to part from.
  await worker?.close().catch((error: unknown) => {
    if (!String(error).includes('No session')) throw error;
  });
  await new Promise((done) => setTimeout(done, 500));
}

/** Runs in the page: a complaint's page, as the reader gives it. */
function aCapture(at: number) {
  const goods = ['粉煤灰', '矿粉', '水泥', '减水剂', '碎石'];
  const faults = ['卸货时发现严重结块', '细度超标，泵车堵管', '包装破损，受潮', '送货迟到四个小时', '数量少了两吨'];
  const text =
    `客户名称：华科混凝土有限公司第${at % 3_000}分公司\n批号：FA-2026${String(at).padStart(6, '0')}\n` +
    `你好，第${at}车${goods[at % 5] ?? ''}${faults[(at >> 3) % 5] ?? ''}，工地停了${at % 50}个小时，要求${at % 2 ? '退货' : '赔偿'}${at * 7}元。` +
    `联系人王建国，电话 138${String(at).padStart(8, '0')}，请尽快派人到现场处理并答复。`;
  return {
    schemaVersion: 1,
    readBy: { way: 'recipe', recipe: 'sample-webmail' },
    url: `https://mail.example/?open=${at}`,
    title: `${goods[at % 5] ?? ''}${faults[(at >> 3) % 5] ?? ''}`,
    capturedAt: '2026-11-20T01:30:00Z',
    zone: 'Asia/Shanghai',
    identity: `<${at}@huake.example>`,
    from: { name: '王建国', address: `wang${at}@huake.example` },
    to: [],
    sentAt: '2026-11-20T09:05:00+08:00',
    sentAtText: '2026年11月20日 09:05',
    blocks: [{ role: 'body', label: null, text }],
    attachments: [],
    notFound: [],
  };
}

/** Runs in the page. */
async function fillFirstVersion(complaints: number): Promise<void> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  await done(indexedDB.deleteDatabase('redress-queue'));
  // Dexie keeps its versions tenfold.
  const opening = indexedDB.open('redress-queue', 10);
  opening.onupgradeneeded = () => {
    const store = opening.result.createObjectStore('complaints', { keyPath: 'id' });
    for (const key of ['entry.state', 'identity', 'fingerprint']) store.createIndex(key, key);
  };
  const database = await done(opening);
  const goods = ['粉煤灰', '矿粉', '水泥', '减水剂', '碎石'];
  const faults = ['卸货时发现严重结块', '细度超标，泵车堵管', '包装破损，受潮', '送货迟到四个小时', '数量少了两吨'];
  for (let from = 0; from < complaints; from += 2_000) {
    const transaction = database.transaction('complaints', 'readwrite', { durability: 'relaxed' });
    for (let at = from; at < Math.min(from + 2_000, complaints); at++) {
      const name = `华科混凝土有限公司第${at % 3_000}分公司`;
      const title = `${goods[at % 5] ?? ''}${faults[(at >> 3) % 5] ?? ''}`;
      const batch = `FA-2026${String(at).padStart(6, '0')}`;
      const phone = `138${String(at).padStart(8, '0')}`;
      const text =
        `客户名称：${name}\n批号：${batch}\n` +
        `你好，第${at}车${title}，工地停了${at % 50}个小时，要求${at % 2 ? '退货' : '赔偿'}${at * 7}元。` +
        `联系人王建国，电话 ${phone}，请尽快派人到现场处理并答复。`;
      const savedAt = new Date(1_760_000_000_000 + at * 300_000).toISOString();
      const dueAt = new Date(1_760_000_000_000 + at * 300_000 + 86_400_000).toISOString();
      const id = `01JD${String(at).padStart(22, '0')}`;
      const state = at < complaints - 400 ? 'registered' : at % 2 === 0 ? 'handedOver' : 'queued';
      const evidence = { block: 0, start: text.indexOf(batch), end: text.indexOf(batch) + batch.length, quote: batch };
      const trace = Array.from({ length: 4 }, () => ({
        code: 'window',
        params: { from: '08:30', to: '17:30', minutes: 480 },
      }));
      const entry = {
        schemaVersion: 1,
        id,
        savedAt,
        state,
        stateChangedAt: savedAt,
        values: {
          customerName: name,
          contactName: '王建国',
          contactPhone: phone,
          batchNo: batch,
          description: text,
          receivedAt: savedAt,
        },
        category: 'product_quality',
        grade: 'general',
        assessment: { category: null, grade: { id: 'general', rule: null, source: null, words: [] } },
        policy: { id: 'general', version: '1.0.0' },
        promised: ['firstResponse', 'closing'].map((milestone, step) => ({
          milestone,
          basis: 'exact',
          startedAt: savedAt,
          dueAt: step === 0 ? dueAt : new Date(Date.parse(dueAt) + 604_800_000).toISOString(),
          stoppedAt: null,
          warnAt: null,
          status: 'running',
          trace,
        })),
        capture: {
          schemaVersion: 1,
          readBy: { way: 'recipe', recipe: 'sample-webmail' },
          url: `https://mail.example/?open=${at}`,
          title,
          capturedAt: savedAt,
          zone: 'Asia/Shanghai',
          identity: `<${at}@huake.example>`,
          from: { name: '王建国', address: `wang${at}@huake.example` },
          to: [],
          sentAt: savedAt,
          sentAtText: null,
          blocks: [{ role: 'body', label: null, text }],
          attachments: [],
          notFound: [],
        },
        draft: {
          values: { batchNo: [{ value: batch, evidence, confidence: 0.9, doubt: null }] },
          isComplaint: { score: 0.9, signals: [{ quote: '退货', speaksFor: true }] },
        },
      };
      transaction.objectStore('complaints').put({ id, entry, identity: `<${at}@huake.example>`, fingerprint: id });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(new Error(transaction.error?.message));
    });
  }
  database.close();
}
