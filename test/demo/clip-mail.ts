import type { Page } from 'puppeteer-core';
import type { Locale } from '../../core/policy/localized.ts';
import { translate } from '../../core/wording/translate.ts';
import { readDraft, waitForDraft, type PanelDraft } from '../setup/drive-panel.ts';
import { clickToolbar, sidePanelOf, type LaunchedChromium } from '../setup/launch.ts';
import { pressAt } from '../setup/press.ts';
import type { Tell } from './terminal.ts';

export interface Clip {
  panel: Page;
  draft: PanelDraft;
}

/** Opens a mail, clicks the toolbar button and reads what the side panel makes of it. */
export async function clipMail(chromium: LaunchedChromium, page: Page, url: string): Promise<Clip> {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForSelector('main[data-mail] h1');
  await page.waitForSelector('.mail-body, .mail-body-frame[data-shown]');
  const subject = await page.$eval('main[data-mail] h1', ({ textContent }) => textContent.trim());
  await clickToolbar(chromium, page);
  const panel = await sidePanelOf(chromium);
  await panel.setViewport({ width: 360, height: 900, deviceScaleFactor: 2 });
  await takeNewClip(panel, subject);
  if ((await waitForDraft(panel)) === 'refused') {
    throw new Error(await panel.$eval('[data-view="refused"]', ({ textContent }) => textContent));
  }
  return { panel, draft: await readDraft(panel) };
}

/** A draft that was not saved stays until the clerk lets it go; the panel asks. */
async function takeNewClip(panel: Page, subject: string): Promise<void> {
  const wanted = subject.replace(INVISIBLE, '');
  const handle = await panel.waitForFunction(whatIsShown, { timeout: 30_000, polling: 50 }, wanted);
  if ((await handle.jsonValue()) !== 'asks') return;
  await pressAt(panel, '[data-action="take-new"]');
  await panel.waitForFunction(whatIsShown, { timeout: 30_000, polling: 50 }, wanted);
}

const INVISIBLE = /[\s\p{Cf}]+/gu;

/** Runs in the panel's page: no function may be declared within, since a bundler would name it with a helper of its own. */
function whatIsShown(wanted: string): string | false {
  if (document.querySelector('[data-action="take-new"]')) return 'asks';
  if (document.querySelector('[data-view="refused"]')) return 'shown';
  const shown = document.querySelector('.source h1');
  return shown !== null && shown.textContent.replace(/[\s\p{Cf}]+/gu, '') === wanted ? 'shown' : false;
}

/** A long value is printed alone: its quote would only say it again. */
const LONG = 80;

/** Prints the draft: each value with the words it came from, what is missing, the proposal with its deadlines. */
export function tellDraft(draft: PanelDraft, locale: Locale, tell: Tell): void {
  for (const { field, value, quote } of draft.fields.filter(({ value: text }) => text !== '')) {
    const name = translate(locale, `fields.${field}`);
    if (quote === null || quote === value || value.length > LONG) tell('value', { field: name, value });
    else tell('quote', { field: name, value, quote });
  }
  const missing = draft.fields.filter(({ state }) => state === 'missing');
  const separator = translate(locale, 'panel.notFound.separator');
  if (missing.length === 0) tell('nothingMissing');
  else tell('missing', { fields: missing.map(({ field }) => translate(locale, `fields.${field}`)).join(separator) });
  tell('assessment', { category: draft.category, grade: draft.grade });
  for (const { name, due } of draft.deadlines) tell('deadline', { milestone: name, time: due });
}
