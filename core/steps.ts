/** How far long work is: `done` of `of` pieces. */
export interface StepsDone {
  done: number;
  of: number;
}

/** Long work that can be driven in slices: it says how far it is after each piece, and returns its answer. */
export type Steps<T> = Generator<StepsDone, T>;

/** So many rows of a sheet are one step of work that is light for each of them. */
export const ROWS_A_STEP = 200;

/** Does a part of longer work: after each of its steps the page may have its turn, and `at` says how far the whole is. */
export function* asPart<T>(work: Steps<T>, at: StepsDone): Steps<T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield at;
  }
}

/** Does long work in one go. */
export function allSteps<T>(work: Steps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
