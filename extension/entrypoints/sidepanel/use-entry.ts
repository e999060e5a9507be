import { useCallback, useEffect, useState } from 'preact/hooks';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import type { QueueRow } from '../../../core/queue/queue-row.ts';
import { call } from '../../messages/call.ts';
import type { QueueTwin } from '../../messages/queue-summary.ts';

export interface EntryInUse {
  /** Undefined while it is being read, null when it is not there. */
  entry: QueueEntry | null | undefined;
  related: QueueRow[];
  twins: QueueTwin[] | null;
  findTwins: () => Promise<void>;
}

/** One entry of the queue, read again whenever the queue changes. */
export function useEntry(id: string, version: number): EntryInUse {
  const [entry, setEntry] = useState<QueueEntry | null>();
  const [related, setRelated] = useState<QueueRow[]>([]);
  const [twins, setTwins] = useState<QueueTwin[] | null>(null);

  useEffect(() => {
    let isWanted = true;
    void call('readEntry', { id }).then((reply) => {
      if (!isWanted) return;
      setEntry(reply.entry);
      setRelated(reply.related);
    });
    return () => {
      isWanted = false;
    };
  }, [id, version]);
  useEffect(() => setTwins(null), [id]);

  const findTwins = useCallback(async () => {
    if (!entry) return;
    const reply = await call('findTwins', { capture: entry.capture, values: entry.values });
    setTwins(reply.twins.filter((twin) => twin.id !== entry.id));
  }, [entry]);
  return { entry: entry?.id === id ? entry : entry === null ? null : undefined, related, twins, findTwins };
}
