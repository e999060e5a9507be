import type { Page } from 'puppeteer-core';
import { newTab, openExtension, type OpenedExtension } from '../../extension/support/open-extension.ts';
import { isUp, LAB_APPS, type LabApp } from './lab-apps.ts';
import { LAB_MAILS, type LabMail } from './lab-mails.ts';

/** The applications that do not answer; told loudly, because what would try them is not run. */
export async function findDown(): Promise<LabApp[]> {
  const up = await Promise.all(LAB_APPS.map(isUp));
  const down = LAB_APPS.filter((_, index) => !up[index]);
  const lines = down.map(({ name, address }) => `  ${name} does not answer at ${address}`);
  if (down.length > 0) console.warn(`NOT RUN: lab is down\n${lines.join('\n')}`);
  return down;
}

/** The extension for the lab, in English as its applications are; null where there is nothing to try it on. */
export async function openLab(down: readonly LabApp[]): Promise<OpenedExtension | null> {
  return down.length === LAB_APPS.length ? null : openExtension({ language: 'en-US' });
}

/** A tab in which the clerk is logged in. */
export async function logInto(app: LabApp, { chromium }: OpenedExtension): Promise<Page> {
  const page = await newTab(chromium);
  await app.logIn(page);
  return page;
}

export function mailNo(no: number): LabMail {
  const mail = LAB_MAILS.find((each) => each.no === no);
  if (mail === undefined) throw new Error(`There is no mail ${no}`);
  return mail;
}
