import { useMemo, useState } from 'preact/hooks';
import { call } from '../../messages/call.ts';
import { SavedView } from '../../ui/draft/saved-view.tsx';
import { viewDraft, type DraftContext } from '../../ui/draft/view-draft.ts';
import { replyKinds } from '../../ui/reply/view-reply.ts';
import { showTime } from '../../ui/show-time.ts';
import { useSpeech } from '../../ui/speech.ts';
import type { ClipTabProps } from './clip-tab-props.ts';
import { replyProps } from './reply-props.ts';
import type { DraftWork, DraftWorkInUse } from './use-draft-work.ts';
import { useSignature } from './use-signature.ts';

export interface SavedWorkProps extends ClipTabProps {
  work: DraftWork;
  saved: NonNullable<DraftWork['saved']>;
  inUse: DraftWorkInUse;
}

/** After saving: what was saved, the reply to the customer, and the way on. */
export function SavedWork({ work, saved, inUse, pack, company, zone, asOf, onQueue }: SavedWorkProps) {
  const speech = useSpeech();
  const [signature, setSignature] = useSignature();
  const [isNoted, setNoted] = useState<boolean | null>(null);
  const { capture, draft, edits, tabId } = work;
  const context = useMemo<DraftContext>(
    () => ({ capture, draft, pack, company, asOf, zone }),
    [capture, draft, pack, company, asOf, zone],
  );
  const model = useMemo(() => viewDraft(context, edits), [context, edits]);
  const { values, deadlines } = model;
  const first = deadlines.find(({ dueAt }) => dueAt !== null);
  const milestone = pack.milestones.find(({ id }) => id === first?.milestone);
  const due =
    !first?.dueAt || milestone === undefined
      ? null
      : `${speech.label(milestone.label)} ${speech.say('panel.deadlines.before', { time: showTime(speech, first.dueAt, zone, asOf) })}`;
  const note = async (text: string, way: 'copied' | 'inserted') =>
    setNoted((await call('noteReply', { id: saved.id, text, way })).isKept);
  const reply = replyProps({
    ...{ context, model, edits, signature, tab: tabId, id: saved.id, locale: speech.locale },
    onEdit: (part) => inUse.edit({ ...edits, ...part }),
    onSignature: setSignature,
    onTaken: (text, way) => void note(text, way),
  });
  return (
    <SavedView
      {...saved}
      missing={model.missing.length}
      customer={values.customerName ?? values.contactName ?? null}
      subject={capture.title}
      due={due}
      reply={replyKinds(reply.context).length === 0 ? null : reply}
      isNoted={isNoted}
      onQueue={() => onQueue(null)}
    />
  );
}
