import type { Localized } from '../policy/localized.ts';
import type { Period } from './period.ts';

export type FigureUnit = 'count' | 'share' | 'perThousand' | 'minutes' | 'days' | 'yuan';

/**
 * Why a figure has no value: the company's sales volume of the period, a time limit that is not set, nothing that could be
 * counted, complaints that are there but lack what it needs (`unrecorded`) or whose time has not come (`notYetDue`), or a
 * formula of the policy that nothing in a register answers (`byHand`). Words: `sayMissing`.
 */
export type FigureMissing = 'volume' | 'target' | 'nothingToCount' | 'unrecorded' | 'notYetDue' | 'byHand';

/** One number with all that is needed to check it by hand. */
export interface Figure {
  /** A standard figure (`received`, `onTime:<milestone>` …) or `policy:<measure>`; words: `sayFigure`. */
  id: string;
  label: Localized | null;
  period: Period;
  /** Null: nothing to divide by, or a number that the company must enter is missing (`missing` says which). */
  value: number | null;
  unit: FigureUnit;
  numerator: number;
  /** Null: a plain count. */
  denominator: number | null;
  /** Complaints in numerator and denominator, by number: what the figure jumps to. */
  counted: readonly string[];
  among: readonly string[];
  /** Complaints that belong here but lack what is needed to judge them (a time, an answer). */
  undecided: readonly string[];
  /** Of those undecided, what stands in place of an answer and says neither yes nor no: one text a complaint. */
  unclear: readonly string[];
  /** Too few to be compared or ranked. */
  isSmall: boolean;
  missing: FigureMissing | null;
  /** Where the figure stands: standard, or clause of the policy. */
  source: string | null;
}
