import type { Outcome } from '../core/outcome.ts';
import type { ApplyProgress } from './workbook/apply-plan.ts';
import type { PaneStore } from './pane-store.ts';

export interface PaneWork {
  /** Runs a piece of work while the pane waits; what goes wrong is told above the view. Null: it went wrong or is busy. */
  during: <T>(busy: string, work: () => Promise<Outcome<T>>) => Promise<{ value: T } | null>;
  /** Tells trouble in the user's words. */
  tell: (code: string, detail?: Record<string, string | number>) => void;
  onProgress: ApplyProgress;
}

/** One piece of work at a time. Expected trouble is told by its code; a bug is told as one and goes to the console too. */
export function paneWork(store: PaneStore): PaneWork {
  const tell: PaneWork['tell'] = (code, detail = {}) =>
    store.set({ notice: { tone: 'error', code: `pane.trouble.${code}`, params: detail } });
  return {
    tell,
    onProgress: (stage, done, of) => store.set({ busy: { code: `pane.busy.${stage}`, done, of } }),
    during: async (busy, work) => {
      if (store.get().busy !== null) return null;
      store.set({ busy: { code: busy, done: 0, of: 1 }, notice: null });
      try {
        const outcome = await work();
        store.set({ busy: null });
        if (outcome.ok) return { value: outcome.value };
        tell(outcome.code, outcome.detail);
      } catch (error) {
        store.set({ busy: null });
        tell('bug');
        reportError(error);
      }
      return null;
    },
  };
}
