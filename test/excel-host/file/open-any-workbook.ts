import { unzipSync } from 'fflate';
import type { Workbook } from '../model/workbook.ts';
import { openPackage } from './open-xlsx.ts';

export type OpenCode = 'notASpreadsheet' | 'encrypted' | 'empty' | 'tooLarge' | 'unsupportedFormat' | 'damaged';
export type OpenResult = { ok: true; workbook: Workbook } | { ok: false; code: OpenCode; detail: string };

export function openAnyWorkbook(bytes: Uint8Array, _fileName: string): OpenResult {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  return { ok: true, workbook: openPackage(parts) };
}
