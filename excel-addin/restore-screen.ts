import type { Moment } from '../core/complaint/moment.ts';
import type { RestoreChoices } from '../core/register/journal/plan-restore.ts';
import type { StandingRegister } from './actions/look-around.ts';
import {
  applyRestore,
  isRestoreBegun,
  previewRestore,
  type RestoreContext,
  type RestorePreview,
} from './actions/restore-register.ts';
import type { PaneStore } from './pane-store.ts';
import { STOPPED, type PaneWork } from './pane-work.ts';
import { NO_RESTORE, type RestoreCallbacks, type RestoreModel } from './taskpane/restore-state.ts';

interface Parts {
  store: PaneStore;
  work: PaneWork;
  now: () => Moment;
  register: () => StandingRegister | null;
  /** The register is gone: what stands in the workbook is to be looked at anew. */
  onRestored: () => Promise<unknown>;
}

export interface RestoreScreen {
  callbacks: RestoreCallbacks;
  /** Looks whether a restore was begun and broke off. */
  look: () => Promise<void>;
}

/** Drives the taking back of a register: preview, choices, and the doing. */
export function restoreScreen({ store, work, now, register, onRestored }: Parts): RestoreScreen {
  let preview: RestorePreview | null = null;
  const set = (change: Partial<RestoreModel>) => store.set({ restore: { ...store.get().restore, ...change } });
  const context = (): RestoreContext => {
    const standing = register();
    const { locale } = store.get();
    return {
      remembered: standing?.memory ?? null,
      locale: standing?.memory.locale ?? locale,
      asOf: now(),
    };
  };

  const show = async (choices: RestoreChoices) => {
    const made = await work.during('pane.busy.reading', () => previewRestore(choices, context()));
    if (made === null) return;
    preview = made.value;
    const { plan, resumes, unreadable } = made.value;
    set({ choices, plan, unreadable, begun: resumes });
  };

  const confirm = async () => {
    const shown = preview;
    if (shown === null) return;
    const { choices } = store.get().restore;
    const made = await work.stoppable('restore.busy.check', 'restore', ({ signal, onProgress }) =>
      applyRestore(shown, choices, context(), onProgress, signal),
    );
    const { notice } = store.get();
    if (made === null) {
      preview = null;
      if (notice?.code === 'pane.trouble.changedMeanwhile') await show(choices);
      else {
        set({ plan: null });
        await look();
      }
      const { begun } = store.get().restore;
      const stopped = begun ? 'restore.begun.stopped' : 'pane.notice.stopped';
      store.set({ notice: notice?.code === STOPPED ? { tone: 'info', code: stopped, params: {} } : notice });
      return;
    }
    preview = null;
    store.set({ restore: NO_RESTORE });
    await onRestored();
    const { left, keptSheet } = made.value;
    const code = keptSheet === null ? 'restore.done' : 'restore.doneKept';
    const tone = left > 0 ? 'warning' : 'success';
    store.set({
      notice: { tone, code: left > 0 ? `${code}Left` : code, params: { left, name: keptSheet ?? '' } },
    });
  };

  const look = async () => {
    const begun = await isRestoreBegun();
    if (begun.ok) set({ begun: begun.value });
  };

  return {
    look,
    callbacks: {
      previewRestore: () => void show(store.get().restore.choices),
      chooseRestore: (choices) => void show(choices),
      cancelRestore: () => {
        preview = null;
        set({ plan: null });
      },
      confirmRestore: () => void confirm(),
    },
  };
}
