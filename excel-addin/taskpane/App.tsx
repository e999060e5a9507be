import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { translate } from '../../core/wording/translate.ts';
import { Busy } from './Busy.tsx';
import { ComplaintView } from './ComplaintView.tsx';
import { FindingsView } from './FindingsView.tsx';
import { Frame } from './Frame.tsx';
import { ImportView } from './ImportView.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import type { PaneCallbacks, PaneState, Words } from './pane-state.ts';
import { SettingsView } from './SettingsView.tsx';
import { SetupView } from './SetupView.tsx';
import { SharingCard } from './SharingCard.tsx';
import { StartView } from './StartView.tsx';
import { StatisticsView } from './StatisticsView.tsx';
import { TodayView } from './TodayView.tsx';

export function App({ state, callbacks }: { state: PaneState; callbacks: PaneCallbacks }) {
  const t: Words = (code, params) => translate(state.locale, code, params);
  if (state.phase !== 'ready') return <StartView phase={state.phase} t={t} onRetry={callbacks.reload} />;
  return (
    <Frame
      t={t}
      locale={state.locale}
      screen={state.screen}
      hasRegister={state.importing.hasRegister}
      waiting={state.importing.bridge.kind === 'connected' ? state.importing.bridge.waiting : 0}
      isBusy={state.busy !== null}
      onGoTo={callbacks.goTo}
      onLocale={callbacks.chooseLocale}
    >
      {state.notice !== null && <NoticeBar notice={state.notice} t={t} onDismiss={callbacks.dismissNotice} />}
      {state.busy !== null && <Busy busy={state.busy} t={t} onCancel={callbacks.cancelWork} />}
      <View place={placeOf(state)} waits={state.busy !== null}>
        <Screen state={state} callbacks={callbacks} t={t} />
      </View>
    </Frame>
  );
}

/** Lists that one looks away from to see one of their lines: they stand where they were left. */
const LISTS: readonly string[] = ['today', 'findings', 'statistics'];

/** Where the user is; another place is begun at its top, for eyes and screen readers alike. */
function placeOf({ screen, setup, importing, settings }: PaneState): string {
  if (screen === 'register') return `register ${settings.shown === null ? setup.step : 'settings'}`;
  if (screen === 'import') return `import ${importing.preview === null ? 'sources' : 'preview'}`;
  return screen;
}

function View({ place, waits, children }: { place: string; waits: boolean; children: ComponentChildren }) {
  const view = useRef<HTMLElement>(null);
  const shown = useRef(place);
  const left = useRef(new Map<string, number>());
  useEffect(() => {
    const note = () => left.current.set(shown.current, window.scrollY);
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, []);
  // Before the shorter page is painted: what its own scrolling tells is of the new place.
  useLayoutEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    window.scrollTo(0, LISTS.includes(place) ? (left.current.get(place) ?? 0) : 0);
    view.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <main ref={view} tabIndex={-1} class={waits ? 'view view-waits' : 'view'} inert={waits}>
      {children}
    </main>
  );
}

function Screen({ state, callbacks, t }: { state: PaneState; callbacks: PaneCallbacks; t: Words }) {
  switch (state.screen) {
    case 'today':
      return <TodayView today={state.today} chosen={state.todayList} t={t} callbacks={callbacks} />;
    case 'complaint':
      return <ComplaintView model={state.complaint} locale={state.locale} t={t} callbacks={callbacks} />;
    case 'findings':
      return <FindingsView model={state.findings} t={t} callbacks={callbacks} />;
    case 'statistics':
      return (
        <>
          <StatisticsView model={state.statistics} t={t} callbacks={callbacks} />
          <SharingCard model={state.sharing} t={t} callbacks={callbacks} />
        </>
      );
    case 'register':
      if (state.settings.shown !== null)
        return <SettingsView shown={state.settings.shown} locale={state.locale} t={t} callbacks={callbacks} />;
      return (
        <SetupView
          setup={state.setup}
          refresh={state.refresh}
          restore={state.restore}
          forms={state.forms}
          locale={state.locale}
          t={t}
          callbacks={callbacks}
        />
      );
    case 'import':
      return <ImportView model={state.importing} t={t} callbacks={callbacks} />;
  }
}
