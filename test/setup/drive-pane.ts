import type { Frame, Page } from 'puppeteer-core';
import type { Locale } from '../../core/policy/localized.ts';
import { translate, type MessageParams } from '../../core/wording/translate.ts';
import { press, textOf, textsOf, type Surface } from './press.ts';

/** The task pane within the Excel host's page, driven by the words on its buttons. */
export interface PaneDriver {
  frame: Surface;
  locale: Locale;
}

/** The pane of a page with the Excel host, once it is there. */
export async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('.pane-frame iframe', { timeout: 30_000 });
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The page shows no task pane');
  await frame.waitForSelector('.pane', { timeout: 30_000 });
  return frame;
}

export function pressWord(pane: PaneDriver, code: string, params: MessageParams = {}): Promise<void> {
  return press(pane.frame, translate(pane.locale, `pane.${code}`, params));
}

/** Waits until the pane is not working; throws what it says when something went wrong. */
export async function waitUntilIdle({ frame }: PaneDriver, timeout = 120_000): Promise<void> {
  await frame.waitForFunction(() => document.querySelector('.view:not(.view-waits)') !== null, {
    timeout,
    polling: 50,
  });
  const trouble = await textOf(frame, '.notice.error');
  if (trouble !== null) throw new Error(trouble);
}

/** Chooses the policy and takes what is suggested for its blanks: working hours, time limits, the first-day rule. */
export async function settlePolicy(pane: PaneDriver, policy: string): Promise<void> {
  const { frame } = pane;
  await frame.waitForSelector('.policy select', { timeout: 30_000 });
  await frame.select('.policy select', policy);
  if ((await frame.$('.hours:not(.limits).unset')) !== null) {
    await pressWord(pane, 'hours.take');
    await frame.waitForSelector('.hours:not(.limits, .unset)', { timeout: 10_000 });
  }
  if ((await frame.$('.limits.unset')) !== null) {
    await pressWord(pane, 'limits.take');
    await frame.waitForSelector('.limits:not(.unset)', { timeout: 10_000 });
  }
  if (
    (await frame.$('input[name="first-day"]')) !== null &&
    (await frame.$('input[name="first-day"]:checked')) === null
  ) {
    await frame.click('input[name="first-day"]');
    await frame.waitForSelector('input[name="first-day"]:checked', { timeout: 10_000 });
  }
}

/** The numbers of an import's preview: new and already there. */
export async function readTally({ frame }: PaneDriver): Promise<{ added: number; there: number }> {
  await frame.waitForSelector('.tally', { timeout: 60_000 });
  const [added = 0, there = 0] = (await textsOf(frame, '.tally strong')).map(Number);
  return { added, there };
}

/** Presses the button of the preview and waits for the result. */
export async function confirmImport(pane: PaneDriver): Promise<string> {
  const { frame } = pane;
  await frame.waitForSelector('.footer .primary', { visible: true });
  await frame.click('.footer .primary');
  await frame.waitForSelector('.result', { timeout: 120_000 });
  await waitUntilIdle(pane);
  return (await textOf(frame, '.result p')) ?? '';
}
