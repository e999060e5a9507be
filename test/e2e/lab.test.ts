import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { PageCapture } from '../../core/capture/page-capture.ts';
import { splitMailText } from '../../core/extract/split-mail-text.ts';
import type { OpenedExtension } from '../extension/support/open-extension.ts';
import { readDraft, saveDraft, waitForDraft } from '../setup/drive-panel.ts';
import { sidePanelOf, type LaunchedChromium } from '../setup/launch.ts';
import { textsOf } from '../setup/press.ts';
import { LAB_APPS, mailsOf, type LabApp } from './lab/lab-apps.ts';
import { HIDDEN_ORDER, type LabMail } from './lab/lab-mails.ts';
import { findDown, logInto, mailNo, openLab } from './lab/open-lab.ts';
import { captureOnClick } from './lab/capture-on-click.ts';

/*
 * The real extension against applications that nobody here wrote: Roundcube, SOGo, MailDev, Request Tracker and Redmine,
 * filled with the same 16 mails. They are not part of this project; REDRESS_LAB_PORT_BASE says where they listen.
 */
const down = await findDown();

let lab: OpenedExtension | null = null;
let chromium: LaunchedChromium;

beforeAll(async () => {
  lab = await openLab(down);
  if (lab !== null) ({ chromium } = lab);
});

afterAll(() => lab?.close());

const words = (capture: PageCapture, ...roles: string[]) =>
  capture.blocks
    .filter(({ role }) => roles.includes(role))
    .map(({ text }) => text)
    .join('\n');

/** What the writer wrote: without older mail and signature, which some applications leave for the text to tell. */
function ownWords(capture: PageCapture): string {
  const body = words(capture, 'body');
  return splitMailText(body)
    .filter(({ kind }) => kind === 'body')
    .map(({ start, end }) => body.slice(start, end))
    .join('\n');
}

/** What single applications do to single mails; seen in the applications, not in the reader. */
const ODD = {
  /** The message text is not shown because it is too large. */
  tooLarge: (app: LabApp, { no }: LabMail) => app.recipe === 'request-tracker' && no === 11,
  /** Redmine rewrites the mail's first lines as Textile. */
  rewritten: (app: LabApp, { no }: LabMail) => app.recipe === 'redmine' && no === 10,
  /** Only the text part is taken over. */
  textPart: (app: LabApp, { no }: LabMail) => app.recipe === 'redmine' && [4, 9].includes(no),
  /** Both drop the mail's styles, by which it hides its orders. */
  showsHidden: (app: LabApp) => ['roundcube', 'request-tracker'].includes(app.recipe),
  /** Of a mail without a subject nothing is shown in its place, not even that there is none. */
  lacksSubject: (app: LabApp, { subject }: LabMail) => subject === '' && ['sogo', 'maildev'].includes(app.recipe),
};

