import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { holdsWords } from '../../../core/capture/capture-of-form.ts';
import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { Field } from '../../../core/complaint/field.ts';
import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';
import { extractDraft } from '../../../core/extract/extract-draft.ts';
import { NO_KNOWN_WORDS, type KnownWords } from '../../../core/extract/known-words.ts';
import type { Locale } from '../../../core/policy/localized.ts';
import { call } from '../../messages/call.ts';
import type { CurrentClip } from '../../messages/current-clip.ts';
import type { QueueTwin } from '../../messages/queue-summary.ts';
import { filledValues, startEdits, type DraftEdits } from '../../ui/draft/draft-edits.ts';
import { fileStore, unsavedDrafts } from './inputs/file-place.ts';
import { keepWork, keptWork, keptWorkOf, type KeptWork } from './kept-work.ts';

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
export function useDraftWork(windowId: number, clip: CurrentClip | null | undefined, locale: Locale): DraftWorkInUse {
  const [work, setWork] = useState<DraftWork | null>(null);
  const [pending, setPending] = useState<CurrentClip | null>(null);
  const [waitedId, setWaitedId] = useState<string | null>(null);
  const [isStarted, setStarted] = useState(false);
  const reader = useRef<Reader>({ known: NO_KNOWN_WORDS, locale });
  reader.current.locale = locale;
  const isDirty = useMemo(() => work !== null && work.saved === null && isEdited(work), [work]);

  const begin = useCallback(
    async (next: Extract<CurrentClip, { state: 'read' }>) => {
      const { clipId, capture } = next;
      const [kept, { known }] = await Promise.all([keptWorkOf(windowId, clipId), call('readKnowledge', {})]);
      const read = { clipId, capture, tabId: tabOf(next) };
      reader.current.known = known;
      const begun = beginWork(read, kept, reader.current);
      setPending(null);
      setWork(begun);
    },
    [windowId],
  );

  /** The same page was clicked again: what was typed stays, and so do the files, which hang on the clip. */
  const again = async (next: Extract<CurrentClip, { state: 'read' }>, before: string) => {
    await fileStore.moveDraft(before, next.clipId);
    await unsavedDrafts.drop(before);
    if (isDirty) setWork((now) => (now?.clipId === before ? { ...now, clipId: next.clipId, tabId: tabOf(next) } : now));
    else await begin(next);
  };

  // What was unsaved when the panel closed comes back first; the click that opened the panel then asks like any other.
  useEffect(() => {
    const start = async () => {
      const [kept, { known }] = await Promise.all([keptWork(windowId), call('readKnowledge', {})]);
      reader.current.known = known;
      if (kept?.unsaved) setWork(beginWork({ clipId: kept.clipId, ...kept.unsaved }, kept, reader.current));
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
    if (clip.state === 'read' && work?.saved === null && isSamePage(clip, work)) void again(clip, work.clipId);
    else if (isDirty) {
      setPending(clip);
      setWaitedId(clip.clipId);
    } else if (clip.state === 'read') void begin(clip);
    else setWork(null);
  }, [clip, isStarted]);

  /** The draft that was before the clerk until now: another one in its place means that it was given up. */
  const keptId = useRef<string | null>(null);
  useEffect(() => {
    if (work === null) return;
    const { clipId, capture, tabId, edits, saved } = work;
    if (keptId.current !== null && keptId.current !== clipId) void unsavedDrafts.drop(keptId.current);
    keptId.current = clipId;
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
    revise: (capture) => setWork((now) => now && revised(now, capture, reader.current)),
    markSaved: (saved) => setWork((now) => now && { ...now, saved }),
    takePending: () => {
      // Dropped first, so that what was just given up is not offered.
      if (pending?.state === 'read')
        void (work === null ? Promise.resolve() : unsavedDrafts.drop(work.clipId)).then(() => begin(pending));
      else setPending(null);
    },
    dropPending: () => setPending(null),
  };
}

type Read = Pick<DraftWork, 'clipId' | 'capture' | 'tabId'>;

/** What a mail is read with: what the company knows, and the clerk's language. */
interface Reader {
  known: KnownWords;
  locale: Locale;
}

function beginWork(read: Read, kept: KeptWork | null, { known, locale }: Reader): DraftWork {
  const draft = extractDraft(read.capture, known, locale);
  return {
    ...{ ...read, draft },
    ...{ edits: kept?.isEdited ? kept.edits : startEdits(draft), saved: kept?.saved ?? null, twins: [] },
  };
}

function revised(work: DraftWork, capture: PageCapture, { known, locale }: Reader): DraftWork {
  const draft = extractDraft(capture, known, locale);
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
