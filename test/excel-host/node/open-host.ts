import { openAnyWorkbook } from '../file/open-any-workbook.ts';
import { saveXlsx } from '../file/save-xlsx.ts';
import type { Workbook } from '../model/workbook.ts';
import { ExcelHost, type HostOptions } from '../protocol/excel-host.ts';
import { loadClient, type Client } from './client.ts';
import { makeOfficeStub, type OfficeStub, type OfficeStubOptions } from './office-stub.ts';

export interface OpenHostOptions extends HostOptions, OfficeStubOptions {
  fileName?: string;
  /** The clock behind NOW() and TODAY(). */
  now?: () => Date;
}

export interface OpenedHost extends Client {
  Office: OfficeStub;
  host: ExcelHost;
}

/** Opens a workbook (bytes of .xlsx, .xls, .csv, or a model) and gives the genuine Office.js over it, ready for `Excel.run`. */
export function openHost(source: Uint8Array | Workbook, options: OpenHostOptions = {}): OpenedHost {
  const workbook = source instanceof Uint8Array ? opened(source, options.fileName ?? 'Book1.xlsx') : source;
  if (options.now) workbook.now = options.now;
  const host = new ExcelHost(workbook, options);
  const Office = makeOfficeStub(host.profile, { file: () => saveXlsx(workbook), ...options });
  return { ...loadClient(host.attach(), Office), Office, host };
}

function opened(bytes: Uint8Array, fileName: string): Workbook {
  const result = openAnyWorkbook(bytes, fileName);
  if (!result.ok) throw new Error(`${fileName} cannot be opened: ${result.code} ${result.detail}`);
  return result.workbook;
}
