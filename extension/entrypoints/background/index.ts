import { ulid } from 'ulid';
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../../messages/listen.ts';
import { createQueue } from '../../queue/complaint-queue.ts';
import { noteReply } from '../../queue/note-reply.ts';
import { openQueueDatabase } from '../../queue/queue-database.ts';
import { bridgeAnswers } from './bridge-answers.ts';
import { createClipOnClick } from './clip-on-click.ts';
import { dropClip } from './current-clips.ts';
import { createMenu, MENU_ID } from './menu.ts';
import { queueAnswers, queueChanged } from './queue-answers.ts';
import { clipAnswers, replyAnswers } from './reply-answers.ts';

/** The root of the background: wires the click, the queue and the messages, and decides nothing. */
export default defineBackground(() => {
  const now = () => new Date().toISOString();
  const database = openQueueDatabase();
  const queue = createQueue(database, now, () => ulid());
  const clip = createClipOnClick(now);

  listen(
    'background',
    {
      ...clipAnswers(),
      ...queueAnswers(queue, now),
      ...bridgeAnswers(queue, now),
      ...replyAnswers({ noteReply: (id, text) => noteReply(database, id, text, now()) }),
    },
    import.meta.env.REDRESS_ADDIN_BASE,
  );

  browser.action.onClicked.addListener((tab) => clip(tab, false));
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU_ID && tab !== undefined) clip(tab, true);
  });
  browser.runtime.onInstalled.addListener(() => createMenu());
  browser.runtime.onStartup.addListener(() => void queueChanged(queue));
  browser.windows.onRemoved.addListener((windowId) => void dropClip(windowId));
  void queueChanged(queue);
});
