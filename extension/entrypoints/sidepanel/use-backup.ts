import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { everythingHead, everythingTail } from '../../../core/queue/everything-file.ts';
import { call } from '../../messages/call.ts';

export interface BackupFacts {
  id: string;
  takenAt: string;
  count: number;
}

const KEY = 'backupSeen';

/** The backup that was kept before the last upgrade, until the user has seen it; null: none to tell of. */
export function useBackup(): { backup: BackupFacts | null; close: () => void } {
  const [backup, setBackup] = useState<BackupFacts | null>(null);
  useEffect(() => {
    void Promise.all([call('listBackups', {}), browser.storage.local.get(KEY)]).then(([{ backups }, stored]) => {
      const [newest] = backups;
      if (newest !== undefined && newest.count > 0 && stored[KEY] !== newest.id) setBackup(newest);
    });
  }, []);
  const close = () => {
    if (backup !== null) void browser.storage.local.set({ [KEY]: backup.id });
    setBackup(null);
  };
  return { backup, close };
}

/** Gives the backup to the user as a file of everything; gives back the file's name. */
export async function downloadBackup({ id, takenAt }: BackupFacts): Promise<string> {
  const text = [everythingHead(takenAt, {})];
  let count = 0;
  for (let portion = 0; ; portion++) {
    const { entries } = await call('readBackup', { id, portion });
    if (entries === null) break;
    for (const entry of entries) text.push(`${count++ === 0 ? '' : ',\n'}${JSON.stringify(entry)}`);
  }
  const address = URL.createObjectURL(new Blob([...text, everythingTail(count)], { type: 'application/json' }));
  const name = `redress-backup-${takenAt.slice(0, 10)}-${count}.json`;
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return name;
}
