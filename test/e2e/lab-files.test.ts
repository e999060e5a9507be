import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CapturedFile } from '../../core/capture/captured-file.ts';
import type { PageFile } from '../../extension/messages/file-messages.ts';
import type { OpenedExtension } from '../extension/support/open-extension.ts';
import { sidePanelOf } from '../setup/launch.ts';
import { captureOnClick } from './lab/capture-on-click.ts';
import { LAB_APPS, type LabApp } from './lab/lab-apps.ts';
import { findDown, logInto, mailNo, openLab } from './lab/open-lab.ts';

/*
 * Attachments fetched in the session of applications that nobody here wrote. What is kept must be byte by byte what was sent.
 */
const down = await findDown();

/** SHA-256 of the files as they were sent. */
const SENT = [
  { no: 7, name: '破損照片_TW-90177.png', sha256: '5db8cb09b43771c6eb74adc83654e875e889b074e6e2d68c202b904dc802733d' },
  {
    no: 8,
    name: '装箱单 packing slip 100-4471.pdf',
    sha256: '0d2d15c3ea77a3b9fe8d00146ad5aa18417243693508679f026d1049d1ddabed',
  },
];

let lab: OpenedExtension | null = null;

beforeAll(async () => {
  lab = await openLab(down);
});

afterAll(() => lab?.close());

describe.each(LAB_APPS)('$name', (app: LabApp) => {
  const isDown = down.includes(app);
  let page: Page;

  beforeAll(async () => {
    if (!isDown && lab !== null) page = await logInto(app, lab);
  });
  afterAll(async () => {
    if (!isDown) await page.close();
  });

  it.skipIf(isDown).each(SENT)('keeps the file of mail $no as it was sent', async ({ no, name, sha256 }) => {
    if (lab === null) throw new Error('The lab is down');
    const { chromium } = lab;
    await app.open(page, mailNo(no));
    await captureOnClick(chromium, page);
    const panel = await sidePanelOf(chromium);
    const tabId = await panel.evaluate(
      async () => (await chrome.tabs.query({ active: true, currentWindow: true }))[0]?.id,
    );
    const { files } = (await ask(panel, 'listPageFiles', { tabId })) as { files: PageFile[] };
    const attached = files.filter(({ kind }) => kind === 'attachment');
    // MailDev shows names of its own; mail 7 has the same picture in its text as well.
    const file = attached.find((each) => each.name === name) ?? (app.recipe === 'maildev' ? attached[0] : undefined);
    expect(file).toBeDefined();
    const kept = (await ask(panel, 'fetchPageFile', { tabId, clipId: `lab ${app.name} ${no}`, file })) as {
      ok: boolean;
      value: CapturedFile;
    };
    expect(kept).toMatchObject({ ok: true, value: { origin: 'attachment', sha256 } });
    if (app.recipe !== 'maildev') expect(kept.value.name).toBe(name);
  });
});

interface Answer {
  ok: boolean;
  reply?: unknown;
  fault?: string;
}

async function ask(panel: Page, name: string, request: unknown): Promise<unknown> {
  const answer: Answer = await panel.evaluate((wire) => chrome.runtime.sendMessage<unknown, Answer>(wire), {
    app: 'redress',
    name,
    request,
  });
  if (!answer.ok) throw new Error(answer.fault);
  return answer.reply;
}
