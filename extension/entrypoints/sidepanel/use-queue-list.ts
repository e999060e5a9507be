import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { QueueQuestion } from '../../../core/queue/queue-question.ts';
import { call } from '../../messages/call.ts';
import { withMeanings } from '../../ui/queue/name-book.ts';
import type { QueueList } from '../../ui/queue/view-queue.ts';

/** Rows that are asked for at once; the list asks again a third before it reaches their end. */
const PORTION = 150;

export interface QueueListInUse {
  list: QueueList | undefined;
  /** Why there is no answer, as the background said it. */
  fault: string | null;
  /** The rows that are about to be seen. */
  onRange: (from: number, to: number) => void;
}

/** The part of the queue that is before the user. `version` changes whenever the queue does. */
export function useQueueList(question: QueueQuestion, version: number, asOf: string): QueueListInUse {
  const [list, setList] = useState<QueueList>();
  const [fault, setFault] = useState<string | null>(null);
  const [from, setFrom] = useState(0);
  const asked = useRef(0);
  const minute = asOf.slice(0, 16);

  useEffect(() => setFrom(0), [question]);
  useEffect(() => {
    const turn = ++asked.current;
    call('searchQueue', { question: { ...withMeanings(question), from, count: PORTION } }).then(
      (reply) => {
        // An answer that a later question has overtaken is not shown.
        if (turn !== asked.current) return;
        setFault(null);
        setList({ ...reply, from });
      },
      (error: unknown) => {
        if (turn === asked.current) setFault(error instanceof Error ? error.message : String(error));
      },
    );
  }, [question, from, version, minute]);

  const onRange = useCallback((first: number, end: number) => {
    setFrom((now) => (first >= now && end <= now + PORTION ? now : Math.max(0, first - PORTION / 3)));
  }, []);
  return { list, fault, onRange };
}
