import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { EmptyView, NewClipNotice, ReadingView, RefusedNotice, RefusedView } from '../../ui/plain-views.tsx';
import { OpenDraft } from './open-draft.tsx';
import type { PanelEvents } from './panel-events.ts';
import { SavedWork } from './saved-work.tsx';
import { useClip } from './use-clip.ts';
import { useDraftWork } from './use-draft-work.ts';

export interface ClipTabProps {
  windowId: number;
  events: PanelEvents;
  pack: PolicyPack;
  company: CompanySettings | null;
  zone: string;
  asOf: string;
  shortcut: string;
  /** To the queue, or to one entry of it. */
  onQueue: (id: string | null) => void;
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
  if (work.saved !== null) return <SavedWork {...props} work={work} saved={work.saved} inUse={inUse} />;
  return (
    <>
      {pending?.state === 'read' && <NewClipNotice onTake={takePending} onStay={dropPending} />}
      {pending?.state === 'refused' && <RefusedNotice code={pending.code} onStay={dropPending} />}
      <OpenDraft key={work.clipId} {...props} work={work} inUse={inUse} />
    </>
  );
}
