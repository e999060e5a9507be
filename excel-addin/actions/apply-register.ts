import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { markRows } from '../../core/register/journal/mark-rows.ts';
import { goesOn, withDecisions } from '../../core/register/resume-plan.ts';
import type { SheetReading } from '../../core/register/sheet-reading.ts';
import { sameInSteps } from '../../core/same-in-steps.ts';
import type { Steps } from '../../core/steps.ts';
import { inSlices } from '../in-slices.ts';
import { applyPlan, type Applied, type ApplyProgress, type ApplyTrouble } from '../workbook/apply-plan.ts';
import type { DropDownWords } from '../workbook/drop-downs.ts';
import { readFormer } from '../workbook/former-numbers.ts';
import { readOwnSheets } from '../workbook/own-sheets.ts';
import { readSheets } from '../workbook/read-sheets.ts';
import type { PendingPlan } from '../workbook/register-memory.ts';
import { previewSteps, type PreviewTrouble, type RegisterChoices, type RegisterPreview } from './preview-register.ts';

/** A preview with what it was made from. */
export interface ShownRegister {
  preview: RegisterPreview;
  choices: RegisterChoices;
  sheets: SheetReading[];
}

export interface ApplyOptions {
  words: DropDownWords;
  onProgress: ApplyProgress;
  signal?: AbortSignal | undefined;
}

type BuildTrouble = ApplyTrouble | PreviewTrouble | 'sheetTooLarge';

/**
 * Carries out what a preview showed. The sheets are read once more first: when the plan would come out differently now,
 * somebody has worked in the workbook meanwhile, and the user must look again. Stopped once it was begun, it stays pending.
 */
export async function applyRegister(
  shown: ShownRegister,
  { words, onProgress, signal }: ApplyOptions,
): Promise<Outcome<Applied, BuildTrouble>> {
  const sheets = await readSheets(undefined, signal);
  if (!sheets.ok) return sheets;
  const checked = await inSlices(stillTrue(sheets.value, shown), { signal });
  if (!checked.ok) return checked;
  if (!checked.value.ok) return checked.value;
  const { plan, pending } = shown.preview;
  const marks = await inSlices(markRows(plan), { signal });
  if (!marks.ok) return marks;
  return applyPlan({ plan, pending, marks: marks.value, resumes: false, words, onProgress, signal });
}

/** The same sheets give the same plan; only when something differs is it worth working it out again. */
function* stillTrue(
  now: SheetReading[],
  { preview, choices, sheets }: ShownRegister,
): Steps<Outcome<null, PreviewTrouble>> {
  if (yield* sameInSteps(now, sheets)) return done(null);
  const again = yield* previewSteps(now, choices);
  if (!again.ok) return again;
  return (yield* sameInSteps(again.value.plan, preview.plan)) ? done(null) : refuse('changedMeanwhile');
}

/**
 * Completes a plan that was begun and broke off. Everything is written again where it belongs; nothing comes twice, and what
 * people decided meanwhile stays. When it would go elsewhere now, or is completed already, nothing is written.
 */
export async function resumeRegister(
  pending: PendingPlan,
  { words, onProgress, signal }: ApplyOptions,
): Promise<Outcome<Applied, BuildTrouble>> {
  const sheets = await readSheets(undefined, signal);
  if (!sheets.ok) return sheets;
  const own = await readOwnSheets();
  if (!own.ok) return own;
  const former = await readFormer();
  if (!former.ok) return former;
  const { memory } = pending.plan;
  const choices: RegisterChoices = {
    ledgerSheet: pending.ledgerSheet,
    ours: own.value,
    columns: pending.ledgerColumns,
    closedBefore: pending.closedBefore,
    numberPattern: memory.team?.numberPattern ?? null,
    former: former.value,
    policyId: memory.policy.id,
    company: memory.company,
    locale: memory.locale,
    zone: memory.zone,
    asOf: pending.asOf,
  };
  const made = await inSlices(previewSteps(sheets.value, choices, pending), { signal });
  if (!made.ok) return made;
  const again = made.value;
  if (!again.ok) return again;
  if (!goesOn(again.value.plan, pending.plan)) return refuse('changedMeanwhile');
  const standing = sheets.value.find(({ name }) => name === pending.plan.placement.sheet);
  const plan = withDecisions(again.value.plan, standing);
  const marks = await inSlices(markRows(plan), { signal });
  if (!marks.ok) return marks;
  return applyPlan({ plan, pending, marks: marks.value, resumes: true, words, onProgress, signal });
}
