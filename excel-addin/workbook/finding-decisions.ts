import { decide, Dismissals, undecide, type Dismissal } from '../../core/register/findings/decision.ts';
import type { Outcome } from '../../core/outcome.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

export const DECISIONS = 'redress.findings';

/** Reads which findings somebody has said to be right so. */
export function readDecisions(): Promise<Outcome<Dismissal[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(DECISIONS).load('value');
    await context.sync();
    return itemsOf(setting);
  });
}

/** Keeps what was decided, laid over what the workbook holds by now. */
export function keepDecision(decision: Dismissal): Promise<Outcome<Dismissal[], WorkbookTrouble>> {
  return changeDecisions((items) => decide(items, decision));
}

/** Takes a decision back. */
export function takeDecisionBack(key: string): Promise<Outcome<Dismissal[], WorkbookTrouble>> {
  return changeDecisions((items) => undecide(items, key));
}

function changeDecisions(change: (items: Dismissal[]) => Dismissal[]): Promise<Outcome<Dismissal[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(DECISIONS).load('value');
    await context.sync();
    const items = change(itemsOf(setting));
    context.workbook.settings.add(DECISIONS, JSON.stringify({ schemaVersion: 1, items } satisfies Dismissals));
    await context.sync();
    return items;
  });
}

function itemsOf(setting: Excel.Setting): Dismissal[] {
  if (setting.isNullObject || typeof setting.value !== 'string') return [];
  const read = Dismissals.safeParse(parse(setting.value));
  return read.success ? read.data.items : [];
}

/** Settings travel with the workbook and may have been cut: unreadable text is the same as none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
