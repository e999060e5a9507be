import * as z from 'zod';
import { Moment } from '../../complaint/moment.ts';
import { ColumnRole, PlannedCell, RegisterColumn } from '../register-plan.ts';
import { Area } from '../sheet-reading.ts';

/** One cell of the user's that was changed with consent. A complaint is known by its number, its column by the heading. */
export const JournalEdit = z.strictObject({
  sheet: z.string(),
  complaint: z.string(),
  header: z.string(),
  /** What the column is for, as long as it is one of the register's: a heading may be changed. */
  role: ColumnRole.optional(),
  /** Where it stood then, for people to read. */
  address: z.string(),
  before: PlannedCell,
  beforeFormat: z.string(),
  after: PlannedCell,
  at: Moment,
  /** In the user's words: why it was changed. */
  why: z.string(),
});
export type JournalEdit = z.infer<typeof JournalEdit>;

/** A column as it was before ours was laid over it. Widths in points. */
export const ColumnBefore = z.strictObject({
  header: z.string(),
  width: z.number().nonnegative(),
  isStandardWidth: z.boolean(),
  isHidden: z.boolean(),
  /** The rule that chose what may be typed, as the host names it; null: there was none. */
  validation: z.record(z.string(), z.unknown()).nullable(),
});
export type ColumnBefore = z.infer<typeof ColumnBefore>;

/** What building a register was about to do, and what stood there before; written before the first change. */
export const BuildNote = z.strictObject({
  at: Moment,
  placement: z.enum(['inPlace', 'newSheet']),
  sheet: z.string(),
  table: z.string(),
  /** The table as it was when it was taken over; null: it was laid anew. */
  tableBefore: z.strictObject({ area: Area }).nullable(),
  /** The register's table, header row included, as it was planned. */
  area: Area,
  firstAdded: z.int().nonnegative(),
  columns: z.array(RegisterColumn),
  /** In place: one for each added column, left to right. */
  columnsBefore: z.array(ColumnBefore),
  /** Rows that the register freezes; null: something was frozen already, or nothing is to be. */
  froze: z.int().positive().nullable(),
  /** Nobody had laid the page of the sheet: it is laid broadside across so many sheets of paper. Missing or null: it stays. */
  pagesWide: z.int().positive().nullable().optional(),
  formulas: z.array(z.string()),
  backup: z.string().nullable(),
  listsSheet: z.string().nullable(),
  /** What the two sheets bear, whatever they are called by now; missing: they are known by their names alone. */
  marks: z.strictObject({ backup: z.string(), lists: z.string() }).optional(),
});
export type BuildNote = z.infer<typeof BuildNote>;

/** What a restore was about to do, written before its first step: one that broke off goes on with no more than that. */
export const RestoreNote = z.strictObject({
  at: Moment,
  table: z.string(),
  sheet: z.string(),
  removeBackup: z.boolean(),
  removeRegister: z.boolean(),
  removeLog: z.boolean(),
  /** What the user chose to lose, told apart from what came of it: only that holds for what came after a break. */
  chosen: z
    .strictObject({
      ...{ removeRegister: z.boolean(), removeLog: z.boolean() },
      removeJournal: z.boolean().optional(),
      removePapers: z.boolean().optional(),
      removeSettings: z.boolean().optional(),
    })
    .optional(),
  /** Accepted changes were dealt with already, and so many of them could not be undone; noted before our columns go. */
  notUndone: z.int().nonnegative().optional(),
  /** The sheet for what has no other place; null: nothing is to be kept. */
  keepSheet: z.string().nullable(),
  /** The added columns' headings as they stood then. */
  headers: z.array(z.string()),
});
export type RestoreNote = z.infer<typeof RestoreNote>;

/** One line of the change journal. `rows` notes how rows stood when they were written, as `number mark` (see `rowMark`). */
export const JournalEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('edit'), ...JournalEdit.shape }),
  z.strictObject({ kind: z.literal('built'), ...BuildNote.shape }),
  z.strictObject({ kind: z.literal('rows'), at: Moment, table: z.string(), marks: z.array(z.string()) }),
  /** A sheet that another part of the add-in made and that goes with the register. */
  z.strictObject({
    ...{ kind: z.literal('made'), at: Moment, sheet: z.string(), what: z.string() },
    /** What the sheet bears, whatever it is called by now; missing: it is known in other ways. */
    mark: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('restoring'), ...RestoreNote.shape }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
