import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { findPack } from '../../core/policy/packs.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { masker, plainMasker } from '../../core/sharing/masker.ts';
import { makeCopy, type MadeCopy } from '../../core/sharing/package/make-copy.ts';
import { pseudonyms, type Given } from '../../core/sharing/pseudonyms.ts';
import { inSlices } from '../in-slices.ts';
import { openPackage, PackageError, type PackageTrouble } from '../sharing/open-package.ts';
import { writePackage } from '../sharing/write-package.ts';
import { readWrittenSheets } from '../workbook/own-sheets.ts';
import { PERFORMANCE_MARK } from '../workbook/paper-memory.ts';
import { readPaperSheets } from '../workbook/paper-sheets.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';
import { readWholeFile } from '../workbook/whole-file.ts';

export interface SharingChoices {
  /** `report`: the last report alone, with its lists. */
  what: 'book' | 'report';
  /** Personal data is masked; a report may be given to those who may see it. */
  isMasked: boolean;
  keepStaff: boolean;
  keepPictures: boolean;
  keepPerformance: boolean;
  keepOriginals: boolean;
}

export interface SharingContext {
  key: string;
  locale: Locale;
  memory: RegisterMemory | null;
  /** A file that the user chose because the host gives none. */
  chosen: Uint8Array | null;
}

export interface SharingCopy {
  file: Uint8Array;
  told: MadeCopy['told'];
  /** Who is behind the pseudonyms; never leaves this pane. */
  given: Given[];
}

export type SharingStage = 'read' | 'copy' | 'write';
export type SharingTrouble = WorkbookTrouble | PackageTrouble | 'noFile' | 'noSheets' | 'noReport' | 'cancelled';

interface Options {
  onProgress: (stage: SharingStage, done: number, of: number) => void;
  signal: AbortSignal;
}

/** Makes a copy of the workbook for others. The workbook itself is only read. */
export async function makeSharingCopy(
  choices: SharingChoices,
  { key, locale, memory, chosen }: SharingContext,
  { onProgress, signal }: Options,
): Promise<Outcome<SharingCopy, SharingTrouble>> {
  const papers = await readPaperSheets();
  if (!papers.ok) return papers;
  const { report, performance } = papers.value;
  const own = await readWrittenSheets();
  if (!own.ok) return own;
  if (choices.what === 'report' && report.length === 0) return refuse('noReport');
  const read =
    chosen === null
      ? await readWholeFile((at, of) => {
          onProgress('read', at, of);
        }, signal)
      : done(chosen);
  if (!read.ok) return read;
  const opened = openPackage(read.value);
  if (!opened.ok) return opened;
  const given = pseudonyms(key, memory?.locale ?? locale);
  const mask = choices.isMasked ? masker(given) : plainMasker();
  const stage = (name: SharingStage) => ({
    signal,
    onProgress: ({ done: at, of }: { done: number; of: number }) => {
      onProgress(name, at, of);
    },
  });
  try {
    const unpacked = await inSlices(opened.value.unpacked(), stage('read'));
    if (!unpacked.ok) return unpacked;
    const work = makeCopy(opened.value, mask, {
      keepStaff: choices.keepStaff,
      own: own.value,
      register:
        memory === null
          ? null
          : { tableName: memory.tableName, columns: memory.columns, pack: findPack(memory.policy.id) },
      keepPictures: choices.keepPictures,
      keepOriginals: choices.keepOriginals,
      leaveOut: choices.keepPerformance ? [] : performance,
      leaveOutMarked: choices.keepPerformance ? [] : [PERFORMANCE_MARK],
      only: choices.what === 'report' ? report : null,
    });
    const made = await inSlices(work, stage('copy'));
    if (!made.ok) return made;
    if (!made.value.ok) return made.value;
    const { parts, told } = made.value.value;
    const file = await inSlices(writePackage(parts, opened.value), stage('write'));
    return file.ok ? done({ file: file.value, told, given: given.given() }) : file;
  } catch (error) {
    if (error instanceof PackageError) return refuse(error.code);
    throw error;
  }
}
