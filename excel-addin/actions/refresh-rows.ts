import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import type { Finding } from '../../core/register/finding.ts';
import {
  cellKey,
  isComplaint,
  openRegisterInSteps,
  type OpenRegister,
} from '../../core/register/refresh/open-register.ts';
import type { PutBack } from '../../core/register/refresh/put-back.ts';
import { planRefresh } from '../../core/register/refresh/plan-refresh.ts';
import { freshMemory, rulesOf } from '../../core/register/merge-memory.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { inSlices } from '../in-slices.ts';
import { readRegisterRows, type RowsRead } from '../workbook/read-register-cells.ts';
import { writeRefresh } from '../workbook/write-refresh.ts';
import { takeOver, type RefreshOptions, type RefreshTrouble } from './refresh-register.ts';

export interface RowsRefreshed {
  rowsChanged: number;
  findings: Finding[];
  putBack: PutBack[];
  memory: RegisterMemory;
  open: OpenRegister;
}

/** Which rows were edited, by index in the table: `own` are evaluated and written, `others` only read again. */
export interface EditedRows {
  own: readonly number[];
  others: readonly number[];
}

/**
 * Brings edited rows in line, in two round trips: one reads them again and where the table stands, one writes what differs.
 * Null when the table stands elsewhere, its rows move before they are written, or has other columns or rules than when it was opened: then all has to be read again. Rows
 * that were added at its end are taken in.
 */
export async function refreshRows(
  known: RegisterMemory,
  open: OpenRegister,
  edited: EditedRows,
  { asOf, eventsOf }: Pick<RefreshOptions, 'asOf' | 'eventsOf'>,
): Promise<Outcome<RowsRefreshed | null, RefreshTrouble>> {
  const read = await readRegisterRows(known, open.cells, [...edited.own, ...edited.others]);
  if (!read.ok) return read.code === 'notFound' ? refuse('registerGone', { table: known.tableName }) : read;
  const memory = freshMemory(known, read.value.stored);
  if (rulesOf(memory) !== rulesOf(known)) return done(null);
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const before = new Map(edited.own.map((index) => [index, open.cells.values[index] ?? []]));
  const opened = await withRows(open, read.value, memory, asOf);
  if (!opened.ok) return opened;
  if (opened.value === null) return done(null);
  const now = opened.value;
  const own = edited.own.filter((index) => index < now.cells.values.length);
  const planned = await inSlices(
    planRefresh({
      ...{ memory, register: now, pack: policy.pack, company: memory.company, asOf, zone: memory.zone },
      ...{ only: own, touched: new Set(own), before, ...(eventsOf === undefined ? {} : { eventsOf }) },
    }),
  );
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { rowsChanged, findings, putBack, changes } = plan;
  const result = { rowsChanged, findings, putBack, memory: plan.memory ?? memory, open: now };
  if (changes.length === 0 && plan.memory === null) return done(result);
  if (changes.length > 0 && read.value.isProtected) return refuse('sheetProtected', { sheet: now.cells.sheet });
  const numberAt = now.columns.findIndex(({ role }) => role === 'number');
  const header = now.columns[numberAt]?.header;
  const numberOf = (row: number) => now.cells.values[row]?.[numberAt] ?? '';
  const written = await writeRefresh({
    ...{ tableName: memory.tableName, changes, memory: plan.memory },
    ...{ stored: read.value.stored, isFiltered: read.value.isFiltered },
    numbered: header === undefined ? null : { header, numberOf, rowCount: now.cells.values.length },
  });
  if (!written.ok) return written.code === 'notFound' || written.code === 'changedMeanwhile' ? done(null) : written;
  takeOver(now, changes);
  return done(result);
}

/** The opened register with its rows as they were just read; null when it has to be read anew as a whole. */
async function withRows(
  open: OpenRegister,
  { area, header, rows }: RowsRead,
  memory: RegisterMemory,
  asOf: RefreshOptions['asOf'],
): Promise<Outcome<OpenRegister | null, 'cancelled'>> {
  const { cells, columns, filled } = open;
  const before = cells.area;
  const stands = area.row === before.row && area.column === before.column && area.columnCount === before.columnCount;
  if (!stands || area.rowCount < before.rowCount || header.some((name, at) => name !== cells.header[at]))
    return done(null);
  const count = area.rowCount - 1;
  for (let index = cells.values.length; index < count; index++) if (!rows.has(index)) return done(null);

  let isMore = count > cells.values.length;
  for (const [index, { values, formats, constants }] of [...rows].sort(([a], [b]) => a - b)) {
    if (index >= count) continue;
    cells.values[index] = values;
    cells.formats[index] = formats;
    columns.forEach((_, column) => cells.constants.delete(cellKey(index, column)));
    for (const column of constants) cells.constants.add(cellKey(index, column));
    if (isComplaint(values, columns) && !filled.has(index)) isMore = true;
  }
  if (!isMore) return done(open);
  return inSlices(openRegisterInSteps(memory, { ...cells, area }, { zone: memory.zone, asOf }));
}
