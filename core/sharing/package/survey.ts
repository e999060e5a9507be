import type { PolicyPack } from '../../policy/policy-pack.ts';
import type { RegisterColumn } from '../../register/register-plan.ts';
import type { FormulaToken } from '../formula-tokens.ts';
import { gatherTexts, type GatheredTexts } from '../named-texts.ts';
import type { ColumnCare } from '../personal-columns.ts';
import type { BookSheet, CellArea } from './read-book.ts';

/** Columns of a stretch of rows below a heading, and what becomes of them. */
export interface Region {
  area: CellArea;
  /** The heading's row stays what it is: words. */
  headerRow: number | null;
  cares: Map<number, ColumnCare>;
  /** The words of a heading that is no table's, to know it again further down. */
  words: ReadonlySet<string>;
  headings: ReadonlyMap<number, string>;
  /** Columns of unknown headings; once the sheet is read, those whose texts look like names are masked too. */
  unknown: Map<number, GatheredTexts>;
  /** Columns in which texts stand that are not masked whole. */
  open: Set<number>;
}

export interface SurveyedSheet {
  sheet: BookSheet;
  regions: Region[];
  /** Cells beside a label such as 客户姓名, as `row,column`. */
  labelled: Map<string, ColumnCare>;
  /** One of each kind of formula by its column, rows left out. */
  formulas: { column: number; tokens: FormulaToken[] }[];
  /** Made by the add-in for itself alone. */
  isJournal: boolean;
  /** Written by the add-in for people. */
  isOwn: boolean;
}

export interface Survey {
  sheets: SurveyedSheet[];
  /** Sheets that a copy leaves out: the journal of changes, and the original as it was copied before the register was made. */
  journals: string[];
  backups: string[];
}

export interface SurveyOptions {
  keepStaff: boolean;
  register: { tableName: string; columns: readonly RegisterColumn[]; pack: PolicyPack | null } | null;
  /** Sheets that the add-in writes as a whole: figures, reports, settings, lists. Headings mean there what it says they mean. */
  own: readonly string[];
}

/** What a region begins with to watch its columns of unknown headings. */
export const watched = (unknown: readonly number[]): Pick<Region, 'unknown' | 'open'> => ({
  unknown: new Map(unknown.map((column) => [column, gatherTexts()])),
  open: new Set(),
});
