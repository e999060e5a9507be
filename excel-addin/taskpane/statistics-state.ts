import type { PeriodKind } from '../../core/statistics/period.ts';

/** The screen of statistics: figures of a period, what the workbook has of them, and what raised an alarm. */
export interface StatisticsModel {
  kind: PeriodKind;
  /** Null: not read yet. */
  shown: ShownFigures | null;
  workbook: WorkbookStatistics;
  /** The paper that was written last; null: none in this session. */
  paper: { sheet: string; isBesides: boolean } | null;
}

export type PaperKind = 'report' | 'performance';

export interface ShownFigures {
  period: string;
  before: string;
  hasEarlier: boolean;
  hasLater: boolean;
  complaints: number;
  /** Complaints without a day of receipt: they count in no period. */
  undated: string[];
  alarms: AlarmLine[];
  /** Alarms that the policy names without a number, in words. */
  alarmsUnset: string[];
  groups: { id: FigureGroup; figures: FigureLine[] }[];
  /** What is to be seen about the table of volumes; null: there is none. */
  volumes: {
    sheet: string;
    /** Nobody has entered anything yet: an invitation, no trouble. */
    isEmpty: boolean;
    findings: { level: 'error' | 'warning' | 'info'; text: string; row: number | null }[];
  } | null;
}

export type FigureGroup = 'count' | 'onTime' | 'time' | 'quality' | 'policy';

export interface FigureLine {
  id: string;
  label: string;
  value: string;
  /** Against the period before; empty: not to be compared. */
  change: string;
  /** Above and below the line; null: a plain count. */
  parts: { numerator: number; denominator: number } | null;
  formula: string;
  counted: string;
  leftOut: string;
  source: string | null;
  /** Whole words; null: there is a value. */
  missing: string | null;
  isSmall: boolean;
  /** The time of one complaint among others, no ratio. */
  isRanked: boolean;
  /** Answers that were not counted, in words; null: none. */
  unclear: string | null;
  rows: { counted: readonly string[]; undecided: readonly string[] };
}

export interface AlarmLine {
  label: string;
  text: string;
  source: string;
  isCurrent: boolean;
  numbers: readonly string[];
}

export interface WorkbookStatistics {
  stands: boolean;
  /** As the register's clock shows it; null: the last time broke off. */
  asOf: string | null;
  /** The register has changed since. */
  isOld: boolean;
  /** What the last time made; null: nothing in this session. */
  made: {
    sheet: string;
    complaints: number;
    formulas: string[];
    gone: string[];
    refused: string[];
    slicersRefused: boolean;
  } | null;
}

export const NO_STATISTICS: StatisticsModel = {
  kind: 'month',
  shown: null,
  workbook: { stands: false, asOf: null, isOld: false, made: null },
  paper: null,
};

export interface StatisticsCallbacks {
  choosePeriodKind: (kind: PeriodKind) => void;
  /** One period earlier or later. */
  turnPeriod: (by: -1 | 1) => void;
  readFigures: () => void;
  makeStatistics: (restore: boolean) => void;
  /** Writes the analysis report or the assessment of the period that is shown. */
  writePaper: (kind: PaperKind) => void;
  showVolumes: () => void;
  /** Selects the register's row of this number. */
  showCounted: (number: string) => void;
  /** Opens the complaint of this number. */
  openCounted: (number: string) => void;
}
