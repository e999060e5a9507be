import type { ComponentChildren } from 'preact';
import { useSpeech } from './speech.ts';

export type TabId = 'clip' | 'queue' | 'settings';
const TABS: TabId[] = ['clip', 'queue', 'settings'];

export interface TopBarProps {
  tab: TabId;
  waiting: number;
  onTab: (tab: TabId) => void;
  /** Beside the name. */
  add?: ComponentChildren;
}

export function TopBar({ tab, waiting, onTab, add }: TopBarProps) {
  const { say } = useSpeech();
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (step === 0 || next === undefined) return;
    onTab(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <nav class="top-bar">
      <span class="brand">
        <img src="/icon/48.png" width="20" height="20" alt="" />
        {say('panel.brand')}
      </span>
      {add}
      <div role="tablist" aria-label={say('panel.tabs.label')} onKeyDown={move}>
        {TABS.map((id) => (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            aria-selected={tab === id}
            aria-controls="content"
            tabIndex={tab === id ? 0 : -1}
            onClick={() => onTab(id)}
          >
            {say(`panel.tabs.${id}`)}
            {id === 'queue' && waiting > 0 && (
              <span class="count" aria-label={say('panel.tabs.queueCount', { count: waiting })}>
                {waiting}
              </span>
            )}
          </button>
        ))}
      </div>
    </nav>
  );
}
