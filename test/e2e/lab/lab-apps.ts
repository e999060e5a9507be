import type { Page } from 'puppeteer-core';
import { LAB_MAILS, type LabMail } from './lab-mails.ts';

/** The applications listen on consecutive ports of this machine. */
const BASE = Number(process.env['REDRESS_LAB_PORT_BASE'] ?? 18080);
const at = (offset: number) => `http://127.0.0.1:${BASE + offset}`;

const USER = 'clerk';
const PASSWORD = 'password';

export interface LabApp {
  name: string;
  /** The recipe that must read it. */
  recipe: string;
  address: string;
  logIn: (page: Page) => Promise<void>;
  open: (page: Page, mail: LabMail) => Promise<void>;
  /** What names the message; null where the application gives every start another number. */
  identity: (mail: LabMail) => string | null;
  /** Mails that the application refuses, as automatic ones. */
  lacks?: number[];
  showsAddress: boolean;
}

const settle = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function submit(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [selector, value] of Object.entries(fields)) await page.type(selector, value);
  await Promise.all([page.waitForNavigation(), page.click(button)]);
}

/** Both views share the log-in; the preview stands in a frame of the list. */
async function logInToRoundcube(page: Page): Promise<void> {
  await page.goto(`${at(0)}/`);
  if ((await page.$('#rcmloginuser')) !== null)
    await submit(page, { '#rcmloginuser': USER, '#rcmloginpwd': PASSWORD }, '#rcmloginsubmit');
  await page.waitForSelector('#messagelist tbody tr');
}

const roundcubeIdentity = ({ no }: LabMail) => `${at(0)}/?_mbox=INBOX&_uid=${no}`;

/** Redmine refuses two automatic mails, so later ones have lower numbers. */
const issueNumber = ({ no }: LabMail) => (no === 16 ? 14 : no === 14 ? 13 : no);

export const LAB_APPS: LabApp[] = [
  {
    name: 'Roundcube, open message',
    recipe: 'roundcube',
    address: at(0),
    logIn: logInToRoundcube,
    open: async (page, { no }) => {
      await page.goto(`${at(0)}/?_task=mail&_mbox=INBOX&_uid=${no}&_action=show`);
      await page.waitForSelector('#messagebody');
    },
    identity: roundcubeIdentity,
    showsAddress: true,
  },
  {
    name: 'Roundcube, preview beside the list',
    recipe: 'roundcube',
    address: at(0),
    logIn: logInToRoundcube,
    open: async (page, { no }) => {
      if (!/_mbox=INBOX$/.test(page.url())) {
        await page.goto(`${at(0)}/?_task=mail&_mbox=INBOX`);
        await page.waitForSelector('#messagelist tbody tr');
      }
      await page.$eval(`#messagelist tbody tr a[href*="_uid=${no}&"]`, (link) => {
        const row = link.closest('tr');
        row?.scrollIntoView();
        const options = { bubbles: true, button: 0 };
        row?.dispatchEvent(new MouseEvent('mousedown', options));
        row?.dispatchEvent(new MouseEvent('mouseup', options));
        row?.dispatchEvent(new MouseEvent('click', options));
      });
      await page.waitForFunction(
        (uid) => {
          const frame = document.querySelector<HTMLIFrameElement>('#messagecontframe');
          const inner = frame?.contentDocument;
          return (
            inner?.readyState === 'complete' &&
            new URLSearchParams(inner.location.search).get('_uid') === uid &&
            inner.querySelector('#messagebody') !== null
          );
        },
        { timeout: 20_000 },
        String(no),
      );
    },
    identity: roundcubeIdentity,
    showsAddress: true,
  },
  {
    name: 'SOGo',
    recipe: 'sogo',
    address: at(1),
    logIn: async (page) => {
      await page.goto(`${at(1)}/SOGo/`);
      const user = await page.waitForSelector('input[ng-model="app.creds.username"], #messagesList', {
        timeout: 30_000,
      });
      if ((await user?.evaluate(({ localName }) => localName)) !== 'input') return;
      // The form stands before its script does.
      await settle(800);
      await page.type('input[ng-model="app.creds.username"]', USER);
      await page.type('input[type=password]', PASSWORD);
      await page.keyboard.press('Enter');
      await page.waitForSelector('#messagesList md-list-item', { timeout: 30_000 });
    },
    open: async (page, { no }) => {
      await page.goto(`${at(1)}/SOGo/so/${USER}/Mail/view#!/Mail/0/INBOX/${no}`);
      await page.reload();
      await page.waitForSelector('#detailView .msg-body .sg-mail-part', { timeout: 30_000 });
      await settle(700);
    },
    identity: ({ no }) => `${at(1)}/SOGo/so/${USER}/Mail/view#!/Mail/0/INBOX/${no}`,
    showsAddress: true,
  },
  {
    name: 'MailDev',
    recipe: 'maildev',
    address: at(2),
    logIn: async (page) => {
      await page.goto(`${at(2)}/`);
      await page.waitForSelector('ul.email-list li');
    },
    open: async (page, mail) => {
      const id = await page.evaluate(async (address) => {
        const mails = (await (await fetch('/email')).json()) as { id: string; from: { address: string }[] }[];
        return mails.find(({ from }) => from[0]?.address === address)?.id ?? '';
      }, mail.from.address);
      await page.goto(`${at(2)}/#/email/${id}`);
      await page.waitForSelector(`li.email-${id}.current`);
      await settle(900);
    },
    identity: () => null,
    showsAddress: true,
  },
  {
    name: 'Request Tracker',
    recipe: 'request-tracker',
    address: at(3),
    logIn: async (page) => {
      await page.goto(`${at(3)}/`);
      if ((await page.$('input[name=user]')) !== null)
        await submit(page, { 'input[name=user]': USER, 'input[name=pass]': PASSWORD }, '[type=submit]');
    },
    open: async (page, { no }) => {
      await page.goto(`${at(3)}/Ticket/Display.html?id=${no}`);
      await page.waitForSelector('.transaction.message .content', { timeout: 30_000 });
      await settle(300);
    },
    identity: ({ no }) => `${at(3)}/Ticket/Display.html?id=${no}`,
    showsAddress: true,
  },
  {
    name: 'Redmine',
    recipe: 'redmine',
    address: at(4),
    logIn: async (page) => {
      await page.goto(`${at(4)}/login`);
      if ((await page.$('#username')) !== null)
        await submit(page, { '#username': USER, '#password': PASSWORD }, '#login-submit');
    },
    open: async (page, mail) => {
      await page.goto(`${at(4)}/issues/${issueNumber(mail)}`);
      await page.waitForSelector('.issue.details');
    },
    identity: (mail) => `${at(4)}/issues/${issueNumber(mail)}`,
    lacks: [13, 15],
    showsAddress: false,
  },
];

export const mailsOf = ({ lacks = [] }: LabApp) => LAB_MAILS.filter(({ no }) => !lacks.includes(no));

/** Whether the application answers. */
export async function isUp({ address }: LabApp): Promise<boolean> {
  return fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status < 500,
    () => false,
  );
}
