import type { Day, Moment } from '../core/complaint/moment.ts';
import { done } from '../core/outcome.ts';
import { answerBlank, clearAnswer } from '../core/policy/answer-blank.ts';
import type { CompanySettings } from '../core/policy/company-settings.ts';
import { moveCompany } from '../core/policy/move-company.ts';
import { learnHeaders, withLearnedHeaders } from '../core/register/settings/learned-headers.ts';
import { registerPolicy } from '../core/register/settings/register-policy.ts';
import { findPack, PACKS } from '../core/policy/packs.ts';
import type { RegisterMemory } from '../core/register/register-plan.ts';
import type { LedgerColumn, LedgerReading } from '../core/register/ledger-reading.ts';
import type { Words } from './taskpane/pane-state.ts';
import { applyRegister, resumeRegister, type ShownRegister } from './actions/apply-register.ts';
import { lookForLedgers, lookForRegister, type StandingRegister, type Surroundings } from './actions/look-around.ts';
import { previewSteps, type RegisterChoices } from './actions/preview-register.ts';
import { saveRegisterSettings } from './actions/register-settings.ts';
import { answersNotice, foundModel, mappingModel, previewModel } from './pane-models.ts';
import { inSlices } from './in-slices.ts';
import type { PaneStore } from './pane-store.ts';
import { STOPPED, type PaneWork } from './pane-work.ts';
import type { PaneCallbacks, SetupModel } from './taskpane/pane-state.ts';
import type { Applied } from './workbook/apply-plan.ts';
import { forgetPending, readMemory, type PendingPlan } from './workbook/register-memory.ts';

type RegisterCallbacks = Pick<
  PaneCallbacks,
  | 'lookAgain'
  | 'chooseSheet'
  | 'goToStep'
  | 'chooseFields'
  | 'chooseClosedBefore'
  | 'chooseNumbers'
  | 'choosePolicy'
  | 'chooseCompany'
  | 'answerBeforehand'
  | 'buildRegister'
  | 'resume'
  | 'forgetUnfinished'
>;

export interface RegisterScreen {
  callbacks: RegisterCallbacks;
  /** Looks what stands in the workbook; answers the register, if there is one. */
  look: () => Promise<StandingRegister | null>;
  register: () => StandingRegister | null;
  /** Takes the memory that was stored meanwhile. */
  takeMemory: (memory: RegisterMemory) => void;
}

interface Parts {
  store: PaneStore;
  work: PaneWork;
  words: Words;
  zone: string;
  now: () => Moment;
  /** Told when the workbook has a register, or has another one. */
  onRegister: (register: StandingRegister | null) => void;
}

/** What the user has reached so far on the way to a register. */
interface Session {
  register: StandingRegister | null;
  pending: PendingPlan | null;
  around: Surroundings | null;
  columns: LedgerColumn[];
  policyId: string;
  company: CompanySettings | null;
  /** Before which day complaints whose status nothing tells count as closed. */
  closedBefore: Day | null;
  /** Whether new complaints are numbered as the ledger's own go on. */
  numbersGoOn: boolean;
  shown: ShownRegister | null;
}

