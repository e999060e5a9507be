import { sha256 } from '../../core/text/sha256.ts';
import { areaOf, CELLS_A_READ, rangeOf, stripes } from './area.ts';

/** A hidden name of a sheet that says what its cells held when we had made it: what differs by now is a person's work. */
const CONTENT = 'Redress_content';

/** Queues on a sheet, after a look at it, what its cells hold. A copy of a sheet brings the note of its original along. */
export async function noteContent(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  const before = sheet.names.getItemOrNullObject(CONTENT).load('name');
  const content = await contentOf(context, sheet);
  if (!before.isNullObject) before.delete();
  sheet.names.add(CONTENT, `="${content}"`).visible = false;
}

/** Of these sheets those that people have given other names or other contents since they were made and their contents noted. */
export async function readChanged(
  context: Excel.RequestContext,
  sheets: readonly { name: string; made: string }[],
): Promise<string[]> {
  const asked = sheets.map(({ name, made }) => {
    const sheet = context.workbook.worksheets.getItem(name);
    return { name, made, sheet, note: sheet.names.getItemOrNullObject(CONTENT).load('formula') };
  });
  await context.sync();
  const changed: string[] = [];
  for (const { name, made, sheet, note } of asked) {
    if (note.isNullObject) continue;
    if (name !== made || String(note.formula) !== `="${await contentOf(context, sheet)}"`) changed.push(name);
  }
  return changed;
}

/** As formulas, since what they come to may change without anybody's doing. */
async function contentOf(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<string> {
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return sha256('');
  const texts: string[] = [];
  for (const part of stripes(areaOf(used), CELLS_A_READ)) {
    const range = rangeOf(sheet, part).load('formulas');
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- ten thousand cells at once: the host refuses answers above 5 MB
    await context.sync();
    (range.formulas as unknown[][]).forEach((line, row) =>
      line.forEach((cell, column) => {
        if (cell !== '') texts.push(`${part.row + row} ${part.column + column} ${String(cell)}`);
      }),
    );
  }
  return sha256(texts.join('\n'));
}
