import { EmptyView, NewClipNotice, ReadingView, RefusedNotice, RefusedView } from '../../ui/plain-views.tsx';
import type { ClipTabProps } from './clip-tab-props.ts';
import { OpenDraft } from './open-draft.tsx';
import { SavedWork } from './saved-work.tsx';
import { useClip } from './use-clip.ts';
import { useDraftWork } from './use-draft-work.ts';

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
  if (work.saved !== null) return <SavedWork {...props} work={work} saved={work.saved} inUse={inUse} />;
  return (
    <>
      {pending?.state === 'read' && <NewClipNotice onTake={takePending} onStay={dropPending} />}
      {pending?.state === 'refused' && <RefusedNotice code={pending.code} onStay={dropPending} />}
      <OpenDraft key={work.clipId} {...props} work={work} inUse={inUse} />
    </>
  );
}
