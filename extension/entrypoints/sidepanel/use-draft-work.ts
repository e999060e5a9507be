import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { call } from '../../messages/call.ts';
import type { CurrentClip } from '../../messages/current-clip.ts';
import type { QueueSummary } from '../../messages/queue-summary.ts';
import { startEdits, type DraftEdits } from '../../ui/draft/draft-edits.ts';
import { keepWork, keptWork, type KeptWork } from './kept-work.ts';

export interface DraftWork {
  clipId: string;
  capture: PageCapture;
  draft: ComplaintDraft;
  edits: DraftEdits;
  saved: KeptWork['saved'];
  twins: QueueSummary[];
}

export interface DraftWorkInUse {
  work: DraftWork | null;
  /** A click that waits because something unsaved is before the clerk. */
  pending: CurrentClip | null;
  edit: (edits: DraftEdits) => void;
  markSaved: (saved: NonNullable<KeptWork['saved']>) => void;
  takePending: () => void;
  dropPending: () => void;
}

/** The draft that the clerk works on: begun from a click, kept while they edit, never thrown away for a new click unasked. */
export function useDraftWork(windowId: number, clip: CurrentClip | null | undefined): DraftWorkInUse {
  const [work, setWork] = useState<DraftWork | null>(null);
  const [pending, setPending] = useState<CurrentClip | null>(null);
  const isDirty = useMemo(() => work !== null && work.saved === null && isEdited(work), [work]);

  const begin = useCallback(
    async (next: Extract<CurrentClip, { state: 'read' }>) => {
      const kept = await keptWork(windowId);
      const begun = beginWork(next, kept?.clipId === next.clipId ? kept : null);
      setPending(null);
      setWork(begun);
      if (begun.saved !== null) return;
      const { twins } = await call('findTwins', { capture: next.capture });
      setWork((now) => (now?.clipId === next.clipId ? { ...now, twins } : now));
    },
    [windowId],
  );

  useEffect(() => {
    if (!clip || clip.clipId === work?.clipId || clip.clipId === pending?.clipId || clip.state === 'reading') return;
    if (isDirty && isSamePage(clip, work)) setWork((now) => now && { ...now, clipId: clip.clipId });
    else if (isDirty) setPending(clip);
    else if (clip.state === 'read') void begin(clip);
    else setWork(null);
  }, [clip]);

  useEffect(() => {
    if (work === null) return;
    const { clipId, edits, saved } = work;
    void keepWork(windowId, { clipId, edits, saved });
  }, [windowId, work?.clipId, work?.edits, work?.saved]);

  return {
    work,
    pending,
    edit: (edits) => setWork((now) => now && { ...now, edits }),
    markSaved: (saved) => setWork((now) => now && { ...now, saved }),
    takePending: () => {
      if (pending?.state === 'read') void begin(pending);
      else setPending(null);
    },
    dropPending: () => setPending(null),
  };
}

function beginWork({ clipId, capture }: Extract<CurrentClip, { state: 'read' }>, kept: KeptWork | null): DraftWork {
  const draft = extractDraft(capture);
  return { clipId, capture, draft, edits: kept?.edits ?? startEdits(draft), saved: kept?.saved ?? null, twins: [] };
}

const isEdited = ({ draft, edits }: DraftWork) => JSON.stringify(edits) !== JSON.stringify(startEdits(draft));

/** The same page clicked again: what the clerk has typed stays. */
function isSamePage(clip: CurrentClip, work: DraftWork | null): boolean {
  if (clip.state !== 'read' || work === null) return false;
  const words = ({ identity, blocks }: PageCapture) => JSON.stringify([identity, blocks]);
  return words(clip.capture) === words(work.capture);
}
