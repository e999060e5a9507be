import { browser } from 'wxt/browser';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import type { FileStore } from '../../queue/file-store.ts';
import { readSettings } from '../../settings.ts';
import { forgetFiles } from './forget-files.ts';

const RETENTION = 'file-retention';
const DAY = 24 * 3_600_000;

/**
 * Once a day: files of complaints that the register has had for as long as the user said are cleared away, and files that no
 * complaint and no draft holds any more. Without a span in the settings the files of complaints stay.
 */
export function keepFilesInBounds(queue: ComplaintQueue, store: FileStore, now: () => string): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RETENTION) void clearFiles(queue, store, now());
  });
  void browser.alarms.get(RETENTION).then(async (known) => {
    if (known === undefined) await browser.alarms.create(RETENTION, { delayInMinutes: 10, periodInMinutes: 24 * 60 });
  });
}

async function clearFiles(queue: ComplaintQueue, store: FileStore, now: string): Promise<void> {
  const { fileDays } = (await readSettings()).retention;
  const olderThan = fileDays === null ? null : new Date(Date.parse(now) - fileDays * DAY).toISOString();
  await forgetFiles(queue, store, { olderThan, now });
}
