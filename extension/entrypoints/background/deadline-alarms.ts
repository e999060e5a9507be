import { browser } from 'wxt/browser';
import * as z from 'zod';
import { planAlarms } from '../../../core/queue/plan-alarms.ts';
import { announce } from '../../messages/call.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import { readSettings } from '../../settings.ts';
import { askForEntry } from './asked-entry.ts';
import { assetUrl } from './asset-url.ts';
import { tellDeadlines, MANY, PREFIX } from './tell-deadlines.ts';

export interface Alarms {
  /** Tells what is to be told now, and sets the alarm for the next time. */
  plan(): Promise<void>;
}

const DEADLINES = 'deadlines';
const RETENTION = 'retention';
const TOLD = 'toldDeadlines';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Deadlines further off than this cannot warn before the next look. */
const HORIZON = 62 * DAY;

/**
 * Reminders of deadlines. The browser keeps the alarm while the background sleeps; what was told is kept on disk, so that a
 * restart tells nothing twice. Once a day what was put aside long ago, and what was registered long ago, is cleared away.
 */
export function createAlarms(queue: ComplaintQueue, now: () => string, changed: () => Promise<void>): Alarms {
  let turn: Promise<void> = Promise.resolve();

  const planNow = async () => {
    const asOf = Date.parse(now());
    const settings = await readSettings();
    const rows = await queue.openRows(asOf + HORIZON);
    const told = new Set(await readTold());
    const plan = planAlarms({ rows, told, calendar: settings.company?.calendar ?? null, asOf });
    // Remembered first: told once too few is better than told again and again where the disk is full.
    const open = new Set(plan.keys);
    const remembered = [...told].filter((key) => open.has(key)).concat(plan.tell.map(({ key }) => key));
    await browser.storage.local.set({ [TOLD]: remembered });
    if (settings.notifications) await tellDeadlines(plan.tell, rows, settings, now());
    const next = Math.min(plan.nextAt ?? Infinity, asOf + HOUR);
    await browser.alarms.create(DEADLINES, { when: Math.max(next, asOf + MINUTE / 2) });
  };
  const plan = () => {
    turn = turn.then(planNow).catch(logged);
    return turn;
  };

  // An alarm outlives the background; one that was lost with the browser's data is set again.
  browser.alarms.get(DEADLINES).then((known) => (known === undefined ? plan() : undefined), logged);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === DEADLINES) void changed();
    if (name === RETENTION) void clearOld(queue, now).then(changed);
  });
  browser.alarms.get(RETENTION).then(async (known) => {
    if (known === undefined) await browser.alarms.create(RETENTION, { delayInMinutes: 5, periodInMinutes: 24 * 60 });
  }, logged);
  browser.notifications.onClicked.addListener((id) => {
    if (!id.startsWith(PREFIX)) return;
    void showAsked(id === MANY ? null : id.slice(PREFIX.length));
    void browser.notifications.clear(id);
  });
  return { plan };
}

function logged(error: unknown): void {
  // eslint-disable-next-line no-console -- nobody waits for this; the browser's own log is where it can be told
  console.warn('Deadlines could not be looked at:', error);
}

async function readTold(): Promise<string[]> {
  const stored = await browser.storage.local.get(TOLD);
  return z.array(z.string()).safeParse(stored[TOLD]).data ?? [];
}

/** Shows the entry in an open panel; where none is open, in a panel or a tab of its own. */
async function showAsked(id: string | null): Promise<void> {
  if (id !== null) await askForEntry(id);
  if (await announce('showEntry', { id })) return;
  await browser.tabs.create({ url: assetUrl('/sidepanel.html') });
}

/** Only where the user set a number of days. */
async function clearOld(queue: ComplaintQueue, now: () => string): Promise<void> {
  const { removedDays, registeredDays } = (await readSettings()).retention;
  const before = (days: number) => new Date(Date.parse(now()) - days * DAY).toISOString();
  if (removedDays !== null) await queue.clearRemoved(before(removedDays));
  if (registeredDays !== null) await queue.clearRegistered(before(registeredDays));
}
