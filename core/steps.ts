/** How far long work is: `done` of `of` pieces. */
export interface StepsDone {
  done: number;
  of: number;
}

/** Long work that can be driven in slices: it says how far it is after each piece, and returns its answer. */
export type Steps<T> = Generator<StepsDone, T>;

/** Does long work in one go. */
export function allSteps<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
