import { refuse, type Outcome } from '../../core/outcome.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { applyPlan, type Applied, type ApplyProgress, type ApplyTrouble } from '../workbook/apply-plan.ts';
import type { DropDownWords } from '../workbook/drop-downs.ts';
import { readSheets } from '../workbook/read-sheets.ts';
import type { PendingPlan } from '../workbook/register-memory.ts';
import { previewRegister, type RegisterChoices, type RegisterPreview } from './preview-register.ts';

/** A preview with what it was made from. */
export interface ShownRegister {
  preview: RegisterPreview;
  choices: RegisterChoices;
  sheets: SheetReading[];
}

export interface ApplyOptions {
  words: DropDownWords;
  onProgress: ApplyProgress;
}

/**
 * Carries out what a preview showed. The sheets are read once more first: when the plan would come out differently now,
 * somebody has worked in the workbook meanwhile, and the user must look again.
 */
export async function applyRegister(
  { preview: shown, choices, sheets: read }: ShownRegister,
  { words, onProgress }: ApplyOptions,
): Promise<Outcome<Applied, ApplyTrouble | 'sheetTooLarge' | 'changedMeanwhile'>> {
  const sheets = await readSheets();
  if (!sheets.ok) return sheets;
  // The same sheets give the same plan; only when something differs is it worth working it out again.
  if (JSON.stringify(sheets.value) !== JSON.stringify(read)) {
    const now = previewRegister(sheets.value, choices);
    if (!now.ok) return now;
    if (JSON.stringify(now.value.plan) !== JSON.stringify(shown.plan)) return refuse('changedMeanwhile');
  }
  return applyPlan({ plan: shown.plan, pending: shown.pending, resumes: false, words, onProgress });
}

/** Completes a plan that was begun and broke off. Everything is written again where it belongs; nothing comes twice. */
export async function resumeRegister(
  pending: PendingPlan,
  { words, onProgress }: ApplyOptions,
): Promise<Outcome<Applied, ApplyTrouble | 'sheetTooLarge' | 'changedMeanwhile'>> {
  const sheets = await readSheets();
  if (!sheets.ok) return sheets;
  const { memory } = pending.plan;
  const choices: RegisterChoices = {
    ledgerSheet: pending.ledgerSheet,
    columns: pending.ledgerColumns,
    policyId: memory.policy.id,
    company: memory.company,
    locale: memory.locale,
    zone: memory.zone,
    asOf: pending.asOf,
  };
  const again = previewRegister(sheets.value, choices, pending);
  if (!again.ok) return again;
  return applyPlan({ plan: again.value.plan, pending, resumes: true, words, onProgress });
}
