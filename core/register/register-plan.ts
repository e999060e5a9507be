import * as z from 'zod';
import { CompanySettings } from '../policy/company-settings.ts';
import { Locale } from '../policy/localized.ts';
import { Field } from '../complaint/field.ts';
import { Moment } from '../complaint/moment.ts';
import { TeamSettings } from './settings/team-settings.ts';
import { Finding } from './finding.ts';
import { Obstacle } from './ledger-reading.ts';
import { Area, CellValue } from './sheet-reading.ts';

/** A cell to write. Text is always written as text; only `formula` may calculate, and it never holds a customer's words. */
export const PlannedCell = z.union([CellValue, z.strictObject({ formula: z.string().startsWith('=') })]);
export type PlannedCell = z.infer<typeof PlannedCell>;

/**
 * What a register column is for. `user:*` columns are the ledger's own (with their column on the ledger's sheet, from 0);
 * all others are added to their right. `basis` notes what a deadline rests on when it is not exact, `source` where a
 * clipped complaint was read, `origin` the id of a clipped complaint, `originRow` the row quoted from the ledger.
 * `gradeReason` says in short words why the grade; `proposed`, a hidden column, what was last proposed as category, grade,
 * department and status (a cell that differs from it is a person's decision and stays), and by which year its dates were read.
 */
export const ColumnRole = z.union([
  z.enum(['number', 'category', 'grade', 'gradeReason', 'department', 'status', 'nextStep']),
  z.enum(['basis', 'findings', 'source', 'origin', 'originRow', 'proposed']),
  z.templateLiteral(['deadline:', z.string()]),
  z.templateLiteral(['deadlineState:', z.string()]),
  z.templateLiteral(['field:', Field]),
  z.templateLiteral(['user:', z.int()]),
]);
export type ColumnRole = z.infer<typeof ColumnRole>;

/** One column of the register, left to right. */
export const RegisterColumn = z.strictObject({
  role: ColumnRole,
  /** Unique within the table, no line breaks. */
  header: z.string().min(1).max(255),
  /** Fields the column carries (a user's column may carry two); empty for unmapped columns. */
  fields: z.array(Field),
  part: z.enum(['whole', 'date', 'time']),
  /**
   * Format for cells that we write; null leaves the user's. `cellFormat` answers the format of each cell: text is text
   * whatever its column says. In the memory, a user's date column has the format that its dates have, for rows that are appended.
   */
  numberFormat: z.string().nullable(),
  /** Width in characters for columns that we add; null leaves the user's. */
  width: z.number().positive().nullable(),
  /** Id of a list in `RegisterPlan.lists` for the drop-down; null for free input. */
  list: z.string().nullable(),
});
export type RegisterColumn = z.infer<typeof RegisterColumn>;

