import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { TaughtRecipe } from '../../../../core/capture/taught-recipe.ts';
import type { TabId } from '../../../ui/top-bar.tsx';
import type { PanelEvents } from '../panel-events.ts';
import { TeachContext } from './teach-context.ts';
import { TeachTab } from './teach-tab.tsx';

export interface TeachProviderProps {
  windowId: number;
  events: PanelEvents;
  tab: TabId;
  children: ComponentChildren;
}

interface Teaching {
  /** The panel's tab from which it was opened, and in whose place it is shown. */
  inTab: TabId;
  tabId: number;
  recipe: TaughtRecipe | null;
}

/** Shows the teaching of a page in place of the tab from which it was opened; what was there stays as it is. */
export function TeachProvider({ windowId, events, tab, children }: TeachProviderProps) {
  const [teaching, setTeaching] = useState<Teaching | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  // The next click is read by what was saved; there is nothing more to say of it.
  useEffect(() => events.onClip(windowId, () => setSaved(null)), [events, windowId]);
  const opener = useMemo(
    () => ({
      saved,
      teach: ({ tabId, recipe }: { tabId?: number; recipe?: TaughtRecipe }) => {
        setSaved(null);
        const open = (id: number) => setTeaching({ inTab: tab, tabId: id, recipe: recipe ?? null });
        if (tabId !== undefined) open(tabId);
        else void tabInFront(windowId).then((id) => id !== null && open(id));
      },
    }),
    [tab, windowId, saved],
  );
  const isShown = teaching !== null && teaching.inTab === tab;
  return (
    <TeachContext.Provider value={opener}>
      {teaching !== null && (
        <div class="tab-body" hidden={!isShown}>
          <TeachTab
            key={`${teaching.tabId} ${teaching.recipe?.id ?? ''}`}
            tabId={teaching.tabId}
            recipe={teaching.recipe}
            events={events}
            onClose={(name) => {
              setTeaching(null);
              setSaved(name);
            }}
          />
        </div>
      )}
      <div class="tab-body" hidden={isShown}>
        {children}
      </div>
    </TeachContext.Provider>
  );
}

async function tabInFront(windowId: number): Promise<number | null> {
  const [front] = await browser.tabs.query({ active: true, windowId });
  return front?.id ?? null;
}