describe.each(LAB_APPS)('$name', (app) => {
  const isDown = down.includes(app);
  let page: Page;
  const captures = new Map<number, PageCapture>();

  beforeAll(async () => {
    if (!isDown && lab !== null) page = await logInto(app, lab);
  });
  afterAll(async () => {
    if (!isDown) await page.close();
  });

  it.skipIf(isDown).each(mailsOf(app))('mail $no: $subject', async (mail) => {
    await app.open(page, mail);
    const capture = await captureOnClick(chromium, page);
    captures.set(mail.no, capture);
    expect(capture.readBy).toMatchObject({ way: 'recipe', recipe: app.recipe, run: 'application' });
    expect(words(capture, 'subject')).toContain(mail.subject);
    if (mail.no !== 10 && mail.no !== 12) expect(capture.from?.name).toBe(mail.from.name);
    expect(capture.from?.address ?? null).toBe(app.showsAddress ? mail.from.address : null);
    expect(words(capture, 'field')).not.toContain('(no value)');
    const identity = app.identity(mail);
    if (identity !== null) expect(capture.identity).toBe(identity);
    expect(capture.sentAt).not.toBeNull();
    if (mail.files && app.recipe !== 'maildev') expect(capture.attachments).toEqual(expect.arrayContaining(mail.files));
    if (ODD.tooLarge(app, mail)) {
      expect(capture).toMatchObject({ notFound: ['body'], doubts: ['textNotShown'] });
      expect(capture.wholeTextUrl).toMatch(/\/Ticket\/Attachment\/\d+\/\d+\//);
      return;
    }
    // Two of the applications show nothing at all where a subject would stand.
    expect(capture.notFound).toEqual(ODD.lacksSubject(app, mail) ? ['subject'] : []);
    if (mail.subject === '') expect(words(capture, 'subject')).toBe('');
    if (!ODD.rewritten(app, mail) && !ODD.textPart(app, mail)) expect(ownWords(capture)).toContain(mail.start);
    expect(ownWords(capture)).toContain(mail.end);
    if (mail.older !== undefined) expect(ownWords(capture)).not.toContain(mail.older);
  });

  it.skipIf(isDown)('the 200 KB mail is whole, or the page says that it does not show it', () => {
    const capture = captures.get(11);
    if (capture === undefined || ODD.tooLarge(app, mailNo(11))) return;
    expect(words(capture, 'body').length).toBeGreaterThan(121_000);
    expect(capture.notFound).not.toContain('rest');
  });

  it.skipIf(isDown)('nothing of the hostile mail runs, and no hidden order is read where it is hidden', async () => {
    const capture = captures.get(10);
    if (capture === undefined) throw new Error('The hostile mail was not read');
    const text = JSON.stringify(capture);
    if (ODD.showsHidden(app)) expect(text).toContain('H-0666');
    else expect(text).not.toContain(HIDDEN_ORDER);
    await app.open(page, mailNo(10));
    await captureOnClick(chromium, page);
    for (const frame of page.frames()) expect(await frame.evaluate(() => '__pwned' in window)).toBe(false);
    const panel = await sidePanelOf(chromium);
    expect(await panel.evaluate(() => '__pwned' in window)).toBe(false);
  });

  it.skipIf(isDown)('GB18030 and Big5 are read as the application shows them', () => {
    expect(words(captures.get(2) as PageCapture, 'body')).toContain('請問冷鏈到底哪裡出問題');
    expect(words(captures.get(4) as PageCapture, 'body')).toContain('张㐂昌');
  });
});

const [roundcube] = LAB_APPS;

describe.skipIf(down.includes(roundcube as LabApp))('the panel on a mail of Roundcube', () => {
  let page: Page;
  const open = async (no: number) => {
    await (roundcube as LabApp).open(page, mailNo(no));
    await captureOnClick(chromium, page);
    const panel = await sidePanelOf(chromium);
    expect(await waitForDraft(panel)).toBe('draft');
    return panel;
  };
  const seesSubject = (panel: Page, subject: string) =>
    panel.waitForFunction(
      (wanted) => document.querySelector('.source h1')?.textContent.includes(wanted),
      { timeout: 15_000 },
      subject,
    );

  beforeAll(async () => {
    if (lab !== null) page = await logInto(roundcube as LabApp, lab);
  });
  afterAll(() => page.close());

  it('says by which recipe it was read, and nothing more when all was found', async () => {
    const panel = await open(1);
    await seesSubject(panel, 'SO-20261102-0417');
    expect(await textsOf(panel, '[data-source-way]')).toEqual([expect.stringContaining('Roundcube')]);
    expect(await panel.$('[data-source-trust]')).toBeNull();
    expect(await textsOf(panel, '[data-source-check]')).toEqual([]);
    const { fields } = await readDraft(panel);
    const value = (name: string) => fields.find(({ field }) => field === name)?.value;
    expect(value('customerName')).toBe('杭州云栖茶业有限公司');
    expect(value('orderNo')).toBe('SO-20261102-0417');
  });

  it('says of the same mail clipped twice that it is there already', async () => {
    const panel = await sidePanelOf(chromium);
    await saveDraft(panel);
    await open(1);
    await seesSubject(panel, 'SO-20261102-0417');
    await panel.waitForSelector('[data-notice="twin"]');
  });
});
