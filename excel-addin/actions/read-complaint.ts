import type { ComplaintEvent } from '../../core/complaint/complaint-event.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { policyInForce } from '../../core/policy/policy-in-force.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { RegisterRules } from '../../core/register/evaluate-row.ts';
import { openRegister, type OpenRegister } from '../../core/register/refresh/open-register.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { readEventLog, type LogRead } from '../workbook/event-log.ts';
import { readRegisterCells, type ReadTrouble } from '../workbook/read-register-cells.ts';

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
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<ComplaintBook, ReadTrouble>> {
  const policy = policyInForce(memory.policy.id, memory.company);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const read = await readRegisterCells(memory);
  if (!read.ok) return read;
  const log = await readEventLog();
  if (!log.ok) return log;
  const { pack } = policy;
  const { zone, company } = memory;
  return done({
    ...log.value,
    ...{ memory, pack, isProtected: read.value.isProtected },
    register: openRegister(memory, read.value.cells, { zone, asOf }),
    rules: { pack, company, zone, asOf },
  });
}

/** What the log says of a complaint, for everything that evaluates rows. */
export function eventsIn({ log }: LogRead): (number: string) => readonly ComplaintEvent[] {
  return log.eventsOf;
}
