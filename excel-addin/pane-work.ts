import type { Outcome } from '../core/outcome.ts';
import type { PaneStore } from './pane-store.ts';

export interface PaneWork {
  /** Runs a piece of work while the pane waits; what goes wrong is told above the view. Null: it went wrong or is busy. */
  during: <T>(busy: string, work: () => Promise<Outcome<T>>) => Promise<{ value: T } | null>;
  /** As `during`, for work that the user may stop. Progress is told in the words of `<area>.busy.<stage>`. */
  stoppable: <T>(
    busy: string,
    area: string,
    work: (how: Stoppable) => Promise<Outcome<T>>,
  ) => Promise<{ value: T } | null>;
  /** Stops the work that may be stopped. */
  stop: () => void;
  /** Tells trouble in the user's words. */
  tell: (code: string, detail?: Record<string, string | number>) => void;
}

export interface Stoppable {
  signal: AbortSignal;
  onProgress: (stage: string, done: number, of: number) => void;
}

/** What is told of work that was stopped. */
export const STOPPED = 'pane.trouble.cancelled';

/** One piece of work at a time. Expected trouble is told by its code; a bug is told as one and goes to the console too. */
export function paneWork(store: PaneStore): PaneWork {
  const tell: PaneWork['tell'] = (code, detail = {}) =>
    store.set({ notice: { tone: 'error', code: `pane.trouble.${code}`, params: detail } });
  let halt: AbortController | null = null;
  const pane: PaneWork = {
    tell,
    stop: () => halt?.abort(),
    stoppable: (busy, area, work) =>
      pane.during(busy, () => {
        const controller = new AbortController();
        halt = controller;
        const show = (code: string, done: number, of: number) =>
          store.set({ busy: { code, done, of, canCancel: true } });
        show(busy, 0, 1);
        return work({
          signal: controller.signal,
          onProgress: (stage, done, of) => show(`${area}.busy.${stage}`, done, of),
        });
      }),
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
  return pane;
}
