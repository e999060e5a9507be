import { browser } from 'wxt/browser';
import type { Telling } from '../../../core/queue/plan-alarms.ts';
import type { QueueRow } from '../../../core/queue/queue-row.ts';
import { assetUrl } from './asset-url.ts';
import { localeOf, zoneOf, type Settings } from '../../settings.ts';
import { showRest, showTime } from '../../ui/show-time.ts';
import { speechIn } from '../../ui/speech.ts';

export const PREFIX = 'deadline:';
export const MANY = `${PREFIX}many`;
/** More at once are told as one. */
const MOST_SINGLE = 3;

/** Tells of deadlines by notifications of the system: one for each complaint, or one for all where they are many. */
export async function tellDeadlines(
  tellings: readonly Telling[],
  rows: readonly QueueRow[],
  settings: Settings,
  now: string,
): Promise<void> {
  const speech = speechIn(localeOf(settings, navigator.language));
  const zone = settings.company?.calendar?.zone ?? zoneOf(settings);
  const byId = new Map(rows.map((row) => [row.id, row]));
  // Of a complaint with several deadlines the first is told; the panel shows the others.
  const first = [...new Map([...tellings].reverse().map((telling) => [telling.id, telling])).values()].reverse();
  if (first.length > MOST_SINGLE) {
    const overdue = first.filter(({ kind }) => kind === 'overdue').length;
    await show(
      MANY,
      speech.say('queue.alarm.manyTitle', { count: first.length }),
      speech.say('queue.alarm.manyBody', { overdue, soon: first.length - overdue }),
    );
    return;
  }
  for (const { id, kind, due } of first) {
    const row = byId.get(id);
    const moment = new Date(due).toISOString();
    const body = speech.say('queue.alarm.body', {
      title: row?.title ?? '',
      time: showTime(speech, moment, zone, now),
      rest: showRest(speech, moment, now),
    });
    const customer = row?.customer ?? speech.say('panel.queue.noCustomer');
    await show(`${PREFIX}${id}`, speech.say(`queue.alarm.${kind}`, { customer }), body);
  }
}

async function show(id: string, title: string, message: string): Promise<void> {
  const iconUrl = assetUrl('/icon/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}
