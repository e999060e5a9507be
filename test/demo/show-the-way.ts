import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Locale } from '../../core/policy/localized.ts';
import { serveSamples, type SampleSite } from '../samples/serve.ts';
import { choosePolicy, confirmHours, openTab, readDraft, saveDraft, type PanelDraft } from '../setup/drive-panel.ts';
import { launchChromium, type LaunchedChromium } from '../setup/launch.ts';
import { clipMail, tellDraft } from './clip-mail.ts';
import type { DemoInputs } from './read-inputs.ts';
import { registerIn } from './register-in.ts';
import type { Scene, ShowOptions } from './scene.ts';
import { serveExcel } from './serve-excel.ts';
import type { Tell } from './terminal.ts';

const PORT = 4320;
/** The browser's profile stays beside the register, so that a later run with that register has the same queue. */
const PROFILE = '.browser';

/** The whole way of the complaints, from the mail page to the saved register; each step tells what it found. */
export async function showTheWay(inputs: DemoInputs, options: ShowOptions): Promise<void> {
  const { step } = options.terminal;
  const closers: (() => Promise<unknown>)[] = [];
  try {
    await step('inputs', {}, async (tell) => {
      tellInputs(inputs, options.locale, tell);
      await Promise.resolve();
    });
    const excel = await step('build', {}, () =>
      serveExcel({ port: PORT, books: [inputs.ledger], parts: ['chrome', 'addin', 'excelPage'] }),
    );
    closers.push(excel.close);
    const site = await serveSamples({ ownMails: inputs.mails });
    closers.push(site.close);
    await mkdir(inputs.out, { recursive: true });
    const downloads = await mkdtemp(join(tmpdir(), 'redress-demo-'));
    closers.push(() => rm(downloads, { recursive: true, force: true }));
    const chromium = await step('launch', {}, async (tell) => {
      const started = await launchChromium({
        extension: excel.build.chrome,
        headed: options.headed,
        language: options.locale === 'en' ? 'en-US' : options.locale,
        zone: options.zone,
        profile: await profileFor(inputs),
        downloads,
      });
      tell('extension', { id: started.extensionId });
      return started;
    });
    closers.push(chromium.close);
    const scene: Scene = { ...options, inputs, chromium, downloads };
    await clipAll(scene, site);
    await registerIn(scene, excel);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

function tellInputs({ mails, ledger, pack }: DemoInputs, locale: Locale, tell: Tell): void {
  const { fileName: file, look } = ledger;
  if (mails.length === 0) tell('mailsSample');
  else tell('mailsOwn', { count: mails.length });
  if (look.kind === 'register') tell('register', { file, table: look.table, rows: look.rows });
  else tell('ledger', { file, sheet: look.sheet, header: look.headerRow, rows: look.rows });
  tell('policy', { policy: pack.label[locale] });
}

/** A new browser, unless the ledger is the register of an earlier run: then the browser of that run. */
async function profileFor({ ledger, out }: DemoInputs): Promise<string> {
  const earlier = join(dirname(ledger.path), PROFILE);
  if (ledger.look.kind === 'register' && existsSync(earlier)) return earlier;
  const profile = join(out, PROFILE);
  await rm(profile, { recursive: true, force: true });
  return profile;
}

async function clipAll(scene: Scene, site: SampleSite): Promise<void> {
  const { chromium, inputs } = scene;
  const page = (await chromium.browser.pages())[0] ?? (await chromium.browser.newPage());
  const [newest] = site.mailbox().filter(({ own }) => !own);
  const entries = inputs.mails.length > 0 ? site.mailbox().filter(({ own }) => own) : newest ? [newest] : [];
  for (const [index, { id, mail }] of entries.entries()) {
    await clipOne(scene, page, { url: site.mailUrl(id), subject: mail.subject, isFirst: index === 0 });
  }
}

interface MailToClip {
  url: string;
  subject: string;
  isFirst: boolean;
}

async function clipOne(scene: Scene, page: Page, { url, subject, isFirst }: MailToClip): Promise<void> {
  const { terminal, chromium, inputs, locale } = scene;
  const { panel, draft } = await terminal.step('clip', { subject }, async (tell) => {
    const clip = await clipMail(chromium, page, url);
    tellDraft(clip.draft, locale, tell);
    return clip;
  });
  const settled = isFirst ? await settle(scene, panel) : draft;
  await terminal.step('save', {}, async (tell) => {
    if (isFirst) await takePicture(panel, `${inputs.out}/side-panel.png`);
    if (settled.notices.includes('twin')) tell('twin');
    else if (settled.notices.includes('notComplaint')) tell('notComplaint');
    else {
      const { words } = await saveDraft(panel);
      tell('words', { words });
      tell('badge', { badge: await badgeOf(chromium) });
    }
  });
}

/** Once, at the first mail: the company's policy and working hours, which no product may guess. */
async function settle({ terminal, inputs, locale }: Scene, panel: Page): Promise<PanelDraft> {
  return terminal.step('hours', {}, async (tell) => {
    await choosePolicy(panel, inputs.pack.id);
    await confirmHours(panel);
    tell('policy', { policy: inputs.pack.label[locale] });
    await openTab(panel, 'clip');
    await panel.waitForSelector('.deadline');
    const draft = await readDraft(panel);
    tell('assessment', { category: draft.category, grade: draft.grade });
    for (const { name, due } of draft.deadlines) tell('deadline', { milestone: name, time: due });
    return draft;
  });
}

/** The number on the toolbar button, asked of the extension itself. */
async function badgeOf({ browser, extensionId }: LaunchedChromium): Promise<string> {
  const target = await browser.waitForTarget(
    (each) => each.url() === `chrome-extension://${extensionId}/background.js`,
  );
  const worker = await target.worker();
  return worker === null ? '' : worker.evaluate(() => chrome.action.getBadgeText({}));
}

/** The whole panel in one picture: as high as its content. */
async function takePicture(panel: Page, path: `${string}.png`): Promise<void> {
  const height = await panel.evaluate(() => {
    const scroll = document.querySelector('.scroll');
    return scroll === null ? 900 : window.innerHeight - scroll.clientHeight + scroll.scrollHeight;
  });
  await panel.setViewport({ width: 360, height: Math.min(Math.ceil(height), 3_000), deviceScaleFactor: 2 });
  await panel.screenshot({ path });
  await panel.setViewport({ width: 360, height: 900, deviceScaleFactor: 2 });
}
