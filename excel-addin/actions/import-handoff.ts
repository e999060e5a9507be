import type { Moment } from '../../core/complaint/moment.ts';
import type { HandoffComplaint } from '../../core/handoff/handoff-envelope.ts';
import { readEnvelope, type EnvelopeReading, type EnvelopeRefusal } from '../../core/handoff/read-envelope.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { OverlayFinding, PolicyInForce } from '../../core/policy/overlay-company.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import { planAppend, type AppendRefusal } from '../../core/register/plan-append.ts';
import { registerFormats } from '../../core/register/register-formats.ts';
import type { AppendPlan, RegisterMemory } from '../../core/register/register-plan.ts';
import { adoptRowsBelow } from '../workbook/adopt-rows.ts';
import { appendRows, type Appended, type AppendTrouble } from '../workbook/append-rows.ts';
import { readRegister, type RegisterTable } from '../workbook/read-register.ts';

/** What an envelope would do to the register. */
export interface HandoffPreview {
  reading: EnvelopeReading;
  plan: AppendPlan;
  complaints: { complaint: HandoffComplaint; isNew: boolean }[];
  /** What of the company's answers does not count. */
  answersAside: OverlayFinding[];
}

export interface HandoffDone {
  added: string[];
  alreadyThere: string[];
  rejected: EnvelopeReading['rejected'];
  written: Appended;
}

export type HandoffTrouble = AppendTrouble | EnvelopeRefusal | AppendRefusal;

/** Reads an envelope, from wherever it came, against the register as it stands now. Nothing is written. */
export async function previewHandoff(
  input: unknown,
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<HandoffPreview, HandoffTrouble>> {
  const reading = readEnvelope(input);
  if (!reading.ok) return reading;
  const planned = await plan(reading.value, memory, asOf);
  if (!planned.ok) return planned;
  const added = new Set(planned.value.plan.added);
  const once = new Map(reading.value.envelope.complaints.map((complaint) => [complaint.id, complaint]));
  return done({
    reading: reading.value,
    plan: planned.value.plan,
    complaints: [...once.values()].map((complaint) => ({ complaint, isNew: added.has(complaint.id) })),
    answersAside: planned.value.policy.findings,
  });
}

/**
 * Writes the complaints that the register does not hold yet. The register is read again just before, so a complaint that
 * came another way meanwhile is not written twice; rows that a broken run left below the table are taken in first. The
 * answer means that the rows were read back: only then may anyone be told that the complaints are registered.
 */
export async function importHandoff(
  reading: EnvelopeReading,
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<HandoffDone, HandoffTrouble>> {
  const before = await readRegister(memory.tableName);
  if (!before.ok) return before;
  const adopted = await adoptRowsBelow(memory.tableName, originColumn(before.value, memory));
  if (!adopted.ok) return adopted;
  const planned = await plan(reading, memory, asOf);
  if (!planned.ok) return planned;
  const { table, plan: append, policy } = planned.value;
  const written = await appendRows({
    plan: append,
    firstRow: table.area.row + table.area.rowCount,
    formats: registerFormats(append.memory.columns, policy.pack, memory.locale, {
      row: table.area.row + 1,
      column: table.area.column,
    }),
  });
  if (!written.ok) return written;
  return done({
    added: append.added,
    alreadyThere: append.alreadyThere,
    rejected: reading.rejected,
    written: written.value,
  });
}

async function plan(
  { envelope }: EnvelopeReading,
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<{ table: RegisterTable; plan: AppendPlan; policy: PolicyInForce }, HandoffTrouble>> {
  const table = await readRegister(memory.tableName);
  if (!table.ok) return table;
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const { area, header, rows } = table.value;
  const planned = planAppend({
    memory,
    header,
    rows,
    at: { row: area.row + area.rowCount, column: area.column },
    envelope,
    pack: policy.pack,
    company: memory.company,
    asOf,
    zone: memory.zone,
  });
  return planned.ok ? done({ table: table.value, plan: planned.value, policy }) : planned;
}

function originColumn({ header }: RegisterTable, { columns }: RegisterMemory): number {
  const remembered = columns.find(({ role }) => role === 'origin')?.header;
  return Math.max(
    0,
    header.findIndex((name) => name === remembered),
  );
}