/** A conditional format over the data rows; one id may stand several times (once for each milestone), first one wins. `formula` is written for the first data row, with column letters absolute (`$F5`). */
export const RegisterFormat = z.strictObject({
  id: z.enum(['overdue', 'dueSoon', 'paused', 'provisional', 'error', 'closed']),
  formula: z.string().startsWith('='),
  /** Which columns it colours, as indexes into `columns`. */
  columns: z.array(z.int().nonnegative()),
  fill: z.string().regex(/^#[0-9A-F]{6}$/),
  font: z.string().regex(/^#[0-9A-F]{6}$/),
  bold: z.boolean(),
  stopIfTrue: z.boolean(),
});
export type RegisterFormat = z.infer<typeof RegisterFormat>;

/** What the workbook must remember about its register (kept in the workbook's own settings, re-derivable from the table). */
export const RegisterMemory = z.strictObject({
  schemaVersion: z.literal(1),
  tableName: z.string(),
  originSheet: z.string(),
  columns: z.array(RegisterColumn),
  policy: z.strictObject({ id: z.string(), version: z.string() }),
  company: CompanySettings.nullable(),
  locale: Locale,
  zone: z.string(),
  /** True when the workbook counts days from 1904; serials are written accordingly. */
  date1904: z.boolean(),
  /** The highest running number given so far by day (`YYYYMMDD`), so that a deleted complaint's number is not given again. */
  numbersGiven: z.record(z.string(), z.int().nonnegative()),
  /** What the team has settled besides; absent: nothing. */
  team: TeamSettings.optional(),
  /** When the register was made; absent: nobody knows any more. */
  madeAt: Moment.optional(),
});
export type RegisterMemory = z.infer<typeof RegisterMemory>;

/** Why a ledger cannot become the register itself: an obstacle of the reading, or one that only the plan sees. */
export const PlacementReason = z.strictObject({
  code: z.union([Obstacle.shape.code, z.enum(['tableWithTotals', 'cellsToTheRight', 'headerNotText', 'unreadColumn'])]),
  /** A1 address, row number or name shown to the user. */
  where: z.string(),
});
export type PlacementReason = z.infer<typeof PlacementReason>;

/** Everything that turning a ledger into a register will do, as plain data. `excel-addin/workbook` applies it and decides nothing. */
export const RegisterPlan = z.strictObject({
  schemaVersion: z.literal(1),
  placement: z.discriminatedUnion('kind', [
    /** The table is laid over the ledger itself; added columns stand to its right. */
    z.strictObject({ kind: z.literal('inPlace'), sheet: z.string() }),
    /** The ledger stays as it is; the register quotes it row by row on a new sheet. */
    z.strictObject({
      kind: z.literal('newSheet'),
      sheet: z.string(),
      after: z.string(),
      /** What stands in the way of the ledger itself (`register.summary.reason.<code>`): never empty. */
      why: z.array(PlacementReason),
    }),
  ]),
  /** A copy of the ledger's sheet, made before anything else; null when the ledger is not touched. */
  backup: z.strictObject({ from: z.string(), name: z.string() }).nullable(),
  table: z.strictObject({ name: z.string(), area: Area, style: z.string(), exists: z.boolean() }),
  columns: z.array(RegisterColumn),
  /** Index of the first column that we write; all before it stay untouched when in place. */
  firstAdded: z.int().nonnegative(),
  /** Header cells that must change in place to be valid in a table: none in a clean ledger. */
  headers: z.array(z.string()),
  /** Values of the columns we write, row by row: from `firstAdded` on when in place, of all columns on a new sheet. */
  rows: z.array(z.array(PlannedCell)),
  lists: z.array(z.strictObject({ id: z.string(), title: z.string(), values: z.array(z.string()).min(1) })),
  listsSheet: z.string(),
  formats: z.array(RegisterFormat),
  freezeRows: z.int().nonnegative(),
  findings: z.array(Finding),
  /** How the ledger was kept: what holds of so many rows that it is no slip; once each, with their number as `inRows`. */
  habits: z.array(Finding),
  /** Complaints of earlier months of which nothing tells whether they are closed. */
  statusUnsaid: z.int().nonnegative(),
  /** How the ledger's own complaint numbers go on (`suggestPattern`), and the next one; null: they do not. */
  ownNumbers: z.strictObject({ pattern: z.string(), last: z.string(), next: z.string() }).nullable(),
  memory: RegisterMemory,
});
export type RegisterPlan = z.infer<typeof RegisterPlan>;

/** Rows to write directly below the register's table, in the table's column order. */
export const AppendPlan = z.strictObject({
  tableName: z.string(),
  /** The table's columns as they stand, people's new ones among them. */
  columns: z.array(RegisterColumn),
  rows: z.array(z.array(PlannedCell)),
  numberFormats: z.array(z.string().nullable()),
  /** Complaints that the rows carry, and those that the register had already. Both are acknowledged after the write. */
  added: z.array(z.string()),
  alreadyThere: z.array(z.string()),
  findings: z.array(Finding),
  /** The memory to keep after the write: headers as they are called now, and the numbers given. */
  memory: RegisterMemory,
});
export type AppendPlan = z.infer<typeof AppendPlan>;
