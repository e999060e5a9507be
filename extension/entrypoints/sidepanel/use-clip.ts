import { useCallback, useEffect, useState } from 'preact/hooks';
import { call } from '../../messages/call.ts';
import type { CurrentClip } from '../../messages/current-clip.ts';
import type { PanelEvents } from './panel-events.ts';

/** The last click in this window; null before the first, undefined until it is known. */
export function useClip(windowId: number, events: PanelEvents): CurrentClip | null | undefined {
  const [clip, setClip] = useState<CurrentClip | null | undefined>(undefined);
  const refresh = useCallback(async () => setClip((await call('readClip', { windowId })).clip), [windowId]);
  useEffect(() => {
    void refresh();
    return events.onClip(windowId, () => void refresh());
  }, [windowId, events, refresh]);
  return clip;
}
