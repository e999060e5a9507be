import { useCallback, useEffect, useState } from 'preact/hooks';
import { FIRST_QUESTION, type QueueQuestion } from '../../../core/queue/queue-question.ts';
import { call } from '../../messages/call.ts';
import type { PanelEvents } from './panel-events.ts';

export interface QueueInUse {
  waiting: number;
  overdue: number;
  isPaneConnected: boolean | null;
  /** Another number after every change of the queue. */
  version: number;
  /** What is asked for; kept while another tab is shown. */
  question: QueueQuestion;
  ask: (question: QueueQuestion) => void;
  /** The entry that is opened; null: the list. */
  openId: string | null;
  open: (id: string | null) => void;
}

/**
 * The queue as the background keeps it; `isWatched` also asks now and then whether Excel's pane is there. `onAsked` is told
 * when a notification asked for the queue, or for an entry of it.
 */
export function useQueue(events: PanelEvents, isWatched: boolean, onAsked: () => void): QueueInUse {
  const [counts, setCounts] = useState({ waiting: 0, overdue: 0, version: 0 });
  const [isPaneConnected, setPaneConnected] = useState<boolean | null>(null);
  const [question, ask] = useState(FIRST_QUESTION);
  const [openId, open] = useState<string | null>(null);

  const count = useCallback(async () => {
    const { waiting, overdue } = await call('countQueue', {});
    setCounts(({ version }) => ({ waiting, overdue, version: version + 1 }));
  }, []);
  const lookForPane = useCallback(async () => setPaneConnected((await call('askPane', {})).isConnected), []);
  const takeAsked = useCallback(async () => {
    const { id } = await call('takeAskedEntry', {});
    if (id === null) return;
    open(id);
    onAsked();
  }, [onAsked]);

  useEffect(() => {
    void count();
    return events.onQueue(() => {
      void count();
      void lookForPane();
    });
  }, [events, count, lookForPane]);
  useEffect(() => {
    void takeAsked();
    return events.onEntry((id) => {
      if (id === null) onAsked();
      else void takeAsked();
    });
  }, [events, takeAsked, onAsked]);
  useEffect(() => {
    if (!isWatched) return undefined;
    void lookForPane();
    const timer = setInterval(() => void lookForPane(), 5_000);
    return () => clearInterval(timer);
  }, [isWatched, lookForPane]);
  return { ...counts, isPaneConnected, question, ask, openId, open };
}
