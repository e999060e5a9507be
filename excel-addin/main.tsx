import { render } from 'preact';
import * as z from 'zod';
import type { Locale } from '../core/policy/localized.ts';
import { translate } from '../core/wording/translate.ts';
import { lookForRegister } from './actions/look-around.ts';
import { logCache } from './actions/log-cache.ts';
import { readToday } from './actions/read-today.ts';
import { openPaneBridge } from './bridge/pane-bridge.ts';
import { tieRibbonCommands } from './commands/ribbon-commands.ts';
import { complaintScreen } from './complaint-screen.ts';
import { functionBase } from './functions/function-base.ts';
import { tieSheetFunctions } from './functions/tie-functions.ts';
import { findingsScreen } from './findings-screen.ts';
import { formsScreen } from './forms-screen.ts';
import { dropAnywhere } from './drop-anywhere.ts';
import { importScreen } from './import-screen.ts';
import { officeReady } from './office-ready.ts';
import { paneCommands } from './pane-commands.ts';
import { todayModel } from './pane-models.ts';
import { createStore } from './pane-store.ts';
import { paneWork } from './pane-work.ts';
import { refreshScreen } from './refresh-screen.ts';
import { registerScreen } from './register-screen.ts';
import { settingsScreen } from './settings-screen.ts';
import { restoreScreen } from './restore-screen.ts';
import { sharingScreen } from './sharing-screen.ts';
import { keyStore } from './sharing/key-store.ts';
import { saveFile } from './sharing/save-file.ts';
import { statisticsScreen } from './statistics-screen.ts';
import { App } from './taskpane/App.tsx';
import type { PaneCallbacks, PaneState, Words } from './taskpane/pane-state.ts';
import './taskpane/pane.css';
import { followTheme } from './theme.ts';
import { showCell } from './workbook/show-cell.ts';

// The page's security policy forbids code made from text, which zod would otherwise try.
z.config({ jitless: true });

const store = createStore(localeOf(navigator.language));
const words: Words = (code, params) => translate(store.get().locale, code, params);
const work = paneWork(store);
const now = () => new Date().toISOString();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const importing = (change: Partial<ReturnType<typeof store.get>['importing']>) =>
  store.set({ importing: { ...store.get().importing, ...change } });

