import { done, refuse, type Outcome } from '../core/outcome.ts';
import type { Steps, StepsDone } from '../core/steps.ts';

export interface SliceOptions {
  onProgress?: (progress: StepsDone) => void;
  signal?: AbortSignal | undefined;
  /** Milliseconds that the work may hold the page at a stretch. */
  sliceMs?: number;
}

const SLICE_MS = 30;

/**
 * Drives long work of core in slices: after every 30 ms the page gets a turn, so that it can paint, tell the progress and
 * take a cancel. The work says how far it is with each step; what it returns is the answer. `cancelled` when the signal was
 * given; the work is then closed, and nothing it planned may be used.
 */
export async function inSlices<T>(
  work: Steps<T>,
  { onProgress, signal, sliceMs = SLICE_MS }: SliceOptions = {},
): Promise<Outcome<T, 'cancelled'>> {
  let until = performance.now() + sliceMs;
  for (;;) {
    if (signal?.aborted === true) {
      work.return(undefined as T);
      return refuse('cancelled');
    }
    const step = work.next();
    if (step.done === true) return done(step.value);
    if (performance.now() < until) continue;
    onProgress?.(step.value);
    await turn();
    until = performance.now() + sliceMs;
  }
}

/** Gives the page a turn. Timers are held to 4 ms and more after a few; a message is not. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
