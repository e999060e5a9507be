import { translate } from '../../core/wording/translate.ts';
import { Busy } from './Busy.tsx';
import { Frame } from './Frame.tsx';
import { ImportView } from './ImportView.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import type { PaneCallbacks, PaneState, Words } from './pane-state.ts';
import { SetupView } from './SetupView.tsx';
import { StartView } from './StartView.tsx';
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
      {state.busy !== null && <Busy busy={state.busy} t={t} />}
      <main class={state.busy === null ? 'view' : 'view view-waits'} inert={state.busy !== null}>
        <Screen state={state} callbacks={callbacks} t={t} />
      </main>
    </Frame>
  );
}

function Screen({ state, callbacks, t }: { state: PaneState; callbacks: PaneCallbacks; t: Words }) {
  switch (state.screen) {
    case 'today':
      return <TodayView today={state.today} t={t} onRefresh={callbacks.refreshToday} onShowCell={callbacks.showCell} />;
    case 'register':
      return <SetupView setup={state.setup} locale={state.locale} t={t} callbacks={callbacks} />;
    case 'import':
      return <ImportView model={state.importing} t={t} callbacks={callbacks} />;
  }
}
