import type { Moment } from '../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../core/outcome.ts';
import { answerBlank, clearAnswer, noAnswers } from '../core/policy/answer-blank.ts';
import { CompanySettings } from '../core/policy/company-settings.ts';
import { allLaws } from '../core/policy/law-packs.ts';
import { freePauseId, withOwnPauses } from '../core/policy/own-pauses.ts';
import { policyQuestions } from '../core/policy/policy-questions.ts';
import { packWithLaws } from '../core/policy/policy-with-laws.ts';
import type { RegisterMemory } from '../core/register/register-plan.ts';
import { learnWords } from '../core/register/settings/learned-words.ts';
import { registerPolicy } from '../core/register/settings/register-policy.ts';
import type { WorkbookSettings } from '../core/register/settings/settings-tables.ts';
import type { LearnedWord } from '../core/register/settings/team-settings.ts';
import { translate } from '../core/wording/translate.ts';
import { withDay } from '../core/working-time/own-days.ts';
import type { DayOverrides } from '../core/working-time/working-calendar.ts';
import { dayAt, toEpoch } from '../core/working-time/zoned-time.ts';
import type { LogCache } from './actions/log-cache.ts';
import type { StandingRegister } from './actions/look-around.ts';
import {
  createSettingsSheet,
  readRegisterSettings,
  saveRegisterSettings,
  withSettings,
  type SettingsNow,
} from './actions/register-settings.ts';
import { settingsWhatIf, type SettingsEffects } from './actions/settings-what-if.ts';
import { suggestCompany } from './actions/suggest-company.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import { effectsModel } from './settings-model.ts';
import { NO_SETTINGS, type SettingsCallbacks, type ShownSettings } from './taskpane/settings-state.ts';
import { changeMemory } from './workbook/register-memory.ts';

type Change = (settings: WorkbookSettings) => WorkbookSettings | null;

export interface SettingsScreen {
  callbacks: SettingsCallbacks;
  /** Takes over what people wrote on the settings sheet, without a word when it says the same. Answers the memory now in force. */
  sync: () => Promise<void>;
  /** Remembers words of the team's own with the register, and works it out again by them. */
  learnWords: (taught: readonly LearnedWord[]) => Promise<void>;
  /** Stops the looking at what a change would do. */
  cancel: () => void;
  repaint: () => void;
}

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  register: () => StandingRegister | null;
  readEvents: LogCache['events'];
  /** Other settings are in force; `isRecalculated`: all rows are to be worked out again by them. */
  onSettings: (memory: RegisterMemory, isRecalculated: boolean) => Promise<void>;
}

/** Answers by which deadlines and states are reckoned; all others change no row. */
const OF_ROWS: readonly string[] = [
  ...['calendar', 'hoursMean', 'target', 'firstDay', 'dayEnds', 'ownPause', 'pauseCap', 'reopening', 'warnings'],
];

