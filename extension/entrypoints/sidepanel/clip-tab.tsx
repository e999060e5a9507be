import { EmptyView, NewClipNotice, ReadingView, RefusedNotice, RefusedView } from '../../ui/plain-views.tsx';
import { useSpeech } from '../../ui/speech.ts';
import { EmptyInputs } from '../../ui/inputs/empty-inputs.tsx';
import type { ClipTabProps } from './clip-tab-props.ts';
import { useInputs } from './inputs/inputs-context.ts';
import { MailStrip } from './inputs/mail-strip.tsx';
import { OpenDraft } from './open-draft.tsx';
import { SavedWork } from './saved-work.tsx';
import { ClipHint } from './teach/clip-hint.tsx';
import { UnsavedOffer } from './unsaved-offer.tsx';
import { useClip } from './use-clip.ts';
import { useDraftWork } from './use-draft-work.ts';

/** What the last click read, in whichever state it is. */
export function ClipTab(props: ClipTabProps) {
  const { chooseFiles, startForm } = useInputs();
  const clip = useClip(props.windowId, props.events);
  const inUse = useDraftWork(props.windowId, clip, useSpeech().locale);
  const { work, pending, waitedId, takePending, dropPending } = inUse;

  const { windowId, zone, asOf } = props;
  const offer = <UnsavedOffer {...{ windowId, zone, asOf }} inUse={[work?.clipId, pending?.clipId]} />;
  if (clip === undefined) return null;
  if (work === null || (work.saved !== null && ![work.clipId, waitedId].includes(clip?.clipId ?? null))) {
    if (clip !== null && clip.state !== 'refused') return <ReadingView />;
    return (
      <div class="scroll-all">
        {offer}
        <MailStrip current={null} isSaved={false} />
        {clip === null ? (
          <EmptyView shortcut={props.shortcut} />
        ) : (
          <RefusedView code={clip.code} address={clip.address} />
        )}
        <EmptyInputs onFiles={chooseFiles} onForm={startForm} />
      </div>
    );
  }
  const strip = <MailStrip current={work.clipId} isSaved={work.saved !== null} />;
  if (work.saved !== null) {
    return (
      <>
        {offer}
        {strip}
        <SavedWork {...props} work={work} saved={work.saved} inUse={inUse} />
      </>
    );
  }
  return (
    <>
      {offer}
      {strip}
      {pending?.state === 'read' && <NewClipNotice onTake={takePending} onStay={dropPending} />}
      {pending?.state === 'refused' && <RefusedNotice code={pending.code} onStay={dropPending} />}
      <ClipHint key={`hint ${work.clipId}`} capture={work.capture} tabId={work.tabId} />
      <OpenDraft key={work.clipId} {...props} work={work} inUse={inUse} />
    </>
  );
}
