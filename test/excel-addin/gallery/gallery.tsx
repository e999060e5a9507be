import { render } from 'preact';
import { Locale } from '../../../core/policy/localized.ts';
import { App } from '../../../excel-addin/taskpane/App.tsx';
import type { PaneCallbacks } from '../../../excel-addin/taskpane/pane-state.ts';
import '../../../excel-addin/taskpane/pane.css';
import { galleryStates } from './states.ts';

/** Shows one state of the pane: `?state=mapping&locale=zh-CN&theme=dark`. Callbacks do nothing. */
const asked = new URLSearchParams(location.search);
const locale = Locale.parse(asked.get('locale') ?? 'zh-CN');
document.documentElement.dataset['theme'] = asked.get('theme') ?? 'light';
document.documentElement.lang = locale;
const state = galleryStates(locale)[asked.get('state') ?? 'found'];
const callbacks = new Proxy({}, { get: () => () => undefined }) as PaneCallbacks;
const place = document.getElementById('pane');
if (state === undefined || place === null) throw new Error('No such state');
render(<App state={state} callbacks={callbacks} />, place);