/** Drives the policy with its blanks, working hours, laws and numbers of the register that stands, and their sheet. */
export function settingsScreen({ store, work, now, register, readEvents, onSettings }: Parts): SettingsScreen {
  let shownNow: SettingsNow | null = null;
  let waiting: Change | null = null;
  let cancel: AbortController | null = null;

  const show = (read: SettingsNow | null, effects: SettingsEffects | null = null) => {
    const standing = register();
    shownNow = read;
    if (read === null || standing === null) store.set({ settings: NO_SETTINGS });
    else store.set({ settings: { shown: shownModel(standing.memory, read, effects, { store, now }) } });
  };

  const open = async () => {
    const standing = register();
    if (standing === null) return;
    await sync();
    const read = await work.during('pane.busy.reading', () =>
      readRegisterSettings(register()?.memory ?? standing.memory),
    );
    if (read !== null) show(read.value);
  };

  const sync = async () => {
    const standing = register();
    if (standing === null) return;
    const read = await readRegisterSettings(standing.memory);
    if (!read.ok) {
      work.tell(read.code, read.detail);
      return;
    }
    const { settings, isChanged, problems, sheet } = read.value;
    if (isChanged) {
      const stored = await changeMemory(standing.memory, (memory) => withSettings(memory, settings));
      if (!stored.ok) {
        work.tell(stored.code, stored.detail);
        return;
      }
      await onSettings(stored.value, false);
      store.set({ notice: { tone: 'info', code: 'settings.taken', params: {} } });
    }
    if (problems.length > 0 && sheet !== null) {
      const params = { sheet: sheet.sheet, count: problems.length };
      store.set({ notice: { tone: 'warning', code: 'settings.wrongOnSheet', params } });
    }
    if (store.get().settings.shown !== null) show(read.value);
  };

  /** Shows what a change would do before it is made; one that touches no registered complaint is made at once. */
  const change = async (make: Change, isOfRows: boolean) => {
    const standing = register();
    if (standing === null) return;
    const stop = new AbortController();
    cancel = stop;
    const looked = await work.during('pane.busy.checkingRows', () =>
      look(standing.memory, make, isOfRows, stop.signal),
    );
    cancel = null;
    if (looked === null) return;
    const { read, effects } = looked.value;
    if (effects === null || effects.changed.length === 0) {
      await save(make, isOfRows);
      return;
    }
    waiting = make;
    show(read, effects);
  };

  /** Changes what the company has settled itself, from what is in force at that moment. */
  const changeCompany = (make: (company: CompanySettings) => CompanySettings) =>
    change((settings) => {
      const pack = publishedPack(settings);
      if (pack === null) return null;
      const own = settings.company?.policyId === pack.id ? settings.company : noAnswers(pack);
      const made = CompanySettings.safeParse(make(own));
      return made.success ? { ...settings, company: made.data } : null;
    }, true);

  const publishedPack = ({ team }: WorkbookSettings) => {
    const memory = register()?.memory;
    return memory === undefined ? null : packWithLaws(memory.policy.id, team.laws);
  };

  const look = async (
    memory: RegisterMemory,
    make: Change,
    isOfRows: boolean,
    signal: AbortSignal,
  ): Promise<Outcome<{ read: SettingsNow; effects: SettingsEffects | null }>> => {
    const read = await readRegisterSettings(memory);
    if (!read.ok) return read;
    const next = make(read.value.settings);
    if (next === null) return refuse('badAnswer');
    if (!isOfRows) return done({ read: read.value, effects: null });
    const events = await readEvents(true);
    if (!events.ok) return events;
    const effects = await settingsWhatIf(memory, withSettings(memory, next), {
      ...{ asOf: now(), eventsOf: events.value, signal },
      onProgress: (at, of) => store.set({ busy: { code: 'pane.busy.checkingRows', done: at, of, canCancel: true } }),
    });
    return effects.ok ? done({ read: read.value, effects: effects.value }) : effects;
  };

  const save = async (make: Change, isOfRows: boolean) => {
    const standing = register();
    if (standing === null) return;
    waiting = null;
    const kept = await work.during('pane.busy.writing', async () => {
      const saved = await saveRegisterSettings(standing.memory, make);
      if (!saved.ok) return saved;
      const read = await readRegisterSettings(saved.value);
      return read.ok ? done({ memory: saved.value, read: read.value }) : read;
    });
    if (kept === null) return;
    await onSettings(kept.value.memory, isOfRows);
    if (shownNow !== null) show(kept.value.read);
    if (!isOfRows) store.set({ notice: { tone: 'success', code: 'settings.saved', params: {} } });
  };

  const make = async () => {
    const standing = register();
    if (standing === null) return;
    const made = await work.during('pane.busy.writing', () => createSettingsSheet(standing.memory));
    if (made === null) return;
    await open();
    store.set({ notice: { tone: 'success', code: 'settings.made', params: { sheet: made.value } } });
  };

  return {
    sync,
    learnWords: (taught) =>
      save(({ team, ...rest }) => ({ ...rest, team: { ...team, words: learnWords(team.words, taught) } }), true),
    cancel: () => cancel?.abort(),
    repaint: () => {
      if (store.get().settings.shown !== null && waiting === null) show(shownNow);
    },
    callbacks: {
      openSettings: () => void open(),
      closeSettings: () => show(null),
      answerQuestion: ({ blank }, answer) => {
        const make: Change = (settings) => {
          const pack = publishedPack(settings);
          if (pack === null) return null;
          if (answer === null)
            return settings.company === null
              ? settings
              : { ...settings, company: clearAnswer(pack, settings.company, blank.id) };
          const made = answerBlank(pack, settings.company, blank, answer);
          return made.ok ? { ...settings, company: made.value } : null;
        };
        void change(make, OF_ROWS.includes(blank.code));
      },
      changeCompany: (company) =>
        void change((settings) => ({ ...settings, company: withOwnHours(company, settings) }), true),
      putPause: (pause, id) =>
        void changeCompany((company) => {
          const own = company.answers?.pauseReasons ?? [];
          const whole = { ...pause, id: id ?? freePauseId(company.answers) };
          const isKnown = own.some((each) => each.id === whole.id);
          return withOwnPauses(
            company,
            isKnown ? own.map((each) => (each.id === whole.id ? whole : each)) : [...own, whole],
          );
        }),
      dropPause: (id) =>
        void changeCompany((company) =>
          withOwnPauses(
            company,
            (company.answers?.pauseReasons ?? []).filter((each) => each.id !== id),
          ),
        ),
      putDay: (day) => void changeCompany((company) => withDays(company, (days) => withDay(days, day))),
      dropDay: (date) =>
        void changeCompany((company) => withDays(company, (days) => days.filter((day) => day.date !== date))),
      changeTeam: (part) =>
        void change(
          (settings) => ({ ...settings, team: { ...settings.team, ...part } }),
          part.laws !== undefined || part.words !== undefined,
        ),
      makeSettingsSheet: () => void make(),
      readSettingsSheet: () => void open(),
      takeEffects: () => {
        if (waiting !== null) void save(waiting, true);
      },
      dropEffects: () => {
        waiting = null;
        show(shownNow);
      },
    },
  };
}