const bridge = openPaneBridge({
  window,
  nonce: crypto.randomUUID(),
  newRequestId: () => crypto.randomUUID(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
  onState: (state) => importing({ bridge: state }),
});
const onRegister: Parameters<typeof registerScreen>[0]['onRegister'] = (register) => {
  importing({ hasRegister: register !== null });
  void refreshing.follow(register);
  void restoring.look();
};
const log = logCache();
const register = registerScreen({ store, work, words, zone, now, onRegister });
const refreshing = refreshScreen({
  ...{ store, work, now, words, onMemory: register.takeMemory, readEvents: log.events },
  onChanged: () => {
    // Where the register is refreshed, what rests on it is told to be old.
    void statistics.outdated(store.get().screen === 'register');
    void showTodayAnew();
  },
});
const forms = formsScreen({ store, work, now, register: register.register });
const restoring = restoreScreen({ store, work, now, register: register.register, onRestored: register.look });
const imports = importScreen({
  ...{ store, work, bridge, now, register: register.register },
  ...{ onImported: () => register.look().then(() => statistics.outdated(true)), onWritten: refreshing.touched },
});

const refreshToday = async () => {
  const standing = register.register();
  if (standing === null) return;
  const today = await work.during('pane.busy.reading', () => readToday(standing.memory, now()));
  if (today !== null)
    store.set({ today: todayModel(today.value, standing.memory, { locale: store.get().locale, asOf: now() }) });
};
/** What is shown of today follows the register's edits without a word; large registers are read when they are asked for. */
const showTodayAnew = async () => {
  const standing = register.register();
  const { screen, busy, today: shown } = store.get();
  if (standing === null || screen !== 'today' || busy !== null || (shown?.rows ?? 0) > ROWS_READ_QUIETLY) return;
  const today = await readToday(standing.memory, now());
  if (today.ok)
    store.set({ today: todayModel(today.value, standing.memory, { locale: store.get().locale, asOf: now() }) });
};
const ROWS_READ_QUIETLY = 2_000;
const settings = settingsScreen({
  ...{ store, work, now, register: register.register, readEvents: log.events },
  onSettings: async (memory, isRecalculated) => {
    register.takeMemory(memory);
    await refreshing.follow(register.register());
    if (isRecalculated) await refreshing.recalculate();
  },
});
const goTo = (screen: PaneState['screen'], complaint?: string) => {
  store.set({ screen, notice: null });
  if (screen === 'today') void refreshToday();
  if (screen === 'complaint') void complaints.enter(complaint);
  else complaints.leave();
  if (screen === 'findings') void findings.enter();
  if (screen === 'statistics') void statistics.enter();
  if (screen === 'import') bridge.greet();
  if (screen === 'register' && store.get().setup.step === 'done') register.callbacks.lookAgain();
};

const complaints = complaintScreen({ store, work, now, newId: () => crypto.randomUUID(), register: register.register });
const findings = findingsScreen({
  ...{ store, work, now, register: register.register, onWritten: refreshing.touched },
  learnWords: settings.learnWords,
});
const statistics = statisticsScreen({
  ...{ store, work, now, register: register.register },
  open: (number) => goTo('complaint', number),
});
const sharing = sharingScreen({
  ...{ store, work, words, register: register.register, save: saveFile },
  keys: keyStore(
    () => localStorage,
    () => Office.context.partitionKey,
    (bytes) => crypto.getRandomValues(bytes),
  ),
});
const callbacks: PaneCallbacks = {
  ...register.callbacks,
  ...imports.callbacks,
  ...complaints.callbacks,
  ...settings.callbacks,
  ...forms.callbacks,
  ...findings.callbacks,
  ...statistics.callbacks,
  ...sharing.callbacks,
  ...restoring.callbacks,
  refreshRegister: () => void settings.sync().then(refreshing.callbacks.refreshRegister),
  addColumns: refreshing.callbacks.addColumns,
  cancelWork: () => {
    refreshing.callbacks.cancelWork();
    work.stop();
    imports.cancel();
    settings.cancel();
    forms.cancel();
    complaints.cancel();
    findings.cancel();
    statistics.cancel();
    sharing.cancel();
  },
  goTo: (screen) => goTo(screen),
  reload: () => location.reload(),
  chooseLocale: (locale) => {
    store.set({ locale });
    if (store.get().screen === 'today') void refreshToday();
    if (store.get().screen === 'complaint') complaints.repaint();
    settings.repaint();
    findings.repaint();
    statistics.repaint();
    const { step } = store.get().setup;
    if (step === 'mapping' || step === 'preview') register.callbacks.goToStep(step);
  },
  dismissNotice: () => store.set({ notice: null }),
  showCell: (sheet, row, column) => {
    void showCell(sheet, row, column).then((shown) => {
      if (!shown.ok) work.tell(shown.code, shown.detail);
    });
  },
  openFromToday: ({ number, row, column }) => {
    const { today } = store.get();
    if (today === null) return;
    void showCell(today.sheet, row, column).then((shown) => {
      if (number !== '') goTo('complaint', number);
      if (!shown.ok) work.tell(shown.code, shown.detail);
    });
  },
  refreshToday: () => void refreshToday(),
  chooseTodayList: (todayList) => store.set({ todayList }),
};

dropAnywhere({
  page: document,
  mayTake: () => register.register() !== null && store.get().busy === null,
  onOver: (isOver) => importing({ isOver }),
  onFiles: (files) => {
    goTo('import');
    callbacks.readFiles(files);
  },
  onText: (text) => {
    goTo('import');
    callbacks.readPaste(text);
  },
});

const pane = document.getElementById('pane');
if (pane === null) throw new Error('The page has no place for the pane');
const paint = () => {
  const state = store.get();
  document.documentElement.lang = state.locale;
  render(<App state={state} callbacks={callbacks} />, pane);
};
store.listen(paint);
const takeTheme = followTheme(document.documentElement, matchMedia('(prefers-color-scheme: dark)'));
pane.replaceChildren();
paint();
void start();

async function start() {
  const phase = await officeReady(document);
  if (phase !== 'ready') {
    store.set({ phase });
    return;
  }
  takeTheme(Office.context.officeTheme);
  const open = () => Office.addin.showAsTaskpane();
  const refresh = refreshing.callbacks.refreshRegister;
  tieRibbonCommands(paneCommands({ store, work, now, register: register.register, goTo, refresh, open }));
  const look = () => lookForRegister(zone);
  const locale = () => store.get().locale;
  tieSheetFunctions({ base: functionBase({ register: register.register, look, locale, zone }), words });
  store.set({ phase: 'ready', locale: localeOf(Office.context.displayLanguage) });
  bridge.greet();
  const standing = await register.look();
  if (standing === null || store.get().setup.found?.unfinished !== null) return;
  goTo('today');
  await settings.sync();
  void refreshing.scan();
}

function localeOf(language: string): Locale {
  const tag = language.toLowerCase();
  if (/^zh\b.*(tw|hk|mo|hant)/.test(tag)) return 'zh-TW';
  return tag.startsWith('zh') ? 'zh-CN' : 'en';
}
