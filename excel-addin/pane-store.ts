import type { Locale } from '../core/policy/localized.ts';
import { NO_COMPLAINT } from './taskpane/complaint-state.ts';
import { NO_RESTORE } from './taskpane/restore-state.ts';
import { NO_FORMS } from './taskpane/forms-state.ts';
import type { PaneState } from './taskpane/pane-state.ts';
import { NO_SHARING } from './taskpane/sharing-state.ts';
import { NO_STATISTICS } from './taskpane/statistics-state.ts';
import { NO_SETTINGS } from './taskpane/settings-state.ts';

/** The pane's one state. Changes are merged, and everyone who listens is told. */
export interface PaneStore {
  get: () => PaneState;
  set: (change: Partial<PaneState>) => void;
  listen: (listener: (state: PaneState) => void) => void;
}

export function createStore(locale: Locale): PaneStore {
  let state: PaneState = {
    locale,
    phase: 'starting',
    screen: 'register',
    notice: null,
    busy: null,
    setup: { step: 'found', found: null, mapping: null, preview: null, done: null },
    refresh: { last: null, lacking: [] },
    settings: NO_SETTINGS,
    restore: NO_RESTORE,
    forms: NO_FORMS,
    today: null,
    todayList: null,
    findings: { shown: null },
    sharing: NO_SHARING,
    statistics: NO_STATISTICS,
    complaint: NO_COMPLAINT,
    importing: { bridge: { kind: 'looking' }, hasRegister: false, preview: null, result: null },
  };
  const listeners = new Set<(state: PaneState) => void>();
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change };
      for (const listener of listeners) listener(state);
    },
    listen: (listener) => listeners.add(listener),
  };
}
