import type { Moment } from '../core/complaint/moment.ts';
import type { NewColumn } from '../core/register/refresh/new-columns.ts';
import type { PutBack } from '../core/register/refresh/put-back.ts';
import type { RegisterMemory } from '../core/register/register-plan.ts';
import { addMissingColumns, columnsToAdd } from './actions/add-columns.ts';
import { livingRegister } from './actions/living-register.ts';
import type { LogCache } from './actions/log-cache.ts';
import type { StandingRegister } from './actions/look-around.ts';
import type { Refreshed } from './actions/refresh-register.ts';
import type { PaneStore } from './pane-store.ts';
import type { PaneWork } from './pane-work.ts';
import type { Notice, Words } from './taskpane/pane-state.ts';
import type { RefreshCallbacks, RefreshModel } from './taskpane/refresh-state.ts';

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  /** Words in the language of the pane. */
  words: Words;
  readEvents: LogCache['events'];
  /** Rows have changed, by us or by a co-author: what is shown of the register may be old. */
  onChanged: () => void;
  /** The memory that was stored with a refresh (numbers given, headers renamed). */
  onMemory: (memory: RegisterMemory) => void;
}

export interface RefreshScreen {
  callbacks: RefreshCallbacks;
  /** Follows the register that stands in the workbook; null: there is none. */
  follow: (register: StandingRegister | null) => Promise<void>;
  /** Looks, while the pane can be used, what no event told, and brings it in line. */
  scan: () => Promise<void>;
  /** Works everything out again by changed hours or answers. */
  recalculate: () => Promise<void>;
  /** Rows that another part of the add-in has written, by their address. */
  touched: (address: string) => void;
}

/** Drives the refresh of the register: by button, after a change of settings, at the opening, and after each edit. */
export function refreshScreen({ store, work, now, words: say, readEvents, onChanged, onMemory }: Parts): RefreshScreen {
  const living = livingRegister({
    now,
    readEvents,
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
    isBusy: () => store.get().busy !== null,
    onMemory,
    onChanged: ({ rowsChanged, putBack, newColumns = [] }) => {
      if (rowsChanged > 0) onChanged();
      const notice = joined(putBackNotice(putBack), newColumnsNotice(newColumns, say), say);
      if (notice !== null) store.set({ notice });
    },
    onTrouble: (code, detail) => {
      // While other work is shown, its own trouble is told where it was asked for.
      if (store.get().busy === null) work.tell(code, detail);
    },
  });
  let cancel: AbortController | null = null;
  /** The register as it was read last. */
  let read: Refreshed | null = null;
  let following: Promise<void> = Promise.resolve();

  const follow = async (register: StandingRegister | null) => {
    if (register === null) {
      read = null;
      store.set({ refresh: { last: null, lacking: [] } });
      await living.leave();
      return;
    }
    const followed = await living.follow(register.memory);
    if (!followed.ok) work.tell(followed.code, followed.detail);
  };

  const whole = async () => {
    const stop = new AbortController();
    cancel = stop;
    const made = await work.during('pane.busy.reading', async () => {
      await following;
      const refreshed = await living.refresh({
        signal: stop.signal,
        onProgress: (stage, done, of) => {
          store.set({ busy: { code: `pane.busy.${stage}`, done, of, canCancel: true } });
        },
      });
      return refreshed ?? { ok: false, code: 'registerGone', detail: { table: '' } };
    });
    cancel = null;
    if (made === null) return null;
    take(made.value, { looked: made.value.rowsLooked, changed: made.value.rowsChanged });
    return made.value;
  };

  const take = (made: Refreshed, last: RefreshModel['last']) => {
    read = made;
    store.set({ refresh: { last, lacking: columnsToAdd(made.memory, made.open).map(({ header }) => header) } });
  };

  /** What was put back or taken up meanwhile is told once only: a success does not take its place. */
  const succeed = (notice: Notice) => {
    if (store.get().notice === null) store.set({ notice });
  };

  const addColumns = async () => {
    const known = read;
    if (known === null) return;
    const words = { title: say('pane.dropDown.title'), message: say('pane.dropDown.message') };
    const count = store.get().refresh.lacking.length;
    const added = await work.during('refresh.adding', () => addMissingColumns(known.memory, known.open, words));
    if (added === null) return;
    onMemory(added.value);
    await living.follow(added.value);
    if ((await whole()) !== null) succeed({ tone: 'success', code: 'refresh.lacking.done', params: { count } });
  };

  return {
    callbacks: {
      refreshRegister: () => void whole(),
      addColumns: () => void addColumns(),
      cancelWork: () => cancel?.abort(),
    },
    follow: (register) => {
      following = following.then(() => follow(register));
      return following;
    },
    scan: async () => {
      await following;
      const made = await living.refresh();
      if (made?.ok !== true) return;
      take(made.value, store.get().refresh.last);
      if (made.value.rowsChanged === 0 || store.get().notice !== null) return;
      store.set({ notice: { tone: 'info', code: 'refresh.opened', params: { count: made.value.rowsChanged } } });
    },
    recalculate: async () => {
      const made = await whole();
      if (made === null) return;
      const count = made.rowsChanged;
      const lacking = store.get().refresh.lacking.length;
      if (lacking > 0) {
        succeed({ tone: 'info', code: 'refresh.lacking.after', params: { count: lacking } });
        return;
      }
      const code = count === 0 ? 'refresh.unchanged' : 'refresh.recalculated';
      succeed({ tone: 'success', code, params: { count } });
    },
    touched: living.touched,
  };
}

/** Two messages as one; the first one's tone counts. */
function joined(first: Notice | null, second: Notice | null, say: Words): Notice | null {
  if (first === null || second === null) return first ?? second;
  const [one, other] = [say(first.code, first.params), say(second.code, second.params)];
  return { tone: first.tone, code: 'refresh.both', params: { first: one, second: other } };
}

/** What was typed into cells of ours and taken back, in one message with what to do instead; null: nothing was. */
function putBackNotice(putBack: readonly PutBack[]): Notice | null {
  const [first] = putBack;
  if (first === undefined) return null;
  const { kind, ...params } = first;
  return putBack.length === 1
    ? { tone: 'warning', code: `refresh.putBack.${kind}`, params }
    : { tone: 'warning', code: 'refresh.putBack.several', params: { ...params, count: putBack.length } };
}

/** Columns of people's that are read from now on, and as what; null: none is new. */
function newColumnsNotice(columns: readonly NewColumn[], say: Words): Notice | null {
  if (columns.length === 0) return null;
  const named = columns.map(({ header, fields }) => {
    const as = fields.map((field) => say(`fields.${field}`)).join(' / ');
    return say(fields.length === 0 ? 'refresh.newColumns.notRead' : 'refresh.newColumns.as', { header, field: as });
  });
  const list = named.join(say('refresh.newColumns.between'));
  return { tone: 'info', code: 'refresh.newColumns.told', params: { columns: list } };
}
