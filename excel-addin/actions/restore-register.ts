import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { RestoreNote } from '../../core/register/journal/journal-entry.ts';
import {
  choicesBegun,
  completeRestore,
  planRestore,
  type RestoreChoices,
  type RestorePlan,
} from '../../core/register/journal/plan-restore.ts';
import { readRestore, readRestoreBegun, type Remembered } from '../workbook/read-restore.ts';
import {
  restoreRegister,
  type Restored,
  type RestoreRequest,
  type RestoreTrouble,
} from '../workbook/restore-register.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';

/** What a restore would do, or has begun to do. */
export interface RestorePreview {
  plan: RestorePlan;
  /** It was begun and broke off: it can only be completed. */
  resumes: boolean;
  /** The journal holds its note as it is. */
  isNoted: boolean;
  /** Lines of the journal that somebody has broken: what they told cannot be undone. */
  unreadable: number;
}

export interface RestoreContext {
  remembered: Remembered;
  locale: Locale;
  asOf: Moment;
}

export type RestorePreviewTrouble = RestoreTrouble | 'nothingToRestore';

/** Looks what taking the register back would do. */
export async function previewRestore(
  choices: RestoreChoices,
  { remembered, locale, asOf }: RestoreContext,
): Promise<Outcome<RestorePreview, RestorePreviewTrouble>> {
  const read = await readRestore(remembered);
  if (!read.ok) return read;
  const { build, begun, entries, unreadable, now, sheetNames, protectedSheets, logEntries } = read.value;
  const { madeSheets, changedSheets, formSheets, settingsSheet } = read.value;
  if (build === null) return refuse('nothingToRestore');
  const closed = protectedSheets.find((name) => name === (now?.sheet ?? build.sheet));
  if (closed !== undefined) return refuse('sheetProtected', { sheet: closed });
  const chosen = begun === null ? choices : choicesBegun(begun);
  const at = begun?.at ?? asOf;
  const planned = planRestore({
    ...{ build, entries, unreadable, remembered: remembered?.columns ?? null, now },
    ...{ choices: chosen, logEntries, sheetNames, madeSheets, changedSheets, formSheets, settingsSheet, locale, at },
  });
  if (begun === null) return done({ plan: planned, resumes: false, isNoted: false, unreadable });
  const plan = completeRestore(planned, begun, unreadable);
  return done({ plan, resumes: true, isNoted: sameDecisions(plan.note, begun), unreadable });
}

function sameDecisions(a: RestoreNote, b: RestoreNote): boolean {
  return a.removeRegister === b.removeRegister && a.removeLog === b.removeLog && a.keepSheet === b.keepSheet;
}

/**
 * Carries out what a preview showed. The workbook is read once more first: when the plan would come out differently now,
 * somebody has worked in it meanwhile, and the user must look again. Stopped once it was noted, it can only be completed.
 */
export async function applyRestore(
  shown: RestorePreview,
  choices: RestoreChoices,
  context: RestoreContext,
  onProgress: RestoreRequest['onProgress'],
  signal?: AbortSignal,
): Promise<Outcome<Restored, RestorePreviewTrouble | 'changedMeanwhile'>> {
  const again = await previewRestore(choices, { ...context, asOf: shown.plan.note.at });
  if (!again.ok) return again;
  if (JSON.stringify(again.value) !== JSON.stringify(shown)) return refuse('changedMeanwhile');
  const { plan, isNoted } = again.value;
  const { remembered, locale } = context;
  return restoreRegister({ plan, isNoted, remembered, locale, onProgress, signal });
}

/** Whether a restore was begun and broke off: the pane offers to complete it before anything else. */
export function isRestoreBegun(): Promise<Outcome<boolean, WorkbookTrouble>> {
  return readRestoreBegun();
}
