import type { Day, Moment } from '../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../core/outcome.ts';
import { dayIn } from '../core/statistics/clock-facts.ts';
import type { Period, PeriodKind } from '../core/statistics/period.ts';
import { nextPeriod, periodOf, periodsBetween, previousPeriod } from '../core/statistics/periods.ts';
import { toEpoch, wallClock } from '../core/working-time/zoned-time.ts';
import { translate } from '../core/wording/translate.ts';
import type { StandingRegister } from './actions/look-around.ts';
import { makeStatistics } from './actions/make-statistics.ts';
import { readStatistics, type StatisticsRead, type StatisticsStage } from './actions/read-statistics.ts';
import { writePerformance } from './actions/write-performance.ts';
import { writeReport } from './actions/write-report.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import { figuresModel, soldVolumes } from './statistics-model.ts';
import type {
  PaperKind,
  StatisticsCallbacks,
  StatisticsModel,
  WorkbookStatistics,
} from './taskpane/statistics-state.ts';
import { followRegister } from './workbook/register-place.ts';
import { showComplaint } from './workbook/show-complaint.ts';
import { readStatisticsState, showVolumeSheet, type StatisticsState } from './workbook/volume-sheet.ts';

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  register: () => StandingRegister | null;
  /** Shows the complaint of a number. */
  open: (number: string) => void;
}

export interface StatisticsScreen {
  callbacks: StatisticsCallbacks;
  /** The screen is shown: figures are read when none are there, or when rows have changed since. */
  enter: () => Promise<void>;
  /** Rows have changed: what is shown, and what stands in the workbook, is from before. `isTold`: say so above the view. */
  outdated: (isTold: boolean) => Promise<void>;
  repaint: () => void;
  cancel: () => void;
}

interface Session {
  read: StatisticsRead;
  asOf: Moment;
  state: StatisticsState;
  period: Period;
  /** The day that stays in view when the kind of period changes. */
  day: Day;
}

