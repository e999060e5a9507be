import { unzipSync } from 'fflate';
import { read } from 'xlsx';
import type { Workbook } from '../model/workbook.ts';
import { workbookFromText } from './from-csv.ts';
import { workbookFromSheetJs } from './from-sheetjs.ts';
import { openPackage } from './open-xlsx.ts';
import { decodeText } from './text-encoding.ts';

export type OpenCode = 'notASpreadsheet' | 'encrypted' | 'empty' | 'tooLarge' | 'unsupportedFormat' | 'damaged';

export type OpenResult = { ok: true; workbook: Workbook } | { ok: false; code: OpenCode; detail: string };

const MEGABYTE = 1024 * 1024;
const FILE_LIMIT = 100 * MEGABYTE;
const UNPACKED_LIMIT = 600 * MEGABYTE;

/** Opens .xlsx, .xlsm, .xls, .csv and their look-alikes as Excel does. A bad file is an answer with a code, never a throw. */
export function openAnyWorkbook(bytes: Uint8Array, fileName: string): OpenResult {
  if (bytes.length === 0) return refusal('empty', 'the file has no bytes');
  if (bytes.length > FILE_LIMIT) return refusal('tooLarge', `${Math.round(bytes.length / MEGABYTE)} MB`);
  try {
    const result = openByContent(bytes, fileName);
    if (result.ok) result.workbook.name = fileName.replace(/^.*[\\/]/, '');
    return result;
  } catch (error) {
    return refusal('damaged', error instanceof Error ? error.message : String(error));
  }
}

function refusal(code: OpenCode, detail: string): OpenResult {
  return { ok: false, code, detail };
}

function startsWith(bytes: Uint8Array, ...head: number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}

function openByContent(bytes: Uint8Array, fileName: string): OpenResult {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return openZip(bytes);
  if (startsWith(bytes, 0x50, 0x4b)) return refusal('empty', 'the archive holds nothing');
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return openCompound(bytes);
  if (startsWith(bytes, 0x09, 0x08) || startsWith(bytes, 0x09, 0x04) || startsWith(bytes, 0x09, 0x02))
    return openOld(bytes);
  return openText(bytes, extension);
}

function openZip(bytes: Uint8Array): OpenResult {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      unpacked += originalSize;
      return unpacked <= UNPACKED_LIMIT;
    },
  });
  if (unpacked > UNPACKED_LIMIT) return refusal('tooLarge', `${Math.round(unpacked / MEGABYTE)} MB when unpacked`);
  const parts = new Map(Object.entries(files).filter(([path]) => !path.endsWith('/')));
  if (parts.has('xl/workbook.bin')) return refusal('unsupportedFormat', '.xlsb');
  if (parts.has('mimetype') && parts.has('content.xml')) return refusal('unsupportedFormat', '.ods');
  if (parts.has('Index/Document.iwa')) return refusal('unsupportedFormat', '.numbers');
  if (!parts.has('[Content_Types].xml')) return refusal('notASpreadsheet', 'an archive without a workbook');
  if (parts.has('word/document.xml')) return refusal('notASpreadsheet', 'a Word document');
  if (parts.has('ppt/presentation.xml')) return refusal('notASpreadsheet', 'a presentation');
  return { ok: true, workbook: openPackage(parts) };
}

/** An OLE file: an old .xls, or an encrypted package, or something else of Office's. */
function openCompound(bytes: Uint8Array): OpenResult {
  if (hasStream(bytes, 'EncryptedPackage')) return refusal('encrypted', 'the workbook has a password');
  if (hasStream(bytes, 'WordDocument')) return refusal('notASpreadsheet', 'a Word document');
  if (hasStream(bytes, 'PowerPoint Document')) return refusal('notASpreadsheet', 'a presentation');
  if (!hasStream(bytes, 'Workbook') && !hasStream(bytes, 'Book'))
    return refusal('notASpreadsheet', 'no workbook inside');
  return openOld(bytes);
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat();
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}

const READ_OPTIONS = { cellNF: true, cellFormula: true, cellStyles: true, cellHTML: false } as const;

function openOld(bytes: Uint8Array): OpenResult {
  try {
    return { ok: true, workbook: workbookFromSheetJs(read(bytes, { type: 'array', ...READ_OPTIONS })) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refusal(/password|file is encrypted/i.test(message) ? 'encrypted' : 'damaged', message);
  }
}

/** Text files; also HTML tables and XML spreadsheets that web systems export as .xls, which Excel opens after a warning. */
function openText(bytes: Uint8Array, extension: string): OpenResult {
  const decoded = decodeText(bytes);
  if (!decoded || /^%PDF-|^\{\\rtf/.test(decoded.text))
    return refusal('notASpreadsheet', 'neither a workbook nor a table of text');
  const { text } = decoded;
  if (text.trim() === '') return refusal('empty', 'the file holds no text');
  const looksTagged =
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<\?mso[^>]*>\s*)?<(?:!DOCTYPE html|html|table|meta|Workbook|ss:Workbook)[\s>]/i.test(
      text,
    );
  if (looksTagged) {
    if (!/<table[\s>]|<(?:ss:)?Workbook[\s>]/i.test(text))
      return refusal('notASpreadsheet', 'a web page without a table');
    return { ok: true, workbook: workbookFromSheetJs(read(text, { type: 'string', ...READ_OPTIONS })) };
  }
  if (!['csv', 'txt', 'tsv', 'tab', 'xls', ''].includes(extension)) {
    return refusal('notASpreadsheet', `plain text under the name .${extension}`);
  }
  const workbook = workbookFromText(text, 'Sheet1');
  return workbook ? { ok: true, workbook } : refusal('tooLarge', 'more rows or columns than a sheet has');
}
