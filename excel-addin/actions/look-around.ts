import { done, type Outcome } from '../../core/outcome.ts';
import { chooseLedgerInSteps, type LedgerChoice } from '../../core/register/choose-ledger.ts';
import type { LedgerReading } from '../../core/register/ledger-reading.ts';
import { quotedSheets } from '../../core/register/quoted-sheets.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { NO_FORMER, readFormer, type FormerRegister } from '../workbook/former-numbers.ts';
import { readOwnSheets } from '../workbook/own-sheets.ts';
import { readTableHeaders } from '../workbook/read-register.ts';
import { readSheets } from '../workbook/read-sheets.ts';
import { changeMemory, readMemory, type PendingPlan } from '../workbook/register-memory.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';
import { inSlices } from '../in-slices.ts';
import { findRegister, findRenamed } from './find-register.ts';

/** A register that stands in the workbook. `restored`: its memory was lost and derived again from its headers. */
export interface StandingRegister {
  memory: RegisterMemory;
  sheet: string;
  restored: boolean;
}

/** The register of this workbook: as remembered, else as its headers tell, else none. */
export async function lookForRegister(
  zone: string,
): Promise<Outcome<{ register: StandingRegister | null; pending: PendingPlan | null }, WorkbookTrouble>> {
  const remembered = await readMemory();
  if (!remembered.ok) return remembered;
  const tables = await readTableHeaders();
  if (!tables.ok) return tables;
  const { register: memory, pending } = remembered.value;
  const table = tables.value.find(({ name }) => name === memory?.tableName);
  if (memory !== null && table !== undefined)
    return done({ register: { memory, sheet: table.sheet, restored: false }, pending });
  // While a plan is unfinished its table may stand without a memory; it is the plan that must be completed then.
  const renamed = pending !== null || memory === null ? null : findRenamed(tables.value, memory);
  const derived =
    renamed ?? (pending === null ? findRegister(tables.value, { zone, date1904: memory?.date1904 ?? false }) : null);
  const place = tables.value.find(({ name }) => name === derived?.tableName);
  if (derived === null || place === undefined) return done({ register: null, pending });
  const stored = await changeMemory(derived);
  if (!stored.ok) return stored;
  return done({ register: { memory: stored.value, sheet: place.sheet, restored: renamed === null }, pending });
}

/** The sheets of the workbook and which of them are ledgers. */
export interface Surroundings {
  sheets: SheetReading[];
  choice: LedgerChoice;
  /** Sheets that the add-in made, the register's among them: no ledgers of the team's. */
  ours: string[];
  /** Ledgers that the register was made of, which are not offered again. */
  used: string[];
  /** What a register that was taken back has left; beside one that stands: nothing. */
  former: FormerRegister;
}

/**
 * Reads the workbook and looks for ledgers. Hidden sheets, our own and what the register was made of are not offered;
 * `wanted` is a sheet that the user named.
 */
export async function lookForLedgers(
  register: Pick<StandingRegister, 'sheet' | 'memory'> | null,
  wanted?: string,
): Promise<Outcome<Surroundings, WorkbookTrouble | 'sheetTooLarge' | 'cancelled'>> {
  const sheets = await readSheets();
  if (!sheets.ok) return sheets;
  const own = await readOwnSheets();
  if (!own.ok) return own;
  const former = register === null ? await readFormer() : done(NO_FORMER);
  if (!former.ok) return former;
  const ours = register === null ? own.value : [...own.value, register.sheet];
  const theirs = sheets.value.filter(({ name }) => !ours.includes(name));
  const registers = sheets.value.find(({ name }) => name === register?.sheet);
  const quoted =
    register === null || registers === undefined ? new Set<string>() : quotedSheets(registers, register.memory);
  const left = theirs.filter(({ name }) => name === wanted || !quoted.has(name));
  const offered = wanted === undefined ? left.filter(({ visible }) => visible) : left;
  const chosen = await inSlices(chooseLedgerInSteps(offered, wanted));
  if (!chosen.ok) return chosen;
  // What a team goes on with is the ledger, also where its copy holds more by now.
  const isCopy = ({ sheet }: LedgerReading) => former.value.copies.includes(sheet) && sheet !== wanted;
  const ledgers = chosen.value.ledgers.toSorted((a, b) => Number(isCopy(a)) - Number(isCopy(b)));
  const used = theirs.flatMap(({ name, visible }) => (visible && quoted.has(name) ? [name] : []));
  return done({
    sheets: sheets.value,
    choice: { ...chosen.value, ledgers },
    ours,
    used: wanted === undefined ? used : [],
    former: former.value,
  });
}
