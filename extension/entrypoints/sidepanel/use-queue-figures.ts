import { useEffect, useState } from 'preact/hooks';
import type { QueueFigures } from '../../../core/queue/queue-figures.ts';
import { call } from '../../messages/call.ts';

export interface QueueFiguresInUse {
  isOpen: boolean;
  /** Undefined until the first answer. */
  figures: QueueFigures | undefined;
  /** Why there is no answer, as the background said it. */
  fault: string | null;
  onToggle: (isOpen: boolean) => void;
}

/** Today's figures, asked for only while they are looked at: they need the whole queue. */
export function useQueueFigures(version: number, zone: string, asOf: string): QueueFiguresInUse {
  const [isOpen, setOpen] = useState(false);
  const [answer, setAnswer] = useState<Pick<QueueFiguresInUse, 'figures' | 'fault'>>({
    figures: undefined,
    fault: null,
  });
  const minute = asOf.slice(0, 16);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    call('readFigures', { zone }).then(
      ({ figures }) => isCurrent && setAnswer({ figures, fault: null }),
      (error: unknown) =>
        isCurrent && setAnswer({ figures: undefined, fault: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isOpen, version, zone, minute]);
  return { ...answer, isOpen, onToggle: setOpen };
}
