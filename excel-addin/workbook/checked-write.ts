import type { CellValue } from '../../core/register/sheet-reading.ts';
import { Stop } from './run-batch.ts';

/** What a request looks at right before it writes. */
export interface WriteCheck {
  /** After the request: what was to be written there no longer fits, since others have changed the sheet meanwhile. */
  hasMoved: () => boolean;
  /** Queues what stood there before. */
  putBack: () => void;
}

/**
 * Sends a request in which the checks were queued before the writes: a co-author may have changed the sheet since it was read.
 * `changedMeanwhile`: so it was; what stood in the cells is put back.
 */
export async function sendChecked(context: Excel.RequestContext, checks: readonly WriteCheck[]): Promise<void> {
  await context.sync();
  if (!checks.some(({ hasMoved }) => hasMoved())) return;
  for (const { putBack } of checks) putBack();
  await context.sync();
  throw new Stop('changedMeanwhile');
}

/** Queues the reading of a table's headings before cells below them are written; tells after the request whether they differ. */
export function watchHead(table: Excel.Table, names: readonly string[]): () => boolean {
  const head = table.getHeaderRowRange().load('values');
  return () => names.some((name, at) => name !== String(head.values[0]?.[at] ?? ''));
}

/** Queues the reading of cells that are written next, in the same request; gives what puts them back, there or elsewhere. */
export function keepCells(range: Excel.Range): (into?: Excel.Range) => void {
  range.load('formulas,numberFormat');
  return (into = range) => {
    const formats = range.numberFormat as string[][];
    const contents = (range.formulas as CellValue[][]).map((row, at) =>
      row.map((content, column) => asItStood(content, formats[at]?.[column])),
    );
    into.numberFormat = formats;
    into.formulas = contents;
  };
}

/** A text stays text under any format. */
function asItStood(content: CellValue, format: string | undefined): CellValue {
  const isText = typeof content === 'string' && content !== '' && !content.startsWith('=');
  return isText && format !== '@' ? `'${content}` : content;
}
