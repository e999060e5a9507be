import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { openRegisterInSteps } from '../../core/register/refresh/open-register.ts';
import { planRefresh, type CellChange } from '../../core/register/refresh/plan-refresh.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { inSlices } from '../in-slices.ts';
import { readRegisterCells, type ReadTrouble } from '../workbook/read-register-cells.ts';

/** What other settings would write into the row of one complaint. */
export interface ComplaintEffect {
  number: string;
  customer: string;
  changes: { column: string; isTime: boolean; before: CellValue; after: CellValue }[];
}

export interface SettingsEffects {
  rows: number;
  /** Complaints that would get another deadline, grade, category or department, in the order of the register. */
  changed: ComplaintEffect[];
}

export interface WhatIfOptions {
  asOf: Moment;
  eventsOf?: ((number: string) => readonly ComplaintEvent[]) | undefined;
  onProgress?: ((done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * What the register would say by other settings: a refresh is planned by the old ones and by the new ones, and what differs is
 * told. Nothing is written. Promises and what a person decided stay, as in any refresh.
 */
export async function settingsWhatIf(
  before: RegisterMemory,
  after: RegisterMemory,
  { asOf, eventsOf, onProgress, signal }: WhatIfOptions,
): Promise<Outcome<SettingsEffects, ReadTrouble>> {
  const read = await readRegisterCells(before, { signal });
  if (!read.ok) return read;
  const { cells } = read.value;
  const opened = await inSlices(openRegisterInSteps(before, cells, { zone: before.zone, asOf }), { signal });
  if (!opened.ok) return opened;
  const register = opened.value;
  const plans: Map<string, CellChange>[] = [];
  for (const memory of [before, after]) {
    const policy = registerPolicy(memory);
    if (policy === null) return refuse('registerGone', { table: before.tableName });
    const steps = planRefresh({
      ...{ memory, register, pack: policy.pack, company: memory.company, asOf, zone: memory.zone },
      ...(eventsOf === undefined ? {} : { eventsOf }),
    });
    const half = plans.length;
    const made = await inSlices(steps, {
      signal,
      onProgress: (at) => onProgress?.((half * at.of + at.done) / 2, at.of),
    });
    if (!made.ok) return made;
    plans.push(new Map(made.value.changes.map((change) => [`${change.row} ${change.column}`, change])));
  }
  const [old, fresh] = plans;
  const { columns } = register;
  const told = columns.flatMap(({ role }, column) => (isTold(role) ? [column] : []));
  const at = (role: string) => columns.findIndex((column) => column.role === role);
  const customer = columns.findIndex(({ fields }) => fields.includes('customerName'));
  const changed = cells.values.flatMap((row, index): ComplaintEffect[] => {
    const changes = told.flatMap((column) => {
      const standing = row[column] ?? '';
      const [was, is] = [old, fresh].map((plan) => plain(plan?.get(`${index} ${column}`)?.cell) ?? standing);
      const header = columns[column];
      if (was === undefined || is === undefined || was === is || header === undefined) return [];
      return [{ column: header.header, isTime: header.role.startsWith('deadline:'), before: was, after: is }];
    });
    if (changes.length === 0) return [];
    return [{ number: String(row[at('number')] ?? ''), customer: String(row[customer] ?? ''), changes }];
  });
  return done({ rows: register.filled.size, changed });
}

/** States follow their deadlines; notes and reasons follow what they speak of. */
function isTold(role: string): boolean {
  return role.startsWith('deadline:') || ['grade', 'category', 'department'].includes(role);
}

function plain(cell: CellChange['cell'] | undefined): CellValue | undefined {
  if (cell === undefined || typeof cell === 'object') return undefined;
  return typeof cell === 'string' ? cell.replace(/^'/, '') : cell;
}
