import type { Localized } from '../policy/localized.ts';
import type { Period } from './period.ts';

export type FigureUnit = 'count' | 'share' | 'perThousand' | 'minutes' | 'days' | 'yuan';

/** One number with all that is needed to check it by hand. */
export interface Figure {
  /** A standard figure (`received`, `onTime:<milestone>` …) or `policy:<measure>`; words: `statistics.figure.<id>` unless `label` is there. */
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
  /** Too few to be compared or ranked. */
  isSmall: boolean;
  missing: 'volume' | 'nothingToCount' | null;
  /** Where the figure stands: standard, or clause of the policy. */
  source: string | null;
}
