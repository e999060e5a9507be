import { strFromU8, unzipSync } from 'fflate';
import { masker } from '../../../core/sharing/masker.ts';
import { makeCopy, type CopyOptions, type MadeCopy } from '../../../core/sharing/package/make-copy.ts';
import { pseudonyms } from '../../../core/sharing/pseudonyms.ts';
import { allSteps } from '../../../core/steps.ts';
import { openPackage } from '../../../excel-addin/sharing/open-package.ts';
import { writePackage } from '../../../excel-addin/sharing/write-package.ts';

export const KEY = 'c0'.repeat(32);

export const OPTIONS: CopyOptions = {
  ...{ keepStaff: false, register: null, keepPictures: false, keepOriginals: false },
  ...{ own: [], leaveOut: [], leaveOutMarked: [], only: null },
};

export interface Copied {
  bytes: Uint8Array;
  told: MadeCopy['told'];
  /** All parts as text. */
  parts: Map<string, string>;
}

/** A copy of a workbook's file; throws where it is refused. */
export function copied(file: Uint8Array, options: Partial<CopyOptions> = {}, key = KEY): Copied {
  const opened = openPackage(file);
  if (!opened.ok) throw new Error(opened.code);
  const made = allSteps(makeCopy(opened.value, masker(pseudonyms(key, 'zh-CN')), { ...OPTIONS, ...options }));
  if (!made.ok) throw new Error(made.code);
  const bytes = allSteps(writePackage(made.value.parts, opened.value));
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  return { bytes, told: made.value.told, parts };
}
