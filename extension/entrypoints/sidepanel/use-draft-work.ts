import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { holdsWords } from '../../../core/capture/capture-of-form.ts';
import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { Field } from '../../../core/complaint/field.ts';
import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { NO_KNOWN_WORDS, type KnownWords } from '../../../core/extract/known-words.ts';
import { call } from '../../messages/call.ts';
import type { CurrentClip } from '../../messages/current-clip.ts';
import type { QueueTwin } from '../../messages/queue-summary.ts';
import { filledValues, startEdits, type DraftEdits } from '../../ui/draft/draft-edits.ts';
import { keepWork, keptWork, type KeptWork } from './kept-work.ts';

export interface DraftWork {
  clipId: string;
  capture: PageCapture;
  /** The tab that was read; null for what came from no page. */
  tabId: number | null;
  draft: ComplaintDraft;
  edits: DraftEdits;
  saved: KeptWork['saved'];
  twins: QueueTwin[];
}

export interface DraftWorkInUse {
  work: DraftWork | null;
  /** A click that waits because something unsaved is before the clerk. */
  pending: CurrentClip | null;
  /** The last click that had to wait: the draft before the clerk, saved or not, stands beside it. */
  waitedId: string | null;
  edit: (edits: DraftEdits) => void;
  /** The words of a form were read again: what the clerk changed stays, everything else follows them. */
  revise: (capture: PageCapture) => void;
  markSaved: (saved: NonNullable<KeptWork['saved']>) => void;
  takePending: () => void;
  dropPending: () => void;
}

/** The draft that the clerk works on: begun from a click, kept while they edit, never thrown away for a new click unasked. */
export function useDraftWork(windowId: number, clip: CurrentClip | null | undefined): DraftWorkInUse {
  const [work, setWork] = useState<DraftWork | null>(null);
  const [pending, setPending] = useState<CurrentClip | null>(null);
  const [waitedId, setWaitedId] = useState<string | null>(null);
  const [isStarted, setStarted] = useState(false);
  const knowledge = useRef<KnownWords>(NO_KNOWN_WORDS);
  const isDirty = useMemo(() => work !== null && work.saved === null && isEdited(work), [work]);

  const begin = useCallback(
    async (next: Extract<CurrentClip, { state: 'read' }>) => {
      const [kept, { known }] = await Promise.all([keptWork(windowId), call('readKnowledge', {})]);
      const { clipId, capture } = next;
      const read = { clipId, capture, tabId: tabOf(next) };
      const begun = beginWork(read, kept?.clipId === clipId ? kept : null, known);
      knowledge.current = known;
      setPending(null);
      setWork(begun);
    },
    [windowId],
  );

  // What was unsaved when the panel closed comes back first; the click that opened the panel then asks like any other.
  useEffect(() => {
    const start = async () => {
      const [kept, { known }] = await Promise.all([keptWork(windowId), call('readKnowledge', {})]);
      knowledge.current = known;
      if (kept?.unsaved) setWork(beginWork({ clipId: kept.clipId, ...kept.unsaved }, kept, known));
      setStarted(true);
    };
    void start();
  }, [windowId]);

  useEffect(() => {
    if (
      !isStarted ||
      !clip ||
      clip.clipId === work?.clipId ||
      clip.clipId === pending?.clipId ||
      clip.state === 'reading'
    )
      return;
    if (isDirty && isSamePage(clip, work)) setWork((now) => now && { ...now, clipId: clip.clipId, tabId: tabOf(clip) });
    else if (isDirty) {
      setPending(clip);
      setWaitedId(clip.clipId);
    } else if (clip.state === 'read') void begin(clip);
    else setWork(null);
  }, [clip, isStarted]);

  useEffect(() => {
    if (work === null) return;
    const { clipId, capture, tabId, edits, saved } = work;
    const unsaved = isDirty ? { capture, tabId } : null;
    void keepWork(windowId, { clipId, edits, isEdited: isEdited(work), saved, unsaved });
  }, [windowId, work?.clipId, work?.capture, work?.edits, work?.saved]);

  const known = work === null || work.saved !== null ? null : JSON.stringify(comparedOf(work));
  useEffect(() => {
    if (work === null || known === null) return undefined;
    const { clipId, capture, edits } = work;
    const look = async () => {
      const { twins } = await call('findTwins', { capture, values: filledValues(edits) });
      setWork((now) => (now?.clipId === clipId ? { ...now, twins } : now));
    };
    const timer = setTimeout(() => void look(), TYPING_MS);
    return () => clearTimeout(timer);
  }, [known]);

  return {
    work,
    pending,
    waitedId,
    edit: (edits) => setWork((now) => now && { ...now, edits }),
    revise: (capture) => setWork((now) => now && revised(now, capture, knowledge.current)),
    markSaved: (saved) => setWork((now) => now && { ...now, saved }),
    takePending: () => {
      if (pending?.state === 'read') void begin(pending);
      else setPending(null);
    },
    dropPending: () => setPending(null),
  };
}

type Read = Pick<DraftWork, 'clipId' | 'capture' | 'tabId'>;

function beginWork(read: Read, kept: KeptWork | null, known: KnownWords): DraftWork {
  const draft = extractDraft(read.capture, known);
  return {
    ...{ ...read, draft },
    ...{ edits: kept?.isEdited ? kept.edits : startEdits(draft), saved: kept?.saved ?? null, twins: [] },
  };
}

function revised(work: DraftWork, capture: PageCapture, known: KnownWords): DraftWork {
  const draft = extractDraft(capture, known);
  const [before, after] = [startEdits(work.draft).values, startEdits(draft).values];
  const own = Object.entries(work.edits.values).filter(([field, value]) => value !== before[field as Field]);
  return { ...work, capture, draft, edits: { ...work.edits, values: { ...after, ...Object.fromEntries(own) } } };
}

const tabOf = (clip: CurrentClip) => (clip.state === 'read' ? (clip.tabId ?? null) : null);

/** A pause in typing, after which it is worth looking for twins again. */
const TYPING_MS = 300;

/** What of a draft tells it from the others of the queue. */
const comparedOf = ({ clipId, edits: { values } }: DraftWork) => [
  clipId,
  values.customerName,
  values.contactName,
  values.batchNo,
  values.orderNo,
];

const isEdited = ({ capture, draft, edits }: DraftWork) =>
  JSON.stringify(edits) !== JSON.stringify(startEdits(draft)) || (capture.readBy.way === 'form' && holdsWords(capture));

/** The same page clicked again: what the clerk has typed stays. */
function isSamePage(clip: CurrentClip, work: DraftWork | null): boolean {
  if (clip.state !== 'read' || work === null) return false;
  const words = ({ identity, blocks }: PageCapture) => JSON.stringify([identity, blocks]);
  return words(clip.capture) === words(work.capture);
}