/** Drives the screen from a ledger to a register. */
export function registerScreen({ store, work, words, zone, now, onRegister }: Parts): RegisterScreen {
  const session: Session = {
    register: null,
    pending: null,
    around: null,
    columns: [],
    policyId: PACKS[0]?.id ?? '',
    company: null,
    closedBefore: null,
    numbersGoOn: true,
    shown: null,
  };
  const setup = (change: Partial<SetupModel>) => store.set({ setup: { ...store.get().setup, ...change } });
  const ledger = (): LedgerReading | null => session.around?.choice.ledgers[0] ?? null;

  const look = async (wanted?: string): Promise<StandingRegister | null> => {
    const found = await work.during('pane.busy.reading', async () => {
      const standing = await lookForRegister(zone);
      if (!standing.ok) return standing;
      const { register, pending } = standing.value;
      const around = await lookForLedgers(pending === null ? register : null, wanted);
      return around.ok ? done({ register, pending, around: around.value }) : around;
    });
    if (found === null) return session.register;
    take(found.value);
    return session.register;
  };

  const take = ({ register, pending, around }: Pick<Session, 'register' | 'pending'> & { around: Surroundings }) => {
    Object.assign(session, { register, pending, around, closedBefore: null, numbersGoOn: true, shown: null });
    session.columns = withLearnedHeaders(ledger()?.columns ?? [], register?.memory.team?.headers ?? []);
    if (register?.restored === true)
      store.set({ notice: { tone: 'warning', code: 'pane.notice.restored', params: {} } });
    else if (register !== null) {
      const notice = answersNotice(registerPolicy(register.memory)?.findings ?? [], store.get().locale);
      if (notice !== null) store.set({ notice });
    }
    setup({
      step: 'found',
      found: foundModel(around, register, pending?.ledgerSheet ?? null, store.get().locale),
      mapping: null,
      preview: null,
      done: null,
    });
    onRegister(register);
  };

  const chooseSheet = async (sheet: string) => {
    const before = session.around;
    await look(sheet);
    // Other sheets stay on offer beside the one that was asked for.
    if (before === null || session.around === null) return;
    const others = before.choice.ledgers.filter((other) => other.sheet !== sheet);
    const refusals = before.choice.refusals.filter((other) => other.sheet !== sheet);
    session.around.choice.ledgers.push(...others);
    session.around.choice.refusals.push(...refusals);
    if (session.around.choice.gathered.length === 0) session.around.choice.gathered = before.choice.gathered;
    session.around.used = before.used;
    setup({
      found: foundModel(session.around, session.register, session.pending?.ledgerSheet ?? null, store.get().locale),
    });
  };

  const showMapping = () => {
    const reading = ledger();
    const { sheets = [], choice } = session.around ?? {};
    // What was gathered from several sheets stands on none of them.
    const sheet = [...sheets, ...(choice?.gathered ?? [])].find(({ name }) => name === reading?.sheet);
    if (reading === null || sheet === undefined) return;
    const { locale } = store.get();
    const { policyId, company } = session;
    const shown = { ...reading, columns: session.columns };
    setup({ step: 'mapping', mapping: mappingModel(sheet, shown, { policyId, company, locale, zone }) });
  };

  const showPreview = async () => {
    const { around, columns, policyId, company, closedBefore, numbersGoOn } = session;
    const reading = ledger();
    if (around === null || reading === null) return;
    const { locale } = store.get();
    const choices: RegisterChoices = {
      ledgerSheet: reading.sheet,
      ours: around.ours,
      columns,
      closedBefore,
      ...(numbersGoOn ? {} : { numberPattern: null }),
      former: around.former,
      policyId,
      company,
      locale,
      zone,
      asOf: now(),
    };
    const made = await work.stoppable('pane.busy.planning', 'pane', async ({ signal, onProgress }) => {
      const planned = await inSlices(previewSteps(around.sheets, choices), {
        signal,
        onProgress: ({ done: at, of }) => onProgress('planning', at, of),
      });
      return planned.ok ? planned.value : planned;
    });
    if (made === null) {
      if (isStopped()) tellStopped();
      return;
    }
    session.shown = { preview: made.value, choices, sheets: around.sheets };
    setup({ step: 'preview', preview: previewModel(made.value, locale) });
    const notice = answersNotice(made.value.answersAside, locale);
    if (notice !== null) store.set({ notice });
  };

  const finish = async (applied: Applied) => {
    const { columns, register: before } = session;
    await look();
    await learn(columns, before?.memory.team);
    setup({ step: 'done', done: applied });
  };

  /** What a person corrected in the mapping is known when the next sheet of the team is read. */
  const learn = async (columns: readonly LedgerColumn[], before: RegisterMemory['team']) => {
    const { register } = session;
    if (register === null) return;
    if (learnHeaders(columns, before?.headers ?? []).length === 0) return;
    const stored = await saveRegisterSettings(register.memory, ({ company, team }) => {
      const known = team.headers.length > 0 ? team.headers : (before?.headers ?? []);
      return { company, team: { ...team, headers: learnHeaders(columns, known) } };
    });
    if (stored.ok) session.register = { ...register, memory: stored.value };
    else work.tell(stored.code, stored.detail);
  };

  const dropDown = () => ({ title: words('pane.dropDown.title'), message: words('pane.dropDown.message') });

  const build = async () => {
    const { shown } = session;
    if (shown === null) return;
    const applied = await work.stoppable('pane.busy.reading', 'pane', (how) =>
      applyRegister(shown, { words: dropDown(), ...how }),
    );
    if (applied !== null) {
      await finish(applied.value);
      return;
    }
    await afterTrouble();
  };

  const isStopped = () => store.get().notice?.code === STOPPED;
  const tellStopped = () =>
    store.set({
      notice: {
        tone: 'info',
        code: session.pending === null ? 'pane.notice.stopped' : 'pane.unfinished.stopped',
        params: {},
      },
    });

  /** After trouble the workbook is looked at again: what was begun is offered to be completed, a change is shown. */
  const afterTrouble = async () => {
    const { notice } = store.get();
    const { columns, closedBefore, numbersGoOn } = session;
    if (isStopped()) {
      const memory = await readMemory();
      // Stopped before anything was written: the preview still stands.
      if (memory.ok && memory.value.pending === null) {
        tellStopped();
        return;
      }
    }
    await look(ledger()?.sheet);
    store.set({ notice });
    if (isStopped()) tellStopped();
    if (session.pending !== null || notice?.code !== 'pane.trouble.changedMeanwhile') return;
    if (columns.length === session.columns.length) Object.assign(session, { columns, closedBefore, numbersGoOn });
    await showPreview();
    store.set({ notice });
  };

  const resume = async () => {
    const { pending } = session;
    if (pending === null) return;
    const applied = await work.stoppable('pane.busy.reading', 'pane', (how) =>
      resumeRegister(pending, { words: dropDown(), ...how }),
    );
    if (applied !== null) {
      await finish(applied.value);
      return;
    }
    if (isStopped()) tellStopped();
    if (store.get().notice?.code !== 'pane.trouble.changedMeanwhile') return;
    await look();
    const isOpen = session.pending !== null;
    const code = isOpen ? 'pane.unfinished.changed' : 'pane.unfinished.finished';
    store.set({ notice: { tone: isOpen ? 'warning' : 'info', code, params: {} } });
  };

  return {
    look: () => look(),
    register: () => session.register,
    takeMemory: (memory) => {
      if (session.register === null) return;
      session.register = { ...session.register, memory };
      const { found } = store.get().setup;
      if (found?.register) setup({ found: { ...found, register: { ...found.register, company: memory.company } } });
    },
    callbacks: {
      lookAgain: () => void look(),
      chooseSheet: (sheet) => void chooseSheet(sheet),
      goToStep: (step) => {
        if (step === 'mapping') showMapping();
        else if (step === 'preview') void showPreview();
        else setup({ step });
      },
      chooseFields: (column, fields) => {
        session.columns = session.columns.map((item) =>
          item.column === column
            ? { ...item, fields, part: fields.length > 0 ? item.part : 'whole', reason: 'user', confidence: 1 }
            : item,
        );
        showMapping();
      },
      chooseClosedBefore: (day) => {
        session.closedBefore = day;
        void showPreview();
      },
      chooseNumbers: (goOn) => {
        session.numbersGoOn = goOn;
        void showPreview();
      },
      choosePolicy: (policyId) => {
        session.policyId = policyId;
        if (session.company !== null) session.company = moveCompany(session.company, policyId);
        showMapping();
      },
      chooseCompany: (company) => {
        session.company = company;
        showMapping();
      },
      answerBeforehand: ({ blank }, answer) => {
        const { policyId, company } = session;
        const pack = findPack(policyId);
        if (pack === null) return;
        if (answer === null) session.company = company === null ? null : clearAnswer(pack, company, blank.id);
        else {
          const made = answerBlank(pack, company, blank, answer);
          if (made.ok) session.company = made.value;
          else work.tell('badAnswer');
        }
        showMapping();
      },
      buildRegister: () => void build(),
      resume: () => void resume(),
      forgetUnfinished: () =>
        void work.during('pane.busy.reading', forgetPending).then(async (forgotten) => {
          if (forgotten !== null) await look();
        }),
    },
  };
}
