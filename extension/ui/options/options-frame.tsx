import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useSpeech } from '../speech.ts';

const SECTIONS = [
  'policy',
  'blanks',
  'calendar',
  'targets',
  'pauses',
  'laws',
  'ledger',
  'general',
  'retention',
  'sites',
  'data',
] as const;

/** The page around the sections: its name, the way to each of them, and whether the last change is stored. */
export function OptionsFrame({ isSaved, children }: { isSaved: boolean; children: ComponentChildren }) {
  const { say } = useSpeech();
  // The page is drawn after the browser has looked for the section that the address names.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  return (
    <div class="options">
      <header class="options-head">
        <h1>
          <img src="/icon/48.png" width="28" height="28" alt="" />
          {say('options.title')}
        </h1>
        <p role="status" class="saved-mark">
          {isSaved && say('panel.settings.saved')}
        </p>
      </header>
      <nav class="options-nav" aria-label={say('options.nav.label')}>
        <ul>
          {SECTIONS.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{say(`options.nav.${id}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="options-body">{children}</main>
    </div>
  );
}
