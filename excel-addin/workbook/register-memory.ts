import * as z from 'zod';
import { Day, Moment } from '../../core/complaint/moment.ts';
import type { Outcome } from '../../core/outcome.ts';
import { LedgerColumn } from '../../core/register/ledger-reading.ts';
import { freshMemory, mergeMemory } from '../../core/register/merge-memory.ts';
import { RegisterMemory, RegisterPlan } from '../../core/register/register-plan.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

const REGISTER = 'redress.register';
const PENDING = 'redress.pending';

/** A plan whose application has begun and not ended, without its rows: enough to make the same plan again and go on. */
export const PendingPlan = z.strictObject({
  schemaVersion: z.literal(1),
  asOf: Moment,
  ledgerSheet: z.string(),
  /** The mapping as the user confirmed it. */
  ledgerColumns: z.array(LedgerColumn),
  /** Sheets that were there before the first write; what is not among them is ours. */
  sheetsBefore: z.array(z.string()),
  /** Before which day complaints whose status nothing tells count as closed; null: they are open. */
  closedBefore: Day.nullable().default(null),
  plan: RegisterPlan.omit({ rows: true, findings: true, habits: true, statusUnsaid: true, ownNumbers: true }),
});
export type PendingPlan = z.infer<typeof PendingPlan>;

/** All that the workbook remembers; each part is null when it is absent or unreadable (another version, edited by hand). */
export interface Remembered {
  register: RegisterMemory | null;
  pending: PendingPlan | null;
}

/** Reads what the workbook remembers of its register. */
export function readMemory(): Promise<Outcome<Remembered, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const register = loadStored(context);
    const pending = loadPending(context);
    await context.sync();
    return { register: register(), pending: pending() };
  });
}

/** Queues the reading of the plan that is begun and not ended; known after the next sync. */
export function loadPending(context: Excel.RequestContext): () => PendingPlan | null {
  const setting = context.workbook.settings.getItemOrNullObject(PENDING).load('value');
  return () => parseSetting(PendingPlan, setting);
}

/** Queues the note that a plan is about to be applied. It is stored before anything else is written. */
export function rememberPending(context: Excel.RequestContext, pending: PendingPlan): void {
  context.workbook.settings.add(PENDING, JSON.stringify(pending));
}

/** Queues the memory of a finished register; from then on nothing is pending. */
export function rememberFinished(context: Excel.RequestContext, register: RegisterMemory): void {
  store(context, register);
  context.workbook.settings.getItem(PENDING).delete();
}

/** Queues the reading of what is stored of the register: another pane may have changed it. Known after the next sync. */
export function loadStored(context: Excel.RequestContext): () => RegisterMemory | null {
  const setting = context.workbook.settings.getItemOrNullObject(REGISTER).load('value');
  return () => parseSetting(RegisterMemory, setting);
}

/** Queues the memory of the register after work on its rows; what people settled in another pane, `stored`, stays. */
export function rememberRegister(
  context: Excel.RequestContext,
  register: RegisterMemory,
  stored: RegisterMemory | null,
): void {
  store(context, mergeMemory(register, stored));
}

/**
 * Changes what is stored of a register, from what stands there at that moment; of a register whose memory was lost, `known`
 * is stored. Answers the memory from now on.
 */
export function changeMemory(
  known: RegisterMemory,
  change: (memory: RegisterMemory) => RegisterMemory = (memory) => memory,
): Promise<Outcome<RegisterMemory, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const stored = loadStored(context);
    await context.sync();
    const memory = RegisterMemory.parse(change(freshMemory(known, stored())));
    store(context, memory);
    await context.sync();
    return memory;
  });
}

function store(context: Excel.RequestContext, register: RegisterMemory): void {
  context.workbook.settings.add(REGISTER, JSON.stringify(register));
}

/** Forgets a plan that was begun; what it has written stays where it is. */
export function forgetPending(): Promise<Outcome<null, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const pending = context.workbook.settings.getItemOrNullObject(PENDING).load('key');
    await context.sync();
    if (!pending.isNullObject) pending.delete();
    await context.sync();
    return null;
  });
}

/** What a setting holds, once it is loaded; null: it is absent or unreadable. */
export function parseSetting<T>(schema: z.ZodType<T>, setting: Excel.Setting): T | null {
  if (setting.isNullObject || typeof setting.value !== 'string') return null;
  const found = schema.safeParse(parseJson(setting.value));
  return found.success ? found.data : null;
}

/** Settings travel with the workbook and may have been cut or edited: unreadable text is the same as none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
