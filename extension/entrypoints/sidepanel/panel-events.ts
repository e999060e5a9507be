import { listen } from '../../messages/listen.ts';
import type { PickedPlace } from '../../messages/teach-messages.ts';

type Listener = () => void;

export interface PanelEvents {
  onClip(windowId: number, listener: Listener): () => void;
  onQueue(listener: Listener): () => void;
  /** A notification asked for an entry, or for the queue (null). */
  onEntry(listener: (id: string | null) => void): () => void;
  /** The user pointed at something in a page that is taught, or ended it (null). */
  onPicked(tabId: number, listener: (picked: PickedPlace | null) => void): () => void;
}

/** What the background tells the panel, for the components' hooks to follow. */
export function createPanelEvents(): PanelEvents {
  const clip = new Set<{ windowId: number; listener: Listener }>();
  const queue = new Set<Listener>();
  const entry = new Set<(id: string | null) => void>();
  const picks = new Set<{ tabId: number; listener: (picked: PickedPlace | null) => void }>();
  listen(
    'panel',
    {
      clipChanged: ({ windowId }) => {
        for (const each of clip) if (each.windowId === windowId) each.listener();
        return {};
      },
      queueChanged: () => {
        for (const listener of queue) listener();
        return {};
      },
      showEntry: ({ id }) => {
        for (const listener of entry) listener(id);
        return {};
      },
      partPicked: ({ picked }, sender) => {
        for (const each of picks) if (each.tabId === sender.tabId) each.listener(picked);
        return {};
      },
    },
    import.meta.env.REDRESS_ADDIN_BASE,
  );
  return {
    onClip: (windowId, listener) => added(clip, { windowId, listener }),
    onQueue: (listener) => added(queue, listener),
    onEntry: (listener) => added(entry, listener),
    onPicked: (tabId, listener) => added(picks, { tabId, listener }),
  };
}

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item);
  return () => {
    set.delete(item);
  };
}
