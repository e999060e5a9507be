import { useEffect, useState } from 'preact/hooks';
import { call } from '../../messages/call.ts';
import type { UnsavedDraft } from '../../queue/file-database.ts';
import { UnsavedNotice } from '../../ui/draft/unsaved-notice.tsx';
import { showTime } from '../../ui/show-time.ts';
import { useSpeech } from '../../ui/speech.ts';
import { unsavedDrafts } from './inputs/file-place.ts';
import { clipsAtWork } from './kept-work.ts';

export interface UnsavedOfferProps {
  windowId: number;
  /** The clips that are before the clerk, or wait to be. */
  inUse: readonly (string | undefined)[];
  zone: string;
  asOf: string;
}

/** The last draft that was never saved, of a browser or a window that is gone. Opening it asks like any other click. */
export function UnsavedOffer({ windowId, inUse, zone, asOf }: UnsavedOfferProps) {
  const speech = useSpeech();
  const [offered, setOffered] = useState<UnsavedDraft | null>(null);
  const look = async () => {
    const [drafts, atWork] = [await unsavedDrafts.list(), await clipsAtWork()];
    setOffered(drafts.find(({ clipId }) => !atWork.has(clipId) && !inUse.includes(clipId)) ?? null);
  };
  useEffect(() => void look(), [inUse.join(' ')]);
  if (offered === null || inUse.includes(offered.clipId)) return null;
  const { clipId, capture, changedAt } = offered;
  return (
    <UnsavedNotice
      title={capture.title}
      time={showTime(speech, changedAt, zone, asOf)}
      onOpen={() => void call('openCapture', { windowId, clipId, capture })}
      onDiscard={() => void unsavedDrafts.drop(clipId).then(look)}
    />
  );
}
