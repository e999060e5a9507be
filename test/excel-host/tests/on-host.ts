import { newWorkbook } from '../file/new-workbook.ts';
import { openHost, type OpenedHost, type OpenHostOptions } from '../node/open-host.ts';

export const CLOCK = new Date(2026, 10, 22, 12, 0, 0);

/** A host over an empty workbook with one sheet "Ledger", its clock stopped. */
export function emptyHost(options: OpenHostOptions = {}): OpenedHost {
  return openHost(newWorkbook(['Ledger']), { now: () => CLOCK, ...options });
}

/** Runs a batch on the first sheet. */
export function onSheet<T>(
  { Excel: client }: OpenedHost,
  batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return client.run((context) => batch(context.workbook.worksheets.getItem('Ledger'), context));
}

/** The code of the error that a piece of work ends with; "" when it does not. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

/** The same for the message. */
export async function messageOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
