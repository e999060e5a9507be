import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { RegisterRules } from '../../core/register/evaluate-row.ts';
import { openRegisterInSteps, type OpenRegister } from '../../core/register/refresh/open-register.ts';
import { freshMemory, rulesOf } from '../../core/register/merge-memory.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { inSlices } from '../in-slices.ts';
import { readEventLog, type LogRead } from '../workbook/event-log.ts';
import {
  readRegisterCells,
  readRegisterPlace,
  readRegisterRows,
  type ReadOptions,
  type ReadTrouble,
} from '../workbook/read-register-cells.ts';

/** The register and its log as they stand, and the rules by which they are read. */
export interface ComplaintBook extends LogRead {
  memory: RegisterMemory;
  register: OpenRegister;
  rules: RegisterRules;
  isProtected: boolean;
  pack: PolicyPack;
}

/** Reads the register and its event log together. */
export async function readComplaintBook(
  known: RegisterMemory,
  asOf: Moment,
  options: ReadOptions = {},
): Promise<Outcome<ComplaintBook, ReadTrouble>> {
  const read = await readRegisterCells(known, options);
  if (!read.ok) return read;
  const memory = freshMemory(known, read.value.stored);
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const log = await readEventLog();
  if (!log.ok) return log;
  const { pack } = policy;
  const { zone, company } = memory;
  const opened = await inSlices(openRegisterInSteps(memory, read.value.cells, { zone, asOf }), {
    signal: options.signal,
  });
  if (!opened.ok) return opened;
  return done({
    ...log.value,
    ...{ memory, pack, isProtected: read.value.isProtected },
    register: opened.value,
    rules: { pack, company, zone, asOf },
  });
}

/**
 * The same register with one complaint's row and the log read anew, in few round trips however long the register is. Null
 * when the table has changed its shape or order since, or has other rules: then all of it is to be read.
 */
export async function readComplaintAgain(
  known: ComplaintBook,
  number: string,
  asOf: Moment,
): Promise<Outcome<ComplaintBook | null, ReadTrouble>> {
  const { memory, register, rules } = known;
  const at = register.columns.findIndex(({ role }) => role === 'number');
  const header = register.columns[at]?.header ?? null;
  const place = await readRegisterPlace(memory, header);
  if (!place.ok) return place.code === 'notFound' ? done(null) : place;
  const { cells } = register;
  const isSame =
    rulesOf(freshMemory(memory, place.value.stored)) === rulesOf(memory) &&
    sameArea(place.value.area, cells.area) &&
    place.value.header.join('\n') === cells.header.join('\n') &&
    place.value.numbers.every((value, row) => value === (cells.values[row]?.[at] ?? ''));
  const index = place.value.numbers.findIndex((value) => String(value).trim() === number);
  if (!isSame || index < 0) return done(null);
  const read = await readRegisterRows(memory, cells, [index]);
  if (!read.ok) return read;
  const row = read.value.rows.get(index);
  if (row === undefined || !sameArea(read.value.area, cells.area)) return done(null);
  cells.values[index] = row.values;
  cells.formats[index] = row.formats;
  const log = await readEventLog(known);
  if (!log.ok) return log;
  return done({ ...known, ...log.value, isProtected: read.value.isProtected, rules: { ...rules, asOf } });
}

function sameArea(first: Area, second: Area): boolean {
  return (
    first.row === second.row &&
    first.column === second.column &&
    first.rowCount === second.rowCount &&
    first.columnCount === second.columnCount
  );
}

/** What the log says of a complaint, for everything that evaluates rows. */
export function eventsIn({ log }: LogRead): (number: string) => readonly ComplaintEvent[] {
  return log.eventsOf;
}
