import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { Finding } from '../../core/register/finding.ts';
import { cellKey, openRegisterInSteps, type OpenRegister } from '../../core/register/refresh/open-register.ts';
import { planRefresh, type CellChange, type RefreshPlan } from '../../core/register/refresh/plan-refresh.ts';
import { takeUpColumns, type NewColumn } from '../../core/register/refresh/new-columns.ts';
import type { PutBack } from '../../core/register/refresh/put-back.ts';
import { freshMemory, rulesOf } from '../../core/register/merge-memory.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { stateFormulas } from '../../core/register/state-formula.ts';
import { inSlices, type SliceOptions } from '../in-slices.ts';
import {
  readRegisterCells,
  readRegisterPlace,
  type ReadTrouble,
  type RegisterCellsRead,
  type RegisterPlace,
} from '../workbook/read-register-cells.ts';
import { writeRefresh } from '../workbook/write-refresh.ts';

export type RefreshStage = 'reading' | 'checkingRows' | 'writing';
export type RefreshTrouble = ReadTrouble | 'sheetProtected' | 'changedMeanwhile';

export interface RefreshOptions {
  asOf: Moment;
  eventsOf?: ((number: string) => readonly ComplaintEvent[]) | undefined;
  onProgress?: ((stage: RefreshStage, done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** What a refresh did. */
export interface Refreshed {
  rowsLooked: number;
  rowsChanged: number;
  cellsChanged: number;
  findings: Finding[];
  putBack: PutBack[];
  /** Columns of people's that were taken up. */
  newColumns: NewColumn[];
  memory: RegisterMemory;
  /** The register as it stands after the refresh, for the edits that come. */
  open: OpenRegister;
}

const TRIES = 3;

/**
 * Brings the whole register in line with its rows, rules and log: reads it with the settings that the workbook has now, works out in slices what differs in our own
 * columns, and writes that. When somebody moved rows or columns meanwhile, it begins again. What a cancel or a broken
 * connection leaves undone the next refresh does.
 */
export async function refreshRegister(
  known: RegisterMemory,
  options: RefreshOptions,
): Promise<Outcome<Refreshed, RefreshTrouble>> {
  const { onProgress, signal } = options;
  for (let turn = 0; turn < TRIES; turn++) {
    const read = await readRegisterCells(known, { signal, onProgress: (at, of) => onProgress?.('reading', at, of) });
    if (!read.ok) return read;
    const before = freshMemory(known, read.value.stored);
    const { memory, taken } = takeUpColumns(before, read.value.cells);
    const policy = registerPolicy(memory);
    if (policy === null) return refuse('registerGone', { table: memory.tableName });
    const planned = await plan(memory, policy.pack, read.value, options);
    if (!planned.ok) return planned;
    const { register, plan: refresh } = planned.value;
    const remember = refresh.memory ?? (taken.length === 0 ? null : memory);
    const result = (): Refreshed => {
      takeOver(register, refresh.changes);
      const { rowsLooked, rowsChanged, changes, findings, putBack } = refresh;
      return {
        rowsLooked,
        rowsChanged,
        cellsChanged: changes.length,
        findings,
        putBack,
        newColumns: taken,
        memory: refresh.memory ?? memory,
        open: register,
      };
    };
    if (refresh.changes.length === 0 && remember === null) return done(result());
    if (refresh.changes.length > 0 && read.value.isProtected)
      return refuse('sheetProtected', { sheet: read.value.cells.sheet });
    const at = register.columns.findIndex(({ role }) => role === 'number');
    const header = register.columns[at]?.header ?? null;
    const place = await readRegisterPlace(memory, header);
    if (!place.ok) return place;
    if (!stillFits(before, register, at, place.value)) continue;
    const { values } = register.cells;
    const numberOf = (row: number) => values[row]?.[at] ?? '';
    const written = await writeRefresh({
      ...{ tableName: memory.tableName, changes: refresh.changes, memory: remember },
      ...{ stored: place.value.stored, isFiltered: read.value.isFiltered, signal },
      numbered: header === null ? null : { header, numberOf, rowCount: values.length },
      onProgress: (at, of) => onProgress?.('writing', at, of),
    });
    if (!written.ok && written.code === 'changedMeanwhile') continue;
    return written.ok ? done(result()) : written;
  }
  return refuse('changedMeanwhile');
}

async function plan(
  memory: RegisterMemory,
  pack: PolicyPack,
  { cells, sample }: RegisterCellsRead,
  { asOf, eventsOf, onProgress, signal }: RefreshOptions,
): Promise<Outcome<{ register: OpenRegister; plan: RefreshPlan }, 'cancelled'>> {
  const slices: SliceOptions = { signal, onProgress: (at) => onProgress?.('checkingRows', at.done, at.of) };
  const opened = await inSlices(openRegisterInSteps(memory, cells, { zone: memory.zone, asOf }), slices);
  if (!opened.ok) return opened;
  const register = opened.value;
  const steps = planRefresh({
    ...{ memory, register, pack, company: memory.company, asOf, zone: memory.zone },
    ...{ renewFormulas: isOutdated(sample, memory, pack, register) },
    ...(eventsOf === undefined ? {} : { eventsOf }),
  });
  const made = await inSlices(steps, slices);
  return made.ok ? done({ register, plan: made.value }) : made;
}

/** All rows have the same formula: the first one tells whether it is still that of the rules. Hosts have their own spacing. */
function isOutdated(
  sample: ReadonlyMap<number, string>,
  { locale }: RegisterMemory,
  pack: PolicyPack,
  { columns, cells }: OpenRegister,
): boolean {
  const formula = stateFormulas({ columns, column: cells.area.column, pack, locale });
  return [...sample].some(([column, standing]) => {
    const wanted = formula(columns[column]?.role.slice('deadlineState:'.length) ?? '', cells.area.row + 1);
    return wanted !== null && standing.startsWith('=') && plain(standing) !== plain(wanted);
  });
}

function plain(formula: string): string {
  return formula.replace(/\s+/g, '').toUpperCase();
}

/**
 * Whether table, headers and numbers (of the column `at`) stand where they were read, and by the rules of then: a planned change
 * belongs to its row.
 */
function stillFits(
  memory: RegisterMemory,
  { cells }: OpenRegister,
  at: number,
  { area, header, numbers, stored }: RegisterPlace,
): boolean {
  const before = at < 0 ? [] : cells.values.map((row) => row[at] ?? '');
  const isInPlace = JSON.stringify([area, header, numbers]) === JSON.stringify([cells.area, cells.header, before]);
  return isInPlace && rulesOf(freshMemory(memory, stored)) === rulesOf(memory);
}

/** Stands for the words of a state formula that was just written and has not been read yet. */
const CALCULATED = '…';

/** Keeps an opened register in step with what was written into it. */
export function takeOver({ cells }: OpenRegister, changes: readonly CellChange[]): void {
  for (const { row, column, cell } of changes) {
    const values = cells.values[row];
    if (values === undefined) continue;
    if (typeof cell === 'object') {
      values[column] = CALCULATED;
      cells.constants.delete(cellKey(row, column));
    } else values[column] = typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
  }
}