/** The short form of hours knows no own days and no seasons: they stay as they were. */
function withOwnHours(company: CompanySettings | null, { company: before }: WorkbookSettings): CompanySettings | null {
  const calendar = before?.calendar;
  if (!company?.calendar || !calendar) return company;
  const { overrides, seasons } = calendar;
  return { ...company, calendar: { ...company.calendar, overrides, ...(seasons && { seasons }) } };
}

/** The company with other days of its own; it has none as long as it has no hours. */
function withDays(company: CompanySettings, change: (days: DayOverrides) => DayOverrides): CompanySettings {
  const { calendar } = company;
  if (calendar === null) return company;
  return { ...company, calendar: { ...calendar, overrides: change(calendar.overrides) } };
}

function shownModel(
  memory: RegisterMemory,
  { settings, sheet, problems }: SettingsNow,
  effects: SettingsEffects | null,
  { store, now }: { store: PaneStore; now: () => Moment },
): ShownSettings {
  const { locale } = store.get();
  const published = packWithLaws(memory.policy.id, settings.team.laws);
  const inForce = registerPolicy(withSettings(memory, settings));
  if (published === null || inForce === null) throw new Error(`No policy pack ${memory.policy.id}`);
  return {
    ...{ policy: published.label[locale], pack: inForce.pack },
    ...{ company: settings.company, team: settings.team, suggestion: suggestCompany(published, memory.zone) },
    today: dayAt(toEpoch(now()), memory.zone),
    questions: policyQuestions(published, settings.company),
    laws: allLaws().map(({ id, label, verify }) => ({ id, label: label[locale], verify: verify[locale] })),
    sheet: sheet && {
      name: sheet.sheet,
      problems: problems.map(({ code, params, place }) => ({
        text: translate(locale, `settings.wrong.${code}`, params),
        place,
      })),
    },
    effects: effects && effectsModel(effects, memory, locale),
  };
}
