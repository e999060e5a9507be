import { announce, type HandlersOf } from '../../messages/call.ts';
import type { FILE_MESSAGES } from '../../messages/file-messages.ts';
import { builtInRecipes } from '../../page/built-in-recipes.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import type { FileStore } from '../../queue/file-store.ts';
import { keepClip } from './current-clips.ts';
import { forgetFiles } from './forget-files.ts';
import { fetchFileIn, listFilesIn, takePictureOf } from './page-files.ts';
import { withSentMoment } from './sent-moment.ts';

/** Answers about other ways in, and files kept as evidence. */
export function fileAnswers(
  queue: ComplaintQueue,
  store: FileStore,
  now: () => string,
): HandlersOf<typeof FILE_MESSAGES, 'background'> {
  return {
    openCapture: async ({ windowId, clipId, capture }) => {
      const isOpen = await keepClip(windowId, { state: 'read', clipId, capture: withSentMoment(capture) }).then(
        () => true,
        // The browser's session storage holds 10 MB; what is beyond is told, not lost in silence.
        () => false,
      );
      if (isOpen) await announce('clipChanged', { windowId });
      return { isOpen };
    },
    listPageFiles: async ({ tabId }) => {
      const listed = await listFilesIn(tabId, builtInRecipes());
      return typeof listed === 'string'
        ? { trouble: listed, files: [] }
        : { trouble: null, files: listed.slice(0, 200) };
    },
    fetchPageFile: ({ tabId, clipId, file }) => fetchFileIn(store, tabId, clipId, file),
    takePagePicture: ({ tabId, clipId, name }) => takePictureOf(store, tabId, clipId, name),
    forgetFiles: ({ olderThan, ids }) => forgetFiles(queue, store, { olderThan, ids, now: now() }),
  };
}
