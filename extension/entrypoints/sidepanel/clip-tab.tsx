import { useMemo, useState } from 'preact/hooks';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { call } from '../../messages/call.ts';
import type { DraftEdits } from '../../ui/draft/draft-edits.ts';
import { DraftView } from '../../ui/draft/draft-view.tsx';
import { viewDraft, type DraftContext, type DraftView as DraftModel } from '../../ui/draft/view-draft.ts';
import { EmptyView, NewClipNotice, ReadingView, RefusedNotice, RefusedView, SavedView } from '../../ui/plain-views.tsx';
import { showTime } from '../../ui/show-time.ts';
import { useSpeech } from '../../ui/speech.ts';
import type { PanelEvents } from './panel-events.ts';
import { useClip } from './use-clip.ts';
import { useDraftWork, type DraftWork, type DraftWorkInUse } from './use-draft-work.ts';

export interface ClipTabProps {
  windowId: number;
  events: PanelEvents;
  pack: PolicyPack;
  company: CompanySettings | null;
  zone: string;
  asOf: string;
  shortcut: string;
  onQueue: () => void;
  onSetHours: () => void;
}

/** What the last click read, in whichever state it is. */
export function ClipTab(props: ClipTabProps) {
  const clip = useClip(props.windowId, props.events);
  const inUse = useDraftWork(props.windowId, clip);
  const { work, pending, takePending, dropPending } = inUse;

  if (clip === undefined) return null;
  if (work === null || (work.saved !== null && work.clipId !== clip?.clipId)) {
    if (clip?.state === 'refused') return <RefusedView code={clip.code} address={clip.address} />;
    return clip === null ? <EmptyView shortcut={props.shortcut} /> : <ReadingView />;
  }
  if (work.saved !== null) return <SavedWork {...props} work={work} saved={work.saved} />;
  return (
    <>
      {pending?.state === 'read' && <NewClipNotice onTake={takePending} onStay={dropPending} />}
      {pending?.state === 'refused' && <RefusedNotice code={pending.code} onStay={dropPending} />}
      <OpenDraft key={work.clipId} {...props} work={work} inUse={inUse} />
    </>
  );
}

interface SavedWorkProps extends ClipTabProps {
  work: DraftWork;
  saved: NonNullable<DraftWork['saved']>;
}

function SavedWork({ work, saved, pack, company, zone, asOf, onQueue }: SavedWorkProps) {
  const speech = useSpeech();
  const { capture, draft, edits } = work;
  const { values, deadlines } = viewDraft({ capture, draft, pack, company, asOf, zone }, edits);
  const first = deadlines.find(({ dueAt }) => dueAt !== null);
  const milestone = pack.milestones.find(({ id }) => id === first?.milestone);
  const due =
    !first?.dueAt || milestone === undefined
      ? null
      : `${speech.label(milestone.label)} ${speech.say('panel.deadlines.before', { time: showTime(speech, first.dueAt, zone, asOf) })}`;
  const customer = values.customerName ?? values.contactName ?? null;
  return <SavedView {...saved} customer={customer} subject={capture.title} due={due} onQueue={onQueue} />;
}

interface OpenDraftProps extends ClipTabProps {
  work: DraftWork;
  inUse: DraftWorkInUse;
}

function OpenDraft({ work, inUse, pack, company, zone, asOf, onSetHours }: OpenDraftProps) {
  const speech = useSpeech();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const { capture, draft, edits, twins } = work;
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
      const saved = await call('saveComplaint', { complaint: complaintOf(context, model) });
      if (saved.ok) {
        const { id, fieldCount, waiting } = saved.value;
        inUse.markSaved({ id, fieldCount, waiting });
      } else setTrouble(speech.say(`panel.save.${saved.code}`, saved.detail));
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
      twins={twins.map(({ id, savedAt, state }) => ({ id, state, saved: showTime(speech, savedAt, zone, asOf) }))}
      isSaving={isSaving}
      trouble={trouble}
      onField={(field, value) => change({ values: { ...edits.values, [field]: value } })}
      onCategory={(category) => change({ category })}
      onGrade={(grade) => change({ grade })}
      onCopy={copyText}
      onSetHours={onSetHours}
      onSave={() => void save()}
    />
  );
}

function complaintOf({ capture, draft, pack }: DraftContext, model: DraftModel) {
  return {
    values: model.values,
    category: model.category,
    grade: model.grade,
    assessment: model.assessment,
    policy: { id: pack.id, version: pack.version },
    promised: model.deadlines,
    capture,
    draft,
    files: [],
  };
}

async function copyText(text: string): Promise<boolean> {
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
