import { pasteHtml, pasteText } from '../../core/handoff/paste-text.ts';
import { pasteCell, type OutgoingRows } from '../../core/register/outgoing-rows.ts';

/** The rows for the clipboard: as plain text and as a table. */
export function rowsToPaste({ rows }: OutgoingRows, date1904: boolean): { text: string; html: string } {
  const cells = rows.map((row) => row.map((cell) => pasteCell(cell, date1904)));
  return { text: pasteText(cells), html: pasteHtml(cells) };
}

/**
 * Puts both on the clipboard. They may still be in the making: the browser keeps the right to write that the click gave.
 * False when it refuses.
 */
export async function copyRows(rows: Promise<{ text: string; html: string }>): Promise<boolean> {
  const as = async (kind: 'text' | 'html', type: string) => new Blob([(await rows)[kind]], { type });
  const item = new ClipboardItem({ 'text/plain': as('text', 'text/plain'), 'text/html': as('html', 'text/html') });
  return navigator.clipboard.write([item]).then(
    () => true,
    () => false,
  );
}
