import { useCallback, useEffect, useState } from 'preact/hooks';
import { call } from '../../messages/call.ts';
import type { QueueSummary } from '../../messages/queue-summary.ts';
import type { PanelEvents } from './panel-events.ts';

export interface QueueInUse {
  entries: QueueSummary[];
  unreadable: number;
  waiting: number;
  isPaneConnected: boolean | null;
}

const UNKNOWN: QueueInUse = { entries: [], unreadable: 0, waiting: 0, isPaneConnected: null };

/** The queue as the background keeps it; `isWatched` also asks now and then whether Excel's pane is there. */
export function useQueue(events: PanelEvents, isWatched: boolean): QueueInUse {
  const [queue, setQueue] = useState(UNKNOWN);
  const refresh = useCallback(async () => {
    const [{ entries, unreadable }, { isConnected }] = await Promise.all([call('listQueue', {}), call('askPane', {})]);
    const waiting = entries.filter(({ state }) => state !== 'registered').length;
    setQueue({ entries, unreadable, waiting, isPaneConnected: isConnected });
  }, []);
  useEffect(() => {
    void refresh();
    return events.onQueue(() => void refresh());
  }, [events, refresh]);
  useEffect(() => {
    if (!isWatched) return undefined;
    void refresh();
    const timer = setInterval(() => void refresh(), 5_000);
    return () => clearInterval(timer);
  }, [isWatched, refresh]);
  return queue;
}
