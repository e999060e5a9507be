import { useEffect, useMemo, useState } from 'preact/hooks';
import { call } from '../../messages/call.ts';
import type { DraftEdits } from '../../ui/draft/draft-edits.ts';
import { DraftView, type PageWord } from '../../ui/draft/draft-view.tsx';
import type { WordsWanted } from '../../ui/draft/quote-context.ts';
import { viewDraft, type DraftContext } from '../../ui/draft/view-draft.ts';
import { stateOf } from '../../ui/queue/view-queue.ts';
import { showTime } from '../../ui/show-time.ts';
import { useSpeech } from '../../ui/speech.ts';
import type { ClipTabProps } from './clip-tab-props.ts';
import { DraftFiles } from './inputs/draft-files.tsx';
import { DraftForm } from './inputs/draft-form.tsx';
import { fileStore } from './inputs/file-place.ts';
import { replyProps } from './reply-props.ts';
import { saveWork } from './save-work.ts';
import type { DraftWork, DraftWorkInUse } from './use-draft-work.ts';
import { SeveralNotice } from './several-notice.tsx';
import { useSignature } from './use-signature.ts';

export interface OpenDraftProps extends ClipTabProps {
  work: DraftWork;
  inUse: DraftWorkInUse;
}

/** The draft before the clerk, until it is saved. */
export function OpenDraft({ windowId, work, inUse, pack, company, zone, asOf, onSetHours, onQueue }: OpenDraftProps) {
  const speech = useSpeech();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [signature, setSignature] = useSignature();
  const { capture, draft, edits, twins, tabId } = work;
  const page = useWordsInPage(tabId);
  const context = useMemo<DraftContext>(
    () => ({ capture, draft, pack, company, asOf, zone }),
    [capture, draft, pack, company, asOf, zone],
  );
  const model = useMemo(() => viewDraft(context, edits), [context, edits]);
  const change = (part: Partial<DraftEdits>) => inUse.edit({ ...edits, ...part });

  const save = async () => {
    if (Object.keys(model.values).length === 0) {
      setTrouble(speech.say('panel.save.nothing'));
      return;
    }
    setSaving(true);
    setTrouble(null);
    try {
      const saved = await saveWork(context, model, edits, speech, await fileStore.filesOf(work.clipId));
      if (saved.ok) {
        inUse.markSaved(saved.value);
        // A mail file may be opened again from the list; its draft ends with it.
        if (capture.readBy.way !== 'file') void fileStore.closeDraft(work.clipId);
      }
      if (!saved.ok) setTrouble(speech.say(`panel.save.${saved.code}`, saved.detail));
    } catch (error) {
      setTrouble(speech.say('panel.save.unexpected', { detail: String(error) }));
    } finally {
      setSaving(false);
    }
  };

  return (
    <DraftView
      context={context}
      model={model}
      edits={edits}
      twins={twins.map(({ id, savedAt, state, removedAt, links, values, title, reasons }) => ({
        ...{ id, title, reasons },
        state: stateOf({ state, isRemoved: removedAt !== null, links }),
        saved: showTime(speech, savedAt, zone, asOf),
        customer: values.customerName ?? values.contactName ?? null,
        isLinked: edits.linkTo === id,
      }))}
      reply={replyProps({
        ...{ context, model, edits, signature, tab: tabId, id: null, locale: speech.locale },
        onEdit: change,
        onSignature: setSignature,
        onTaken: (text, way) => change({ taken: [...(edits.taken ?? []), { text, way }].slice(-20) }),
      })}
      isSaving={isSaving}
      trouble={trouble}
      pageWord={page.word}
      onEdit={change}
      form={
        <>
          <SeveralNotice capture={capture} />
          <DraftForm windowId={windowId} clipId={work.clipId} capture={capture} onRevise={inUse.revise} />
        </>
      }
      files={<DraftFiles clipId={work.clipId} tabId={tabId} named={capture.attachments} />}
      onShow={page.show}
      onOpenTwin={onQueue}
      onSetHours={onSetHours}
      onSave={() => void save()}
    />
  );
}

/** Words lit up in the page on request, until Escape or the next ones. */
function useWordsInPage(tabId: number | null) {
  const [word, setWord] = useState<PageWord | null>(null);
  useEffect(() => {
    if (tabId === null) return undefined;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      setWord(null);
      void call('hideWords', { tabId });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tabId]);
  const show = async (wanted: WordsWanted) => {
    setWord(null);
    if (tabId !== null) setWord((await call('showWords', { tabId, wanted })).outcome);
  };
  return { word, show: tabId === null ? null : (wanted: WordsWanted) => void show(wanted) };
}