/** Drives the screen of statistics: figures by period, the workbook's pivots and charts, and the table of volumes. */
export function statisticsScreen({ store, work, now, register, open }: Parts): StatisticsScreen {
  let session: Session | null = null;
  let stop: AbortController | null = null;
  let isOld = false;
  let isSaid = false;
  const model = () => store.get().statistics;
  const change = (part: Partial<StatisticsModel>) => store.set({ statistics: { ...model(), ...part } });
  const workbook = (part: Partial<WorkbookStatistics>) => change({ workbook: { ...model().workbook, ...part } });
  const onProgress = (stage: StatisticsStage, at: number, of: number) =>
    store.set({ busy: { code: `overview.busy.${stage}`, done: at, of, canCancel: true } });

  const paint = () => {
    if (session === null) return;
    const { read, state, asOf, period } = session;
    const { locale } = store.get();
    change({ shown: figuresModel({ read, volumes: state.volumes, asOf, period, locale }) });
    const time = state.asOf === null ? null : wallClock(toEpoch(state.asOf), read.book.memory.zone);
    workbook({ stands: state.stands, asOf: time });
  };

  const read = async (standing: StandingRegister, signal: AbortSignal): Promise<Outcome<StatisticsRead>> => {
    const asOf = now();
    const facts = await readStatistics(standing.memory, { asOf, signal, onProgress });
    if (!facts.ok) return facts;
    const followed = await followRegister(facts.value.book.register.cells.sheet);
    // Links may stand on a paper that a team has closed: the figures are shown all the same.
    if (!followed.ok) work.tell(followed.code, followed.detail);
    const state = await readStatisticsState();
    if (!state.ok) return state;
    const { zone } = facts.value.book.memory;
    const today = dayIn(asOf, zone);
    const day = session?.day ?? lastDay(facts.value, { last: today }) ?? today;
    const period = session?.period ?? periodOf(day, model().kind);
    session = { read: facts.value, asOf, state: state.value, period, day };
    isOld = false;
    return done(facts.value);
  };

  const during = async <T>(act: (standing: StandingRegister, signal: AbortSignal) => Promise<Outcome<T>>) => {
    const standing = register();
    if (standing === null) return null;
    const controller = new AbortController();
    stop = controller;
    const result = await work.during('overview.busy.reading', () => act(standing, controller.signal));
    stop = null;
    return result;
  };

  const readFigures = async () => {
    if ((await during(read)) !== null) paint();
  };

  const make = async (restore: boolean) => {
    const made = await during(async (standing, signal) => {
      const facts = await read(standing, signal);
      if (!facts.ok) return facts;
      const options = { asOf: session?.asOf ?? now(), restore, signal, onProgress };
      const written = await makeStatistics(facts.value, options);
      if (!written.ok) return written;
      const state = await readStatisticsState();
      if (!state.ok) return state;
      if (session !== null) session.state = state.value;
      return written;
    });
    paint();
    if (made === null) return;
    isSaid = false;
    const { pivots, slicersRefused, sheet, complaints } = made.value;
    const named = (state: (typeof pivots)[number]['state']) =>
      pivots.filter((pivot) => pivot.state === state).map(({ title }) => title);
    workbook({
      isOld: false,
      made: {
        ...{ sheet, complaints, formulas: named('formulas'), gone: named('gone'), refused: named('refused') },
        slicersRefused: slicersRefused.length > 0,
      },
    });
  };

  const select = async (number: string) => {
    const { memory, register: read } = session?.read.book ?? {};
    const header = read?.columns.find(({ role }) => role === 'number')?.header;
    if (memory === undefined || header === undefined) return;
    const shown = await showComplaint(memory.tableName, header, number);
    if (!shown.ok) work.tell(shown.code, shown.detail);
  };

  const showVolumes = async () => {
    const shown = await during(async (standing) => {
      const { locale } = standing.memory;
      const day = dayIn(now(), standing.memory.zone);
      const word = (code: string) => translate(locale, `overview.volume.${code}`);
      return showVolumeSheet(
        { title: word('title'), text: word('text'), header: [word('month'), word('product'), word('units')] },
        { at: now(), locale, months: periodsBetween(`${day.slice(0, 4)}-01-01`, day, 'month').map(({ id }) => id) },
      );
    });
    if (shown === null) return;
    // What was entered counts from the next reading on.
    isOld = true;
  };

  const writePaper = async (kind: PaperKind) => {
    change({ paper: null });
    const written = await during(({ memory }, signal) => {
      if (session === null) return Promise.resolve(refuse('nothingToCount'));
      const { read: facts, state, period } = session;
      const asOf = now();
      const { volumes } = soldVolumes(facts, state.volumes, dayIn(asOf, memory.zone));
      const name = store.get().complaint.companyName.trim();
      const request = { memory, period, asOf, companyName: name === '' ? null : name, volumes, onProgress, signal };
      return kind === 'report' ? writeReport(request) : writePerformance(request);
    });
    if (written !== null) change({ paper: written.value });
  };

  const turn = (by: -1 | 1) => {
    if (session === null) return;
    const { period, read: facts, asOf } = session;
    session.period = by < 0 ? previousPeriod(period) : nextPeriod(period);
    const { first, last } = session.period;
    const today = dayIn(asOf, facts.book.memory.zone);
    session.day = lastDay(facts, { first, last: last < today ? last : today }) ?? first;
    paint();
  };

  const choose = (kind: PeriodKind) => {
    change({ kind });
    if (session === null) return;
    session.period = periodOf(session.day, kind);
    paint();
  };

  return {
    enter: async () => {
      if (session === null || isOld) await readFigures();
      else paint();
    },
    outdated: async (isTold) => {
      isOld = true;
      workbook({ isOld: true });
      const standing = register();
      if (!isTold || isSaid || standing === null) return;
      const state = await readStatisticsState();
      if (!state.ok || state.value.asOf === null || store.get().notice !== null) return;
      // Once is enough until they are written anew.
      isSaid = true;
      const time = wallClock(toEpoch(state.value.asOf), standing.memory.zone);
      store.set({ notice: { tone: 'info', code: 'overview.old', params: { time } } });
    },
    repaint: paint,
    cancel: () => stop?.abort(),
    callbacks: {
      choosePeriodKind: choose,
      turnPeriod: turn,
      readFigures: () => void readFigures(),
      makeStatistics: (restore) => void make(restore),
      writePaper: (kind) => void writePaper(kind),
      showVolumes: () => void showVolumes(),
      showCounted: (number) => void select(number),
      openCounted: open,
    },
  };
}

/** The last day within a span on which a complaint came in; null: none did. */
function lastDay({ facts }: StatisticsRead, { first = '', last }: { first?: Day; last: Day }): Day | null {
  return facts.reduce<Day | null>(
    (latest, { receivedDay: day }) =>
      day !== null && first <= day && day <= last && (latest === null || day > latest) ? day : latest,
    null,
  );
}
