import type { Page } from 'puppeteer-core';
import { FIELDS, type Field } from '../../core/complaint/field.ts';
import { pressAt, textOf, textsOf } from './press.ts';

/** One field as the side panel shows it. */
export interface PanelField {
  field: Field;
  value: string;
  quote: string | null;
  state: string;
}

/** What the side panel shows of a draft. */
export interface PanelDraft {
  fields: PanelField[];
  category: string;
  grade: string;
  reasons: string[];
  deadlines: { name: string; due: string; basis: string; status: string }[];
  questions: string[];
  notices: string[];
}

/** Waits until the draft of a page stands in the panel, or the panel says why there is none. */
export async function waitForDraft(panel: Page): Promise<'draft' | 'refused'> {
  const shown = await panel.waitForSelector('.draft [data-action="save"], [data-view="refused"]', { timeout: 30_000 });
  return (await shown?.evaluate((element) => element.matches('[data-view="refused"]'))) === true ? 'refused' : 'draft';
}

export async function readDraft(panel: Page): Promise<PanelDraft> {
  const rows = await panel.$$eval('.field[data-field]', (elements) =>
    elements.map((row) => {
      const inputs = [...row.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
      return {
        field: row.getAttribute('data-field') ?? '',
        value: inputs.filter((value) => value !== '').join(' '),
        // A short value is marked within what stands around it; a long one is told from its beginning.
        quote: (row.querySelector('.quote mark') ?? row.querySelector('.quote-words'))?.textContent.trim() ?? null,
        state: row.getAttribute('data-state') ?? '',
      };
    }),
  );
  return {
    fields: rows.flatMap((row) => FIELDS.filter((field) => field === row.field).map((field) => ({ ...row, field }))),
    category: await chosen(panel, '#choose-category'),
    grade: await chosen(panel, '#choose-grade'),
    reasons: await textsOf(panel, '.note.reason'),
    deadlines: await panel.$$eval('.deadline', (elements) =>
      elements.map((row) => ({
        name: row.querySelector('.deadline-name')?.textContent.trim() ?? '',
        due: (row.querySelector('.deadline-at') ?? row.querySelector('.deadline-due'))?.textContent.trim() ?? '',
        basis: row.getAttribute('data-basis') ?? '',
        status: row.getAttribute('data-status') ?? '',
      })),
    ),
    questions: await textsOf(panel, '.questions li'),
    notices: await panel.$$eval('[data-notice]', (elements) =>
      elements.map((each) => each.getAttribute('data-notice') ?? ''),
    ),
  };
}

function chosen(panel: Page, selector: string): Promise<string> {
  return panel.$eval(selector, (element) =>
    element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.textContent.trim() ?? '') : '',
  );
}

export async function openTab(panel: Page, tab: 'clip' | 'queue' | 'settings'): Promise<void> {
  await pressAt(panel, `#tab-${tab}`);
}

/** Chooses the policy in the settings. */
export async function choosePolicy(panel: Page, policy: string): Promise<void> {
  await openTab(panel, 'settings');
  await panel.waitForSelector('#choose-policy', { visible: true });
  await panel.select('#choose-policy', policy);
}

/** Confirms the suggested working hours in the settings, unless the company has its own; says whether it did. */
export async function confirmHours(panel: Page): Promise<boolean> {
  await openTab(panel, 'settings');
  await panel.waitForSelector('.hours[data-set]', { visible: true });
  if ((await panel.$('.hours[data-set="true"]')) !== null) return false;
  await panel.select('#first-day', 'nextDay');
  await pressAt(panel, '[data-action="confirm-hours"]');
  await panel.waitForSelector('.hours[data-set="true"]', { timeout: 20_000 });
  return true;
}

/** Saves the draft that is shown and waits for the panel's word that it is written and read back. */
export async function saveDraft(panel: Page): Promise<{ id: string; words: string }> {
  await pressAt(panel, '[data-action="save"]');
  await panel.waitForSelector('[data-view="saved"]', { timeout: 30_000 });
  const number = (await textOf(panel, '[data-view="saved"] .number')) ?? '';
  const id = /[0-7][0-9A-HJKMNP-TV-Z]{25}/.exec(number)?.[0];
  if (id === undefined) throw new Error(`The panel names no complaint: ${number}`);
  return { id, words: (await textOf(panel, '[data-view="saved"] [role="status"] p')) ?? '' };
}

/** The states of the complaints in the queue, by id. */
export async function readQueue(panel: Page): Promise<Record<string, string>> {
  await openTab(panel, 'queue');
  // The list is asked for when the tab opens: its rows, or the word that there are none.
  await panel.waitForSelector('.queue-row[data-id], .tab-body[data-view="queue"] .hint', { visible: true });
  return Object.fromEntries(
    await panel.$$eval('.queue-row', (rows) =>
      rows.map((row) => [row.getAttribute('data-id') ?? '', row.getAttribute('data-state') ?? ''] as const),
    ),
  );
}
