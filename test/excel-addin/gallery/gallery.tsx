import { render } from 'preact';
import { Locale } from '../../../core/policy/localized.ts';
import { App } from '../../../excel-addin/taskpane/App.tsx';
import type { PaneCallbacks, PaneState } from '../../../excel-addin/taskpane/pane-state.ts';
import '../../../excel-addin/taskpane/pane.css';
import { galleryStates } from './states.ts';

/** Shows one state of the pane: `?state=mapping&locale=zh-CN&theme=dark`. One can walk about in it; all other callbacks do nothing. */
const asked = new URLSearchParams(location.search);
const locale = Locale.parse(asked.get('locale') ?? 'zh-CN');
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'light';
document.documentElement.lang = locale;
let state = galleryStates(locale)[asked.get('state') ?? 'found'];
const place = document.getElementById('pane');
if (state === undefined || place === null) throw new Error('No such state');
const show = (change: Partial<PaneState>) => {
  if (state === undefined) return;
  state = { ...state, ...change };
  render(<App state={state} callbacks={callbacks} />, place);
};
const walks: Partial<PaneCallbacks> = {
  goTo: (screen) => show({ screen }),
  chooseTodayList: (todayList) => show({ todayList }),
};
const callbacks = new Proxy(walks, {
  get: (own, name) => (name in own ? own[name as keyof PaneCallbacks] : () => undefined),
}) as PaneCallbacks;
show({});
