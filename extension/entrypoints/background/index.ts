import { ulid } from 'ulid';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { announce } from '../../messages/call.ts';
import { listen } from '../../messages/listen.ts';
import { openFiles } from '../../queue/open-files.ts';
import { createQueue } from '../../queue/complaint-queue.ts';
import { openBackupDatabase } from '../../queue/backup-database.ts';
import { openQueue } from '../../queue/open-queue.ts';
import { bridgeAnswers } from './bridge-answers.ts';
import { createClipAgain, createClipOnClick } from './clip-on-click.ts';
import { dropClip } from './current-clips.ts';
import { createAlarms } from './deadline-alarms.ts';
import { everythingSources } from './everything-sources.ts';
import { fileAnswers } from './file-answers.ts';
import { keepFilesInBounds } from './file-retention.ts';
import { createMenu, MENU_ID } from './menu.ts';
import { noteReply } from './note-reply.ts';
import { onceASession } from './once-a-session.ts';
import { queueAnswers, queueChanged } from './queue-answers.ts';
import { clipAnswers, replyAnswers } from './reply-answers.ts';
import { teachAnswers } from './teach-answers.ts';

/** The root of the background: wires the click, the queue and the messages, and decides nothing. */
export default defineBackground(() => {
  const now = () => new Date().toISOString();
  const newId = () => ulid();
  const backups = openBackupDatabase();
  const copied = { read: 0, of: 0 };
  const opened = openQueue(backups, now, { onCopied: (read, of) => Object.assign(copied, { read, of }) });
  const onMore = () => void announce('queueChanged', {});
  const queue = createQueue(opened, now, newId, { onMore, copying: () => copied });
  const changed = () => queueChanged(queue, alarms);
  const alarms = createAlarms(queue, now, changed);
  const clip = createClipOnClick(now);
  const files = openFiles(now);
  keepFilesInBounds(queue, files, now);

  listen(
    'background',
    {
      ...clipAnswers(createClipAgain(now)),
      ...queueAnswers({ queue, now, newId, changed, backups, sources: everythingSources() }),
      ...bridgeAnswers(queue, now),
      ...fileAnswers(queue, files, now),
      ...teachAnswers(now),
      ...replyAnswers({
        noteReply: async (id, text) => {
          const isKept = await noteReply(queue, id, text, now());
          await changed();
          return isKept;
        },
      }),
    },
    import.meta.env.REDRESS_ADDIN_BASE,
  );

  browser.action.onClicked.addListener((tab) => clip(tab));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    if (menuItemId === MENU_ID && tab !== undefined) clip(tab, selectionText);
  });
  browser.runtime.onInstalled.addListener(() => createMenu());
  browser.runtime.onStartup.addListener(() => void onceASession(changed));
  browser.windows.onRemoved.addListener((windowId) => void dropClip(windowId));
  void onceASession(changed);
});
